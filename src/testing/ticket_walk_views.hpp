#pragma once

// What the product shows, beside what the model says should be seen.

#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include "testing/ticket_walk_house.hpp"

namespace ogniwo::walking {

// A ticket as it was once.
struct Moment {
    Time at{};
    Model::Ticket ticket{};
    int minutes = 0;
};
using Past = std::map<std::pair<TicketId, std::int64_t>, Moment>;  // By version.

class Views {
public:
    Views(House& house, const Model& model, std::vector<std::string>& differences)
        : house_(house), model_(model), differences_(differences) {}

    // Every ticket as it is stored.
    void compare_rows();
    // Everything, through the eyes of whoever leads and of some others, by luck; the talk, the
    // files and the lists through everybody's.
    void compare_all(const Past& past, std::mt19937_64& luck);

private:
    void differ(const std::string& what, const std::string& is, const std::string& should_be);

    void compare_lists(const Somebody& who);
    void compare_ticket(const Somebody& who, TicketId id);
    void compare_talk(const Somebody& who, TicketId id);
    void compare_time(const Somebody& who, TicketId id);
    void compare_around(const Somebody& who, TicketId id);
    void compare_links(const Somebody& who, TicketId id);
    void compare_merges(const Somebody& who, TicketId id);
    void compare_files(const Somebody& who);
    void compare_past(const Past& past, std::mt19937_64& luck);
    void compare_early(const Past& past, std::mt19937_64& luck);
    void compare_sums();

    House& house_;
    const Model& model_;
    std::vector<std::string>& differences_;
};

}  // namespace ogniwo::walking
