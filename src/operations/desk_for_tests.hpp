#pragma once

// A made-up slice for the tests of the operation machinery: notes on a desk. Each kind of operation
// there is stands here once.

#include <optional>
#include <string>
#include <vector>

#include "base/enum.hpp"
#include "base/id.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "base/time.hpp"

namespace ogniwo {
class Fields;
class Operations;
}  // namespace ogniwo

namespace ogniwo::desk {

using NoteId = Id<struct NoteTag>;

enum class Mood { calm, hurried };
constexpr auto names(Mood) {
    return enum_names("calm", "hurried");
}

struct Note {
    NoteId note;
    CustomerId customer;
    std::string text;
    Mood mood = Mood::calm;
    std::optional<Time> due;
    std::int64_t version = 1;
};
void describe(Fields& fields, Note& note);

struct ListNotes {
    CustomerId customer;
    std::vector<Mood> mood;
    std::optional<std::string> q;
    std::optional<std::string> cursor;
    std::optional<int> limit;
};
void describe(Fields& fields, ListNotes& wish);

struct NoteList {
    std::vector<Note> items;
    std::optional<std::string> next;
};
void describe(Fields& fields, NoteList& list);

struct CreateNote {
    CustomerId customer;
    std::string text;
    Mood mood = Mood::calm;
    std::optional<Time> due;
};
void describe(Fields& fields, CreateNote& wish);

struct NoteCost {
    int letters = 0;
};
void describe(Fields& fields, NoteCost& cost);

struct OfNote {
    NoteId note;
};
void describe(Fields& fields, OfNote& wish);

struct EditNote {
    NoteId note;
    std::int64_t version = 0;
    std::optional<std::string> text;
    std::optional<std::optional<Time>> due;
};
void describe(Fields& fields, EditNote& wish);

struct SignInToDesk {
    std::string email;
    std::string password;
    std::string password_hash{};  // Made before the transaction.
};
void describe(Fields& fields, SignInToDesk& wish);

struct DeskSession {
    std::string token;
    PersonId person;
    Time expires_at;
};
void describe(Fields& fields, DeskSession& session);

struct DeskKey {
    std::string key;
};
void describe(Fields& fields, DeskKey& key);

struct DeskState {
    bool open = true;
};
void describe(Fields& fields, DeskState& state);

inline constexpr Right read_notes{"desk.read_notes"};
inline constexpr Right write_notes{"desk.write_notes"};

inline constexpr Reason text_taken{Refusal::conflict, "desk.text_taken"};
inline constexpr Reason wrong_password{Refusal::unauthenticated, "desk.wrong_password"};
inline constexpr Reason note_gone{Refusal::missing, "desk.note_gone"};
inline constexpr Reason desk_full{Refusal::exhausted, "desk.full"};

void mount(Operations& operations);

// How often a service or a step before it has run since the last look.
struct Runs {
    int creates = 0;
    int hashes = 0;
};
Runs take_runs();

}  // namespace ogniwo::desk
