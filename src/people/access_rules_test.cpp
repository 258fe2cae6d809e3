#include "people/access_rules.hpp"

#include <doctest/doctest.h>

#include <sstream>
#include <string>
#include <vector>

namespace ogniwo::people::rules {
namespace {

using std::chrono::seconds;

const Time start = *parse_time("2026-11-23T08:00:00Z");

std::string show(const Outcome& outcome) {
    return outcome ? "yes" : std::string(outcome.error().reason.name);
}

std::vector<std::string> words_of(const std::string& text) {
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;) words.push_back(word);
    return words;
}

// "a,b@7" holds a and b for customer 7; "a@*" holds a for our whole company. The rights named here
// live as long as the program.
constexpr std::string_view known_rights[] = {"a", "b", "c"};

HeldRights parse_held(const std::string& word) {
    const auto at = word.find('@');
    HeldRights held;
    for (const auto right : known_rights) {
        if (word.substr(0, at).find(right) != std::string::npos) held.rights.push_back(right);
    }
    if (word.substr(at + 1) != "*") held.customer = CustomerId{std::stoll(word.substr(at + 1))};
    return held;
}

std::vector<HeldRights> parse_all(const std::string& text) {
    std::vector<HeldRights> all;
    for (const auto& word : words_of(text)) all.push_back(parse_held(word));
    return all;
}

// Each line: what the giver holds | the gift | the answer.
TEST_CASE("nobody gives what they do not hold in that place") {
    struct Case {
        std::string held;
        std::string gift;
        std::string answer;
    };
    const std::string no = "people.not_yours_to_give";
    for (const auto& [held, gift, answer] : {
             Case{"a,b,c@*", "a,b@*", "yes"},
             Case{"a,b,c@*", "a,b@7", "yes"},  // The company is every customer.
             Case{"a,b@7", "a@7", "yes"},      //
             Case{"a,b@7", "a,b@7", "yes"},    // All of it, but no more:
             Case{"a,b@7", "a,b,c@7", no},     //
             Case{"a,b@7", "a@8", no},         // another customer,
             Case{"a,b,c@7", "a@*", no},       // nor everybody.
             Case{"a@7 b@7", "a,b@7", "yes"},  // Grants add up
             Case{"a@* b@7", "a,b@7", "yes"},  //
             Case{"a@* b@7", "a,b@8", no},     // where they hold.
             Case{"a@* b@7", "a,b@*", no},     //
             Case{"", "a@7", no},              //
             Case{"", "@7", "yes"},            // A role without any right is nobody's harm.
         }) {
        CHECK_MESSAGE(show(may_give(parse_all(held), parse_held(gift))) == answer,
                      held << " gives " << gift);
    }
}

TEST_CASE("who can change how another one signs in must hold all that they hold") {
    struct Case {
        std::string held;
        std::string other;
        std::string answer;
    };
    const std::string no = "people.person_above_you";
    for (const auto& [held, other, answer] : {
             Case{"a,b@*", "", "yes"},
             Case{"a,b@*", "a@*", "yes"},
             Case{"a,b@*", "a,b@7 a@8", "yes"},
             Case{"a,b@*", "a,b,c@*", no},
             Case{"a,b@*", "c@7", no},
             Case{"a,b@7", "a@7", "yes"},
             Case{"a,b@7", "a@7 a@8", no},  // Also somebody's elsewhere, where I am nobody.
             Case{"a,b@7", "a@*", no},
         }) {
        CHECK_MESSAGE(show(may_manage(parse_all(held), parse_all(other))) == answer,
                      held << " manages " << other);
    }
}

TEST_CASE("a role is held where it belongs, by the people it is for") {
    struct Case {
        RolePlace place;
        std::optional<CustomerId> customer;
        Side side;
        std::string answer;
    };
    const std::optional<CustomerId> kowalski{CustomerId{1}};
    const std::optional<CustomerId> company{};
    for (const auto& [place, customer, side, answer] : {
             Case{RolePlace::company, company, Side::staff, "yes"},
             Case{RolePlace::company, kowalski, Side::staff, "people.role_is_company_wide"},
             Case{RolePlace::company, company, Side::customer, "people.role_for_staff"},
             Case{RolePlace::either, company, Side::staff, "yes"},
             Case{RolePlace::either, kowalski, Side::staff, "yes"},
             Case{RolePlace::either, kowalski, Side::customer, "people.role_for_staff"},
             Case{RolePlace::customer, kowalski, Side::customer, "yes"},
             Case{RolePlace::customer, company, Side::customer, "people.role_needs_customer"},
             Case{RolePlace::customer, kowalski, Side::staff, "people.role_for_customers"},
         }) {
        CHECK(show(may_hold(place, customer, side)) == answer);
    }
}

TEST_CASE("the last owner who can sign in stays") {
    const PersonId olga{1}, piotr{2}, anna{3};
    const std::vector<PersonId> one{olga}, two{olga, piotr}, none;
    CHECK(show(leaves_an_owner(one, olga)) == "people.last_owner");
    CHECK(show(leaves_an_owner(two, olga)) == "yes");
    CHECK(show(leaves_an_owner(one, anna)) == "yes");
    CHECK(show(leaves_an_owner(none, anna)) == "yes");
}

TEST_CASE("the first failures are free, then each wait is twice the last, up to minutes") {
    struct Case {
        int failures;
        int wait;
    };
    for (const auto& [failures, wait] : {Case{0, 0},
                                         Case{4, 0},
                                         Case{5, 2},
                                         Case{6, 4},
                                         Case{7, 8},
                                         Case{11, 128},
                                         Case{12, 256},
                                         Case{13, 300},
                                         Case{45, 300},
                                         Case{1'000'000, 300}}) {
        const Tries tries{.failures = failures, .last = start};
        CHECK_MESSAGE(wait_left(tries, account_patience, start) == seconds(wait), failures);
    }
}

TEST_CASE("a wait runs out, and failures are forgotten one by one") {
    const Tries tries{.failures = 7, .last = start};
    CHECK(wait_left(tries, account_patience, start + seconds(3)) == seconds(5));
    CHECK(wait_left(tries, account_patience, start + seconds(8)) == seconds(0));
    CHECK(remembered(tries, account_patience, start + Minutes{9}) == 7);
    CHECK(remembered(tries, account_patience, start + Minutes{10}) == 6);
    CHECK(remembered(tries, account_patience, start + Minutes{70}) == 0);
    CHECK(remembered(tries, account_patience, start - Minutes{70}) == 7);  // A clock set back.
    CHECK(failed_again(tries, account_patience, start + Minutes{20}).failures == 6);
}

TEST_CASE("a day of guessing costs a stranger's next try minutes, never hours") {
    Tries tries;
    Time now = start;
    int guesses = 0;
    while (now < start + std::chrono::hours{24}) {
        now += std::max(wait_left(tries, account_patience, now), seconds(1));
        tries = failed_again(tries, account_patience, now);
        ++guesses;
    }
    CHECK(guesses < 350);
    CHECK(wait_left(tries, account_patience, now) <= std::chrono::minutes{5});
    // What the guesser left behind is gone by the next day.
    CHECK(remembered(tries, account_patience, now + std::chrono::hours{12}) == 0);
}

TEST_CASE("guessing is told at 10, 20, 40, 80 failures") {
    std::vector<int> told;
    for (int failures = 0; failures <= 100; ++failures) {
        if (is_alarming(failures)) told.push_back(failures);
    }
    CHECK(told == std::vector<int>{10, 20, 40, 80});
}

TEST_CASE("an IPv6 guesser has a whole /64") {
    struct Case {
        std::string address;
        std::string network;
    };
    for (const auto& [address, network] : {Case{"192.0.2.7", "192.0.2.7"},
                                           Case{"::ffff:192.0.2.7", "192.0.2.7"},
                                           Case{"2001:db8:1:2:3:4:5:6", "2001:db8:1:2::/64"},
                                           Case{"2001:db8:1:2:ffff::1", "2001:db8:1:2::/64"},
                                           Case{"2001:db8:1:3::1", "2001:db8:1:3::/64"},
                                           Case{"::1", "::/64"},
                                           Case{"", ""},
                                           Case{"not an address", "not an address"}}) {
        CHECK(network_of(address) == network);
    }
}

TEST_CASE("a session ends when it is idle, and at its last day in any case") {
    using std::chrono::days;
    using std::chrono::hours;
    struct Case {
        Side side;
        Microseconds idle;
        Microseconds age;
        bool alive;
    };
    for (const auto& [side, idle, age, alive] : {
             Case{Side::staff, hours{0}, hours{0}, true},
             Case{Side::staff, hours{11}, days{29}, true},
             Case{Side::staff, hours{12}, days{29}, false},
             Case{Side::staff, hours{0}, days{30}, false},
             Case{Side::customer, days{29}, days{89}, true},
             Case{Side::customer, days{30}, days{89}, false},
             Case{Side::customer, hours{0}, days{90}, false},
         }) {
        const Time now = start + age;
        CHECK(is_alive({.started = start, .last_seen = now - idle}, side, now) == alive);
    }
    CHECK_FALSE(is_seen_due(start, start + Minutes{4}));
    CHECK(is_seen_due(start, start + Minutes{5}));
}

TEST_CASE("staff always choose a password, customers' people only if they like") {
    struct Case {
        LinkKind kind;
        Side side;
        PasswordNeed need;
        std::int64_t minutes;
    };
    for (const auto& [kind, side, need, minutes] : {
             Case{LinkKind::invitation, Side::staff, PasswordNeed::needed, 7 * 24 * 60},
             Case{LinkKind::invitation, Side::customer, PasswordNeed::possible, 7 * 24 * 60},
             Case{LinkKind::password_reset, Side::staff, PasswordNeed::needed, 60},
             Case{LinkKind::password_reset, Side::customer, PasswordNeed::needed, 60},
             Case{LinkKind::sign_in, Side::staff, PasswordNeed::none, 15},
             Case{LinkKind::sign_in, Side::customer, PasswordNeed::none, 15},
         }) {
        CHECK(password_need(kind, side) == need);
        CHECK(link_life(kind) == Minutes{minutes});
    }
    CHECK(link_for(Side::staff) == LinkKind::password_reset);
    CHECK(link_for(Side::customer) == LinkKind::sign_in);
}

TEST_CASE("an address is shown so that only its owner knows it") {
    CHECK(masked("olga@kowalski.pl") == "o•••@kowalski.pl");
    CHECK(masked("żaneta@firma.pl") == "ż•••@firma.pl");
    CHECK(masked("x@y") == "x•••@y");
    CHECK(masked("@firma.pl") == "•••");
    CHECK(masked("") == "•••");
}

TEST_CASE("a code may be typed in any grouping") {
    CHECK(tidy_digits("1234 5678") == "12345678");
    CHECK(tidy_digits("12-34-56-78") == "12345678");
    CHECK(tidy_digits("1234567").empty());
    CHECK(tidy_digits("123456789").empty());
    CHECK(tidy_digits("1234567a").empty());
    CHECK(tidy_digits("").empty());
}

TEST_CASE("a token reaches no further than its maker, and no longer than a year") {
    struct Case {
        std::vector<std::string> scopes;
        Time expires_at;
        std::string answer;
    };
    const Time soon = start + std::chrono::days{30};
    for (const auto& [scopes, expires_at, answer] : {
             Case{{"a"}, soon, "yes"},
             Case{
                 {"a", "b"}, soon, "yes"},  // b for one customer is enough: it stays with that one.
             Case{{"a", "c"}, soon, "people.token_scope_unknown"},
             Case{{"no.such_right"}, soon, "people.token_scope_unknown"},
             Case{{"a"}, start, "people.token_already_over"},
             Case{{"a"}, start + std::chrono::days{366}, "yes"},
             Case{{"a"}, start + std::chrono::days{367}, "people.token_too_long"},
         }) {
        const CreateToken wish{.name = "x", .scopes = scopes, .expires_at = expires_at};
        CHECK(show(check_token(wish, parse_all("a@* b@7"), start)) == answer);
    }
}

}  // namespace
}  // namespace ogniwo::people::rules
