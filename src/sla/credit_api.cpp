#include "base/describe.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "sla/api.hpp"
#include "sla/credit_service.hpp"

namespace ogniwo::sla {
namespace {

constexpr std::int64_t first_year = 2000;
constexpr std::int64_t last_year = 2199;
constexpr std::int64_t months_of_year = 12;

}  // namespace

void describe(Fields& fields, CreditRule& rule) {
    fields("target", rule.target).about("Absent: all that have no rule of their own.");
    fields("per", rule.per).about("Once, or for each hour beyond the promise that has begun.");
    fields("amount", rule.amount).about("Either this or `percent`.");
    fields("percent", rule.percent).within(1, credit_percent_most).about("Of the monthly fee.");
}

void describe(Fields& fields, Contract& contract) {
    fields("name", contract.name).within(1, contract_letters_most);
    fields("monthlyFee", contract.monthly_fee);
    fields("most", contract.most)
        .within(1, credit_percent_most)
        .about("Of the monthly fee: no more is credited to a customer in a month.");
    fields("credits", contract.credits)
        .at_most(static_cast<std::int64_t>(credit_rules_most))
        .may_be_missing()
        .about("What is proposed where a promise was missed.");
}

void describe(Fields& fields, ReadCredits& wish) {
    fields("year", wish.year).within(first_year, last_year);
    fields("month", wish.month).within(1, months_of_year).about("In which the promise ended.");
    fields("customer", wish.customer);
}

void describe(Fields& fields, CreditDecision& decision) {
    fields("amount", decision.amount);
    fields("note", decision.note);
    fields("by", decision.by);
    fields("byName", decision.by_name);
    fields("at", decision.at);
}

void describe(Fields& fields, Credit& credit) {
    fields("ticket", credit.ticket);
    fields("number", credit.number).about("Absent: the reader may not see the ticket.");
    fields("subject", credit.subject);
    fields("target", credit.target);
    fields("run", credit.run).about("Which of the ticket's clocks of this target, from 1.");
    fields("customer", credit.customer);
    fields("customerName", credit.customer_name);
    fields("policy", credit.policy);
    fields("contract", credit.contract);
    fields("endedAt", credit.ended_at);
    fields("over", credit.over).about("Beyond what was promised.");
    fields("per", credit.per);
    fields("hours", credit.hours).about("That had begun, where they are counted.");
    fields("percent", credit.percent).about("Of the monthly fee, where that is credited.");
    fields("computed", credit.computed).about("Before the most of a month is looked at.");
    fields("amount", credit.amount);
    fields("state", credit.state);
    fields("decided", credit.decided);
}

void describe(Fields& fields, CreditList& list) {
    fields("items", list.items).about("In the order in which the clocks ended.");
    fields("more", list.more).about("There are others; they are in the sums.");
    fields("proposed", list.proposed).about("Sums, one for each currency.");
    fields("granted", list.granted);
    fields("refused", list.refused);
}

void describe(Fields& fields, DecideCredit& wish) {
    fields("ticket", wish.ticket);
    fields("target", wish.target);
    fields("run", wish.run);
    fields("decision", wish.decision).about("`proposed` takes a decision back.");
    fields("amount", wish.amount).about("As it was seen.");
    fields("note", wish.note)
        .within(0, credit_note_letters_most)
        .about("Why; needed where it is refused.");
}

void describe(Fields& fields, SlaCreditDecided& event) {
    fields("ticket", event.ticket);
    fields("target", event.target);
    fields("run", event.run);
    fields("policy", event.policy);
    fields("decision", event.decision);
    fields("amount", event.amount);
}

void mount_credits(Operations& operations) {
    // The owner has every right there is, and nobody else decides about the company's money.
    people::allow(decide_credits, {});
    operations
        .get<ReadCredits, CreditList>("sla.read_credits",
                                      "/sla/credits",
                                      decide_credits,
                                      read_credits,
                                      {.year = 2025, .month = 6})
        .about(
            "What contracts give back for the promises missed in a month: proposals, and what "
            "was decided.");
    operations
        .post<DecideCredit, Credit>("sla.decide_credit",
                                    "/sla/credits/decisions",
                                    decide_credits,
                                    decide_credit,
                                    {.ticket = 1, .amount = {50'00, Currency::pln}})
        .about("Grants or refuses a credit, or takes that back. Nothing is granted by itself.");
}

}  // namespace ogniwo::sla
