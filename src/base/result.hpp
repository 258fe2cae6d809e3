#pragma once

// A Result holds a value, or the reason why there is none.
//
// Refusals are daily life in a help desk: the block is used up, the ticket was merged, the reader
// may not see it. They travel as values. Bugs and broken machinery do not: those throw, and the
// request, job or script they hit is rolled back as a whole (docs/ARCHITECTURE.md, "Failure").

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace ogniwo {

// How the outside world should understand a refusal. HTTP derives its status from this, mail its
// bounce, Lua its error value; no slice ever mentions a status code.
enum class Refusal {
    invalid,          // understood, but a value breaks a rule
    unparsable,       // not even readable
    unauthenticated,  // who are you?
    forbidden,
    missing,
    conflict,
    stale,  // the row has changed since the reader saw it
    exhausted,
    too_large,
    too_many,
    unavailable,  // try again in a moment
};

// A stable, public name for one reason, such as "contracts.block_exhausted". It is a promise to API
// clients, the key for translations and the anchor in docs/refusals.md. It is never renamed.
struct Reason {
    Refusal refusal;
    std::string_view name;

    friend bool operator==(const Reason& a, const Reason& b) { return a.name == b.name; }
};

using Params = std::vector<std::pair<std::string, std::string>>;

// What is wrong with one field of a wish: a JSON pointer and the reason's name.
struct FieldError {
    std::string pointer;
    std::string_view reason;
    Params shown{};
};

struct Error {
    Reason reason;
    Params shown{};                    // What the translation needs.
    std::vector<FieldError> fields{};  // All of them, not the first.
    std::string detail{};              // For the log, with the numbers that mattered. Never shown.
};

// Reasons that belong to no slice.
inline constexpr Reason invalid_fields{Refusal::invalid, "invalid"};
inline constexpr Reason unparsable{Refusal::unparsable, "unparsable"};
inline constexpr Reason unauthenticated{Refusal::unauthenticated, "unauthenticated"};
inline constexpr Reason forbidden{Refusal::forbidden, "forbidden"};
inline constexpr Reason missing{Refusal::missing, "missing"};
inline constexpr Reason stale{Refusal::stale, "stale"};

template <class T>
class [[nodiscard]] Result {
public:
    using value_type = T;

    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}
    Result(Reason reason) : Result(Error{.reason = reason}) {}

    explicit operator bool() const { return state_.index() == 0; }

    const T& operator*() const& { return std::get<0>(state_); }
    T& operator*() & { return std::get<0>(state_); }
    T&& operator*() && { return std::get<0>(std::move(state_)); }
    const T* operator->() const { return &std::get<0>(state_); }
    T* operator->() { return &std::get<0>(state_); }

    const Error& error() const& { return std::get<1>(state_); }
    Error&& error() && { return std::get<1>(std::move(state_)); }

private:
    std::variant<T, Error> state_;
};

struct Nothing {};
using Outcome = Result<Nothing>;  // Worked, or why not; there is no value to hand over.

// Only whether it worked, where nobody wants the value.
template <class T>
Outcome done(Result<T> result) {
    if (!result) return std::move(result).error();
    return Nothing{};
}

}  // namespace ogniwo

#define OGNIWO_JOIN_(a, b) a##b
#define OGNIWO_JOIN(a, b) OGNIWO_JOIN_(a, b)

// Declares `target` from a Result, or returns its error: TRY(const auto ticket, find(tx, id));
#define TRY(target, ...)                                          \
    auto&& OGNIWO_JOIN(result_, __LINE__) = (__VA_ARGS__);        \
    if (!OGNIWO_JOIN(result_, __LINE__)) {                        \
        return std::move(OGNIWO_JOIN(result_, __LINE__)).error(); \
    }                                                             \
    target = *std::move(OGNIWO_JOIN(result_, __LINE__))

// The same where there is no value to keep: TRY_DO(may_book(actor, customer));
#define TRY_DO(...)                                                                         \
    do {                                                                                    \
        if (auto&& outcome_ = (__VA_ARGS__); !outcome_) return std::move(outcome_).error(); \
    } while (false)
