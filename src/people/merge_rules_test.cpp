#include "people/merge_rules.hpp"

#include <doctest/doctest.h>

namespace ogniwo::people::rules {
namespace {

std::string told(const Outcome& outcome) {
    return outcome ? "may" : std::string(outcome.error().reason.name);
}

std::string words(const std::vector<Likeness>& reasons) {
    std::string text;
    for (const Likeness reason : reasons) {
        text += (text.empty() ? "" : " ") + std::string(enum_name(reason));
    }
    return text;
}

TEST_CASE("who may go on as whom") {
    const PersonSide jan{.person = {1}};
    const PersonSide ewa{.person = {2}};
    struct Case {
        std::string_view about;
        PersonSide person;
        PersonSide into;
        std::string_view verdict;
    };
    const std::vector<Case> cases{
        {"two of one side", jan, ewa, "may"},
        {"somebody and themselves", jan, jan, "people.merged_into_itself"},
        {"an erased person", {.person = {1}, .is_erased = true}, ewa, "people.person_erased"},
        {"into an erased person", jan, {.person = {2}, .is_erased = true}, "people.person_erased"},
        {"one who goes on elsewhere", {.person = {1}, .merged_into = {{3}}}, ewa, "people.merged"},
        {"staff and a customer's",
         {.person = {1}, .is_staff = true},
         ewa,
         "people.merge_sides_differ"},
        {"two of staff",
         {.person = {1}, .is_staff = true},
         {.person = {2}, .is_staff = true},
         "may"},
        {"no chain", {.person = {1}, .merged = 1}, ewa, "people.has_merged"},
        {"several into one", jan, {.person = {2}, .merged = 3}, "may"},
        {"too many", jan, {.person = {2}, .merged = merged_most - 1}, "people.merged_too_many"},
        {"the last that fits", jan, {.person = {2}, .merged = merged_most - 2}, "may"},
        {"whoever signs in, into who may not",
         jan,
         {.person = {2}, .is_disabled = true},
         "people.merge_into_disabled"},
        {"a disabled one into one who signs in", {.person = {1}, .is_disabled = true}, ewa, "may"},
        {"two disabled ones",
         {.person = {1}, .is_disabled = true},
         {.person = {2}, .is_disabled = true},
         "may"},
        {"the most permanent obstacle first",
         {.person = {1}, .is_staff = true, .is_erased = true, .merged = 1},
         ewa,
         "people.person_erased"},
    };
    for (const Case& one : cases) {
        CAPTURE(one.about);
        CHECK(told(may_merge(one.person, one.into)) == one.verdict);
    }
}

TEST_CASE("only what was merged is taken apart, and nobody who was erased") {
    CHECK(told(may_unmerge(PersonSide{.person = {1}, .merged_into = {{2}}})) == "may");
    CHECK(told(may_unmerge(PersonSide{.person = {1}})) == "people.not_merged");
    CHECK(told(may_unmerge(PersonSide{.person = {1}, .is_erased = true, .merged_into = {{2}}})) ==
          "people.person_erased");
    CHECK(told(may_unmerge(CustomerSide{.customer = {1}, .merged_into = {{2}}})) == "may");
    CHECK(told(may_unmerge(CustomerSide{.customer = {1}})) == "people.customer_not_merged");
}

TEST_CASE("a role that was given across two merged customers ends when they part") {
    const std::vector<CustomerId> here{{1}};
    const std::vector<CustomerId> other{{2}, {3}};
    const Standing ours{.belongs = {{1}}};
    const Standing nobody;
    struct Case {
        std::string_view about;
        Standing holder;
        std::optional<Standing> giver;
        bool ends;
    };
    const std::vector<Case> cases{
        {"by the server", ours, {}, false},
        {"by the server, to people of the other one", {.belongs = {{3}}}, {}, true},
        {"to somebody with a role at both", {.roles = {{1}, {2}}}, {}, true},
        {"by its own administrator", ours, Standing{.roles = {{1}}}, false},
        {"by the administrator of both", ours, Standing{.roles = {{1}, {2}}}, false},
        {"by the other one's administrator", ours, Standing{.roles = {{2}}}, true},
        {"by somebody whose role came with the merge", ours, nobody, true},
        {"by our staff", ours, Standing{.is_staff = true, .is_everywhere = true}, false},
        {"by our staff who have left since", ours, Standing{.is_staff = true}, false},
        {"by our staff of the other one", ours, Standing{.is_staff = true, .roles = {{2}}}, true},
    };
    for (const Case& one : cases) {
        CAPTURE(one.about);
        CHECK(ends_with_merge(here, other, one.holder, one.giver) == one.ends);
    }
}

TEST_CASE("which customer may go on as which") {
    const CustomerSide one{.customer = {1}, .nip = "5250000009"};
    const CustomerSide other{.customer = {2}};
    CHECK(told(may_merge(one, other, false)) == "may");
    CHECK(told(may_merge(one, one, false)) == "people.merged_into_itself");
    CHECK(told(may_merge(CustomerSide{.customer = {1}, .merged_into = {{3}}}, other, false)) ==
          "people.customer_merged");
    CHECK(told(may_merge(CustomerSide{.customer = {1}, .merged = 1}, other, false)) ==
          "people.customer_has_merged");
    CHECK(told(may_merge(one, CustomerSide{.customer = {2}, .merged = merged_most}, false)) ==
          "people.merged_too_many");
    // Two numbers are two companies, until somebody says that they know.
    const CustomerSide numbered{.customer = {2}, .nip = "1234563218"};
    CHECK(told(may_merge(one, numbered, false)) == "people.nips_differ");
    CHECK(told(may_merge(one, numbered, true)) == "may");
    CHECK(told(may_merge(one, CustomerSide{.customer = {2}, .nip = "5250000009"}, false)) == "may");
}

TEST_CASE("an edit keeps to which of two customers that are one a person belongs") {
    using Ids = std::vector<CustomerId>;
    const std::map<CustomerId, CustomerId> goes_on{{{3}, {1}}};  // 3 is read as 1.
    struct Case {
        Ids before;
        Ids wanted;
        Ids after;
    };
    const std::vector<Case> cases{
        {{{3}}, {{1}}, {{3}}},
        {{{3}}, {{1}, {2}}, {{3}, {2}}},
        {{{1}, {3}}, {{1}}, {{1}, {3}}},
        {{{3}, {2}}, {{2}}, {{2}}},
        {{{2}}, {{1}, {3}}, {{1}}},
        {{}, {{3}}, {{3}}},
        {{{3}}, {}, {}},
    };
    for (const Case& one : cases) {
        CHECK(belonging_after(one.before, one.wanted, goes_on) == one.after);
    }
}

TEST_CASE("what people's names and addresses have in common, however they are written") {
    CHECK(name_trait("Jan", "Kowalski") == name_trait("KOWALSKI", "Jan"));
    CHECK(name_trait("Łucja", "Żak-Nowak") == name_trait("Lucja", "Zak Nowak"));
    CHECK(name_trait("", "Kowalski").empty());
    CHECK(name_trait("Jan", "Kowalski") != name_trait("Jan", "Kowalska"));

    CHECK(mailbox_trait("jan.kowalski+faktury@firma.example") == "jankowalski");
    CHECK(mailbox_trait("jankowalski@gmail.com") == "jankowalski");
    CHECK(mailbox_trait("biuro@firma.example").empty());
    CHECK(mailbox_trait("jan@firma.example").empty());
}

TEST_CASE("companies are called the same whatever form they have") {
    const std::vector<std::pair<std::string, std::string>> cases{
        {"Kowalski i Syn Sp. z o.o.", "kowalskiisyn"},
        {"KOWALSKI I SYN SPÓŁKA Z OGRANICZONĄ ODPOWIEDZIALNOŚCIĄ", "kowalskiisyn"},
        {"Kowalski-i-Syn", "kowalskiisyn"},
        {"P.H.U. Żuk s.c.", "phuzuk"},
        {"PHU Żuk", "zuk"},
        {"Firma Nowak S.A.", "nowak"},
        {"Nowak sp.j.", "nowak"},
        {"Nowak Sp. z o.o. Sp. k.", "nowak"},
        {"S.A.", "s"},
        {"", ""},
    };
    for (const auto& [name, trait] : cases) {
        CAPTURE(name);
        CHECK(company_trait(name) == trait);
    }
    CHECK(is_own_domain("kowalski.example"));
    CHECK(!is_own_domain("wp.pl"));
}

TEST_CASE("persons look alike by name, phone or mailbox, and not by what an office shares") {
    const PersonTraits jan{.person = {1},
                           .name = "jan kowalski ",
                           .phones = {"+48784380784/"},
                           .mailboxes = {"jankowalski"}};
    const PersonTraits again{.person = {2}, .name = "jan kowalski ", .phones = {"+48784380784/"}};
    const PersonTraits mailbox{.person = {3}, .name = "j kowalski ", .mailboxes = {"jankowalski"}};
    CHECK(words(likeness(jan, again)) == "name phone");
    CHECK(words(likeness(jan, mailbox)) == "mailbox");
    CHECK(words(likeness(again, mailbox)).empty());
    CHECK(words(likeness(PersonTraits{}, PersonTraits{})).empty());

    const auto pairs = alike_persons({jan, again, mailbox});
    REQUIRE(pairs.size() == 2);
    CHECK(pairs[0].one == PersonId{1});
    CHECK(pairs[0].other == PersonId{2});
    CHECK(pairs[1].other == PersonId{3});

    // The switchboard's number, which five of them have.
    std::vector<PersonTraits> office;
    for (std::int64_t i = 1; i <= 5; ++i) {
        office.push_back({.person = {i}, .phones = {"+48618551234/"}});
    }
    CHECK(alike_persons(office).empty());
}

TEST_CASE("customers look alike by nearly the same name, a number or a domain") {
    const CustomerTraits one{.customer = {1}, .names = {"kowalskiisyn"}, .numbers = {"krs0000"}};
    struct Case {
        CustomerTraits other;
        std::string_view reasons;
    };
    const std::vector<Case> cases{
        {{.names = {"kowalskiisyn"}}, "name"},
        {{.names = {"kowalskisyn"}}, "name"},
        {{.names = {"kowalskyisyn"}}, "name"},
        {{.names = {"kowalskiisynek"}}, ""},
        {{.names = {"nowak"}, .numbers = {"krs0000"}}, "registry"},
        {{.names = {"nowak", "kowalskiisyn"}, .numbers = {"krs0000"}}, "name registry"},
        {{.names = {"nowak"}}, ""},
    };
    for (std::size_t i = 0; i < cases.size(); ++i) {
        CAPTURE(i);
        CustomerTraits other = cases[i].other;
        other.customer = {2};
        CHECK(words(likeness(one, other)) == cases[i].reasons);
        // The list finds exactly what the pair has in common.
        CHECK(alike_customers({one, other}).size() == (cases[i].reasons.empty() ? 0 : 1));
    }
    // Short names differ by one letter and are two.
    CHECK(likeness(CustomerTraits{.names = {"abcd"}}, CustomerTraits{.names = {"abce"}}).empty());
    const auto domain = likeness(CustomerTraits{.names = {"a"}, .domains = {"k.example"}},
                                 CustomerTraits{.names = {"b"}, .domains = {"k.example"}});
    CHECK(words(domain) == "domain");
}

}  // namespace
}  // namespace ogniwo::people::rules
