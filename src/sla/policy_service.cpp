#include <algorithm>
#include <map>
#include <set>

#include "base/text.hpp"
#include "calendars/service.hpp"
#include "people/service.hpp"
#include "sla/policy_rules.hpp"
#include "sla/service.hpp"
#include "sla/store.hpp"

namespace ogniwo::sla {
namespace {

std::vector<std::pair<std::string, PromisesChanged>>& hooks() {
    static std::vector<std::pair<std::string, PromisesChanged>> all;
    return all;
}

KnowsCategory& knows_category() {
    static KnowsCategory knows;
    return knows;
}

PolicyList answer(const PolicyVersion& version) {
    return {.version = version.version,
            .items = version.policies,
            .hidden = hidden_ones(version.policies)};
}

// What a contract costs and gives back concerns those who decide about it.
PolicyList answer_for(const View& view, const PolicyVersion& version) {
    PolicyList list = answer(version);
    if (view.actor.may(edit_policies)) return list;
    for (Policy& policy : list.items) {
        if (policy.contract) policy.contract = Contract{.name = policy.contract->name};
    }
    return list;
}

PolicyVersion newest(Tx& tx) {
    return store::find_version(tx, store::newest_version(tx))
        .value_or(PolicyVersion{});  // Version 1 promises nothing.
}

// Customers, categories, calendars and policies that are named and not there.
class Unknown {
public:
    Unknown(Tx& tx, const PolicyVersion& before) : tx_(tx), before_(before) {}

    std::vector<FieldError> in(const SavePolicies& wish) {
        for (std::size_t i = 0; i < wish.policies.size(); ++i) {
            find(wish.policies[i], "/policies/" + std::to_string(i));
        }
        return std::move(errors_);
    }

private:
    void find(const PolicyWish& policy, const std::string& pointer) {
        if (policy.id && !(had(*policy.id) && seen_.insert(*policy.id).second)) {
            errors_.push_back({pointer + "/id", policy_unknown.name});
        }
        if (policy.calendar && !is_usable(*policy.calendar, policy.id)) {
            errors_.push_back({pointer + "/calendar", calendar_unknown.name});
        }
        const auto customers = policy.customers.value_or(std::vector<CustomerId>{});
        const auto names = people::customer_names(tx_, customers);
        for (std::size_t k = 0; k < customers.size(); ++k) {
            if (names.contains(customers[k])) continue;
            errors_.push_back({pointer + "/customers/" + std::to_string(k), customer_unknown.name});
        }
        const auto categories = policy.categories.value_or(std::vector<CategoryId>{});
        for (std::size_t k = 0; k < categories.size(); ++k) {
            if (knows_category() && knows_category()(tx_, categories[k])) continue;
            errors_.push_back(
                {pointer + "/categories/" + std::to_string(k), category_unknown.name});
        }
    }

    const Policy* find_before(PolicyId id) const {
        const auto found = std::ranges::find(before_.policies, id, &Policy::id);
        return found == before_.policies.end() ? nullptr : &*found;
    }
    bool had(PolicyId id) const { return find_before(id) != nullptr; }

    // One that was retired since a policy chose it goes on there.
    bool is_usable(CalendarId id, const std::optional<PolicyId>& policy) {
        const auto calendar = calendars::find_calendar(tx_, id);
        if (!calendar) return false;
        const Policy* const before = policy ? find_before(*policy) : nullptr;
        return !calendar->retired_at || (before != nullptr && before->calendar == id);
    }

    Tx& tx_;
    const PolicyVersion& before_;
    std::set<PolicyId> seen_{};
    std::vector<FieldError> errors_{};
};

template <class T>
std::vector<T> each_once(std::optional<std::vector<T>> values) {
    if (!values) return {};
    std::ranges::sort(*values);
    values->erase(std::ranges::unique(*values).begin(), values->end());
    return *std::move(values);
}

Policy policy_of(const PolicyWish& wish) {
    Policy policy{.id = wish.id.value_or(PolicyId{}),
                  .name = nfc(trim(wish.name)),
                  .customers = each_once(wish.customers),
                  .types = each_once(wish.types),
                  .categories = each_once(wish.categories),
                  .priorities = each_once(wish.priorities),
                  .calendar = wish.calendar,
                  .goals = wish.goals,
                  .counting = wish.counting.value_or(CountingRules{}),
                  .reactions = wish.reactions.value_or(std::vector<Reaction>{}),
                  .waiting = wish.waiting,
                  .contract = wish.contract};
    if (policy.contract) policy.contract->name = nfc(trim(policy.contract->name));
    std::ranges::sort(policy.counting.shares, {}, &TierShare::tier);
    return policy;
}

// Ids and numbers into the payload, names into texts.
void record(Work& work, const PolicyVersion& version) {
    PoliciesSaved event{.also_since = version.also_since, .policies = version.policies};
    // Both of each policy, whether there is a contract or not: texts point into it.
    std::vector<std::string> fields;
    for (const Policy& policy : event.policies) {
        fields.push_back("name." + std::to_string(policy.id.value));
        fields.push_back("contract." + std::to_string(policy.id.value));
    }
    std::vector<EventText> texts;
    for (std::size_t i = 0; i < event.policies.size(); ++i) {
        Policy& policy = event.policies[i];
        texts.push_back({fields[2 * i], std::exchange(policy.name, {})});
        if (!policy.contract) continue;
        texts.push_back({fields[2 * i + 1], std::exchange(policy.contract->name, {})});
    }
    work.record(event, {.kind = "sla", .id = 1, .version = version.version}, std::move(texts));
}

}  // namespace

Result<PolicyList> list_policies(const View& view, const ListPolicies& wish) {
    if (!wish.version) return answer_for(view, newest(view.tx));
    const auto version = store::find_version(view.tx, *wish.version);
    if (version) return answer_for(view, *version);
    if (*wish.version == PolicyVersion{}.version) return answer(PolicyVersion{});
    return missing;
}

Result<PolicyList> save_policies(Work& work, const SavePolicies& wish) {
    const PolicyVersion before = newest(work.tx);
    if (wish.version != before.version) return stale;
    auto errors = errors_in(wish);
    const auto today = *local_date(work.now, people::company_zone(work.tx));
    if (wish.also_since && *wish.also_since > today) {
        errors.push_back({"/alsoSince", since_in_future.name});
    }
    for (FieldError& error : Unknown(work.tx, before).in(wish)) errors.push_back(std::move(error));
    if (!errors.empty()) return Error{.reason = invalid_fields, .fields = std::move(errors)};

    PolicyVersion version{
        .version = before.version + 1, .recorded_at = work.now, .also_since = wish.also_since};
    for (const PolicyWish& policy : wish.policies) {
        version.policies.push_back(policy_of(policy));
        PolicyId& id = version.policies.back().id;
        if (id == PolicyId{}) id = store::insert_policy(work.tx, work.now);
    }
    if (!store::insert_version(work.tx, version)) return stale;
    record(work, version);
    for (const auto& [slice, changed] : hooks()) changed(work);
    return answer(version);
}

void on_promises_changed(std::string_view name, PromisesChanged changed) {
    std::erase_if(hooks(), [&](const auto& known) { return known.first == name; });
    hooks().emplace_back(name, std::move(changed));
}

void on_category(KnowsCategory knows) {
    knows_category() = std::move(knows);
}

}  // namespace ogniwo::sla
