#include "base/random.hpp"

#include <doctest/doctest.h>

#include <string>

#include <array>
#include <memory>
#include <set>

#include "base/encoding.hpp"

namespace ogniwo {
namespace {

// Gives the bytes it was made with, then zeros.
class Scripted final : public Random {
public:
    explicit Scripted(std::string bytes) : rest_(std::move(bytes)) {}
    void fill(std::span<unsigned char> bytes) override {
        for (unsigned char& byte : bytes) {
            byte = rest_.empty() ? 0 : static_cast<unsigned char>(rest_.front());
            if (!rest_.empty()) rest_.erase(0, 1);
        }
    }

private:
    std::string rest_;
};

TEST_CASE("one seed gives the same bytes on every machine, another seed gives others") {
    SeededRandom first(1), again(1), other(2);
    const std::string bytes = first.bytes(16);
    CHECK(bytes == again.bytes(16));
    CHECK(bytes != other.bytes(16));
    // The published first output of SplitMix64 for seed 1234567 is 6457827717110365317.
    CHECK(to_hex(SeededRandom(1234567).bytes(8)) == "85fc08fb17d09e59");
}

TEST_CASE("the bytes of a seed go on where they stopped") {
    SeededRandom random(7);
    CHECK(random.bytes(8) != random.bytes(8));
    CHECK(random.bytes(0).empty());
}

TEST_CASE("a number below a limit reaches every value and never the limit") {
    SeededRandom random(42);
    std::array<int, 7> seen{};
    for (int i = 0; i < 7'000; ++i) ++seen.at(random.below(7));
    for (const int count : seen) {
        CHECK(count > 800);
        CHECK(count < 1'200);
    }
    CHECK(random.below(1) == 0);
    // 2^64 = 10n + 6: the six highest numbers are surplus for a limit of 10 and drawn again.
    Scripted high(std::string(8, '\xff'));
    CHECK(high.below(10) == 0);
    Scripted power(std::string(8, '\xff'));
    CHECK(power.below(16) == 15);
}

TEST_CASE("the system never gives the same bytes twice") {
    SystemRandom random;
    std::set<std::string> tokens;
    for (int i = 0; i < 1'000; ++i) tokens.insert(token(random));
    CHECK(tokens.size() == 1'000);
}

TEST_CASE("a token is 26 characters that carry all 128 bits") {
    CHECK(token(*std::make_unique<Scripted>(std::string(16, '\0'))) ==
          "00000000000000000000000000");
    CHECK(token(*std::make_unique<Scripted>(std::string(16, '\xff'))) ==
          "zzzzzzzzzzzzzzzzzzzzzzzzzw");
    std::set<std::string> tokens;
    for (std::size_t bit = 0; bit < 128; ++bit) {
        std::string bytes(16, '\0');
        bytes[bit / 8] = static_cast<char>(1U << bit % 8);
        Scripted random(bytes);
        tokens.insert(token(random));
    }
    CHECK(tokens.size() == 128);
}

TEST_CASE("only what a token may look like is looked up") {
    SeededRandom random(1);
    CHECK(looks_like_token(token(random)));
    for (const std::string text : {"",
                                   "0000000000000000000000000",
                                   "000000000000000000000000000",
                                   "0000000000000000000000000u",
                                   "0000000000000000000000000A",
                                   "0000000000000000000000000\n"}) {
        CHECK_MESSAGE(!looks_like_token(text), text);
    }
}

TEST_CASE("a code for people is four groups of four") {
    SeededRandom random(3);
    const std::string code = human_code(random);
    CHECK(code.size() == 19);
    CHECK(tidy_human_code(code) == code);
    CHECK(human_code(random) != code);
}

TEST_CASE("a code is understood however it is typed") {
    for (const std::string typed : {"7K3M-9QXT-0ZVW-41NB",
                                    "7k3m-9qxt-0zvw-41nb",
                                    " 7k3m 9qxt ozvw 4lnb ",
                                    "7K3M9QXTOZVW4INB",
                                    "7K-3M-9Q-XT-0Z-VW-41-NB"}) {
        CHECK_MESSAGE(tidy_human_code(typed) == "7K3M-9QXT-0ZVW-41NB", typed);
    }
    for (const std::string typed :
         {"", "7K3M-9QXT-0ZVW-41N", "7K3M-9QXT-0ZVW-41NBB", "7K3M-9QXT-0ZVW-41NU", "7K3M_9QXT"}) {
        CHECK_MESSAGE(tidy_human_code(typed).empty(), typed);
    }
}

}  // namespace
}  // namespace ogniwo
