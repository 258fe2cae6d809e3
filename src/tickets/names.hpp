#pragma once

// Names to show beside ids. First everything that is wanted, then one statement per kind of name,
// then the answers: a page of tickets costs four look-ups, not four per ticket.

#include <map>
#include <optional>
#include <string>

#include "storage/work.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

template <class Key>
class NamesOf {
public:
    void want(const std::optional<Key>& key) {
        if (key) names_.try_emplace(*key);
    }
    std::optional<std::string> find(const std::optional<Key>& key) const {
        if (!key) return std::nullopt;
        const auto found = names_.find(*key);
        return found == names_.end() ? std::nullopt : std::optional(found->second);
    }

    // `ask` gets a list of keys and answers a map.
    template <class Ask>
    void load(Ask ask) {
        if (names_.empty()) return;
        std::vector<Key> keys;
        for (const auto& [key, name] : names_) keys.push_back(key);
        names_ = ask(keys);
    }

private:
    std::map<Key, std::string> names_;
};

struct Names {
    NamesOf<CustomerId> customers{};
    NamesOf<PersonId> persons{};
    NamesOf<QueueId> queues{};
    NamesOf<ProductId> products{};

    void load(Tx& tx);
};

}  // namespace ogniwo::tickets
