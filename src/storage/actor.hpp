#pragma once

// On whose behalf something is done, and what they may do for whom.
//
// A grant gives rights for one customer, or, without a customer, for our whole company and so for
// every customer. Deny unless granted: an Actor without grants may do nothing.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/id.hpp"
#include "base/right.hpp"
#include "storage/scope.hpp"

namespace ogniwo {

// Sorted names of rights.
class RightSet {
public:
    RightSet() = default;
    RightSet(std::initializer_list<Right> rights);
    explicit RightSet(std::vector<std::string_view> names);

    bool has(Right right) const;
    bool covers(const RightSet& other) const;
    RightSet operator|(const RightSet& other) const;
    RightSet operator&(const RightSet& other) const;
    const std::vector<std::string_view>& names() const { return names_; }

    friend bool operator==(const RightSet&, const RightSet&) = default;

private:
    std::vector<std::string_view> names_;
};

struct Grant {
    std::optional<CustomerId> customer;
    RightSet rights;

    friend bool operator==(const Grant&, const Grant&) = default;
};

struct Actor {
    enum class Kind { anonymous, person, system };

    Kind kind = Kind::anonymous;
    PersonId person{};
    std::optional<PersonId> on_behalf_of{};
    std::vector<Grant> grants{};
    std::string label{};     // Who it is in idempotency keys and the log: "person:7", "system".
    std::int64_t session{};  // The session or token the request came with, 0 for none.
    std::vector<PersonId> also{};  // Whoever was merged into this person: theirs is this one's.

    bool may(Right right) const;  // For any customer at all.
    bool may(Right right, CustomerId customer) const;
    bool may_everywhere(Right right) const;
    Scope scope(Right right) const;
    // Whether that is this person, or somebody who was merged into them.
    bool is(const std::optional<PersonId>& other) const;

    // The product itself: timers, followers, imports. It may do everything.
    static const Actor& system();
    static Actor anonymous();
};

}  // namespace ogniwo
