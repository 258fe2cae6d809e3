#include "tickets/macro_starters.hpp"

namespace ogniwo::tickets {

std::span<const TicketMacro> macro_starters() {
    static const std::vector<TicketMacro> all{
        {.name_pl = "Prośba o szczegóły",
         .name_en = "Asked for more details",
         .shared = true,
         .effects = {.reply_pl =
                         "Dzień dobry,\n\naby pomóc w sprawie „{subject}”, potrzebujemy jeszcze:\n"
                         "- co dokładnie widać na ekranie (najlepiej zdjęcie lub zrzut),\n"
                         "- od kiedy tak jest i czy dotyczy też innych osób,\n"
                         "- na którym komputerze lub urządzeniu.\n\n"
                         "Wystarczy odpowiedzieć na tę wiadomość.\n{me}",
                     .reply_en = "Hello,\n\nto help you with \"{subject}\" we still need to know:\n"
                                 "- what exactly the screen shows (a picture is best),\n"
                                 "- since when, and whether others have it too,\n"
                                 "- on which computer or device.\n\n"
                                 "Simply answer this message.\n{me}",
                     .status = TicketStatus::waiting,
                     .waiting_for = WaitingFor::customer,
                     .waiting_note_pl = "Szczegóły: co, od kiedy, na którym urządzeniu",
                     .waiting_note_en = "Details: what, since when, on which device"}},
        {.name_pl = "Czeka na dostawcę",
         .name_en = "Waits for the supplier",
         .shared = true,
         .effects = {.reply_pl =
                         "Dzień dobry,\n\nsprawa „{subject}” jest przekazana dostawcy. Damy znać, "
                         "gdy tylko odpowie, i sami będziemy się przypominać.\n{me}",
                     .reply_en =
                         "Hello,\n\n\"{subject}\" is with the supplier now. We will tell you as "
                         "soon as they answer, and keep asking them.\n{me}",
                     .status = TicketStatus::waiting,
                     .waiting_for = WaitingFor::vendor,
                     .waiting_note_pl = "Odpowiedź dostawcy",
                     .waiting_note_en = "The supplier's answer",
                     .due_in_days = 3}},
        {.name_pl = "Hasło zresetowane",
         .name_en = "Password reset done",
         .shared = true,
         .effects = {.reply_pl =
                         "Dzień dobry,\n\nhasło zostało zresetowane. Hasło jednorazowe podajemy "
                         "telefonicznie; przy pierwszym logowaniu trzeba ustawić własne.\n\n"
                         "Jeśli logowanie się nie uda, wystarczy odpowiedzieć na tę wiadomość.\n"
                         "{me}",
                     .reply_en =
                         "Hello,\n\nthe password has been reset. You get the one-time password by "
                         "phone; you set your own when you first sign in.\n\n"
                         "If signing in does not work, simply answer this message.\n{me}",
                     .status = TicketStatus::resolved,
                     .type = TicketType::request}},
        {.name_pl = "Zrobione, prosimy o sprawdzenie",
         .name_en = "Done, please check",
         .shared = true,
         .effects = {.reply_pl =
                         "Dzień dobry,\n\nz naszej strony sprawa „{subject}” jest załatwiona. "
                         "Prosimy o sprawdzenie i krótką odpowiedź, czy wszystko działa.\n{me}",
                     .reply_en = "Hello,\n\nwe have done what \"{subject}\" needed. Please check "
                                 "and tell us briefly whether everything works.\n{me}",
                     .status = TicketStatus::waiting,
                     .waiting_for = WaitingFor::customer,
                     .waiting_note_pl = "Potwierdzenie, że wszystko działa",
                     .waiting_note_en = "Word that everything works"}},
        {.name_pl = "Brak odpowiedzi, kończymy",
         .name_en = "No answer, resolved",
         .shared = true,
         .effects = {.reply_pl =
                         "Dzień dobry,\n\nnie mamy odpowiedzi, więc uznajemy sprawę „{subject}” za "
                         "załatwioną. Jeśli temat wróci, wystarczy odpowiedzieć na tę wiadomość, "
                         "a zgłoszenie {number} otworzy się ponownie.\n{me}",
                     .reply_en =
                         "Hello,\n\nwe have had no answer, so we take \"{subject}\" as done. If it "
                         "comes back, simply answer this message, and ticket {number} opens "
                         "again.\n{me}",
                     .status = TicketStatus::resolved}},
        {.name_pl = "Awaria u operatora",
         .name_en = "Outage at the provider",
         .shared = true,
         .effects = {.reply_pl =
                         "Dzień dobry,\n\nprzyczyną jest awaria po stronie operatora. Jest już "
                         "zgłoszona; damy znać, gdy łącze wróci.\n{me}",
                     .reply_en =
                         "Hello,\n\nthe cause is an outage at the provider. It is reported; "
                         "we will tell you when the line is back.\n{me}",
                     .status = TicketStatus::waiting,
                     .waiting_for = WaitingFor::vendor,
                     .waiting_note_pl = "Usunięcie awarii przez operatora",
                     .waiting_note_en = "The provider to end the outage",
                     .type = TicketType::incident,
                     .snooze_hours = 2}},
        {.name_pl = "Jutro rano",
         .name_en = "Tomorrow morning",
         .shared = true,
         .effects = {.assign = MacroAssignee::me, .snooze_days = 1}}};
    return all;
}

}  // namespace ogniwo::tickets
