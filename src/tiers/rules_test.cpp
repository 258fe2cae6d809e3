#include "tiers/rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::tiers {
namespace {

TEST_CASE("the first three lines have names of their own, later ones their number") {
    CHECK(names_of(1).polish == "Pierwsza linia");
    CHECK(names_of(1).english == "First line");
    CHECK(names_of(2).polish == "Druga linia");
    CHECK(names_of(3).english == "Third line");
    CHECK(names_of(4).polish == "Linia 4");
    CHECK(names_of(9).english == "Line 9");
}

}  // namespace
}  // namespace ogniwo::tiers
