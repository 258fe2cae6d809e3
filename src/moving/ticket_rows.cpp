#include <algorithm>
#include <map>

#include "base/crypto.hpp"
#include "base/email.hpp"
#include "base/limits.hpp"
#include "base/text.hpp"
#include "base/written_time.hpp"
#include "moving/rows.hpp"
#include "people/lookup_service.hpp"
#include "people/service.hpp"
#include "tickets/old_ticket_service.hpp"

namespace ogniwo::moving {
namespace {

constexpr std::size_t subject_most = 300;

using store::ImportedRow;
using tickets::OldMessage;
using tickets::OldTicket;

// Whether the first row says something else than the last time.
enum class FirstRow { news, as_before };

// A message has no number of its own: it is the same when all of it is.
std::string name_of(const OldTicket& ticket, const OldMessage& message) {
    return "message:" + ticket.number + "\n" +
           sha256_hex(std::to_string(to_micros(message.at)) + "\n" +
                      std::string(enum_name(message.kind)) + "\n" + message.text);
}

// Reads the rows of one number. What is wrong goes to the row where it stands.
class TicketReader {
public:
    TicketReader(Pass& pass, std::vector<ImportedRow>& rows, FirstRow first)
        : pass_(pass), rows_(rows), first_(first) {}

    // False: something is wrong.
    bool read() {
        ImportedRow& first = rows_.front();
        const Cells cells(pass_.columns, first.cells);
        read_ticket(first, cells);
        read_message(first, cells, true);
        for (std::size_t i = 1; i < rows_.size(); ++i) {
            read_message(rows_[i], Cells(pass_.columns, rows_[i].cells), false);
        }
        return std::ranges::none_of(
            rows_, [](const ImportedRow& row) { return row.verdict == RowVerdict::wrong; });
    }
    FirstRow first() const { return first_; }

    OldTicket ticket{};
    // With the row that each of them came with.
    std::vector<std::pair<ImportedRow*, OldMessage>> messages{};
    // The names of these and of the ticket's own text, and the line where each stands first.
    std::map<std::string, std::int64_t> said{};

private:
    void read_ticket(ImportedRow& row, const Cells& cells) {
        ticket.number = cells.line("number");
        if (ticket.number.empty()) be_wrong(row, pass_, value_missing, "number");
        if (code_points(ticket.number) > tickets::old_number_most) {
            be_wrong(row, pass_, Reason{Refusal::invalid, "too_long"}, "number");
        }
        if (const auto customer = customer_of(pass_, row, cells)) {
            ticket.customer = *customer;
        } else if (row.verdict != RowVerdict::wrong) {
            be_wrong(row, pass_, value_missing, "customer");
        }
        read_words(row, cells);
        if (const auto at = read_time(row, cells, "createdAt")) {
            ticket.created_at = *at;
        } else if (!cells.has("createdAt")) {
            be_wrong(row, pass_, value_missing, "createdAt");
        }
        ticket.resolved_at = read_time(row, cells, "resolvedAt");
        ticket.closed_at = read_time(row, cells, "closedAt");
        if (row.verdict == RowVerdict::wrong) return;
        read_texts(row, cells);
        read_people(row, cells);
        if (cells.has("category")) {
            ticket.category = tickets::category_called(pass_.tx(), cells.line("category"));
            if (!ticket.category) note(row, category_unknown, "category");
        }
        if (!ticket.text.empty()) read_opening(row, cells);
    }

    void read_words(ImportedRow& row, const Cells& cells) {
        const auto word = [&](std::string_view field) -> std::optional<std::string> {
            if (!cells.has(field)) return std::nullopt;
            const auto ours = word_for(pass_.mapping(), field, cells.line(field));
            if (!ours) be_wrong(row, pass_, word_unknown, field);
            return ours;
        };
        // Where the file says nothing, what is over is what has an end.
        if (cells.has("closedAt") || cells.has("resolvedAt")) {
            ticket.status = tickets::TicketStatus::closed;
        }
        if (const auto status = word("status")) {
            ticket.status = *enum_value<tickets::TicketStatus>(*status);
        }
        if (const auto type = word("type")) {
            ticket.type = *enum_value<tickets::TicketType>(*type);
        }
        if (const auto priority = word("priority")) weigh(*priority);
    }

    // The cells of the usual matrix that stand for each priority.
    void weigh(const std::string& priority) {
        using tickets::Impact;
        using tickets::Urgency;
        ticket.impact = Impact::medium;
        ticket.urgency = Urgency::medium;
        if (priority == "low") {
            ticket.impact = Impact::low;
            ticket.urgency = Urgency::low;
        } else if (priority == "high") {
            ticket.impact = Impact::high;
        } else if (priority == "critical") {
            ticket.impact = Impact::high;
            ticket.urgency = Urgency::high;
        }
    }

    void read_texts(ImportedRow& row, const Cells& cells) {
        ticket.subject = cells.line("subject");
        ticket.text = read_text(row, cells, "text");
        // Customers read the subject, too.
        if (ticket.subject.empty() && !hides_text(cells)) {
            ticket.subject = ticket.text.substr(0, ticket.text.find('\n'));
        }
        ticket.subject = cut(nfc(trim(ticket.subject)), subject_most);
        if (ticket.subject.empty()) return be_wrong(row, pass_, value_missing, "subject");
        if (!is_clean_line(ticket.subject)) {
            be_wrong(row, pass_, Reason{Refusal::invalid, "control_characters"}, "subject");
        }
    }

    // What is said of the row's message holds for its text where there is no message besides.
    static bool hides_text(const Cells& cells) {
        return !cells.has("messageText") &&
               read_yes_no(cells.line("messageInternal")).value_or(true);
    }

    // Characters that no text of ours may hold are left out: an old mail should not stop a move.
    std::string read_text(ImportedRow& row, const Cells& cells, std::string_view field) {
        std::string text = nfc(cells.text(field));
        if (text.size() > limits::note_bytes) {
            be_wrong(row, pass_, Reason{Refusal::invalid, "too_long"}, field);
            return {};
        }
        if (is_clean_text(text)) return text;
        std::erase_if(text, [](char c) {
            return (static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t') || c == 0x7f;
        });
        if (is_clean_text(text)) return text;
        be_wrong(row, pass_, Reason{Refusal::invalid, "control_characters"}, field);
        return {};
    }

    std::optional<Time> read_time(ImportedRow& row, const Cells& cells, std::string_view field) {
        if (!cells.has(field)) return std::nullopt;
        const auto time = parse_usual_time(cells.line(field), pass_.mapping().zone);
        if (!time || *time > pass_.work.now) {
            be_wrong(row, pass_, time_unreadable, field);
            return std::nullopt;
        }
        return time;
    }

    void note(ImportedRow& row, const Reason& reason, std::string_view field) {
        add_problem(row, pass_, {.reason = std::string(reason.name), .is_note = true}, field);
    }

    // --- People

    void read_people(ImportedRow& row, const Cells& cells) {
        ticket.requester = requester(row, cells);
        row.person = ticket.requester;
        if (first_ == FirstRow::as_before || !cells.has("assignee")) return;
        const Called assignee = somebody(cells.line("assignee"), std::nullopt);
        if (assignee.person && people::is_active_staff(pass_.tx(), *assignee.person)) {
            ticket.assignee = assignee.person;
        } else {
            note(row, why_nobody(assignee), "assignee");
        }
    }

    struct Called {
        std::optional<PersonId> person{};
        bool is_ambiguous = false;
    };
    static const Reason& why_nobody(const Called& called) {
        return called.is_ambiguous ? person_ambiguous : person_unknown;
    }

    // By mail address, or by a name that only one of them bears: of this customer, or of our staff.
    Called somebody(const std::string& written, std::optional<CustomerId> customer) {
        const std::string cached =
            "person:" + std::to_string(customer ? customer->value : 0) + ":" + written;
        if (const auto found = pass_.found.find(cached); found != pass_.found.end()) {
            return found->second == 0 ? Called{} : Called{.person = PersonId{found->second}};
        }
        Called whom;
        if (written.find('@') != std::string::npos) {
            whom.person = people::find_person_by_email(pass_.tx(), written);
        } else {
            const auto called = people::persons_called(pass_.tx(), written, customer);
            if (called.size() == 1) whom.person = called.front();
            whom.is_ambiguous = called.size() > 1;
        }
        // Of the customer's people more may come while this goes on.
        if (whom.person || (!customer && !whom.is_ambiguous)) {
            pass_.found[cached] = whom.person.value_or(PersonId{}).value;
        }
        return whom;
    }

    std::optional<PersonId> requester(ImportedRow& row, const Cells& cells) {
        const std::string email = cells.line("requesterEmail");
        const std::string name = cells.line("requester");
        const bool mail_in_name = email.empty() && name.find('@') != std::string::npos;
        const std::string_view field = email.empty() ? "requester" : "requesterEmail";
        if (email.empty() && name.empty()) return std::nullopt;
        const Called called = somebody(email.empty() ? name : email, ticket.customer);
        if (first_ == FirstRow::as_before) return called.person;
        if (called.person) {
            if (people::belongs_to(pass_.tx(), *called.person, ticket.customer)) {
                return called.person;
            }
            note(row, person_elsewhere, field);
            return std::nullopt;
        }
        if (called.is_ambiguous || !pass_.mapping().make_persons) {
            note(row, why_nobody(called), field);
            return std::nullopt;
        }
        return make_requester(row, mail_in_name ? "" : name, mail_in_name ? name : email);
    }

    std::optional<PersonId> make_requester(ImportedRow& row,
                                           const std::string& name,
                                           const std::string& email) {
        const PersonName called = person_name(name);
        people::CreatePerson card;
        card.given_name = called.given;
        card.family_name = called.family;
        if (name.empty()) card.family_name = email_local_part(email);
        if (!email.empty()) card.emails = {email};
        card.customers = {ticket.customer};
        const auto typed = as_typed(card);
        const auto made = typed ? people::create_person(pass_.work, *typed)
                                : Result<people::Person>(typed.error());
        if (made) return made->person;
        be_wrong(row,
                 pass_,
                 made.error(),
                 {{"/emails",
                   pass_.columns.place("requesterEmail") < 0 ? "requester" : "requesterEmail"},
                  {"/", "requester"}});
        return std::nullopt;
    }

    // --- Messages

    bool has_messages_apart() const { return pass_.columns.place("messageText") >= 0; }

    // The text of the first row is what the requester wrote at the beginning. Where it is internal,
    // or said by somebody else or later, it is a message like others.
    void read_opening(ImportedRow& row, const Cells& cells) {
        OldMessage opening{
            .author = ticket.requester, .text = ticket.text, .at = ticket.created_at};
        if (!has_messages_apart()) {
            if (const auto at = read_time(row, cells, "messageAt")) opening.at = *at;
            if (cells.has("messageAuthor")) opening.author = author(row, cells, true);
        }
        if (!cells.has("messageText")) opening.kind = kind(row, cells);
        if (opening.kind == tickets::MessageKind::reply && opening.at == ticket.created_at &&
            opening.author == ticket.requester) {
            said.emplace(name_of(ticket, opening), row.line);
            return;
        }
        ticket.text.clear();
        say(row, std::move(opening));
    }

    // Files repeat rows, and some have the ticket's own text among the messages as well.
    void say(ImportedRow& row, OldMessage message) {
        row.person = row.person ? row.person : message.author;
        const auto [first, is_new] = said.emplace(name_of(ticket, message), row.line);
        if (is_new) {
            messages.emplace_back(&row, std::move(message));
        } else if (first->second != row.line && row.verdict != RowVerdict::wrong) {
            row.verdict = RowVerdict::duplicate;
            row.problems.push_back({.reason = std::string(doubled_in_file.name),
                                    .about = std::to_string(first->second)});
        }
    }

    tickets::MessageKind kind(ImportedRow& row, const Cells& cells) {
        const auto internal = read_yes_no(cells.line("messageInternal"));
        if (!internal) be_wrong(row, pass_, word_unknown, "messageInternal");
        return internal.value_or(true) ? tickets::MessageKind::note : tickets::MessageKind::reply;
    }

    void read_message(ImportedRow& row, const Cells& cells, bool is_first) {
        const bool is_apart = has_messages_apart();
        if (is_first && !is_apart) return;
        const std::string text = read_text(row, cells, is_apart ? "messageText" : "text");
        if (text.empty()) {
            if (!is_first && row.verdict != RowVerdict::wrong) row.verdict = RowVerdict::unchanged;
            return;
        }
        const std::string_view when = cells.has("messageAt") ? "messageAt" : "createdAt";
        const auto at = read_time(row, cells, when);
        if (!at) {
            if (!cells.has(when)) be_wrong(row, pass_, value_missing, "messageAt");
            return;
        }
        const auto person = author(row, cells, is_first);
        say(row, {.author = person, .kind = kind(row, cells), .text = text, .at = *at});
    }

    std::optional<PersonId> author(ImportedRow& row, const Cells& cells, bool is_first) {
        const std::string name = cells.line("messageAuthor");
        if (name.empty()) {
            // In files without authors each row of a talk names whoever asked.
            return is_first ? ticket.requester : std::nullopt;
        }
        Called called = somebody(name, ticket.customer);
        if (!called.person && !called.is_ambiguous) called = somebody(name, std::nullopt);
        if (!called.person) note(row, why_nobody(called), "messageAuthor");
        return called.person;
    }

    Pass& pass_;
    std::vector<ImportedRow>& rows_;
    FirstRow first_;
};

void refuse_all(std::vector<ImportedRow>& rows, Pass& pass, const Error& error) {
    for (ImportedRow& row : rows) be_wrong(row, pass, error, {});
}

// What stays of a ticket of which one row is wrong: nothing. The others say which row it was.
void drop_the_others(std::vector<ImportedRow>& rows) {
    for (ImportedRow& row : rows) {
        row.target.reset();
        row.person.reset();
        if (row.verdict == RowVerdict::wrong) continue;
        row.verdict = RowVerdict::wrong;
        if (row.problems.empty()) {
            row.problems.push_back({.reason = std::string(row_of_wrong_ticket.name)});
        }
    }
}

void save_messages(Pass& pass, const TicketReader& reader, std::int64_t target) {
    for (const auto& [name, line] : reader.said) {
        store::save_known(
            pass.tx(), pass.source, pass.mac(MovingKind::tickets, name), {.target = target});
    }
}

// Only what is said there and not here yet.
std::vector<OldMessage> new_messages(Pass& pass, const TicketReader& reader) {
    std::vector<OldMessage> fresh;
    for (const auto& [row, message] : reader.messages) {
        const auto mac = pass.mac(MovingKind::tickets, name_of(reader.ticket, message));
        const bool known = store::find_known(pass.tx(), pass.source, mac).has_value();
        if (!known) fresh.push_back(message);
        // The first row is the ticket's, whatever it says besides.
        if (row->verdict != RowVerdict::changed) {
            row->verdict = known ? RowVerdict::unchanged : RowVerdict::fresh;
        }
    }
    return fresh;
}

void bring_new(Pass& pass, std::vector<ImportedRow>& rows, const TicketReader& reader) {
    std::vector<OldMessage> messages;
    for (const auto& [row, message] : reader.messages) messages.push_back(message);
    const auto made = tickets::bring_in_ticket(pass.work, reader.ticket, messages);
    if (!made) return refuse_all(rows, pass, made.error());
    for (ImportedRow& row : rows) {
        row.target = made->value;
        if (!row.verdict) row.verdict = RowVerdict::fresh;
    }
    rows.front().verdict = RowVerdict::fresh;
    save_messages(pass, reader, made->value);
    remember(pass, Cells(pass.columns, rows.front().cells), made->value);
}

void bring_again(Pass& pass,
                 std::vector<ImportedRow>& rows,
                 const TicketReader& reader,
                 std::int64_t target) {
    const std::vector<OldMessage> messages = new_messages(pass, reader);
    // What has not changed over there may have changed here since, and stays.
    std::optional<OldTicket> news;
    if (reader.first() == FirstRow::news) news = reader.ticket;
    rows.front().verdict = RowVerdict::unchanged;
    if (news || !messages.empty()) {
        const auto changed = tickets::bring_in_again(pass.work, {target}, news, messages);
        if (!changed) {
            be_wrong(rows.front(), pass, changed.error(), {{"/customer", "customer"}});
            return drop_the_others(rows);
        }
        if (*changed) rows.front().verdict = RowVerdict::changed;
    }
    for (ImportedRow& row : rows) {
        row.target = target;
        if (!row.verdict) row.verdict = RowVerdict::unchanged;
    }
    save_messages(pass, reader, target);
    remember(pass, Cells(pass.columns, rows.front().cells), target);
}

}  // namespace

void bring_ticket(Pass& pass, std::vector<ImportedRow>& rows) {
    if (rows.size() > tickets::old_messages_most) {
        return refuse_all(rows, pass, Error{.reason = too_many_messages});
    }
    const Cells cells(pass.columns, rows.front().cells);
    const auto known = find_known(pass, cells);
    const bool is_as_before = known && known->digest == cells.digest();
    TicketReader reader(pass, rows, is_as_before ? FirstRow::as_before : FirstRow::news);
    if (!reader.read()) return drop_the_others(rows);
    if (known) {
        bring_again(pass, rows, reader, known->target);
    } else {
        bring_new(pass, rows, reader);
    }
}

}  // namespace ogniwo::moving
