#pragma once

// A clock as people read it: in sentences, with minutes that add up. Private to the slice.

#include <string>

#include "sla/service.hpp"
#include "tickets/clock_types.hpp"

namespace ogniwo::tickets {

// Whether the reader is told of tiers, policies and versions.
enum class Inner { hidden, shown };

class ClockWords {
public:
    ClockWords(Tx& tx, Inner inner) : tx_(tx), inner_(inner) {}

    TicketClock clock(const sla::Counted& counted, Time now);

private:
    void add_intervals(TicketClock& told, const sla::Counted& counted);
    void add_basis(TicketClock& told, const sla::Counted& counted);
    void add_tiers(TicketClock& told, const sla::Clock& clock);

    Tx& tx_;
    Inner inner_;
};

ClockCause cause_of(const sla::Interval& interval);

// "2 h 10 min", "45 min", "3 h", the same in both languages.
std::string duration_text(Minutes minutes);

// First what was waited for, else how it stands; said to the customer, or to our own people of the
// customer. `waited`: minutes of working time in which we waited for the customer.
struct ClockSentence {
    std::string pl{};
    std::string en{};
};
ClockSentence sentence_of(const TicketClock& clock,
                          const std::optional<sla::PauseCause>& pause,
                          Minutes waited,
                          Inner inner);

}  // namespace ogniwo::tickets
