#include <algorithm>
#include <set>

#include "base/phone.hpp"
#include "people/access_service.hpp"
#include "people/access_support.hpp"
#include "people/directory_service.hpp"
#include "people/merge_rules.hpp"
#include "people/merge_service.hpp"
#include "people/merge_store.hpp"
#include "people/person_access.hpp"

namespace ogniwo::people {
namespace {

using store::StoredPerson;

const Scope everywhere{.everyone = true};

struct MergePart {
    std::string_view name;
    CountOfPerson count;
    WorkOfPerson work;
};
struct UnmergePart {
    std::string_view name;
    PartOfPersons part;
};
// Filled while the program starts, on one thread, and only read afterwards.
std::vector<MergePart>& parts() {
    static std::vector<MergePart> all;
    return all;
}
std::vector<UnmergePart>& unmerge_parts() {
    static std::vector<UnmergePart> all;
    return all;
}

struct Pair {
    StoredPerson person;
    StoredPerson into;
};

Result<StoredPerson> load(const View& view, PersonId id) {
    return load_within(view, id, merge_persons, not_yours_to_edit);
}

// Whoever signs in for somebody could be anything that they are.
Result<Pair> load_pair(const View& view, PersonId person, PersonId into) {
    Pair pair;
    TRY(pair.person, load(view, person));
    TRY(pair.into, load(view, into));
    TRY_DO(may_manage(view, person));
    TRY_DO(may_manage(view, into));
    return pair;
}

rules::PersonSide side_of(Tx& tx, const StoredPerson& person) {
    return {.person = person.id,
            .is_staff = person.card.is_staff,
            .is_disabled = person.disabled_at.has_value(),
            .is_erased = person.erased_at.has_value(),
            .merged_into = person.merged_into,
            .merged = store::list_merged(tx, person.id).size()};
}

Outcome may_merge_here(const View& view, const Pair& pair) {
    const bool is_erased = pair.person.erased_at || pair.into.erased_at;
    if (!is_erased) TRY_DO(goes_on_as_nobody(view.tx, pair.person.id));
    TRY_DO(rules::may_merge(side_of(view.tx, pair.person), side_of(view.tx, pair.into)));
    if (view.actor.is(pair.person.id)) return merged_yourself;
    std::int64_t work = 0;
    for (const MergePart& part : parts()) {
        if (part.work) work += part.work(view, pair.person.id);
    }
    if (work == 0) return Nothing{};
    return Error{.reason = merge_has_work, .shown = {{"count", std::to_string(work)}}};
}

// In the order of the ids, so that nobody waits for somebody who waits for them.
void claim_both(Work& work, Pair& pair) {
    const auto claim = [&](StoredPerson& person) {
        person.version = *store::touch_person(work.tx, person.id);
    };
    if (pair.person.id < pair.into.id) claim(pair.person);
    claim(pair.into);
    if (pair.into.id < pair.person.id) claim(pair.person);
}

About about(const StoredPerson& person) {
    About about{.kind = "person", .id = person.id.value, .version = person.version};
    if (person.card.customers.size() == 1) about.customer = person.card.customers.front();
    return about;
}

// Whether the same role for the same customer is among them.
bool is_among(const std::vector<PersonGrant>& grants, const PersonGrant& grant) {
    return std::ranges::any_of(grants, [&](const PersonGrant& one) {
        return one.role == grant.role && one.customer == grant.customer;
    });
}

// A disabled person's roles give nobody anything.
void take_grants_along(Work& work, const Pair& pair) {
    if (pair.person.disabled_at) return;
    for (const PersonGrant& grant : store::list_all_grants(work.tx, pair.person.id)) {
        const auto given = add_grant(
            work, {.person = pair.into.id, .role = grant.role, .customer = grant.customer});
        if (given) store::mark_grant(work.tx, given->id, pair.person.id);
    }
}

// What somebody else who goes on as this one holds, too, stays and is theirs.
void give_grants_back(Work& work, PersonId person, PersonId from) {
    std::vector<PersonGrant> gone;
    for (const GrantId id : store::list_grants_with(work.tx, from, person)) {
        const auto grant = store::find_grant(work.tx, everywhere, id);
        remove_grant(work, *grant);
        gone.push_back(*grant);
    }
    for (const PersonId other : store::list_merged(work.tx, from)) {
        if (store::find_account(work.tx, other)->is_disabled) continue;
        for (const PersonGrant& theirs : store::list_all_grants(work.tx, other)) {
            if (!is_among(gone, theirs)) continue;
            const auto given =
                add_grant(work, {.person = from, .role = theirs.role, .customer = theirs.customer});
            if (given) store::mark_grant(work.tx, given->id, other);
        }
    }
}

// Whoever was disabled while the two were one stays outside under either name.
void disable_along(Work& work, Pair& pair) {
    if (!pair.into.disabled_at || pair.person.disabled_at || pair.person.erased_at) return;
    store::update_disabled(work.tx, pair.person.id, work.now);
    store::delete_tokens(work.tx, pair.person.id);
    pair.person.version = *store::touch_person(work.tx, pair.person.id);
    work.record(PersonDisabled{.person = pair.person.id}, about(pair.person));
}

void refresh_search_text(Tx& tx, PersonId person) {
    const auto stored = store::load_person(tx, person);
    store::update_person(tx, person, stored->card);
}

Result<Person> shown(const View& view, PersonId person) {
    return show_person(view, {.person = person});
}

// --- Previews

PersonRef ref_of(const StoredPerson& person) {
    return {.person = person.id,
            .given_name = person.card.given_name,
            .family_name = person.card.family_name,
            .job_title = person.card.job_title};
}

std::vector<RoleGained> roles_gained(Tx& tx, const Pair& pair) {
    std::vector<RoleGained> gained;
    if (pair.person.disabled_at) return gained;
    const auto held = store::list_all_grants(tx, pair.into.id);
    for (const PersonGrant& grant : store::list_all_grants(tx, pair.person.id)) {
        if (is_among(held, grant)) continue;
        gained.push_back({.role = grant.role});
        if (grant.customer) {
            gained.back().customer_name =
                store::customer_names(tx, {*grant.customer})[*grant.customer];
        }
    }
    return gained;
}

// Customers to whom only the first one belongs: their people read the second one's card, too.
std::vector<std::string> shown_to(Tx& tx, PersonId person, PersonId other) {
    auto customers = store::customers_of(tx, everywhere, {person, other});
    const auto& known = customers[other];
    std::vector<std::string> names;
    for (const CustomerRef& one : customers[person]) {
        const bool is_known =
            std::ranges::find(known, one.customer, &CustomerRef::customer) != known.end();
        if (!is_known) names.push_back(one.name);
    }
    return names;
}

// --- Duplicates

PersonSummary summary_of(const View& view, PersonId id) {
    const auto stored = store::load_person(view.tx, id);
    const PersonCard& card = stored->card;
    PersonSummary summary{.person = id,
                          .version = stored->version,
                          .given_name = card.given_name,
                          .family_name = card.family_name,
                          .is_staff = card.is_staff,
                          .is_disabled = stored->disabled_at.has_value(),
                          .job_title = card.job_title};
    if (!card.emails.empty()) summary.email = card.emails.front();
    if (!card.phones.empty()) {
        summary.phone = show_phone({card.phones.front().number, card.phones.front().extension});
    }
    summary.customers = store::customers_of(view.tx, view.actor.scope(see_persons), {id})[id];
    return summary;
}

bool is_mergeable(const View& view, PersonId person) {
    return load(view, person) && may_manage(view, person);
}

// Everybody who belongs to one of the customers, each once.
std::vector<rules::PersonTraits> traits_of(const std::vector<store::Member>& members) {
    std::vector<rules::PersonTraits> traits;
    std::set<PersonId> known;
    for (const store::Member& member : members) {
        if (known.insert(member.traits.person).second) traits.push_back(member.traits);
    }
    return traits;
}

// Colleagues of whom `person` may be one.
std::vector<rules::PersonTraits> colleagues_of(Tx& tx, const StoredPerson& person) {
    if (person.card.is_staff) return traits_of(store::list_staff(tx));
    std::vector<store::Member> members;
    for (const CustomerId customer : going_on(tx, person.card.customers)) {
        auto some = store::list_members(tx, CustomerId{customer.value - 1}, customer);
        std::ranges::move(some, std::back_inserter(members));
    }
    return traits_of(members);
}

constexpr int customers_at_once = 200;
constexpr int pages_at_once = 10;
constexpr std::size_t pairs_at_once = 50;
constexpr std::size_t likes_most = 10;

using Pairs = std::vector<rules::Alike<PersonId>>;

// Two who work at two customers together are told once.
void add_alike(Pairs& pairs, const std::vector<rules::PersonTraits>& traits) {
    for (auto& alike : rules::alike_persons(traits)) {
        const bool is_known = std::ranges::any_of(pairs, [&](const auto& one) {
            return one.one == alike.one && one.other == alike.other;
        });
        if (!is_known) pairs.push_back(std::move(alike));
    }
}

void add_alike_within(Tx& tx, Pairs& pairs, CustomerId after, CustomerId last) {
    std::map<CustomerId, std::vector<store::Member>> customers;
    for (store::Member& member : store::list_members(tx, after, last)) {
        customers[member.customer].push_back(std::move(member));
    }
    for (const auto& [customer, members] : customers) add_alike(pairs, traits_of(members));
}

}  // namespace

void on_person_merge(std::string_view name, CountOfPerson count, WorkOfPerson work) {
    std::erase_if(parts(), [&](const MergePart& part) { return part.name == name; });
    parts().push_back({name, std::move(count), std::move(work)});
}

void on_person_unmerge(std::string_view name, PartOfPersons part) {
    std::erase_if(unmerge_parts(), [&](const UnmergePart& one) { return one.name == name; });
    unmerge_parts().push_back({name, std::move(part)});
}

Result<PersonMergePreview> preview_person_merge(const View& view, const MergePerson& wish) {
    TRY(const Pair pair, load_pair(view, wish.person, store::find_goes_on(view.tx, wish.into)));
    TRY_DO(may_merge_here(view, pair));
    PersonMergePreview preview{
        .person = ref_of(pair.person),
        .into = ref_of(pair.into),
        .emails = pair.person.card.emails,
        .roles = roles_gained(view.tx, pair),
        .shown_to = shown_to(view.tx, pair.person.id, pair.into.id),
        .merged_shown_to = shown_to(view.tx, pair.into.id, pair.person.id),
        .sessions =
            static_cast<std::int64_t>(store::list_sessions(view.tx, wish.person, view.now).size()),
        .tokens = static_cast<std::int64_t>(store::list_tokens(view.tx, wish.person).size())};
    for (const MergePart& part : parts()) {
        if (!part.count) continue;
        auto moves = part.count(view, wish.person);
        std::ranges::move(moves, std::back_inserter(preview.moves));
    }
    return preview;
}

Result<Person> merge_person(Work& work, const MergePerson& wish) {
    TRY(Pair pair, load_pair(work, wish.person, store::find_goes_on(work.tx, wish.into)));
    store::claim_access_root_of_owner(work.tx, pair.person.id);
    claim_both(work, pair);
    TRY_DO(may_merge_here(work, pair));

    store::update_merged(work.tx, pair.person.id, pair.into.id, work.now);
    store::take_memberships_along(work.tx, pair.person.id, pair.into.id);
    take_grants_along(work, pair);
    refresh_search_text(work.tx, pair.into.id);
    end_sessions(work, pair.person.id, SessionEnd::merged);
    store::delete_links(work.tx, pair.person.id);
    work.record(PersonMerged{.person = pair.person.id, .into = pair.into.id}, about(pair.person));
    work.record(PersonAbsorbed{.person = pair.into.id, .other = pair.person.id}, about(pair.into));
    return shown(work, pair.person.id);
}

Result<Person> unmerge_person(Work& work, const UnmergePerson& wish) {
    TRY(const StoredPerson seen, load(work, wish.person));
    TRY_DO(rules::may_unmerge(side_of(work.tx, seen)));
    TRY(Pair pair, load_pair(work, seen.id, *seen.merged_into));
    store::claim_access_root_of_owner(work.tx, pair.into.id);
    claim_both(work, pair);

    store::update_merged(work.tx, pair.person.id, std::nullopt, std::nullopt);
    store::give_memberships_back(work.tx, pair.person.id, pair.into.id);
    give_grants_back(work, pair.person.id, pair.into.id);
    refresh_search_text(work.tx, pair.into.id);
    work.record(PersonUnmerged{.person = pair.person.id, .from = pair.into.id}, about(pair.person));
    work.record(PersonReleased{.person = pair.into.id, .other = pair.person.id}, about(pair.into));
    disable_along(work, pair);
    const Time since = pair.person.merged_at.value_or(Time{});
    for (const UnmergePart& one : unmerge_parts()) one.part(work, pair.person.id, since);
    return shown(work, pair.person.id);
}

Result<LikePersons> find_like_persons(const View& view, const OfDuplicates& wish) {
    TRY(const StoredPerson person, load(view, wish.person));
    LikePersons likes;
    for (const auto& alike : rules::alike_persons(colleagues_of(view.tx, person))) {
        if (alike.one != person.id && alike.other != person.id) continue;
        const PersonId other = alike.one == person.id ? alike.other : alike.one;
        if (!is_mergeable(view, other)) continue;
        likes.items.push_back({.person = summary_of(view, other), .reasons = alike.reasons});
        if (likes.items.size() == likes_most) break;
    }
    return likes;
}

Result<PersonPairs> list_duplicate_persons(const View& view, const ListDuplicatePersons& wish) {
    Pairs alike;
    CustomerId after{wish.after};
    if (wish.after == 0) add_alike(alike, traits_of(store::list_staff(view.tx)));
    std::optional<CustomerId> last;
    for (int page = 0; page < pages_at_once && alike.size() < pairs_at_once; ++page) {
        last = store::find_page_end(view.tx, after, customers_at_once);
        if (!last) break;
        add_alike_within(view.tx, alike, after, *last);
        after = *last;
    }
    PersonPairs pairs;
    if (last) pairs.next = last->value;
    for (const auto& one : alike) {
        if (!is_mergeable(view, one.one) || !is_mergeable(view, one.other)) continue;
        pairs.items.push_back({.person = summary_of(view, one.one),
                               .other = summary_of(view, one.other),
                               .reasons = one.reasons});
    }
    return pairs;
}

// --- For other slices ------------------------------------------------------------------------

PersonId goes_on(Tx& tx, PersonId person) {
    return store::find_goes_on(tx, person);
}

Outcome goes_on_as_nobody(Tx& tx, PersonId person) {
    if (goes_on(tx, person) == person) return Nothing{};
    return Error{.reason = person_merged,
                 .shown = {{"name", store::person_names(tx, {person})[person]}}};
}

std::vector<ShownName<PersonId>> shown_names(Tx& tx, const std::vector<PersonId>& ids) {
    return store::list_shown_names(tx, ids);
}

std::map<PersonId, PersonId> merged_among(Tx& tx, const std::vector<PersonId>& ids) {
    return store::find_merged(tx, ids);
}

std::vector<PersonId> going_on(Tx& tx, const std::vector<PersonId>& ids) {
    return rules::shown_as(ids, store::find_merged(tx, ids));
}

std::vector<PersonId> one_with(Tx& tx, PersonId person) {
    std::vector<PersonId> all{store::find_goes_on(tx, person)};
    std::ranges::copy(store::list_merged(tx, all.front()), std::back_inserter(all));
    return all;
}

}  // namespace ogniwo::people
