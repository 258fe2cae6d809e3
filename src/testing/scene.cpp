#include "testing/scene.hpp"

#include <algorithm>
#include <charconv>
#include <cstdlib>
#include <map>

#include "base/encoding.hpp"
#include "http/credentials.hpp"
#include "people/service.hpp"
#include "testing/desk.hpp"
#include "testing/match.hpp"

namespace ogniwo {
namespace {

using people::Role;

constexpr std::string_view blanks = " \t\r";

bool is_blank(char c) {
    return blanks.find(c) != std::string_view::npos;
}

std::string_view trimmed(std::string_view text) {
    const auto first = text.find_first_not_of(blanks);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

// Takes a word, or a text in quotes, off the front. The quotes stay, so that both can be told
// apart.
std::string_view take_word(std::string_view& rest) {
    rest = trimmed(rest);
    const bool in_quotes = rest.starts_with('"');
    std::size_t end = in_quotes ? rest.find('"', 1) : rest.find_first_of(blanks);
    end = end == std::string_view::npos ? rest.size() : end + (in_quotes ? 1 : 0);
    const std::string_view word = rest.substr(0, end);
    rest = trimmed(rest.substr(end));
    return word;
}

std::string_view without_quotes(std::string_view word) {
    const bool has = word.size() >= 2 && word.starts_with('"') && word.ends_with('"');
    return has ? word.substr(1, word.size() - 2) : word;
}

template <class Number>
std::optional<Number> parse_number(std::string_view text) {
    Number number{};
    const auto parsed = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = parsed.ec == std::errc{} && parsed.ptr == text.data() + text.size();
    return whole ? std::optional(number) : std::nullopt;
}

// "2h30m", in seconds. A day is 24 hours here: scenes that care for the clocks' change set an
// instant.
std::optional<Microseconds> parse_span(std::string_view text) {
    std::chrono::seconds sum{0};
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_not_of("0123456789"), text.size());
        const auto count = parse_number<int>(text.substr(0, end));
        if (!count || end == text.size()) return std::nullopt;
        const std::size_t unit = std::string_view("smhd").find(text[end]);
        if (unit == std::string_view::npos) return std::nullopt;
        constexpr std::array<int, 4> seconds{1, 60, 3'600, 86'400};
        sum += std::chrono::seconds{*count} * seconds[unit];
        text.remove_prefix(end + 1);
    }
    return sum;
}

// Seconds may be left out: "2025-06-12T10:00+02:00".
std::optional<Time> parse_instant(std::string_view text) {
    constexpr std::size_t minutes_end = std::string_view("2025-06-12T10:00").size();
    if (const auto time = parse_time(text)) return time;
    if (text.size() < minutes_end) return std::nullopt;
    return parse_time(std::string(text.substr(0, minutes_end)) + ":00" +
                      std::string(text.substr(minutes_end)));
}

std::string escaped(std::string_view text, std::string_view kept) {
    constexpr std::string_view unreserved =
        "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~";
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (unreserved.find(c) != std::string_view::npos ||
            kept.find(c) != std::string_view::npos) {
            out += c;
        } else {
            out += {'%', digits[byte / 16], digits[byte % 16]};
        }
    }
    return out;
}

std::string escape_value(std::string_view text) {
    return escaped(text, "");
}

std::string escape_path(std::string_view text) {
    return escaped(text, "/?&=%+,:@!$'()*;");
}

std::string keep_plain(std::string_view text) {
    return std::string(text);
}

std::string capitalised(std::string_view word) {
    std::string name(word);
    if (!name.empty() && name[0] >= 'a' && name[0] <= 'z') name[0] += 'A' - 'a';
    return name;
}

// The $name of something called so: its ASCII letters, small.
std::string name_for(std::string_view text) {
    std::string name;
    for (char c : text) {
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
        if (c >= 'a' && c <= 'z') name += c;
    }
    return name;
}

bool looks_like_event(std::string_view text) {
    const std::string_view word = text.substr(0, text.find_first_of(blanks));
    const auto dot = word.find('.');
    return dot != std::string_view::npos && dot > 0 && dot + 1 < word.size() &&
           word.find_first_not_of("abcdefghijklmnopqrstuvwxyz_.") == std::string_view::npos;
}

bool looks_like_status(std::string_view text) {
    const std::string_view word = text.substr(0, text.find_first_of(blanks));
    return word.size() == 3 && parse_number<int>(word).has_value();
}

std::optional<HttpMethod> method_in(std::string_view text) {
    return enum_value<HttpMethod>(text.substr(0, text.find_first_of(blanks)));
}

// `Name: value` in front of the JSON. Values of If-Match and ETag keep their quotes.
NamedValues take_headers(std::string_view& rest) {
    NamedValues headers;
    while (!rest.empty() && rest[0] != '{' && rest[0] != '[') {
        const std::size_t colon = rest.find(':');
        if (colon == std::string_view::npos) break;
        const std::string name(rest.substr(0, colon));
        if (name.find_first_of(" \"{") != std::string::npos) break;
        rest = trimmed(rest.substr(colon + 1));
        const std::string_view word = take_word(rest);
        const bool keeps_quotes = name == "If-Match" || name == "If-None-Match" || name == "ETag";
        headers.emplace_back(name, keeps_quotes ? word : without_quotes(word));
    }
    return headers;
}

std::string small_letters(std::string name) {
    for (char& c : name) {
        if (c >= 'A' && c <= 'Z') c += 'a' - 'A';
    }
    return name;
}

// Somebody the scene speaks of by a first name.
struct Persona {
    PersonId id{};
    std::string session{};
    std::vector<std::pair<Role, std::optional<CustomerId>>> roles{};
};

struct Asked {
    SceneLine line;
    std::string sender;
    Response response;
};

class Player {
public:
    Player(TestDatabase& database, std::string_view file)
        : database_(database), desk_(database), file_(file) {}

    void play(const std::vector<SceneLine>& lines) {
        for (const SceneLine& line : lines) {
            line_ = line.number;
            play(line);
        }
        if (asked_) fail("the last request has no expected answer", asked_->line.number);
        end_listing();
    }

private:
    enum class Listing { nothing, events, letters };

    [[noreturn]] void fail(const std::string& what, int line = 0) const {
        throw SceneFailure(std::string(file_) + ":" + std::to_string(line != 0 ? line : line_) +
                           ": " + what);
    }

    void play(const SceneLine& line) {
        const std::string_view text = line.text;
        if (listing_ == Listing::events && looks_like_event(text)) return expect_event(text);
        if (listing_ == Listing::letters && text.starts_with('{')) return expect_letter(text);
        end_listing();
        if (asked_) {
            if (!looks_like_status(text)) fail("the request before has no expected answer");
            return expect_answer(text);
        }
        if (method_in(text)) return ask(line);
        std::string_view rest = text;
        const std::string_view verb = take_word(rest);
        if (verb == "clock") return set_clock(rest);
        if (verb == "without") return go_without(rest);
        begin();
        if (verb == "as") return act_as(rest);
        if (verb == "given") return give(rest);
        if (verb == "journal") return begin_listing(Listing::events);
        if (verb == "mail") return begin_listing(Listing::letters);
        fail("not understood: " + line.text);
    }

    // Our company exists from the first statement on that is not about time.
    void begin() {
        if (begun_) return;
        begun_ = true;
        desk_.start();
        if (with_company_) {
            Persona& olga = personas_["olga"];
            olga = {.id = desk_.set_up_company(), .roles = {{Role::owner, std::nullopt}}};
            captured_.set_number("olga", olga.id.value);
        } else {
            database_.change([&](Work& work) {
                captured_.set_text("setupCode", people::make_setup_code(work).value_or(""));
            });
        }
        forget_events();
    }

    void go_without(std::string_view what) {
        if (what != "set-up") fail("without what?");
        if (begun_) fail("too late: the company is set up already");
        with_company_ = false;
    }

    void set_clock(std::string_view text) {
        FakeClock& clock = database_.clock();
        if (text.starts_with('+')) {
            const auto span = parse_span(text.substr(1));
            if (!span) fail("no span of time such as +2h30m: " + std::string(text));
            clock.advance(*span);
        } else {
            const auto instant = parse_instant(text);
            if (!instant) fail("no instant: " + std::string(text));
            if (begun_ && *instant < clock.now()) fail("time goes forward only");
            clock.set(*instant);
        }
        if (begun_) desk_.work_off();
    }

    // `technician anna`, `customer_user jan of customer 1`, `person $jan`, `token $t`, `anonymous`
    void act_as(std::string_view who) {
        sender_name_ = std::string(who);
        bearer_.clear();
        persona_ = nullptr;
        anonymous_session_.clear();
        const std::string_view role = take_word(who);
        if (role == "anonymous") return;
        const std::string_view name = take_word(who);
        if (role == "token") {
            bearer_ = filled(name);
        } else if (role == "person") {
            act_as_known(name);
        } else {
            act_in_role(role, name, who);
        }
        if (persona_ == nullptr) return;
        if (!desk_.is_signed_in(persona_->session)) persona_->session = desk_.sign_in(persona_->id);
    }

    void act_as_known(std::string_view name) {
        const std::string key(name.starts_with('$') ? name.substr(1) : name);
        const auto id = captured_.find_plain(key);
        const auto number = id ? parse_number<std::int64_t>(*id) : std::nullopt;
        if (!number) fail("nobody is called " + key);
        persona_ = &personas_[key];
        persona_->id = {*number};
    }

    void act_in_role(std::string_view role_name, std::string_view name, std::string_view rest) {
        const auto role = enum_value<Role>(role_name);
        if (!role) fail("no such role: " + std::string(role_name));
        if (name.empty()) fail("who?");
        std::optional<CustomerId> customer;
        if (take_word(rest) == "of") {
            if (take_word(rest) != "customer") fail("of which customer?");
            customer = customer_named(take_word(rest));
        }
        persona_ = &personas_[std::string(name)];
        const auto held =
            std::find(persona_->roles.begin(), persona_->roles.end(), std::pair(*role, customer));
        if (held != persona_->roles.end()) return;
        introduce(*persona_, name, {.role = *role, .customer = customer});
    }

    void introduce(Persona& persona, std::string_view name, const people::GiveGrant& place) {
        take_events();
        if (persona.id) {
            desk_.give_role(persona.id, place.role, place.customer);
        } else {
            const bool ours = people::place_of(place.role) != people::RolePlace::customer;
            persona.id = desk_.add_person(
                {.given_name = capitalised(name),
                 .family_name = "Nowak",
                 .email = std::string(name) +
                          (ours ? "@ogniwo.example"
                                : "@customer" + std::to_string(place.customer->value) + ".example"),
                 .role = place.role,
                 .customer = place.customer});
            captured_.set_number(name, persona.id.value);
        }
        persona.roles.emplace_back(place.role, place.customer);
        forget_events();
    }

    // 1, $kowalski or "Kowalski"
    CustomerId customer_named(std::string_view word) {
        const std::string text = word.starts_with('"')
                                     ? captured_.find_plain(name_for(word)).value_or("")
                                     : filled(word);
        const auto number = parse_number<std::int64_t>(text);
        if (!number) fail("no such customer: " + std::string(word));
        return {*number};
    }

    // `customer "Kowalski"`, which $kowalski then names; or `customer 1 "Kowalski"`.
    void give(std::string_view what) {
        if (take_word(what) != "customer") fail("only customers can be given; ask for the rest");
        std::string_view name = take_word(what);
        std::optional<std::int64_t> wanted;
        if (!name.starts_with('"')) {
            wanted = parse_number<std::int64_t>(name);
            name = take_word(what);
        }
        name = without_quotes(name);
        if (name.empty() || !what.empty()) fail("given customer \"NAME\"");
        take_events();
        const auto made = database_.write([&](Work& work) {
            people::CreateCustomer wish;
            wish.name = name;
            return people::add_customer(work, wish);
        });
        if (!made) fail("refused: " + std::string(made.error().reason.name));
        forget_events();
        if (wanted && *wanted != made->value) fail("its id is " + std::to_string(made->value));
        captured_.set_number(name_for(name), made->value);
    }

    std::string filled(std::string_view text) const {
        const std::string plain = with_plain_values(text, captured_, keep_plain);
        if (const auto left = name_left_in(plain)) fail("$" + *left + " has no value yet");
        return plain;
    }

    // METHOD PATH [Name: value]... [JSON]
    void ask(const SceneLine& line) {
        begin();
        std::string_view rest = line.text;
        const HttpMethod method = *method_in(take_word(rest));
        const std::string_view path = take_word(rest);
        std::string target = escape_path(with_plain_values(path, captured_, escape_value));
        if (const auto left = name_left_in(target)) fail("$" + *left + " has no value yet");
        if (!target.starts_with("/api/")) target = "/api/v1" + target;

        const NamedValues headers = take_headers(rest);
        std::string body = with_values(rest, captured_);
        if (const auto left = name_left_in(body)) fail("$" + *left + " has no value yet");
        Request request = make_request(method, target, std::move(body));
        if (bearer_.empty()) {
            request = with_session(std::move(request), session());
        } else {
            request = with_bearer(std::move(request), bearer_);
        }
        for (const auto& [name, value] : headers) {
            request.headers.emplace_back(small_letters(name), filled(value));
        }
        asked_ = Asked{line, sender_name_, desk_.ask(std::move(request))};
        keep_cookie(asked_->response);
        take_events();
    }

    std::string& session() { return persona_ != nullptr ? persona_->session : anonymous_session_; }

    // As a browser does.
    void keep_cookie(const Response& response) {
        const auto cookie = response.header("Set-Cookie");
        if (!cookie) return;
        const std::string_view pair = cookie->substr(0, cookie->find(';'));
        session() = pair.substr(pair.find('=') + 1);
    }

    void expect_answer(std::string_view text) {
        const Response& response = asked_->response;
        std::string_view rest = text;
        const auto status = parse_number<int>(take_word(rest));
        if (*status != response.status) fail_answer(text, "another status");
        for (const auto& [name, value] : take_headers(rest)) {
            const auto came = response.header(name);
            std::string_view wanted = value;
            if (length_of_name(wanted) == wanted.size() && !wanted.empty() && came &&
                captured_.find(wanted.substr(1)) == nullptr) {
                captured_.set_text(wanted.substr(1), *came);
            } else if (!came || *came != filled(wanted)) {
                fail_answer(text, name + ": came " + std::string(came.value_or("nothing")));
            }
        }
        if (!rest.empty()) {
            const auto found = mismatch(rest, response.body.view(), captured_);
            if (found) fail_answer(text, *found);
        }
        asked_.reset();
    }

    [[noreturn]] void fail_answer(std::string_view expected, const std::string& why) const {
        const std::string detail = desk_.last_detail();
        fail(why + "\n  request  (line " + std::to_string(asked_->line.number) + ", as " +
             asked_->sender + ") " + asked_->line.text + "\n  expected " + std::string(expected) +
             "\n  came     " + std::to_string(asked_->response.status) + " " +
             std::string(asked_->response.body.view()) +
             (detail.empty() ? "" : "\n  because  " + detail));
    }

    void begin_listing(Listing what) {
        listing_ = what;
        listing_line_ = line_;
        next_ = 0;
        if (what == Listing::events) take_events();
        if (what == Listing::letters) {
            desk_.work_off();
            letters_ = desk_.take_letters();
            take_events();
        }
    }

    void expect_event(std::string_view text) {
        std::string_view rest = text;
        const std::string_view name = take_word(rest);
        if (next_ == events_.size()) fail("expected one more event: " + std::string(text));
        const RecordedEvent& event = events_[next_++];
        const std::string came = event.name + " " + event.json;
        if (event.name != name) fail("expected " + std::string(name) + ", came " + came);
        if (rest.empty()) return;
        if (const auto found = mismatch(rest, event.json, captured_)) {
            fail(*found + "\n  expected " + std::string(text) + "\n  came     " + came);
        }
    }

    void expect_letter(std::string_view text) {
        if (next_ == letters_.size()) fail("expected one more letter: " + std::string(text));
        const std::string& came = letters_[next_++].payload;
        if (const auto found = mismatch(text, came, captured_)) {
            fail(*found + "\n  expected " + std::string(text) + "\n  came     " + came);
        }
    }

    void end_listing() {
        if (listing_ == Listing::events) {
            std::string left;
            for (; next_ < events_.size(); ++next_) {
                left += "\n  " + events_[next_].name + " " + events_[next_].json;
            }
            if (!left.empty()) fail("more events than told:" + left, listing_line_);
            events_.clear();
        }
        if (listing_ == Listing::letters && next_ < letters_.size()) {
            fail("more letters than told, next " + letters_[next_].payload, listing_line_);
        }
        listing_ = Listing::nothing;
    }

    // What happened goes to the next `journal`; what is given or introduced does not.
    void take_events() {
        for (RecordedEvent& event : desk_.events_after(position_)) {
            position_ = event.position;
            events_.push_back(std::move(event));
        }
    }
    void forget_events() {
        for (const RecordedEvent& event : desk_.events_after(position_)) position_ = event.position;
    }

    TestDatabase& database_;
    Desk desk_;
    std::string_view file_;
    int line_ = 0;
    bool begun_ = false;
    bool with_company_ = true;
    Captured captured_;

    std::map<std::string, Persona, std::less<>> personas_;
    Persona* persona_ = nullptr;  // Who acts; nobody: the session or token below.
    std::string anonymous_session_;
    std::string bearer_;
    std::string sender_name_ = "anonymous";

    std::optional<Asked> asked_;
    Listing listing_ = Listing::nothing;
    int listing_line_ = 0;
    std::size_t next_ = 0;
    std::int64_t position_ = 0;
    std::vector<RecordedEvent> events_;
    std::vector<Letter> letters_;
};

}  // namespace

std::vector<SceneLine> read_scene(std::string_view text) {
    std::vector<SceneLine> lines;
    int number = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        ++number;
        const std::string_view content = trimmed(line);
        if (content.empty() || content.starts_with('#')) continue;
        if (is_blank(line[0]) && !lines.empty()) {
            lines.back().text += " " + std::string(content);
        } else {
            lines.push_back({number, std::string(content)});
        }
    }
    return lines;
}

void play_scene(TestDatabase& database, std::string_view file, std::string_view text) {
    Player player(database, file);
    player.play(read_scene(text));
}

std::string repository_root() {
    const char* root = std::getenv("OGNIWO_ROOT");
    return root != nullptr ? root : ".";
}

}  // namespace ogniwo
