#include "notices/api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "notices/service.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"

namespace ogniwo::notices {
namespace {

constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);
constexpr int ids_most = 100;
constexpr int kind_most = 40;

}  // namespace

void describe(Fields& fields, Notice& notice) {
    fields("id", notice.id);
    fields("kind", notice.kind).about("The name of the event that caused it.");
    fields("subjectKind", notice.subject_kind);
    fields("subject", notice.subject);
    fields("label", notice.label).about("What the subject is called.");
    fields("actor", notice.actor);
    fields("actorName", notice.actor_name);
    fields("at", notice.at);
    fields("readAt", notice.read_at);
}

void describe(Fields& fields, ListNotices& wish) {
    fields("unread", wish.unread).about("True: only those that were not read.");
    fields("before", wish.before).about("Where the page before ended.");
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, NoticeList& list) {
    fields("items", list.items);
    fields("next", list.next);
    fields("unread", list.unread).about("Counted up to 100.");
}

void describe(Fields& fields, ReadNotices& wish) {
    fields("notices", wish.notices).at_most(ids_most);
    fields("subjectKind", wish.subject_kind).within(1, kind_most);
    fields("subject", wish.subject).within(1, std::int64_t{1} << 53);
}

void describe(Fields& fields, UnreadNotices& unread) {
    fields("unread", unread.unread).about("Counted up to 100.");
}

void mount(Operations& operations) {
    operations.slice("notices", "What somebody should look at.");
    operations.get("notices.list_notices", "/notices", signed_in, list_notices, {.unread = true})
        .about("What the reader was told, the newest first.");
    operations
        .post("notices.read_notices",
              "/notices/reading",
              signed_in,
              read_notices,
              {.subject_kind = "ticket", .subject = 1})
        .about("Marks some, those about one subject, or all as read.");
    people::on_erase("notices", erase_person);
}

}  // namespace ogniwo::notices
