#include "tickets/guest_rules.hpp"

#include <doctest/doctest.h>

#include "tickets/types.hpp"

namespace ogniwo::tickets {
namespace {

const Time now = *parse_time("2025-06-12T10:00:00Z");

TicketGuest guest(const char* email, Time ends_at, std::optional<Time> ended_at = {}) {
    return {.email = email, .ends_at = ends_at, .ended_at = ended_at};
}

template <class T>
std::string_view why(const Result<T>& outcome) {
    return outcome ? "" : outcome.error().reason.name;
}

}  // namespace

TEST_CASE("an invitation holds until its time, or until somebody ends it") {
    struct Row {
        const char* what;
        TicketGuest guest;
        bool invited;
    };
    const Row rows[] = {
        {"there is time left", guest("a@b.pl", now + std::chrono::seconds(1)), true},
        {"this very moment", guest("a@b.pl", now), false},
        {"ended by hand", guest("a@b.pl", now + std::chrono::days(3), now), false},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(is_invited(row.guest, now) == row.invited);
        CHECK(why(may_change_guest(row.guest, now)) == (row.invited ? "" : guest_ended.name));
    }
    CHECK(guest_end(now, 14) == now + std::chrono::hours(14 * 24));
}

TEST_CASE("one address is invited once at a time, and not everybody at once") {
    const Time later = now + std::chrono::days(1);
    std::vector<TicketGuest> guests{guest("Jan@Maker.example", later)};
    CHECK(why(may_invite(guests, "ola@maker.example", now)).empty());
    CHECK(why(may_invite(guests, "jan@maker.example", now)) == guest_invited_already.name);
    guests.front().ended_at = now;
    CHECK(why(may_invite(guests, "jan@maker.example", now)).empty());

    guests.assign(guests_most, guest("ela@maker.example", later));
    CHECK(why(may_invite(guests, "ela@maker.example", now)) == guests_too_many.name);
    guests.back().ends_at = now;
    CHECK(why(may_invite(guests, "ola@maker.example", now)).empty());
}

TEST_CASE("what a guest sends has limits") {
    struct Row {
        const char* what;
        GuestUse use;
        std::int64_t bytes;
        std::string_view write;
        std::string_view attach;
    };
    const Row rows[] = {
        {"nothing yet", {}, 1, "", ""},
        {"the last message", {.messages_today = guest_messages_a_day - 1}, 1, "", ""},
        {"one more", {.messages_today = guest_messages_a_day}, 1, guest_wrote_too_often.name, ""},
        {"files wait", {.files_waiting = guest_files_waiting}, 1, "", attachments_too_many.name},
        {"just enough", {.bytes = guest_bytes_most - 5}, 5, "", ""},
        {"too much", {.bytes = guest_bytes_most - 5}, 6, "", guest_files_too_large.name},
    };
    for (const Row& row : rows) {
        CAPTURE(row.what);
        CHECK(why(may_write(row.use)) == row.write);
        CHECK(why(may_attach(row.use, row.bytes)) == row.attach);
    }
}

}  // namespace ogniwo::tickets
