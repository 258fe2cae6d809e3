#pragma once

// A demo is an invented support company with a year of work behind it: its card, its technicians,
// its customers and their tickets. The same wish on the same day makes the same company.

#include <cstdint>
#include <string>
#include <string_view>

#include "base/result.hpp"
#include "people/types.hpp"

namespace ogniwo::demo {

inline constexpr std::int64_t tickets_default = 360;
inline constexpr std::int64_t tickets_most = 5'000'000;

// What every account below signs in with. It is printed in the guide, so a demo is for looking
// around and never for real data.
inline constexpr std::string_view password = "lancuch-pomocy";

struct FillDemo {
    std::int64_t tickets = tickets_default;
    std::uint64_t seed = 1;
};

// Who may sign in to look around.
struct Account {
    std::string email;
    std::string name;
    std::string job_title;
    people::Role role = people::Role::technician;
};

struct Filled {
    std::int64_t tickets = 0;
    std::int64_t messages = 0;
    std::int64_t events = 0;
};

// An installation is no demo, one whose filling was interrupted, or a whole one.
enum class DemoState { none, unfinished, whole };

// Both about the subject "demo" 1.
struct DemoStarted {
    static constexpr std::string_view name = "demo.started";
    static constexpr int schema = 1;

    std::int64_t tickets = 0;
    std::int64_t seed = 0;
};
void describe(Fields& fields, DemoStarted& event);

struct DemoFilled {
    static constexpr std::string_view name = "demo.filled";
    static constexpr int schema = 1;

    std::int64_t tickets = 0;
    std::int64_t messages = 0;
    std::int64_t events = 0;
};
void describe(Fields& fields, DemoFilled& event);

inline constexpr Reason not_empty{Refusal::conflict, "demo.not_empty"};
inline constexpr Reason unfinished{Refusal::conflict, "demo.unfinished"};

}  // namespace ogniwo::demo
