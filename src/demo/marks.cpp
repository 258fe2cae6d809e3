#include "demo/marks.hpp"

#include <algorithm>
#include <set>

#include "base/check.hpp"
#include "tickets/field_service.hpp"
#include "tickets/mark_service.hpp"
#include "tickets/rating_service.hpp"
#include "tickets/service.hpp"
#include "tickets/tag_service.hpp"

namespace ogniwo::demo {
namespace {

using people::Language;
using tickets::Ticket;
using tickets::TicketStatus;

constexpr Minutes until_tagged{3};
constexpr Minutes until_filled{4};
constexpr Minutes until_due_set{5};
constexpr std::chrono::hours end_of_a_late_evening{4};

struct StoryTags {
    const char* story;
    std::vector<const char*> words;
};
const std::vector<StoryTags>& story_tags() {
    static const std::vector<StoryTags> all{
        {"printer-offline", {"drukarki"}},
        {"printer", {"drukarki"}},
        {"toner-order", {"drukarki", "materiały eksploatacyjne"}},
        {"label-printer", {"drukarki", "magazyn"}},
        {"receipt-printer", {"apteka", "kasa fiskalna"}},
        {"barcode-scanner", {"magazyn"}},
        {"coffee-laptop", {"naprawa u producenta"}},
        {"laptop-battery", {"naprawa u producenta"}},
        {"new-workstation", {"zakupy"}},
        {"licence", {"zakupy", "licencje"}},
        {"windows-update", {"aktualizacje"}},
        {"phishing", {"phishing"}},
        {"phishing-clicked", {"phishing", "incydent bezpieczeństwa"}},
        {"ransomware-alarm", {"incydent bezpieczeństwa"}},
        {"new-employee", {"nowy pracownik"}},
        {"starter", {"nowy pracownik"}},
        {"employee-leaves", {"odejście pracownika"}},
        {"internet-down", {"awaria łącza"}},
        {"certificate", {"certyfikaty"}},
        {"mail-to-spam", {"DKIM"}},
        {"vpn-home", {"VPN"}},
        {"vpn-drops", {"VPN"}},
        {"vpn-london", {"VPN", "zapora"}},
        {"wms-stock", {"magazyn", "błąd producenta"}},
        {"tms-map", {"licencje"}},
        {"erp-slow", {"wydajność", "błąd producenta"}},
        {"slow-server", {"wydajność"}},
        {"pharmacy-slow", {"apteka", "wydajność"}},
        {"e-prescription", {"apteka", "awaria zewnętrzna"}},
        {"invoice-system", {"KSeF"}},
        {"jpk", {"urząd skarbowy"}},
        {"forklift-terminals", {"magazyn", "Wi-Fi"}},
        {"wifi-weak", {"Wi-Fi"}},
        {"guest-wifi", {"Wi-Fi"}},
        {"office-move", {"przeprowadzka"}},
    };
    return all;
}

// Of hardware: what stands on its sticker, its warranty, and what was spent.
struct StoryDevice {
    const char* story;
    const char* series;
    const char* warranty;
    int warranty_ends;  // In working days from today.
    const char* cost;   // Empty: nothing yet.
};
constexpr StoryDevice devices[] = {
    {"printer-offline", "WSI-D", "po_gwarancji", -120, ""},
    {"toner-order", "WSI-D", "na_gwarancji", 150, "389.00"},
    {"label-printer", "WSI-E", "gwarancja_rozszerzona", 240, ""},
    {"receipt-printer", "WSI-F", "na_gwarancji", 95, ""},
    {"scan-to-mail", "WSI-D", "na_gwarancji", 310, ""},
    {"barcode-scanner", "WSI-S", "po_gwarancji", -30, ""},
    {"keyboard-broken", "WSI-P", "po_gwarancji", -210, "119.00"},
    {"monitor-flickers", "WSI-M", "na_gwarancji", 60, "45.50"},
    {"monitor-black", "WSI-M", "po_gwarancji", -15, ""},
    {"laptop-slow", "WSI-L", "na_gwarancji", 40, ""},
    {"laptop-battery", "WSI-L", "gwarancja_rozszerzona", 180, "0.00"},
    {"coffee-laptop", "WSI-L", "na_gwarancji", 205, "620.00"},
    {"new-workstation", "WSI-L", "na_gwarancji", 500, "6480.00"},
    {"disk-full", "WSI-L", "po_gwarancji", -75, ""},
    {"headset", "WSI-P", "na_gwarancji", 20, ""},
    {"phone-voip", "WSI-T", "po_gwarancji", -300, ""},
};

// What was promised for a day, counted from today.
struct StoryDue {
    const char* story;
    int day;
};
constexpr StoryDue dues[] = {{"new-employee", 2},
                             {"starter", 4},
                             {"employee-leaves", 3},
                             {"licence", 5},
                             {"new-workstation", 8},
                             {"office-move", 7},
                             {"data-transfer", 1},
                             {"guest-wifi", 2}};

struct StoryRating {
    Language language;
    const char* story;
    int score;
    const char* comment;  // Empty: none.
};
constexpr StoryRating ratings[] = {
    {Language::pl, "printer-offline", 5, "Szybko i po ludzku, bez informatycznego żargonu."},
    {Language::pl,
     "laptop-slow",
     4,
     "Komputer jak nowy, choć na połączenie trzeba było chwilę poczekać."},
    {Language::pl,
     "scan-to-mail",
     2,
     "Dwa razy ta sama usterka jednego dnia. Skany z całego poranka robiliśmy od nowa."},
    {Language::pl,
     "coffee-laptop",
     5,
     "Laptop zastępczy tego samego dnia i wszystkie pliki na miejscu. Kubek z pokrywką kupiony!"},
    {Language::pl, "new-employee", 5, "Wszystko gotowe przed pierwszym dniem pracy."},
    {Language::pl,
     "folder-access",
     3,
     "Sam dostęp w porządku, ale czekanie na zgodę trwało dłużej niż cała praca."},
    {Language::pl, "mfa-new-phone", 4, "Sprawnie. Przydałaby się krótka instrukcja na przyszłość."},
    {Language::pl,
     "phishing-clicked",
     5,
     "Spokój w słuchawce i ani słowa pretensji. Bardzo dziękuję."},
    {Language::pl, "mailbox-full", 5, ""},
    {Language::pl,
     "internet-down",
     2,
     "Telefony milczały, a łącze zapasowe miało przecież włączyć się samo."},
    {Language::pl, "wifi-weak", 4, ""},
    {Language::pl,
     "slow-server",
     1,
     "Całe biuro stało w miejscu, bo kopia zapasowa szła w godzinach pracy. To nie powinno się "
     "zdarzyć."},
    {Language::pl,
     "e-prescription",
     5,
     "Wiadomość co pół godziny, dzięki temu było wiadomo, co mówić pacjentom."},
    {Language::pl, "label-printer", 5, "Pięć minut i rampa ruszyła."},
    {Language::pl, "restore-file", 5, "Tydzień pracy uratowany w kwadrans!"},
    {Language::pl,
     "windows-update",
     3,
     "Pomoc dobra, ale poranek przepadł. Aktualizacje prosimy robić w nocy."},
    {Language::pl, "jpk", 4, ""},
    {Language::en, "new-phone", 5, "Quick, friendly, and they made sure that it was really me."},
    {Language::en, "meeting-room", 4, "The sound was back just before the client dialled in."},
    {Language::en, "shared-drive", 3, "Fine in the end, but the approval took most of a day."},
    {Language::en,
     "vpn-london",
     2,
     "The whole London office was locked out by an automatic update on your side."},
    {Language::en, "laptop-battery", 5, ""},
};

template <class Rows>
auto row_of(const Rows& rows, const Story& story) {
    return std::ranges::find_if(rows, [&](const auto& row) { return story.name == row.story; });
}

bool is_worked_on(const Ticket& ticket) {
    return ticket.assignee && ticket.status != TicketStatus::closed;
}

bool is_ended(const Ticket& ticket) {
    return ticket.status == TicketStatus::resolved || ticket.status == TicketStatus::closed;
}

class Marking {
public:
    Marking(Work& work, const Calendar& calendar) : work_(work), calendar_(calendar) {}

    // By whoever has the ticket, right after the last thing that happened to it.
    Outcome note(const Story& story, const Ticket& ticket) const {
        if (!is_worked_on(ticket)) return Nothing{};
        if (const auto row = row_of(story_tags(), story); row != story_tags().end()) {
            TRY_DO(act(work_, ticket.updated_at + until_tagged, ticket.assignee, [&](Work& own) {
                return tag(own, ticket, row->words);
            }));
        }
        if (const auto row = row_of(devices, story); row != std::end(devices)) {
            TRY_DO(act(work_, ticket.updated_at + until_filled, ticket.assignee, [&](Work& own) {
                return fill(own, ticket, *row);
            }));
        }
        const auto row = row_of(dues, story);
        if (row == std::end(dues) || is_ended(ticket)) return Nothing{};
        return act(
            work_, ticket.updated_at + until_due_set, ticket.assignee, [&](Work& own) -> Outcome {
                TRY_DO(tickets::set_due(own, {.ticket = ticket.id, .on = calendar_.day(row->day)}));
                return Nothing{};
            });
    }

    // Some at once, some in the evening.
    Outcome rate(const Ticket& ticket, const StoryRating& rating, int nth) const {
        const Minutes later{25 + 47 * nth % 400};
        const Time at =
            std::min(ticket.updated_at + later, calendar_.last_evening() + end_of_a_late_evening);
        const std::string comment = rating.comment;
        return act(work_, at, ticket.requester, [&](Work& own) -> Outcome {
            TRY_DO(tickets::rate_ticket(
                own, {.ticket = ticket.id, .score = rating.score, .comment = comment}));
            return Nothing{};
        });
    }

private:
    static Outcome tag(Work& own, const Ticket& ticket, const std::vector<const char*>& words) {
        for (const char* word : words) {
            TRY_DO(tickets::add_ticket_tag(own, {.ticket = ticket.id, .name = word}));
        }
        return Nothing{};
    }

    Outcome fill(Work& own, const Ticket& ticket, const StoryDevice& device) const {
        TRY(const auto fields, tickets::list_fields(own, {}));
        const auto field = [&](std::string_view key) {
            const auto found = std::ranges::find(fields.items, key, &tickets::TicketField::key);
            INVARIANT(found != fields.items.end());
            return found->id;
        };
        const auto sticker = std::to_string(100 + ticket.id.value * 37 % 900);
        std::vector<tickets::FieldValue> values{
            {.field = field("numer_inwentarzowy"), .text = device.series + sticker},
            {.field = field("koniec_gwarancji"), .date = calendar_.day(device.warranty_ends)},
            {.field = field("gwarancja"), .choice = device.warranty}};
        if (const std::string cost = device.cost; !cost.empty()) {
            values.push_back({.field = field("koszt_netto"), .amount = cost});
        }
        TRY_DO(tickets::set_ticket_fields(own, {.ticket = ticket.id, .values = std::move(values)}));
        return Nothing{};
    }

    Work& work_;
    const Calendar& calendar_;
};

}  // namespace

Outcome add_marks(Work& work, const Calendar& calendar, const std::vector<Told>& told) {
    const Marking marking(work, calendar);
    std::vector<std::pair<const Story*, Ticket>> ended;  // The newest first.
    for (const Told& one : told) {
        TRY(const Ticket ticket, tickets::read_ticket(work, {.ticket = one.ticket}));
        TRY_DO(marking.note(*one.story, ticket));
        if (is_ended(ticket)) ended.emplace(ended.begin(), one.story, ticket);
    }
    int nth = 0;
    for (const StoryRating& rating : ratings) {
        const auto found = std::ranges::find_if(ended, [&](const auto& one) {
            return one.first->name == rating.story && one.first->language == rating.language;
        });
        if (found == ended.end()) continue;
        // It may have been noted on since.
        TRY(const Ticket ticket, tickets::read_ticket(work, {.ticket = found->second.id}));
        TRY_DO(marking.rate(ticket, rating, ++nth));
    }
    return Nothing{};
}

}  // namespace ogniwo::demo
