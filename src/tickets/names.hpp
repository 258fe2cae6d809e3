#pragma once

// Names to show beside ids. First everything that is wanted, then one statement per kind of name,
// then the answers: a page of tickets costs as many look-ups as one ticket.

#include <algorithm>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/work.hpp"
#include "tickets/category_store.hpp"
#include "tickets/state_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

template <class Key, class Name = std::string>
class NamesOf {
public:
    void want(const std::optional<Key>& key) {
        if (key) keys_.push_back(*key);
    }
    // nullptr where there is none.
    const Name* look_up(const std::optional<Key>& key) const {
        const auto found = key ? names_.find(*key) : names_.end();
        return found == names_.end() ? nullptr : &found->second;
    }
    std::optional<Name> find(const std::optional<Key>& key) const {
        const Name* found = look_up(key);
        return found == nullptr ? std::nullopt : std::optional(*found);
    }

    // `ask` gets a list of keys and answers a map.
    template <class Ask>
    void load(Ask ask) {
        if (keys_.empty()) return;
        std::ranges::sort(keys_);
        keys_.erase(std::ranges::unique(keys_).begin(), keys_.end());
        names_ = ask(keys_);
    }

private:
    std::vector<Key> keys_;
    std::map<Key, Name> names_;
};

// As whom people and customers who were merged are shown: the ones they go on as.
struct ShownAs {
    std::map<CustomerId, CustomerId> customers{};
    std::map<PersonId, PersonId> persons{};

    void show(CustomerId& customer) const;
    void show(PersonId& person) const;
    void show(std::optional<PersonId>& person) const;
};

struct Names {
    NamesOf<CustomerId> customers{};
    NamesOf<people::SiteId, people::NamedSite> sites{};  // Their customers as they go on.
    NamesOf<PersonId> persons{};
    NamesOf<QueueId> queues{};
    NamesOf<ProductId> products{};
    NamesOf<CategoryId, store::CategoryName> categories{};
    NamesOf<TagId> tags{};
    NamesOf<StateId, TicketState> states{};
    ShownAs shown{};  // After load(): whichever of the customers and persons were merged.

    void load(Tx& tx);
    // After load(). Nothing for a site of anybody else than the customer, who is named as they go
    // on: what was put in place while two were one is not told to either afterwards.
    std::optional<std::string> site_of(CustomerId customer,
                                       const std::optional<people::SiteId>& site) const;
};

// Answers as whom they are shown.
ShownAs load_person_names(Tx& tx, NamesOf<PersonId>& names);
// In the order of their ids.
std::vector<std::string> names_of(Tx& tx, const std::vector<PersonId>& persons);
// Words that were merged on one ticket are one there.
void name_tags(const Names& names, std::vector<TagLabel>& tags);
void add_names(Tx& tx, std::vector<TicketFollower>& followers);

}  // namespace ogniwo::tickets
