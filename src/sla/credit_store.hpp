#pragma once

// The only place that names the table sla_credit; and the clocks that were missed, besides.

#include <optional>
#include <vector>

#include "sla/credit_types.hpp"
#include "sla/report_rules.hpp"
#include "storage/tx.hpp"

namespace ogniwo::sla::store {

struct MissedPromise {
    std::int64_t ticket = 0;
    Target target = Target::resolution;
    int run = 1;
    CustomerId customer{};
    PolicyId policy{};
    std::int64_t policy_version = 0;  // 0: nobody knows; the newest is meant.
    Time ended_at{};
    Microseconds over{};
};
// Of which nothing was decided, in the order in which they ended; of closed months as they were
// then, from `open_from` on as they are.
std::vector<MissedPromise> list_undecided(Tx& tx,
                                          const Scope& scope,
                                          const Span& span,
                                          Time open_from,
                                          const std::optional<CustomerId>& customer);

// What was granted or refused.
std::vector<Credit> list_decided(Tx& tx,
                                 const Scope& scope,
                                 const Span& span,
                                 const std::optional<CustomerId>& customer);

// Which of a ticket's clocks a credit is for.
struct CreditKey {
    std::int64_t ticket = 0;
    Target target = Target::resolution;
    int run = 1;
};
// When what was decided or missed ended.
std::optional<Time> find_credit_end(Tx& tx,
                                    const Scope& scope,
                                    const CreditKey& key,
                                    Time open_from);

struct CreditRow {
    std::int64_t id = 0;
    std::int64_t version = 1;
};
// What was decided before is written over; the version is that after it.
CreditRow save_credit(Tx& tx, const Credit& credit);

}  // namespace ogniwo::sla::store
