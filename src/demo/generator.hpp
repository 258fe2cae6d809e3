#pragma once

// Tells the tickets of a demo, one by one and each for itself: the n-th ticket follows from the
// world, the day, the seed and n alone, so a chunk that must be written again comes out the same.
//
// Tickets are told in the order in which they came in. Most are over; of the newest ones, and of a
// few older ones, only the beginning is told: those are open now.

#include <array>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "assets/types.hpp"
#include "base/random.hpp"
#include "demo/story.hpp"
#include "demo/types.hpp"
#include "demo/year.hpp"
#include "tickets/whole_types.hpp"
#include "tiers/types.hpp"

namespace ogniwo::demo {

// Where the tickets of this customer begin.
struct Client {
    CustomerId customer{};
    std::string name{};
    std::string kind{};  // "clinic": which stories fit.
    people::Language language = people::Language::pl;
    int weight = 1;  // How often they call.
    std::vector<Character> people{};
    tiers::QueueId desk{};
};

struct Support {
    std::vector<Character> technicians{};
    // Of the second and third tier, by topic; several where there is work for several.
    std::array<std::vector<tiers::QueueId>, names(Topic{}).size()> queues{};
};

// Somebody whom hand-written deeds call by name. Our own people belong to no customer.
struct Known {
    PersonId person{};
    CustomerId customer{};
};

// What the tickets of a story are.
struct Sorting {
    tickets::TicketType type = tickets::TicketType::incident;
    std::optional<tickets::CategoryId> category{};
};

struct World {
    std::vector<Client> clients{};
    std::array<Support, 3> tiers{};  // The first one's queues are the clients' desks.
    Character lead{};
    std::map<std::string, Known, std::less<>> everybody{};
    std::map<std::string, assets::AssetId, std::less<>> assets{};
    std::map<std::string, Sorting, std::less<>> sorting{};  // By the name of the story.
    std::string zone = "Europe/Warsaw";
};

class Generator {
public:
    // `world` outlives this.
    Generator(const World& world, const FillDemo& wish, Date today);

    // 0 <= index < tickets.
    tickets::WholeTicket tell(std::int64_t index) const;
    const Story& story_of(std::int64_t index) const;
    // All of one story, at the beginning of the year, for a client whom it fits.
    tickets::WholeTicket tell_whole(const Story& story, const Client& client) const;

private:
    struct Telling {
        std::int64_t place = 0;
        std::size_t lines = 0;
    };
    // A ticket is over, or open, or was forgotten while it waited for somebody.
    enum class End { over, open, forgotten };
    struct Plot {
        End end = End::over;
        const Client& client;
        const Story& story;
    };

    tickets::WholeTicket tell_lines(const Story& story,
                                    const Client& client,
                                    const Telling& telling,
                                    Random& random) const;
    Plot plot_of(std::int64_t index, Random& random) const;
    End end_of(std::int64_t index, Random& random) const;
    const Client& client_for(Random& random) const;
    const Story& story_for(const Client& client, End end, std::int64_t index) const;
    std::size_t lines_told(const Story& story, End end, std::int64_t index, Random& random) const;

    const World& world_;
    FillDemo wish_;
    const std::int64_t newest_;  // So many of the last tickets may be open.
    const std::int64_t first_turn_;
    WorkingYear year_;
    int clients_weight_ = 0;
};

}  // namespace ogniwo::demo
