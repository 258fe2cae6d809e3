#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "tickets/stopwatch_service.hpp"
#include "tickets/time_api.hpp"
#include "tickets/time_types.hpp"

namespace ogniwo::tickets {

void describe(Fields& fields, TicketStopwatch& stopwatch) {
    fields("ticket", stopwatch.ticket);
    fields("subject", stopwatch.subject);
    fields("customerName", stopwatch.customer_name);
    fields("state", stopwatch.state);
    fields("doubt", stopwatch.doubt).about("Why it asks what to count.");
    fields("startedAt", stopwatch.started_at);
    fields("runningSince", stopwatch.running_since);
    fields("seenAt", stopwatch.seen_at).about("The last sign of the person's browser.");
    fields("seconds", stopwatch.seconds).about("At the moment of the answer.");
    fields("minutes", stopwatch.minutes).about("Up to the minute that was begun.");
    fields("minutesUntilSeen", stopwatch.minutes_until_seen);
    fields("minutesBefore", stopwatch.minutes_before)
        .about("Without the stretch that runs or is in doubt.");
}

void describe(Fields& fields, TicketStopwatches& stopwatches) {
    fields("items", stopwatches.items).about("The running one first, then the newest.");
}

void describe(Fields& fields, OfStopwatch& wish) {
    fields("ticket", wish.ticket);
}

void describe(Fields& fields, AnswerStopwatch& wish) {
    fields("ticket", wish.ticket);
    fields("count", wish.count).about("Of the stretch in doubt; own: of the whole stopwatch.");
    fields("minutes", wish.minutes).within(0, entry_minutes_most).about("With the count own.");
    fields("goOn", wish.go_on).about("True: it runs again from now on.");
}

void describe(Fields& fields, StopwatchChanged& event) {
    fields("ticket", event.ticket);
    fields("step", event.step);
    fields("seconds", event.seconds);
    fields("count", event.count);
}

void mount_stopwatches(Operations& operations) {
    operations
        .get<Nothing, TicketStopwatches>(
            "tickets.list_stopwatches", "/stopwatches", book_work, list_stopwatches, {})
        .about("One's own stopwatches.");
    operations
        .post<Nothing, TicketStopwatches>(
            "tickets.touch_stopwatches", "/stopwatches/touch", book_work, touch_stopwatches, {})
        .about("A sign that a browser is open, once a minute while a stopwatch runs.");
    operations
        .post<OfStopwatch, TicketStopwatches>("tickets.start_stopwatch",
                                              "/tickets/{ticket}/stopwatch/start",
                                              book_work,
                                              start_stopwatch,
                                              {.ticket = {1}})
        .about("Starts the stopwatch or goes on with it; the one that runs is paused.");
    operations
        .post<OfStopwatch, TicketStopwatches>("tickets.pause_stopwatch",
                                              "/tickets/{ticket}/stopwatch/pause",
                                              book_work,
                                              pause_stopwatch,
                                              {.ticket = {1}})
        .about("Stops counting; the minutes are kept.");
    operations
        .post<AnswerStopwatch, TicketStopwatches>("tickets.answer_stopwatch",
                                                  "/tickets/{ticket}/stopwatch/answer",
                                                  book_work,
                                                  answer_stopwatch,
                                                  {.ticket = {1}})
        .about("Says what to count of a stretch that may have run without its person.");
    operations
        .del<OfStopwatch, TicketStopwatches>("tickets.drop_stopwatch",
                                             "/tickets/{ticket}/stopwatch",
                                             book_work,
                                             drop_stopwatch,
                                             {.ticket = {1}})
        .about("Forgets the stopwatch and its minutes.");
}

}  // namespace ogniwo::tickets
