#pragma once

// The only place that names the tables sla_policy, sla_policy_version, sla_clock, sla_stay and
// sla_reached.

#include <optional>
#include <set>
#include <vector>

#include "sla/policy_types.hpp"
#include "sla/service.hpp"
#include "storage/tx.hpp"

namespace ogniwo::sla::store {

// In order of their versions, without the policies.
std::vector<PolicyVersion> list_versions(Tx& tx);
std::optional<PolicyVersion> find_version(Tx& tx, std::int64_t version);
std::int64_t newest_version(Tx& tx);  // 1: nobody has saved any.
// False: somebody was quicker.
bool insert_version(Tx& tx, const PolicyVersion& version);
PolicyId insert_policy(Tx& tx, Time now);

// With their tickets, from the first to the last; stays in their order.
std::vector<std::pair<std::int64_t, KeptClock>> list_clocks(Tx& tx,
                                                            std::int64_t first,
                                                            std::int64_t last);
std::vector<std::pair<std::int64_t, KeptStay>> list_stays(Tx& tx,
                                                          std::int64_t first,
                                                          std::int64_t last);
void save_clock(Tx& tx, std::int64_t ticket, const KeptClock& clock);
void delete_clock(Tx& tx, std::int64_t ticket, Target target, int run);
void save_stays(Tx& tx, std::int64_t ticket, const std::vector<KeptStay>& stays);

struct Reached {
    Target target = Target::resolution;
    int run = 1;
    int percent = 100;

    friend auto operator<=>(const Reached&, const Reached&) = default;
};
std::set<Reached> list_reached(Tx& tx, std::int64_t ticket);
// False: it was there already.
bool insert_reached(Tx& tx, std::int64_t ticket, const Reached& reached, Time at);

}  // namespace ogniwo::sla::store
