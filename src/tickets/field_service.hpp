#pragma once

// Fields of a company's own: which there are, which form shows them, and what stands in them.
// Private to the slice.
//
// Whoever may see a ticket's notes sees all of its fields; a customer's people see and change those
// that are opened to them, and of the others they learn nothing.

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "storage/journal.hpp"
#include "storage/work.hpp"
#include "tickets/events.hpp"
#include "tickets/field_rules.hpp"
#include "tickets/history_types.hpp"
#include "tickets/service.hpp"
#include "tickets/store.hpp"

namespace ogniwo::tickets {

Result<TicketFieldList> list_fields(const View& view, const Nothing&);
Result<TicketField> define_field(Work& work, const DefineField& wish);
Result<TicketField> edit_field(Work& work, const EditField& wish);
Result<TicketFormList> list_forms(const View& view, const Nothing&);
Result<TicketFormList> save_form(Work& work, const SaveForm& wish);

Result<TicketFieldValues> read_ticket_fields(const View& view, const ReadTicketFields& wish);
Result<TicketFieldValues> set_ticket_fields(Work& work, const SetTicketFields& wish);

// The way back of a bulk change: also to nothing where the form wants something, as it was before.
Result<TicketFieldValues> put_ticket_fields_back(Work& work, const SetTicketFields& wish);

// Whether the actor sees this field on tickets of this customer.
bool may_see_field(const Actor& actor, const TicketField& field, CustomerId customer);

// What is going to be written, and how the journal tells it.
struct PlannedFields {
    std::vector<std::pair<FieldId, Kept>> values{};
    std::vector<FieldChange> changes{};
    std::vector<std::pair<std::string, std::string>> texts{};  // "field.12" and the text.

    // They point into this.
    void add_texts(std::vector<EventText>& to) const;
};
// The fields of a ticket that is about to be created: those of the wish, and what the others of its
// form begin with. Refused where the form wants more.
Result<PlannedFields> plan_new_fields(const View& view,
                                      const Ticket& ticket,
                                      const std::optional<std::vector<FieldValue>>& wished);
void write_fields(Work& work, const Ticket& ticket, const PlannedFields& planned);

// Names of persons and assets. An asset of another customer than the ticket's, since the ticket or
// its customer went elsewhere, is only told to those who may see it.
struct ValueOf {
    CustomerId customer{};  // The ticket's.
    FieldValue* value = nullptr;
};
void add_value_names(const View& view, const std::vector<ValueOf>& values);
// Those of whose assets nothing was told.
void leave_out_hidden(const std::vector<TicketField>& fields, std::vector<FieldValue>& values);

// An asset is called otherwise from now on, and ordered by that.
void rename_asset(Work& work, assets::AssetId asset, const std::string& name);

// Whether all is filled in that the ticket's form wants before it is resolved.
Outcome has_needed_fields(const View& view, const Ticket& ticket);

// The tickets that have a value in the field that the wish names, in the order of the values.
Result<TicketList> list_by_field(const View& view,
                                 const ListTickets& wish,
                                 const store::TicketFilter& filter);
// The values of the columns that the wish names, beside the list.
Outcome add_field_columns(const View& view, const ListTickets& wish, TicketList& list);

// The changed fields in a ticket's history, as far as its reader may know them.
class FieldHistory {
public:
    FieldHistory(const View& view, CustomerId customer) : view_(view), customer_(customer) {}

    // Whether anything is left of this entry to show.
    bool show(HistoryEntry& entry);
    // Texts of fields go to their fields, persons get their names.
    void complete(std::vector<HistoryEntry>& entries) const;

private:
    const View& view_;
    const CustomerId customer_;
    std::optional<std::vector<TicketField>> fields_{};
};

// What a ticket's events say stands in its fields, from the first of them on.
class ToldFields {
public:
    void happen(const TicketEvent& event);
    // A text of the event that has just happened.
    void say(const journal::SubjectText& text);

    const std::map<FieldId, FieldState>& states() const { return states_; }
    // Nothing: none was written, or it was erased.
    std::optional<std::string> text_of(FieldId field) const;

private:
    void take(const std::vector<FieldChange>& changes);

    std::map<FieldId, FieldState> states_{};
    std::map<std::string, std::optional<std::string>, std::less<>> texts_{};
};
// The same to a reader of a ticket that is this customer's now.
std::vector<FieldValue> shown_to(const View& view, CustomerId customer, const ToldFields& told);

// Each value beside the events of its ticket, and beside the name of its asset.
void compare_fields(Tx& tx,
                    const Ticket& ticket,
                    const std::vector<Event>& events,
                    std::vector<Difference>& found);

struct OwnFieldText {
    TicketId ticket{};
    FieldId field{};
    std::string text{};
};
void describe(Fields& fields, OwnFieldText& text);
struct OwnFieldTexts {
    std::vector<OwnFieldText> items{};
};
void describe(Fields& fields, OwnFieldTexts& texts);
OwnFieldTexts field_texts_of_person(const View& view, PersonId person);
void erase_fields_of(Work& work, PersonId person);

}  // namespace ogniwo::tickets
