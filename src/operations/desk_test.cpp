#include <doctest/doctest.h>

#include <stdexcept>

#include "operations/desk_for_tests.hpp"
#include "operations/operations.hpp"

namespace ogniwo::desk {
namespace {

Runs runs;

// A desk of its own needs no table of its own: parked events have just the right columns, and no
// other test looks at those of a follower that is called like this.
const Sql insert_note_sql{"desk.insert_note", R"sql(
    INSERT INTO follower_parked (follower, event, error, parked_at)
    VALUES ($1, (SELECT COUNT(*) + 1 FROM follower_parked), $2, 1)
    RETURNING event
)sql"};

const Sql update_note_sql{"desk.update_note", R"sql(
    UPDATE follower_parked SET parked_at = parked_at + 1, error = COALESCE($2, error)
     WHERE event = $1
    RETURNING parked_at
)sql"};

const Sql find_note_sql{"desk.find_note", R"sql(
    SELECT follower, event, error, parked_at FROM follower_parked WHERE event = $1
)sql"};

const Sql list_notes_sql{"desk.list_notes", R"sql(
    SELECT follower, event, error, parked_at FROM follower_parked
     WHERE follower = $1 ORDER BY event
)sql"};

const Sql delete_note_sql{"desk.delete_note", R"sql(
    DELETE FROM follower_parked WHERE event = $1
)sql"};

constexpr std::string_view desk_of = "desk:";

std::string follower_of(CustomerId customer) {
    return std::string(desk_of) + std::to_string(customer.value);
}

Note read_note(const Row& row) {
    const auto follower = row.get<std::string>("follower");
    return {.note = row.get<NoteId>("event"),
            .customer = {std::stoll(follower.substr(desk_of.size()))},
            .text = row.get<std::string>("error"),
            .version = row.get<std::int64_t>("parked_at")};
}

Result<Note> load_note(const View& view, NoteId id, Right right) {
    const auto note = view.tx.find(read_note, find_note_sql, id);
    if (!note || !view.actor.may(right, note->customer)) return note_gone;
    return *note;
}

Result<NoteList> list_notes(const View& view, const ListNotes& wish) {
    if (!view.actor.may(read_notes, wish.customer)) return missing;
    return NoteList{.items = view.tx.all(read_note, list_notes_sql, follower_of(wish.customer))};
}

Result<Note> find_note(const View& view, const OfNote& wish) {
    return load_note(view, wish.note, read_notes);
}

Result<Note> create_note(Work& work, const CreateNote& wish) {
    ++runs.creates;
    if (!work.actor.may(write_notes, wish.customer)) return missing;
    if (wish.text == "boom") throw std::runtime_error("secret detail");
    const auto id = work.tx.one<NoteId>(insert_note_sql, follower_of(wish.customer), wish.text);
    if (wish.text == "taken") {
        return Error{.reason = text_taken, .shown = {{"text", wish.text}}, .detail = "for the log"};
    }
    if (wish.text == "full") return desk_full;
    return load_note(work, id, write_notes);
}

Result<NoteCost> preview_note(const View&, const CreateNote& wish) {
    return NoteCost{.letters = static_cast<int>(wish.text.size())};
}

Result<Note> edit_note(Work& work, const EditNote& wish) {
    TRY(const Note note, load_note(work, wish.note, write_notes));
    if (note.version != wish.version) return stale;
    work.tx.run(update_note_sql, wish.note, wish.text);
    return load_note(work, wish.note, write_notes);
}

Result<Nothing> drop_note(Work& work, const OfNote& wish) {
    TRY_DO(load_note(work, wish.note, write_notes));
    work.tx.run(delete_note_sql, wish.note);
    return Nothing{};
}

Outcome hash_password(Outside&, SignInToDesk& wish) {
    ++runs.hashes;
    wish.password_hash = "hash of " + wish.password;
    return Nothing{};
}

Result<DeskSession> sign_in(Work& work, const SignInToDesk& wish) {
    if (wish.password_hash != "hash of open sesame") return wrong_password;
    return DeskSession{
        .token = "tok3n", .person = {7}, .expires_at = work.now + std::chrono::hours{1}};
}

Result<Nothing> sign_out(Work&, const Nothing&) {
    return Nothing{};
}

Result<DeskKey> make_key(Work&, const Nothing&) {
    return DeskKey{.key = "s3cret"};
}

Result<DeskState> state(const View&, const Nothing&) {
    return DeskState{};
}

}  // namespace

void describe(Fields& fields, Note& note) {
    fields("note", note.note);
    fields("customer", note.customer);
    fields("text", note.text);
    fields("mood", note.mood);
    fields("due", note.due);
    fields("version", note.version);
}
void describe(Fields& fields, ListNotes& wish) {
    fields("customer", wish.customer);
    fields("mood", wish.mood).at_most(2).may_be_missing();
    fields("q", wish.q).at_most(20).about("Words in the text.");
    fields("cursor", wish.cursor);
    fields("limit", wish.limit).within(1, 200);
}
void describe(Fields& fields, NoteList& list) {
    fields("items", list.items);
    fields("next", list.next);
}
void describe(Fields& fields, CreateNote& wish) {
    fields("customer", wish.customer);
    fields("text", wish.text).within(1, 40).multiline().about("What is to be remembered.");
    fields("mood", wish.mood).may_be_missing();
    fields("due", wish.due);
}
void describe(Fields& fields, NoteCost& cost) {
    fields("letters", cost.letters);
}
void describe(Fields& fields, OfNote& wish) {
    fields("note", wish.note);
}
void describe(Fields& fields, EditNote& wish) {
    fields("note", wish.note);
    fields("version", wish.version);
    fields("text", wish.text).within(1, 40);
    fields("due", wish.due);
}
void describe(Fields& fields, SignInToDesk& wish) {
    fields("email", wish.email);
    fields("password", wish.password).secret();
}
void describe(Fields& fields, DeskSession& session) {
    fields("token", session.token).secret();
    fields("person", session.person);
    fields("expiresAt", session.expires_at);
}
void describe(Fields& fields, DeskKey& key) {
    fields("key", key.key).secret();
}
void describe(Fields& fields, DeskState& state) {
    fields("open", state.open);
}

void mount(Operations& operations) {
    operations.slice("desk", "Notes on a desk.");
    operations
        .get("desk.list_notes",
             "/customers/{customer}/notes",
             read_notes,
             list_notes,
             {.customer = {1}, .mood = {Mood::calm}, .limit = 50})
        .about("The notes of a customer, the oldest first.");
    operations
        .post("desk.create_note",
              "/customers/{customer}/notes",
              write_notes,
              create_note,
              {.customer = {1}, .text = "Toner is ordered"})
        .creates()
        .about("Writes a note.");
    operations
        .ask("desk.preview_note",
             "/customers/{customer}/notes/preview",
             read_notes,
             preview_note,
             {.customer = {1}, .text = "Toner is ordered"})
        .about("What a note would take.");
    operations.get("desk.find_note", "/notes/{note}", read_notes, find_note, {.note = {1}})
        .about("One note.");
    operations
        .patch("desk.edit_note",
               "/notes/{note}",
               write_notes,
               edit_note,
               {.note = {1}, .version = 1, .text = "Toner is there"})
        .about("Changes a note.");
    operations.del("desk.drop_note", "/notes/{note}", write_notes, drop_note, {.note = {1}})
        .about("Throws a note away.");
    operations
        .post("desk.sign_in",
              "/session",
              anyone,
              sign_in,
              {.email = "anna@desk.example", .password = "open sesame"})
        .creates()
        .about("Starts a session.")
        .session(SessionEffect::starts)
        .before(hash_password);
    operations.del("desk.sign_out", "/session", signed_in, sign_out, {})
        .about("Ends the session.")
        .session(SessionEffect::ends);
    operations.post("desk.make_key", "/keys", write_notes, make_key, {})
        .creates()
        .about("Makes a key, shown once.")
        .secret_answer();
    operations.get("desk.state", "/state", anyone, state, {}).about("Whether the desk is open.");
}

Runs take_runs() {
    return std::exchange(runs, Runs{});
}

}  // namespace ogniwo::desk
