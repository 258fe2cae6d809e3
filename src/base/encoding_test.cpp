#include "base/encoding.hpp"

#include <doctest/doctest.h>

#include <string>

namespace ogniwo {
namespace {

using namespace std::string_literals;

TEST_CASE("the vectors of RFC 4648 hold in both alphabets") {
    struct Case {
        std::string bytes, padded, bare;
    };
    for (const auto& [bytes, padded, bare] : {Case{"", "", ""},
                                              Case{"f", "Zg==", "Zg"},
                                              Case{"fo", "Zm8=", "Zm8"},
                                              Case{"foo", "Zm9v", "Zm9v"},
                                              Case{"foob", "Zm9vYg==", "Zm9vYg"},
                                              Case{"fooba", "Zm9vYmE=", "Zm9vYmE"},
                                              Case{"foobar", "Zm9vYmFy", "Zm9vYmFy"},
                                              Case{"\xfb\xff\xbf", "+/+/", "-_-_"},
                                              Case{"\0\0"s, "AAA=", "AAA"}}) {
        CHECK(to_base64(bytes) == padded);
        CHECK(from_base64(padded) == bytes);
        CHECK(to_base64url(bytes) == bare);
        CHECK(from_base64url(bare) == bytes);
    }
}

TEST_CASE("a text that the encoder would not have written is refused") {
    for (const std::string text :
         {"Z", "Zg==", "Zh", "Zm9", "+/+/", "Zm 9v", "Zm9v\n", "Zm9vY", "ąę"}) {
        CHECK_MESSAGE(!from_base64url(text).has_value(), text);
    }
    for (const std::string text :
         {"Zg", "Zg=", "Zh==", "Z===", "====", "-_-_", "Zg==Zg==", "Zm8=\n"}) {
        CHECK_MESSAGE(!from_base64(text).has_value(), text);
    }
    CHECK_FALSE(from_base64url("Zm9v\0A"s).has_value());
}

TEST_CASE("every byte survives every encoding") {
    std::string all;
    for (int length = 0; length < 260; ++length) {
        CHECK(from_base64url(to_base64url(all)) == all);
        CHECK(from_base64(to_base64(all)) == all);
        CHECK(from_hex(to_hex(all)) == all);
        all.push_back(static_cast<char>(length * 7));
    }
}

TEST_CASE("hexadecimal is written small and read in both cases") {
    CHECK(to_hex("\x00\x7f\xab\xff"s) == "007fabff");
    CHECK(from_hex("007FabFf") == "\x00\x7f\xab\xff"s);
    for (const std::string text : {"0", "0g", "0x10", " 00", "00 "}) {
        CHECK_MESSAGE(!from_hex(text).has_value(), text);
    }
}

}  // namespace
TEST_CASE("names of files are written so that any header and any URL can hold them") {
    CHECK(percent_encoded("raport 2026.pdf") == "raport%202026.pdf");
    CHECK(percent_encoded("żółw\".txt\r\n") == "%C5%BC%C3%B3%C5%82w%22.txt%0D%0A");
    CHECK(percent_encoded("a-b_c~d.e") == "a-b_c~d.e");
}

}  // namespace ogniwo
