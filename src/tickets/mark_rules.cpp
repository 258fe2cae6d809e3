#include "tickets/mark_rules.hpp"

#include <algorithm>
#include <set>

#include "base/check.hpp"
#include "base/text.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

constexpr Minutes morning{8 * 60};
constexpr Minutes last_minute{24 * 60 - 1};

Error wrong(std::string_view pointer, const Reason& reason) {
    return {.reason = invalid_fields, .fields = {{std::string(pointer), reason.name, {}}}};
}

}  // namespace

Result<std::string> tidy_tag(std::string_view name, std::string_view pointer) {
    std::string_view rest = trim(name);
    while (!rest.empty() && rest.front() == '#') rest = trim(rest.substr(1));
    std::string tidy;
    for (const char c : rest) {
        const bool is_second_space = c == ' ' && !tidy.empty() && tidy.back() == ' ';
        if (!is_second_space) tidy += c;
    }
    tidy = nfc(tidy);
    if (fold(tidy).empty()) {
        return Error{.reason = invalid_fields,
                     .fields = {{std::string(pointer), "too_short", {{"least", "1"}}}}};
    }
    if (code_points(tidy) > static_cast<std::size_t>(tag_letters_most)) {
        return Error{
            .reason = invalid_fields,
            .fields = {
                {std::string(pointer), "too_long", {{"most", std::to_string(tag_letters_most)}}}}};
    }
    return tidy;
}

TicketLinkKind mirrored(TicketLinkKind kind) {
    using enum TicketLinkKind;
    switch (kind) {
        case relates:
            return relates;
        case depends_on:
            return blocks;
        case blocks:
            return depends_on;
        case duplicate_of:
            return duplicated_by;
        case duplicated_by:
            return duplicate_of;
        case parent:
            return child;
        case child:
            return parent;
    }
    return relates;
}

bool is_directed(TicketLinkKind kind) {
    return kind != TicketLinkKind::relates;
}

TicketLinkKind direction_of(TicketLinkKind kind) {
    const bool leads = kind == TicketLinkKind::depends_on || kind == TicketLinkKind::duplicate_of ||
                       kind == TicketLinkKind::parent;
    return leads ? kind : mirrored(kind);
}

Outcome may_link(TicketId ticket, const std::vector<Link>& its, const LinkTicket& wish) {
    if (wish.other == ticket) return wrong("/other", link_to_itself);
    if (std::ranges::find(its, wish.other, &Link::other) != its.end()) return linked_already;
    if (its.size() >= links_of_ticket_most) return links_too_many;
    const bool is_second_parent =
        wish.kind == TicketLinkKind::parent &&
        std::ranges::find(its, TicketLinkKind::parent, &Link::kind) != its.end();
    if (is_second_parent) return has_parent;
    return Nothing{};
}

Outcome may_lead_on(TicketId from, TicketId to, const NextTickets& next) {
    std::set<TicketId> seen{from};
    std::vector<TicketId> edge{from};
    while (!edge.empty()) {
        if (seen.contains(to)) return link_circle;
        if (seen.size() > chain_most) return link_chain_too_long;
        auto reached = next(edge);
        std::erase_if(reached, [&](TicketId one) { return !seen.insert(one).second; });
        edge = std::move(reached);
    }
    return Nothing{};
}

Result<Due> plan_due(const SetDue& wish, const Due& before, std::string_view zone, Time now) {
    if (wish.on.has_value() == wish.at.has_value()) return wrong("/on", due_day_or_time);
    Due due{.at = wish.at, .on = wish.on};
    if (wish.on) {
        due.at = to_instant(*wish.on, last_minute, zone);
        INVARIANT(due.at.has_value());
    }
    const std::string_view pointer = wish.on ? "/on" : "/at";
    if (*due.at < now) return wrong(pointer, due_in_past);
    if (*due.at > now + due_most) return wrong(pointer, due_too_far);
    if (due == before) return due_unchanged;
    return due;
}

std::optional<DueTelling> next_telling(Time due_at, std::string_view zone, Time after) {
    const auto day = local_date(due_at, zone);
    INVARIANT(day.has_value());
    const auto eight = to_instant(*day, morning, zone);
    INVARIANT(eight.has_value());
    if (*eight > after && *eight < due_at) return DueTelling{DueStep::soon, *eight};
    if (due_at > after) return DueTelling{DueStep::passed, due_at};
    return std::nullopt;
}

Outcome may_snooze(TicketStatus status, Time until, Time now) {
    TRY_DO(may_change(status));
    if (!is_open(status)) return resolved_already;
    if (until <= now) return wrong("/until", snooze_in_past);
    if (until > now + snooze_most) return wrong("/until", snooze_too_long);
    return Nothing{};
}

}  // namespace ogniwo::tickets
