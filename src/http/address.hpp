#pragma once

// Internet addresses and networks, as the edge needs them: to count by, and to decide whom to
// trust.
//
// One form for both families: an IPv4 address is kept as the IPv6 address it maps to
// (::ffff:a.b.c.d), so that a dual-stack listener and a configuration file mean the same machine.

#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace ogniwo {

struct IpAddress {
    std::array<std::uint8_t, 16> bytes{};

    bool is_v4() const;
    bool is_loopback() const;     // 127.0.0.0/8 and ::1
    bool is_unspecified() const;  // 0.0.0.0 and ::, "every interface" when listening
    std::string to_text() const;

    friend auto operator<=>(const IpAddress&, const IpAddress&) = default;
};

// "192.0.2.1", "2001:db8::1". No names, no ports, no zones, no shortened or octal forms.
std::optional<IpAddress> parse_address(std::string_view text);
IpAddress address_v4(const std::array<std::uint8_t, 4>& bytes);

struct IpNetwork {
    IpAddress base;
    int prefix = 128;  // In IPv6 terms: an IPv4 /8 is a /104.

    bool contains(const IpAddress& address) const;
};

// CIDR, "10.0.0.0/8"; an address alone means just that machine. Bits after the prefix are ignored.
std::optional<IpNetwork> parse_network(std::string_view text);

bool contains(std::span<const IpNetwork> networks, const IpAddress& address);

}  // namespace ogniwo
