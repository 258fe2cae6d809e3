#include "http/address.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <charconv>

namespace ogniwo {
namespace {

constexpr std::array<std::uint8_t, 12> v4_prefix{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xff};
constexpr int v4_prefix_bits = 96;

}  // namespace

bool IpAddress::is_v4() const {
    return std::equal(v4_prefix.begin(), v4_prefix.end(), bytes.begin());
}

bool IpAddress::is_loopback() const {
    if (is_v4()) return bytes[12] == 127;
    IpAddress one;
    one.bytes[15] = 1;
    return *this == one;
}

bool IpAddress::is_unspecified() const {
    return *this == IpAddress{} || *this == address_v4({0, 0, 0, 0});
}

std::string IpAddress::to_text() const {
    std::array<char, INET6_ADDRSTRLEN> text{};
    if (is_v4()) {
        ::inet_ntop(AF_INET, bytes.data() + 12, text.data(), text.size());
    } else {
        ::inet_ntop(AF_INET6, bytes.data(), text.data(), text.size());
    }
    return text.data();
}

std::optional<IpAddress> parse_address(std::string_view text) {
    if (text.empty() || text.size() >= INET6_ADDRSTRLEN) return std::nullopt;
    const std::string terminated(text);
    if (terminated.find('\0') != std::string::npos) return std::nullopt;
    std::array<std::uint8_t, 4> v4{};
    if (::inet_pton(AF_INET, terminated.c_str(), v4.data()) == 1) return address_v4(v4);
    IpAddress address;
    if (::inet_pton(AF_INET6, terminated.c_str(), address.bytes.data()) == 1) return address;
    return std::nullopt;
}

IpAddress address_v4(const std::array<std::uint8_t, 4>& bytes) {
    IpAddress address;
    std::copy(v4_prefix.begin(), v4_prefix.end(), address.bytes.begin());
    std::copy(bytes.begin(), bytes.end(), address.bytes.begin() + 12);
    return address;
}

bool IpNetwork::contains(const IpAddress& address) const {
    const int whole = prefix / 8;
    if (!std::equal(base.bytes.begin(), base.bytes.begin() + whole, address.bytes.begin())) {
        return false;
    }
    const int rest = prefix % 8;
    if (rest == 0) return true;
    const auto mask = static_cast<std::uint8_t>(0xff << (8 - rest));
    const auto at = static_cast<std::size_t>(whole);
    return ((base.bytes[at] ^ address.bytes[at]) & mask) == 0;
}

std::optional<IpNetwork> parse_network(std::string_view text) {
    const std::size_t slash = text.find('/');
    const auto base = parse_address(text.substr(0, slash));
    if (!base) return std::nullopt;
    if (slash == std::string_view::npos) return IpNetwork{*base, 128};

    const std::string_view digits = text.substr(slash + 1);
    int prefix = -1;
    const auto [end, error] = std::from_chars(digits.begin(), digits.end(), prefix);
    if (error != std::errc{} || end != digits.end() || prefix < 0) return std::nullopt;
    // A mapped address written in the IPv6 way has its prefix in the IPv6 way, too.
    if (base->is_v4() && text.substr(0, slash).find(':') == std::string_view::npos) {
        prefix += v4_prefix_bits;
    }
    if (prefix > 128) return std::nullopt;
    return IpNetwork{*base, prefix};
}

bool contains(std::span<const IpNetwork> networks, const IpAddress& address) {
    return std::any_of(networks.begin(), networks.end(), [&](const IpNetwork& network) {
        return network.contains(address);
    });
}

}  // namespace ogniwo
