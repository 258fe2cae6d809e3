#include "tickets/state_starters.hpp"

namespace ogniwo::tickets {

std::vector<TicketState> state_starters(DeskKind desk) {
    switch (desk) {
        case DeskKind::workshop:
            return {{.status = TicketStatus::fresh,
                     .name_pl = "Przyjęte",
                     .name_en = "Received",
                     .shown_pl = "Przyjęte do serwisu",
                     .shown_en = "Received at the workshop",
                     .is_default = true},
                    {.status = TicketStatus::open,
                     .name_pl = "W diagnozie",
                     .name_en = "In diagnosis",
                     .shown_pl = "Sprawdzamy sprzęt",
                     .shown_en = "Being diagnosed"},
                    {.status = TicketStatus::waiting,
                     .name_pl = "Czeka na część",
                     .name_en = "Waits for a part",
                     .shown_pl = "Część zamówiona",
                     .shown_en = "Part ordered",
                     .pauses = true},
                    {.status = TicketStatus::resolved,
                     .name_pl = "Gotowe do odbioru",
                     .name_en = "Ready for pick-up",
                     .shown_pl = "Gotowe do odbioru",
                     .shown_en = "Ready for pick-up"}};
        case DeskKind::software_house:
            return {
                {.status = TicketStatus::open, .name_pl = "W analizie", .name_en = "In analysis"},
                {.status = TicketStatus::open,
                 .name_pl = "W realizacji",
                 .name_en = "In development",
                 .shown_pl = "Pracujemy nad zmianą",
                 .shown_en = "Being developed"},
                {.status = TicketStatus::open,
                 .name_pl = "Do testów",
                 .name_en = "To be tested",
                 .shown_pl = "W testach",
                 .shown_en = "Being tested"}};
    }
    return {};
}

}  // namespace ogniwo::tickets
