#include "people/access_rules.hpp"

#include <arpa/inet.h>

#include <algorithm>
#include <array>

namespace ogniwo::people::rules {
namespace {

// How many doublings past the free failures are told apart; more would only be remembered longer.
constexpr std::int64_t doublings_most = 40;

bool holds(std::span<const HeldRights> held,
           std::optional<CustomerId> customer,
           std::string_view right) {
    return std::ranges::any_of(held, [&](const HeldRights& one) {
        const bool here = !one.customer || (customer && *one.customer == *customer);
        return here && std::ranges::binary_search(one.rights, right);
    });
}

bool covers(std::span<const HeldRights> held, const HeldRights& wanted) {
    return std::ranges::all_of(
        wanted.rights, [&](std::string_view right) { return holds(held, wanted.customer, right); });
}

}  // namespace

Outcome may_hold(RolePlace place, std::optional<CustomerId> customer, Side side) {
    if (place == RolePlace::customer && side == Side::staff) return role_for_customers;
    if (place != RolePlace::customer && side == Side::customer) return role_for_staff;
    if (place == RolePlace::customer && !customer) return role_needs_customer;
    if (place == RolePlace::company && customer) return role_is_company_wide;
    return Nothing{};
}

Outcome may_give(std::span<const HeldRights> held, const HeldRights& gift) {
    if (!covers(held, gift)) return not_yours_to_give;
    return Nothing{};
}

Outcome may_manage(std::span<const HeldRights> held, std::span<const HeldRights> other) {
    const bool all =
        std::ranges::all_of(other, [&](const HeldRights& one) { return covers(held, one); });
    if (!all) return person_above_you;
    return Nothing{};
}

Outcome leaves_an_owner(std::span<const PersonId> able, PersonId leaving) {
    const bool another =
        std::ranges::any_of(able, [&](PersonId owner) { return owner != leaving; });
    // Somebody who is no owner takes none away, not even where none is left.
    const bool is_one = std::ranges::find(able, leaving) != able.end();
    if (is_one && !another) return last_owner;
    return Nothing{};
}

std::int64_t remembered(const Tries& tries, const Patience& patience, Time now) {
    const auto since = std::max(now - tries.last, Microseconds{0});
    const std::int64_t forgotten = since / patience.forgets_one_after;
    return std::max<std::int64_t>(tries.failures - forgotten, 0);
}

Tries failed_again(const Tries& tries, const Patience& patience, Time now) {
    const std::int64_t most = patience.free + doublings_most;
    return {.failures = std::min(remembered(tries, patience, now) + 1, most), .last = now};
}

std::chrono::seconds wait_left(const Tries& tries, const Patience& patience, Time now) {
    const std::int64_t over = remembered(tries, patience, now) - patience.free;
    if (over < 0) return std::chrono::seconds{0};
    const std::chrono::seconds doubled{std::int64_t{2} << std::min<std::int64_t>(over, 20)};
    const Time ready = tries.last + std::min(doubled, patience.longest);
    if (ready <= now) return std::chrono::seconds{0};
    return std::chrono::ceil<std::chrono::seconds>(ready - now);
}

bool is_alarming(std::int64_t failures) {
    if (failures < 10 || failures % 10 != 0) return false;
    const std::int64_t tens = failures / 10;
    return (tens & (tens - 1)) == 0;
}

std::string network_of(std::string_view address) {
    const std::string text(address);
    std::array<unsigned char, 16> bytes{};
    if (inet_pton(AF_INET6, text.c_str(), bytes.data()) != 1) return text;
    const bool is_mapped =
        std::all_of(bytes.begin(), bytes.begin() + 10, [](auto b) { return b == 0; }) &&
        bytes[10] == 0xff && bytes[11] == 0xff;
    std::array<char, INET6_ADDRSTRLEN> out{};
    if (is_mapped) return inet_ntop(AF_INET, bytes.data() + 12, out.data(), out.size());
    std::fill(bytes.begin() + 8, bytes.end(), 0);
    return std::string(inet_ntop(AF_INET6, bytes.data(), out.data(), out.size())) + "/64";
}

SessionLife session_life(Side side) {
    using std::chrono::days;
    using std::chrono::hours;
    if (side == Side::staff) return {.idle = hours{12}, .whole = days{30}};
    return {.idle = days{30}, .whole = days{90}};
}

bool is_alive(const SessionTimes& times, Side side, Time now) {
    const SessionLife life = session_life(side);
    return now < times.last_seen + life.idle && now < times.started + life.whole;
}

Time session_end(Time started, Side side) {
    return started + session_life(side).whole;
}

bool is_seen_due(Time last_seen, Time now) {
    return now - last_seen >= Minutes{5};
}

Minutes link_life(LinkKind kind) {
    switch (kind) {
        case LinkKind::invitation:
            return std::chrono::days{7};
        case LinkKind::password_reset:
            return Minutes{60};
        case LinkKind::sign_in:
            return Minutes{15};
    }
    return Minutes{15};
}

PasswordNeed password_need(LinkKind kind, Side side) {
    if (kind == LinkKind::sign_in) return PasswordNeed::none;
    const bool choice = kind == LinkKind::invitation && side == Side::customer;
    return choice ? PasswordNeed::possible : PasswordNeed::needed;
}

LinkKind link_for(Side side) {
    return side == Side::staff ? LinkKind::password_reset : LinkKind::sign_in;
}

std::string masked(std::string_view address) {
    const auto at = address.rfind('@');
    if (at == std::string_view::npos || at == 0) return "•••";
    std::size_t first = 1;  // A whole code point.
    while (first < at && (static_cast<unsigned char>(address[first]) & 0xc0) == 0x80) ++first;
    return std::string(address.substr(0, first)) + "•••" + std::string(address.substr(at));
}

std::string tidy_digits(std::string_view typed) {
    std::string digits;
    for (const char c : typed) {
        if (c >= '0' && c <= '9') {
            digits += c;
        } else if (c != ' ' && c != '-') {
            return {};
        }
    }
    return digits.size() == 8 ? digits : std::string{};
}

Outcome check_token(const CreateToken& wish, std::span<const HeldRights> held, Time now) {
    if (wish.expires_at <= now) return token_already_over;
    if (wish.expires_at > now + std::chrono::days{366}) return token_too_long;
    for (const std::string& scope : wish.scopes) {
        const bool somewhere = std::ranges::any_of(held, [&](const HeldRights& one) {
            return std::ranges::binary_search(one.rights, std::string_view(scope));
        });
        if (!somewhere) {
            return Error{.reason = token_scope_unknown, .shown = {{"right", scope}}};
        }
    }
    return Nothing{};
}

}  // namespace ogniwo::people::rules
