#include <algorithm>

#include "people/access_store.hpp"
#include "people/access_support.hpp"
#include "people/customer_tie_service.hpp"
#include "people/directory_service.hpp"
#include "people/merge_rules.hpp"
#include "people/merge_service.hpp"
#include "people/merge_store.hpp"
#include "people/person_store.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {
namespace {

using store::StoredCustomer;

const Scope everywhere{.everyone = true};
constexpr std::size_t holders_shown = 50;

struct MergePart {
    std::string_view name;
    CountOfCustomer count;
    BoundOfCustomer bound;
};
// Filled while the program starts, on one thread, and only read afterwards.
std::vector<MergePart>& parts() {
    static std::vector<MergePart> all;
    return all;
}

struct Pair {
    StoredCustomer customer;
    StoredCustomer into;
};

// Whoever runs one of two only would widen what they run themselves.
Result<StoredCustomer> load_mergeable(const View& view, CustomerId id) {
    auto customer = store::find_customer(view.tx, view.actor.scope(see_customers), id);
    if (!customer) return missing;
    if (!view.actor.may_everywhere(merge_customers)) return not_yours_to_edit;
    return *std::move(customer);
}

// A merge gives every role that is held for one of them at all of them.
Outcome may_give_roles_of(const View& view, CustomerId customer) {
    const auto held = held_by(view.actor);
    for (const CustomerId one : one_with(view.tx, customer)) {
        for (const Role role : store::list_roles_at(view.tx, one)) {
            TRY_DO(rules::may_give(held, gift_of(role, one)));
        }
    }
    return Nothing{};
}

Result<Pair> load_pair(const View& view, CustomerId customer, CustomerId into) {
    Pair pair;
    TRY(pair.customer, load_mergeable(view, customer));
    TRY(pair.into, load_mergeable(view, into));
    TRY_DO(may_give_roles_of(view, customer));
    TRY_DO(may_give_roles_of(view, into));
    return pair;
}

rules::CustomerSide side_of(Tx& tx, const StoredCustomer& customer) {
    return {.customer = customer.id,
            .nip = customer.card.nip,
            .merged_into = customer.merged_into,
            .merged = store::list_merged(tx, customer.id).size()};
}

Outcome may_merge_here(Tx& tx, const Pair& pair, bool is_known) {
    TRY_DO(goes_on_as_nobody(tx, pair.customer.id));
    return rules::may_merge(side_of(tx, pair.customer), side_of(tx, pair.into), is_known);
}

// Else one of the two would read what is the other one's.
Outcome may_part(const View& view, CustomerId customer) {
    std::int64_t bound = 0;
    for (const MergePart& part : parts()) bound += part.bound(view, customer);
    if (bound == 0) return Nothing{};
    return Error{.reason = customer_bound, .shown = {{"count", std::to_string(bound)}}};
}

void claim_both(Work& work, Pair& pair) {
    const auto claim = [&](StoredCustomer& customer) {
        customer.version = *store::touch_customer(work.tx, customer.id);
    };
    if (pair.customer.id < pair.into.id) claim(pair.customer);
    claim(pair.into);
    if (pair.into.id < pair.customer.id) claim(pair.customer);
}

About about(const StoredCustomer& customer) {
    return {.kind = "customer",
            .id = customer.id.value,
            .version = customer.version,
            .customer = customer.id};
}

void refresh_search_text(Tx& tx, CustomerId customer) {
    const auto stored = store::find_customer(tx, everywhere, customer);
    store::update_customer(tx, customer, stored->card);
}

CustomerRef ref_of(const StoredCustomer& customer) {
    return {.customer = customer.id, .name = customer.card.name};
}

// --- Roles

// By what is theirs, or of whoever is one with them, and older than the merge.
rules::Standing standing_of(Tx& tx, PersonId person, Time before) {
    rules::Standing standing;
    for (const PersonId one : one_with(tx, person)) {
        const auto stored = store::load_person(tx, one);
        if (!stored) continue;
        standing.is_staff = stored->card.is_staff;
        std::ranges::copy(stored->card.customers, std::back_inserter(standing.belongs));
        for (const PersonGrant& grant : store::list_all_grants(tx, one)) {
            if (!grant.customer) standing.is_everywhere = true;
            if (!grant.customer || grant.granted_at >= before) continue;
            standing.roles.push_back(*grant.customer);
        }
    }
    return standing;
}

// Whoever is one person had the role before the merge.
bool is_older(Tx& tx, const PersonGrant& grant, Time than) {
    for (const PersonId one : one_with(tx, grant.person)) {
        const auto grants = store::list_all_grants(tx, one);
        const bool is_there = std::ranges::any_of(grants, [&](const PersonGrant& own) {
            return own.role == grant.role && own.customer == grant.customer &&
                   own.granted_at < than;
        });
        if (is_there) return true;
    }
    return false;
}

struct Parting {
    std::vector<CustomerId> here{};
    std::vector<CustomerId> other{};
    Time since{};
};

// Roles given for customers `here` that end with the merge. What somebody has, those who are one
// with them have, too.
std::vector<PersonGrant> grants_of_merge(Tx& tx, const Parting& parting) {
    std::vector<store::GrantSince> all;
    for (const CustomerId customer : parting.here) {
        std::ranges::move(store::list_grants_since(tx, customer, parting.since),
                          std::back_inserter(all));
    }
    std::vector<PersonGrant> ending;
    for (const store::GrantSince& one : all) {
        if (one.is_along || is_older(tx, one.grant, parting.since)) continue;
        std::optional<rules::Standing> giver;
        if (one.grant.granted_by) giver = standing_of(tx, *one.grant.granted_by, parting.since);
        const auto holder = standing_of(tx, one.grant.person, parting.since);
        if (!rules::ends_with_merge(parting.here, parting.other, holder, giver)) continue;
        const PersonId person = goes_on(tx, one.grant.person);
        for (const store::GrantSince& same : all) {
            if (same.grant.role == one.grant.role && same.grant.customer == one.grant.customer &&
                goes_on(tx, same.grant.person) == person &&
                std::ranges::find(ending, same.grant.id, &PersonGrant::id) == ending.end()) {
                ending.push_back(same.grant);
            }
        }
    }
    return ending;
}

// Else somebody would go on running what they came to by the merge alone.
void take_grants_of_merge(Work& work, const StoredCustomer& customer) {
    Parting parting{.here = {customer.id}, .since = customer.merged_at.value_or(Time{})};
    parting.other = one_with(work.tx, customer.id);
    std::erase(parting.other, customer.id);
    auto ending = grants_of_merge(work.tx, parting);
    std::swap(parting.here, parting.other);
    std::ranges::move(grants_of_merge(work.tx, parting), std::back_inserter(ending));
    for (const PersonGrant& grant : ending) remove_grant(work, grant);
}

// Of all that are one with it; true when there are more than are named.
bool add_role_holders(Tx& tx, CustomerId customer, std::vector<RoleHolder>& holders) {
    for (const CustomerId one : one_with(tx, customer)) {
        auto some = store::list_role_holders(tx, one, holders_shown + 1);
        std::ranges::move(some, std::back_inserter(holders));
    }
    if (holders.size() <= holders_shown) return false;
    holders.resize(holders_shown);
    return true;
}

// --- Duplicates

constexpr int traits_at_once = 1'000;
constexpr std::size_t compared_most = 10'000;
constexpr std::size_t pairs_most = 100;
constexpr std::size_t likes_most = 10;

// Of the oldest ten thousand.
std::vector<rules::CustomerTraits> all_traits(Tx& tx) {
    std::vector<rules::CustomerTraits> all;
    CustomerId after{};
    while (all.size() < compared_most) {
        auto page = store::list_customer_traits(tx, after, traits_at_once);
        if (page.empty()) break;
        after = page.back().customer;
        std::ranges::move(page, std::back_inserter(all));
    }
    return all;
}

std::vector<std::pair<std::string, CustomersTied>>& tied_hooks() {
    static std::vector<std::pair<std::string, CustomersTied>> all;
    return all;
}

void tell_of_tie(Work& work) {
    for (const auto& [slice, tied] : tied_hooks()) tied(work);
}

CustomerSummary summary_of(const View& view, CustomerId id) {
    const auto stored = store::find_customer(view.tx, everywhere, id);
    const CustomerCard& card = stored->card;
    const auto& address = card.postal_address ? card.postal_address : card.billing_address;
    CustomerSummary summary{.customer = id,
                            .version = stored->version,
                            .name = card.name,
                            .legal_name = card.legal_name,
                            .nip = card.nip,
                            .city = address ? address->city : "",
                            .lead = stored->lead};
    if (view.actor.may(see_pinned_notes, id)) summary.marks = card.marks;
    return summary;
}

}  // namespace

void on_customers_tied(std::string_view name, CustomersTied tied) {
    std::erase_if(tied_hooks(), [&](const auto& known) { return known.first == name; });
    tied_hooks().emplace_back(name, std::move(tied));
}

void on_customer_merge(std::string_view name, CountOfCustomer count, BoundOfCustomer bound) {
    std::erase_if(parts(), [&](const MergePart& part) { return part.name == name; });
    parts().push_back({name, std::move(count), std::move(bound)});
}

Result<CustomerMergePreview> preview_customer_merge(const View& view,
                                                    const PreviewCustomerMerge& wish) {
    TRY(const Pair pair, load_pair(view, wish.customer, store::find_goes_on(view.tx, wish.into)));
    TRY_DO(may_merge_here(view.tx, pair, true));
    CustomerMergePreview preview{.customer = ref_of(pair.customer),
                                 .into = ref_of(pair.into),
                                 .nips_differ = rules::nips_differ(side_of(view.tx, pair.customer),
                                                                   side_of(view.tx, pair.into)),
                                 .domains = pair.customer.card.domains};
    const bool more_here = add_role_holders(view.tx, pair.customer.id, preview.readers);
    const bool more_there = add_role_holders(view.tx, pair.into.id, preview.readers_of_into);
    preview.more_readers = more_here || more_there;
    const auto add = [&](std::string what, std::size_t count) {
        if (count > 0) {
            preview.moves.push_back(
                {.what = std::move(what), .count = static_cast<std::int64_t>(count)});
        }
    };
    const CustomerId before{wish.customer.value - 1};
    add("persons", store::list_members(view.tx, before, wish.customer).size());
    add("sites", store::list_sites(view.tx, everywhere, wish.customer).size());
    for (const MergePart& part : parts()) {
        auto moves = part.count(view, wish.customer);
        std::ranges::move(moves, std::back_inserter(preview.moves));
    }
    return preview;
}

Result<Customer> merge_customer(Work& work, const MergeCustomer& wish) {
    TRY(Pair pair, load_pair(work, wish.customer, store::find_goes_on(work.tx, wish.into)));
    claim_both(work, pair);
    TRY_DO(may_merge_here(work.tx, pair, wish.nips_differ.value_or(false)));

    store::update_merged(work.tx, pair.customer.id, pair.into.id, work.now);
    refresh_search_text(work.tx, pair.into.id);
    work.record(CustomerMerged{.customer = pair.customer.id, .into = pair.into.id},
                about(pair.customer));
    work.record(CustomerAbsorbed{.customer = pair.into.id, .other = pair.customer.id},
                about(pair.into));
    tell_of_tie(work);
    return show_customer(work, {.customer = pair.customer.id});
}

Result<Customer> unmerge_customer(Work& work, const UnmergeCustomer& wish) {
    TRY(const StoredCustomer seen, load_mergeable(work, wish.customer));
    TRY_DO(rules::may_unmerge(side_of(work.tx, seen)));
    TRY(Pair pair, load_pair(work, seen.id, *seen.merged_into));
    claim_both(work, pair);
    TRY_DO(may_part(work, pair.customer.id));

    take_grants_of_merge(work, pair.customer);
    store::update_merged(work.tx, pair.customer.id, std::nullopt, std::nullopt);
    refresh_search_text(work.tx, pair.into.id);
    work.record(CustomerUnmerged{.customer = pair.customer.id, .from = pair.into.id},
                about(pair.customer));
    work.record(CustomerReleased{.customer = pair.into.id, .other = pair.customer.id},
                about(pair.into));
    tell_of_tie(work);
    return show_customer(work, {.customer = pair.customer.id});
}

Result<LikeCustomers> find_like_customers(const View& view, const OfCustomerDuplicates& wish) {
    TRY(const StoredCustomer customer, load_mergeable(view, wish.customer));
    const auto all = all_traits(view.tx);
    const auto own = std::ranges::find(all, customer.id, &rules::CustomerTraits::customer);
    LikeCustomers likes;
    if (own == all.end()) return likes;
    for (const auto& other : all) {
        if (other.customer == customer.id) continue;
        auto reasons = rules::likeness(*own, other);
        if (reasons.empty()) continue;
        likes.items.push_back(
            {.customer = summary_of(view, other.customer), .reasons = std::move(reasons)});
        if (likes.items.size() == likes_most) break;
    }
    std::ranges::stable_sort(likes.items, [](const LikeCustomer& a, const LikeCustomer& b) {
        return a.reasons.size() > b.reasons.size();
    });
    return likes;
}

Result<CustomerPairs> list_duplicate_customers(const View& view, const Nothing&) {
    CustomerPairs pairs;
    if (!view.actor.may_everywhere(merge_customers)) return pairs;
    for (const auto& alike : rules::alike_customers(all_traits(view.tx))) {
        if (pairs.items.size() == pairs_most) {
            pairs.more = true;
            break;
        }
        if (!load_mergeable(view, alike.one) || !load_mergeable(view, alike.other)) continue;
        pairs.items.push_back({.customer = summary_of(view, alike.one),
                               .other = summary_of(view, alike.other),
                               .reasons = alike.reasons});
    }
    return pairs;
}

// --- For other slices ------------------------------------------------------------------------

CustomerId goes_on(Tx& tx, CustomerId customer) {
    return store::find_goes_on(tx, customer);
}

Outcome goes_on_as_nobody(Tx& tx, CustomerId customer) {
    if (goes_on(tx, customer) == customer) return Nothing{};
    return Error{.reason = customer_merged,
                 .shown = {{"name", store::customer_names(tx, {customer})[customer]}}};
}

std::vector<ShownName<CustomerId>> shown_names(Tx& tx, const std::vector<CustomerId>& ids) {
    return store::list_shown_names(tx, ids);
}

std::map<CustomerId, CustomerId> merged_among(Tx& tx, const std::vector<CustomerId>& ids) {
    return store::find_merged(tx, ids);
}

std::vector<CustomerId> going_on(Tx& tx, const std::vector<CustomerId>& ids) {
    return rules::shown_as(ids, store::find_merged(tx, ids));
}

void claim_together(Tx& tx, CustomerId one, CustomerId other) {
    if (one == other) return;
    store::claim_pointer(tx, std::min(one, other));
    store::claim_pointer(tx, std::max(one, other));
}

std::vector<CustomerId> one_with(Tx& tx, CustomerId customer) {
    std::vector<CustomerId> all{store::find_goes_on(tx, customer)};
    std::ranges::copy(store::list_merged(tx, all.front()), std::back_inserter(all));
    return all;
}

}  // namespace ogniwo::people
