#include "sla/credit_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "people/service.hpp"
#include "sla/credit_rules.hpp"
#include "sla/credit_store.hpp"
#include "sla/report_store.hpp"
#include "sla/store.hpp"

namespace ogniwo::sla {
namespace {

TicketNames& ticket_names() {
    static TicketNames names;
    return names;
}

// The contracts of one transaction, as they were in each version.
class Contracts {
public:
    explicit Contracts(Tx& tx) : tx_(tx) {}

    // Nothing: no contract, or the policy is unknown. It lives as long as these contracts.
    const Contract* find(std::int64_t version, PolicyId id) {
        const std::int64_t of = version == 0 ? store::newest_version(tx_) : version;
        const auto known = versions_.find(of);
        const auto& policies = known != versions_.end()
                                   ? known->second
                                   : versions_.emplace(of, read(of)).first->second;
        const auto policy = std::ranges::find(policies, id, &Policy::id);
        return policy == policies.end() || !policy->contract ? nullptr : &*policy->contract;
    }

private:
    std::vector<Policy> read(std::int64_t version) {
        auto found = store::find_version(tx_, version);
        return found ? std::move(found->policies) : std::vector<Policy>{};
    }

    Tx& tx_;
    std::map<std::int64_t, std::vector<Policy>> versions_{};
};

// What of the most of a month is used up, by whom and by which policy.
class Used {
public:
    Money of(CustomerId customer, PolicyId policy, Currency currency) {
        return used_.try_emplace({customer, policy}, Money{0, currency}).first->second;
    }
    void add(const Credit& credit) {
        std::vector<Money> sums{of(credit.customer, credit.policy, credit.amount.currency)};
        add_to(sums, credit.amount);
        used_[{credit.customer, credit.policy}] = sums.front();
    }

private:
    std::map<std::pair<CustomerId, PolicyId>, Money> used_{};
};

std::optional<Credit> proposal(const store::MissedPromise& missed,
                               const Contract* contract,
                               Used& used) {
    const CreditRule* const rule =
        contract == nullptr ? nullptr : rule_for(*contract, missed.target);
    if (rule == nullptr) return std::nullopt;
    const Money computed = credit_of(*contract, *rule, missed.over);
    Credit credit{.ticket = missed.ticket,
                  .target = missed.target,
                  .run = missed.run,
                  .customer = missed.customer,
                  .policy = missed.policy,
                  .contract = contract->name,
                  .ended_at = missed.ended_at,
                  .over = std::chrono::floor<Minutes>(missed.over),
                  .per = rule->per,
                  .percent = rule->percent,
                  .computed = computed};
    if (rule->per == CreditPer::started_hour) credit.hours = started_hours(missed.over);
    credit.amount = within_most(
        computed, most_of(*contract), used.of(missed.customer, missed.policy, computed.currency));
    used.add(credit);
    return credit;
}

// Of one month, without names; in the order in which the clocks ended.
std::vector<Credit> credits_of(Tx& tx,
                               const Scope& scope,
                               const Span& month,
                               const std::optional<CustomerId>& customer) {
    auto credits = store::list_decided(tx, scope, month, customer);
    Used used;
    for (const Credit& credit : credits) {
        if (credit.state == CreditState::granted) used.add(credit);
    }
    Contracts contracts(tx);
    const Time open_from = store::closed_end(tx).value_or(Time::min());
    for (const auto& missed : store::list_undecided(tx, scope, month, open_from, customer)) {
        const Contract* const contract = contracts.find(missed.policy_version, missed.policy);
        if (auto credit = proposal(missed, contract, used)) credits.push_back(*std::move(credit));
    }
    std::ranges::stable_sort(credits, {}, &Credit::ended_at);
    return credits;
}

void add_names(const View& view, std::vector<Credit>& credits) {
    std::vector<CustomerId> customers;
    std::vector<PersonId> persons;
    std::vector<std::int64_t> tickets;
    for (const Credit& credit : credits) {
        customers.push_back(credit.customer);
        tickets.push_back(credit.ticket);
        if (credit.decided) persons.push_back(credit.decided->by);
    }
    const auto of_customers = people::customer_names(view.tx, customers);
    const auto of_persons = people::person_names(view.tx, persons);
    std::map<std::int64_t, TicketName> of_tickets;
    if (ticket_names()) of_tickets = ticket_names()(view, std::move(tickets));
    const auto name_in = [](const auto& names, const auto& id) {
        const auto found = names.find(id);
        return found == names.end() ? std::nullopt : std::optional(found->second);
    };
    for (Credit& credit : credits) {
        credit.customer_name = name_in(of_customers, credit.customer);
        if (credit.decided) credit.decided->by_name = name_in(of_persons, credit.decided->by);
        const auto ticket = name_in(of_tickets, credit.ticket);
        if (!ticket) continue;
        credit.number = ticket->number;
        credit.subject = ticket->subject;
    }
}

Span month_with(Time moment, std::string_view zone) {
    const Date day = *local_date(moment, zone);
    return month_of(
        static_cast<int>(day.year()), static_cast<int>(static_cast<unsigned>(day.month())), zone);
}

// Nothing decided is decided anew, and what is granted is what was seen.
Outcome may_decide(const Credit& credit, const DecideCredit& wish, const std::string& note) {
    const bool takes_back = wish.decision == CreditState::proposed;
    if (!takes_back && credit.state != CreditState::proposed) return credit_decided_already;
    if (takes_back && credit.state == CreditState::proposed) return credit_changed;
    if (wish.amount != credit.amount) return credit_changed;
    if (wish.decision == CreditState::refused && note.empty()) {
        return Error{.reason = invalid_fields, .fields = {{"/note", credit_note_missing.name}}};
    }
    return Nothing{};
}

}  // namespace

Result<CreditList> read_credits(const View& view, const ReadCredits& wish) {
    if (wish.customer && !view.actor.may(decide_credits, *wish.customer)) return missing;
    const Span month = month_of(wish.year, wish.month, people::company_zone(view.tx));
    CreditList list{
        .items = credits_of(view.tx, view.actor.scope(decide_credits), month, wish.customer)};
    for (const Credit& credit : list.items) {
        switch (credit.state) {
            case CreditState::proposed:
                add_to(list.proposed, credit.amount);
                break;
            case CreditState::granted:
                add_to(list.granted, credit.amount);
                break;
            case CreditState::refused:
                add_to(list.refused, credit.amount);
                break;
        }
    }
    list.more = list.items.size() > static_cast<std::size_t>(credits_most);
    if (list.more) list.items.resize(static_cast<std::size_t>(credits_most));
    add_names(view, list.items);
    return list;
}

Result<Credit> decide_credit(Work& work, const DecideCredit& wish) {
    const std::string zone = people::company_zone(work.tx);
    const Scope scope = work.actor.scope(decide_credits);
    const Time open_from = store::closed_end(work.tx).value_or(Time::min());
    const auto ended_at =
        store::find_credit_end(work.tx, scope, {wish.ticket, wish.target, wish.run}, open_from);
    if (!ended_at) return missing;
    const auto is_meant = [&](const Credit& one) {
        return one.ticket == wish.ticket && one.target == wish.target && one.run == wish.run;
    };
    const Span month = month_with(*ended_at, zone);
    auto credits = credits_of(work.tx, scope, month, std::nullopt);
    const auto found = std::ranges::find_if(credits, is_meant);
    if (found == credits.end()) return missing;

    const std::string note = nfc(trim(wish.note.value_or("")));
    TRY_DO(may_decide(*found, wish, note));
    found->state = wish.decision;
    found->decided =
        CreditDecision{.amount = found->amount, .by = work.actor.person, .at = work.now};
    std::vector<EventText> texts;
    if (!note.empty()) {
        found->decided->note = note;
        texts.push_back({"note", note});
    }
    const auto row = store::save_credit(work.tx, *found);
    work.record(
        SlaCreditDecided{.ticket = wish.ticket,
                         .target = wish.target,
                         .run = wish.run,
                         .policy = found->policy,
                         .decision = wish.decision,
                         .amount = found->amount},
        {.kind = "sla_credit", .id = row.id, .version = row.version, .customer = found->customer},
        std::move(texts));
    std::vector<Credit> answer{*found};
    if (wish.decision == CreditState::proposed) {
        // What is proposed by now; nothing, where the promise counts as kept meanwhile.
        credits = credits_of(work.tx, scope, month, std::nullopt);
        const auto after = std::ranges::find_if(credits, is_meant);
        if (after != credits.end()) answer.front() = *after;
    }
    add_names(work, answer);
    return answer.front();
}

bool is_credited(Tx& tx, std::int64_t policy_version, PolicyId policy, Target target) {
    Contracts contracts(tx);
    const Contract* const contract = contracts.find(policy_version, policy);
    return contract != nullptr && rule_for(*contract, target) != nullptr;
}

void on_ticket_names(TicketNames names) {
    ticket_names() = std::move(names);
}

}  // namespace ogniwo::sla
