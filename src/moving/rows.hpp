#pragma once

// Rows on their way in, one at a time: what each kind of row becomes. Private to the slice.
//
// Whoever calls undoes a row that is wrong, and all of them when they are only tried.

#include <algorithm>
#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
#include "base/phone.hpp"
#include "moving/cells.hpp"
#include "moving/store.hpp"
#include "storage/work.hpp"

namespace ogniwo::moving {

// One pass over one file, as far as a transaction goes.
struct Pass {
    Work& work;
    const store::Import& import;
    SourceId source{};
    const Columns& columns;
    std::map<std::string, std::int64_t> found{};  // What names were looked up already.
    std::map<int, std::int64_t> targets{};        // What rows of this transaction are about.

    Tx& tx() const { return work.tx; }
    const MovingMapping& mapping() const { return import.mapping; }
    std::string mac(MovingKind kind, const std::string& text) const;
};

// Fills verdict, target, person and problems. Wrong: nothing that was written may stay.
void bring_customer(Pass& pass, store::ImportedRow& row);
void bring_person(Pass& pass, store::ImportedRow& row);
void bring_asset(Pass& pass, store::ImportedRow& row);
// All rows of one number, in the order of the file: the first one is the ticket.
void bring_ticket(Pass& pass, std::vector<store::ImportedRow>& rows);

// --- What they have in common (rows.cpp)

// As a request would be read, so that its limits hold here as well.
template <class Wish>
Result<Wish> as_typed(const Wish& wish) {
    return from_json<Wish>(to_json(wish));
}

void add_problem(store::ImportedRow& row,
                 const Pass& pass,
                 const RowProblem& problem,
                 std::string_view field = {});
void be_wrong(store::ImportedRow& row,
              const Pass& pass,
              const Reason& reason,
              std::string_view field);
// Which column each part of a wish came from, by the beginning of its JSON pointer.
using Places = std::vector<std::pair<std::string, std::string_view>>;
void be_wrong(store::ImportedRow& row, const Pass& pass, const Error& error, const Places& places);

// An earlier row of the same file goes under one of this row's names: then it is a duplicate.
bool is_doubled(Pass& pass, store::ImportedRow& row);

// What this source brought under one of the row's names before.
std::optional<store::Known> find_known(Pass& pass, const Cells& cells);
void remember(Pass& pass, const Cells& cells, std::int64_t target);

// Whom a row is about: brought by this source before, or here from elsewhere.
struct Here {
    std::int64_t target = 0;
    std::string_view field{};  // The column by which the latter were found; else empty.
};
// As it was when it came in: nothing over there is news. Or merged here since: what the file says
// is of the merged one, whom nobody changes, and is brought when the merge is taken apart.
bool is_unchanged(Pass& pass,
                  store::ImportedRow& row,
                  const Cells& cells,
                  const std::optional<store::Known>& known);
// Here from elsewhere, and the mapping says to skip those.
bool is_left_alone(Pass& pass,
                   store::ImportedRow& row,
                   const Cells& cells,
                   const std::optional<Here>& here);
// The verdict of what was done, remembered for the next file; or what is wrong.
void settle(Pass& pass,
            store::ImportedRow& row,
            const Result<RowVerdict>& done,
            const Places& places);

// Whose a row is: by NIP, by the key it had in any file of customers, by name. Nothing and a
// problem where nobody or several are called so.
std::optional<CustomerId> customer_of(Pass& pass, store::ImportedRow& row, const Cells& cells);

// --- What a row changes of whom it is about. What the file leaves empty stays as it is.

// Of whoever came from elsewhere only what is empty here is filled.
enum class Change { replace, complete };

inline Change change_by(const std::optional<store::Known>& known) {
    return known ? Change::replace : Change::complete;
}

inline void take(Change change,
                 const std::string& value,
                 const std::string& before,
                 std::optional<std::string>& into) {
    if (!value.empty() && (change == Change::replace || before.empty())) into = value;
}

// Of PersonPhone and NotedPhone alike: as typed, or as stored.
template <class Noted>
std::optional<Phone> number_of(const Noted& phone) {
    const auto read = parse_phone(phone.number);
    if (!read) return std::nullopt;
    return Phone{read->e164, phone.extension.empty() ? read->extension : phone.extension};
}

template <class Noted>
bool has_phone(const std::vector<Noted>& phones, const Noted& wanted) {
    const auto number = number_of(wanted);
    return number &&
           std::ranges::any_of(phones, [&](const Noted& one) { return number_of(one) == number; });
}

// Those of the file, and behind them those that it leaves out.
template <class Noted>
std::vector<Noted> with_others(std::vector<Noted> phones, const std::vector<Noted>& before) {
    for (const Noted& one : before) {
        if (!has_phone(phones, one)) phones.push_back(one);
    }
    return phones;
}

// A customer or person, to see whether anything about it is another than before.
template <class Answer>
std::string without_version(Answer answer) {
    answer.version = 0;
    return to_json(answer);
}

}  // namespace ogniwo::moving
