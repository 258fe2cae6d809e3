#include <fmt/format.h>

#include <charconv>
#include <cstdio>

#include "app/commands.hpp"
#include "app/erasure_list.hpp"
#include "app/installation.hpp"
#include "people/service.hpp"

namespace ogniwo::app {
namespace {

inline constexpr Reason no_such_user{Refusal::missing, "app.no_such_user"};
inline constexpr Reason unknown_word{Refusal::invalid, "app.unknown_word"};

void print(const std::string& text) {
    std::puts(text.c_str());
}

template <class E>
Result<E> word(std::string_view what, const std::string& text) {
    if (const auto value = enum_value<E>(text)) return *value;
    std::string known;
    for (const auto name : names(E{})) known.append(known.empty() ? "" : ", ").append(name);
    return Error{
        .reason = unknown_word,
        .detail = fmt::format("{} \"{}\" does not exist; there are: {}", what, text, known)};
}

Result<std::optional<CustomerId>> customer_of(const UserCommand& command) {
    if (command.customer.empty()) return std::optional<CustomerId>{};
    CustomerId customer;
    const char* end = command.customer.data() + command.customer.size();
    const auto parsed = std::from_chars(command.customer.data(), end, customer.value);
    if (parsed.ec == std::errc{} && parsed.ptr == end) return std::optional(customer);
    return Error{.reason = unknown_word, .detail = "--customer must be the number of a customer"};
}

Result<PersonId> find(Installation& installation, const std::string& email) {
    const auto person = installation.look(
        [&](const View& view) { return people::find_person_by_email(view.tx, email); });
    if (person) return *person;
    return Error{.reason = no_such_user, .detail = "nobody has the address " + email};
}

Outcome create(Installation& installation, const UserCommand& command, Output output) {
    TRY(const auto role, word<people::Role>("the role", command.role));
    TRY(const auto language, word<people::Language>("the language", command.language));
    TRY(const auto customer, customer_of(command));
    const people::CreateUser wish{.given_name = command.given_name,
                                  .family_name = command.family_name,
                                  .email = command.email,
                                  .language = language,
                                  .role = role,
                                  .customer = customer};
    TRY(const auto made, installation.change([&](Work& work) -> Result<people::LinkMade> {
        TRY(const auto created, people::create_user(work, wish));
        return people::make_link(work, created.person, people::LinkKind::invitation);
    }));
    print(
        output == Output::json
            ? fmt::format(R"({{"url":"{}","expiresAt":"{}"}})", made.url, to_text(made.expires_at))
            : fmt::format("{} may sign in through this link until {}:\n{}",
                          command.email,
                          to_text(made.expires_at),
                          made.url));
    return Nothing{};
}

Outcome link(Installation& installation, const UserCommand& command, Output output) {
    TRY(const auto person, find(installation, command.email));
    TRY(const auto kind, word<people::LinkKind>("the kind", command.kind));
    TRY(const auto made,
        installation.change([&](Work& work) { return people::make_link(work, person, kind); }));
    print(output == Output::json ? fmt::format(R"({{"url":"{}","code":"{}","expiresAt":"{}"}})",
                                               made.url,
                                               made.code,
                                               to_text(made.expires_at))
                                 : fmt::format("{}{}\nvalid until {}",
                                               made.url,
                                               made.code.empty() ? "" : "\ncode " + made.code,
                                               to_text(made.expires_at)));
    return Nothing{};
}

Outcome set_role(Installation& installation, const UserCommand& command) {
    TRY(const auto person, find(installation, command.email));
    TRY(const auto role, word<people::Role>("the role", command.role));
    TRY(const auto customer, customer_of(command));
    return installation.change([&](Work& work) {
        return people::set_role(work, {.person = person, .role = role, .customer = customer});
    });
}

Outcome disable_or_enable(Installation& installation, const UserCommand& command) {
    TRY(const auto person, find(installation, command.email));
    return installation.change([&](Work& work) -> Outcome {
        return command.verb == "disable" ? people::disable_person(work, {.person = person})
                                         : people::enable_person(work, {.person = person});
    });
}

Outcome export_data(Installation& installation, const UserCommand& command) {
    TRY(const auto person, find(installation, command.email));
    TRY(const auto held, installation.look([&](const View& view) {
        return people::export_person(view, {.person = person});
    }));
    print(to_json(held));
    return Nothing{};
}

Outcome erase(Installation& installation, const UserCommand& command, Output output) {
    TRY(const auto person, find(installation, command.email));
    TRY(const auto erased, installation.change([&](Work& work) {
        return people::erase_person(work, {.person = person});
    }));
    installation.settle_erasures();
    print(
        output == Output::json
            ? to_json(erased)
            : fmt::format("person {} was erased on {}; a restored backup will not bring them back",
                          person.value,
                          to_text(erased.erased_at)));
    return Nothing{};
}

Outcome list(Installation& installation, Output output) {
    people::ListPersons wish{.limit = 200};
    do {
        TRY(const auto page,
            installation.look([&](const View& view) { return people::list_persons(view, wish); }));
        for (const auto& person : page.items) {
            print(output == Output::json ? to_json(person)
                                         : fmt::format("{:>6}  {} {}  {}{}",
                                                       person.person.value,
                                                       person.given_name,
                                                       person.family_name,
                                                       person.email,
                                                       person.is_disabled ? "  (disabled)" : ""));
        }
        wish.cursor = page.next;
    } while (wish.cursor);
    return Nothing{};
}

Outcome run(Installation& installation, const UserCommand& command, Output output) {
    if (command.verb == "list") return list(installation, output);
    if (command.verb == "create") return create(installation, command, output);
    if (command.verb == "link") return link(installation, command, output);
    if (command.verb == "role") return set_role(installation, command);
    if (command.verb == "export") return export_data(installation, command);
    if (command.verb == "erase") return erase(installation, command, output);
    return disable_or_enable(installation, command);
}

}  // namespace

int user(const Settings& settings, const UserCommand& command, Output output) {
    auto opened = Installation::open(settings);
    if (!opened) return complain(opened.error());
    const Outcome outcome = run(**opened, command, output);
    return outcome ? 0 : complain(outcome.error());
}

}  // namespace ogniwo::app
