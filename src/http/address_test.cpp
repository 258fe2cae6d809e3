#include "http/address.hpp"

#include <doctest/doctest.h>

namespace ogniwo {
namespace {

TEST_CASE("an address has one spelling, and anything but an address is none") {
    struct Case {
        std::string text;
        std::string shown;  // Empty: refused.
    };
    const Case cases[] = {
        {"127.0.0.1", "127.0.0.1"},
        {"::1", "::1"},
        {"2001:DB8:0:0::1", "2001:db8::1"},
        {"::ffff:192.0.2.7", "192.0.2.7"},
        {"localhost", ""},
        {"1.2.3", ""},
        {"010.1.1.1", ""},
        {"1.2.3.4:80", ""},
        {"fe80::1%eth0", ""},
        {"", ""},
    };
    for (const Case& c : cases) {
        CAPTURE(c.text);
        const auto address = parse_address(c.text);
        CHECK((address ? address->to_text() : "") == c.shown);
    }
}

TEST_CASE("loopback is all of 127/8 and ::1, however mapped") {
    CHECK(parse_address("127.0.0.1")->is_loopback());
    CHECK(parse_address("127.255.1.9")->is_loopback());
    CHECK(parse_address("::ffff:127.0.0.1")->is_loopback());
    CHECK(parse_address("::1")->is_loopback());
    CHECK_FALSE(parse_address("128.0.0.1")->is_loopback());
    CHECK_FALSE(parse_address("::2")->is_loopback());
    CHECK_FALSE(parse_address("::")->is_loopback());
    CHECK(parse_address("0.0.0.0")->is_unspecified());
    CHECK(parse_address("::")->is_unspecified());
}

TEST_CASE("a network holds the addresses that share its prefix") {
    struct Case {
        std::string network;
        std::string address;
        bool inside;
    };
    const Case cases[] = {
        {"10.0.0.0/8", "10.255.0.1", true},
        {"10.0.0.0/8", "11.0.0.1", false},
        {"172.17.0.1/16", "172.17.200.3", true},
        {"192.0.2.128/25", "192.0.2.127", false},
        {"192.0.2.128/25", "192.0.2.129", true},
        {"192.0.2.1", "192.0.2.1", true},
        {"192.0.2.1", "192.0.2.2", false},
        {"0.0.0.0/0", "203.0.113.1", true},
        {"0.0.0.0/0", "2001:db8::1", false},
        {"::/0", "203.0.113.1", true},
        {"2001:db8::/33", "2001:db8:7fff::1", true},
        {"2001:db8::/33", "2001:db8:8000::1", false},
    };
    for (const Case& c : cases) {
        CAPTURE(c.network);
        CAPTURE(c.address);
        CHECK(parse_network(c.network)->contains(*parse_address(c.address)) == c.inside);
    }
    for (const std::string broken :
         {"10.0.0.0/33", "::/129", "10.0.0.0/", "10.0.0.0/-1", "x/8", "/8"}) {
        CAPTURE(broken);
        CHECK_FALSE(parse_network(broken).has_value());
    }
}

}  // namespace
}  // namespace ogniwo
