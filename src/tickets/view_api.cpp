#include "tickets/view_api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/view_service.hpp"

namespace ogniwo::tickets {
namespace {

using people::Role;

constexpr std::int64_t name_most = 60;
constexpr std::int64_t condition_most = 4'000;
constexpr std::int64_t place_most = 10'000;
constexpr std::int64_t cursor_most = 1'000;
constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);

void allow_view_roles() {
    people::allow_reading(
        see_views,
        {Role::administrator, Role::lead, Role::technician, Role::bookkeeper, Role::consultant});
    people::allow(make_views,
                  {Role::administrator, Role::lead, Role::technician, Role::consultant});
    people::allow(share_views, {Role::administrator, Role::lead});
}

}  // namespace

void describe(Fields& fields, TicketView& view) {
    fields("id", view.id);
    fields("version", view.version);
    fields("namePl", view.name_pl);
    fields("nameEn", view.name_en).about("One's own views have one name.");
    fields("shared", view.shared);
    fields("condition", view.condition).about("In the condition language.");
    fields("sort", view.sort);
    fields("grouping", view.grouping);
    fields("place", view.place).about("Among the shared ones, or among one's own.");
}

void describe(Fields& fields, TicketViewList& list) {
    fields("items", list.items);
}

void describe(Fields& fields, CreateView& wish) {
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most).about("Shared views need it.");
    fields("condition", wish.condition)
        .at_most(condition_most)
        .multiline()
        .about("In the condition language; empty: every ticket.");
    fields("sort", wish.sort);
    fields("grouping", wish.grouping);
    fields("shared", wish.shared).about("For everybody who works here.");
}

void describe(Fields& fields, EditView& wish) {
    fields("view", wish.view);
    fields("version", wish.version);
    fields("namePl", wish.name_pl).within(1, name_most);
    fields("nameEn", wish.name_en).within(1, name_most);
    fields("condition", wish.condition).at_most(condition_most).multiline();
    fields("sort", wish.sort);
    fields("grouping", wish.grouping);
    fields("place", wish.place).within(1, place_most);
    fields("shared", wish.shared).about("True: from now on everybody's.");
}

void describe(Fields& fields, DeleteView& wish) {
    fields("view", wish.view);
}

void describe(Fields& fields, ViewCount& count) {
    fields("view", count.view);
    fields("count", count.count);
    fields("more", count.more).about("There are more than that.");
}

void describe(Fields& fields, QueueCount& count) {
    fields("queue", count.queue);
    fields("open", count.open);
    fields("unassigned", count.unassigned);
}

void describe(Fields& fields, ViewCounts& counts) {
    fields("items", counts.items);
    fields("queues", counts.queues).about("Those with open tickets; always exact.");
}

void describe(Fields& fields, ListMatching& wish) {
    fields("view", wish.view);
    fields("condition", wish.condition)
        .at_most(condition_most)
        .about("In place of the view's own; without both every ticket.");
    fields("sort", wish.sort);
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, ViewSaved& event) {
    fields("shared", event.shared);
    fields("sort", event.sort);
    fields("grouping", event.grouping);
    fields("place", event.place);
}

void describe(Fields& fields, ViewDeleted& event) {
    fields("shared", event.shared);
}

void mount_views(Operations& operations) {
    allow_view_roles();
    operations
        .get<Nothing, TicketViewList>("tickets.list_views", "/views", see_views, list_views, {})
        .about("The views of the house, then the reader's own.");
    operations
        .get<Nothing, ViewCounts>(
            "tickets.count_views", "/views/counts", see_views, count_views, {})
        .about("How many tickets the reader finds in each view, up to 1,000, and in each queue.");
    operations
        .get<ListMatching, TicketList>("tickets.list_matching",
                                       "/tickets/matching",
                                       see_views,
                                       list_matching,
                                       {.condition = "open"})
        .about("The tickets of a view, or of a condition that is tried.");
    operations
        .post<CreateView, TicketView>("tickets.create_view",
                                      "/views",
                                      make_views,
                                      create_view,
                                      {.name_pl = "Drukarki", .condition = "open and \"druk\""})
        .creates()
        .about("Saves a filter, for oneself or for everybody.");
    operations
        .patch<EditView, TicketView>("tickets.edit_view",
                                     "/views/{view}",
                                     make_views,
                                     edit_view,
                                     {.view = {1}, .version = 1, .sort = ViewSort::quiet})
        .about("Changes a view, or shares one's own.");
    operations
        .del<DeleteView, Nothing>(
            "tickets.delete_view", "/views/{view}", make_views, delete_view, {.view = {1}})
        .about("Deletes one's own view; a shared one is retired.");
    people::on_export("ticket_views", [](const View& view, PersonId person) {
        return to_json(views_of_person(view, person));
    });
    people::on_erase("ticket_views", erase_views);
}

}  // namespace ogniwo::tickets
