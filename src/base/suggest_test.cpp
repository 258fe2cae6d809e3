#include "base/suggest.hpp"

#include <doctest/doctest.h>

#include <string>
#include <vector>

namespace ogniwo {
namespace {

const std::vector<std::string_view> flags = {
    "database", "data", "listen", "metrics", "trusted-proxy", "tls-cert", "tls-key", "log"};

TEST_CASE("a slip of the finger finds the word that was meant") {
    struct Case {
        std::string typed;
        std::string meant;
    };
    for (const Case& entry : {Case{"databse", "database"},
                              Case{"DATABASE", "database"},
                              Case{"daat", "data"},
                              Case{"lsiten", "listen"},
                              Case{"tls-cret", "tls-cert"},
                              Case{"trusted_proxy", "trusted-proxy"},
                              Case{"trustedproxies", "trusted-proxy"},
                              Case{"lgo", "log"},
                              Case{"tls-kye", "tls-key"}}) {
        CHECK_MESSAGE(nearest(entry.typed, flags) == entry.meant, entry.typed);
    }
}

TEST_CASE("a word that resembles nothing gets no suggestion") {
    for (const std::string typed : {"", "x", "port", "password", "verbose"}) {
        CHECK_MESSAGE(!nearest(typed, flags).has_value(), typed);
    }
    CHECK_FALSE(nearest(std::string(100'000, 'a'), flags).has_value());
    CHECK_FALSE(nearest("data", {}).has_value());
}

}  // namespace
}  // namespace ogniwo
