#pragma once

// Views: saved filters over tickets, each with its count.
//
// A view is a condition (conditions/README.md) with an order and a grouping. It belongs to one
// person, or it is shared by all who work here; what it shows is always what its reader may see, so
// the same view has other counts for others. A count is exact up to count_most and then only
// "more".

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "tiers/types.hpp"

namespace ogniwo::tickets {

using ViewId = Id<struct ViewTag>;

inline constexpr std::int64_t count_most = 1'000;
inline constexpr std::int64_t own_views_most = 50;      // Of one person.
inline constexpr std::int64_t shared_views_most = 100;  // Of the house.

// Promise: what was promised soonest first, then by priority.
enum class ViewSort { activity, quiet, newest, oldest, due, promise };
constexpr auto names(ViewSort) {
    return enum_names("activity", "quiet", "newest", "oldest", "due", "promise");
}

enum class ViewGrouping { none, status, priority, tier, customer, assignee };
constexpr auto names(ViewGrouping) {
    return enum_names("none", "status", "priority", "tier", "customer", "assignee");
}

struct TicketView {
    ViewId id{};
    std::int64_t version = 0;
    std::string name_pl{};  // One's own are called the same in both languages.
    std::string name_en{};
    bool shared = false;
    std::string condition{};
    ViewSort sort = ViewSort::activity;
    ViewGrouping grouping = ViewGrouping::none;
    int place = 0;  // Among the shared ones, or among one's own.
};
void describe(Fields& fields, TicketView& view);

struct TicketViewList {
    std::vector<TicketView> items{};
};
void describe(Fields& fields, TicketViewList& list);

struct CreateView {
    std::string name_pl{};
    std::optional<std::string> name_en{};  // Shared ones need it.
    std::string condition{};
    std::optional<ViewSort> sort{};
    std::optional<ViewGrouping> grouping{};
    std::optional<bool> shared{};
};
void describe(Fields& fields, CreateView& wish);

struct EditView {
    ViewId view{};
    std::int64_t version = 0;
    std::optional<std::string> name_pl{};
    std::optional<std::string> name_en{};
    std::optional<std::string> condition{};
    std::optional<ViewSort> sort{};
    std::optional<ViewGrouping> grouping{};
    std::optional<int> place{};
    std::optional<bool> shared{};  // True: from now on everybody's. There is no way back.
};
void describe(Fields& fields, EditView& wish);

struct DeleteView {
    ViewId view{};
};
void describe(Fields& fields, DeleteView& wish);

struct ViewCount {
    ViewId view{};
    std::int64_t count = 0;
    bool more = false;  // There are more than that.
};
void describe(Fields& fields, ViewCount& count);

struct QueueCount {
    tiers::QueueId queue{};
    std::int64_t open = 0;
    std::int64_t unassigned = 0;
};
void describe(Fields& fields, QueueCount& count);

struct ViewCounts {
    std::vector<ViewCount> items{};
    std::vector<QueueCount> queues{};  // Exact, whatever their size. Empty ones are not here.
};
void describe(Fields& fields, ViewCounts& counts);

// A view's tickets, or those of a condition that is only tried.
struct ListMatching {
    std::optional<ViewId> view{};
    std::optional<std::string> condition{};  // In place of the view's own.
    std::optional<ViewSort> sort{};
    std::optional<std::string> cursor{};
    std::optional<int> limit{};
};
void describe(Fields& fields, ListMatching& wish);

struct ViewSaved {  // name_pl, name_en, condition
    static constexpr std::string_view name = "tickets.view_saved";
    static constexpr int schema = 1;

    bool shared = false;
    ViewSort sort = ViewSort::activity;
    ViewGrouping grouping = ViewGrouping::none;
    int place = 0;
};
void describe(Fields& fields, ViewSaved& event);

struct ViewDeleted {
    static constexpr std::string_view name = "tickets.view_deleted";
    static constexpr int schema = 1;

    bool shared = false;  // Then it is retired.
};
void describe(Fields& fields, ViewDeleted& event);

inline constexpr Right see_views{"tickets.see_views"};
inline constexpr Right make_views{"tickets.make_views"};    // One's own.
inline constexpr Right share_views{"tickets.share_views"};  // And everybody's.

inline constexpr Reason view_is_shared{Refusal::forbidden, "tickets.view_is_shared"};
inline constexpr Reason views_too_many{Refusal::conflict, "tickets.views_too_many"};

}  // namespace ogniwo::tickets
