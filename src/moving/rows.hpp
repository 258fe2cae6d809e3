#pragma once

// Rows on their way in, one at a time: what each kind of row becomes. Private to the slice.
//
// Whoever calls undoes a row that is wrong, and all of them when they are only tried.

#include <map>
#include <string>
#include <vector>

#include "base/json.hpp"
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
    std::map<int, PersonId> people{};             // Whom rows of this transaction are about.

    Tx& tx() const { return work.tx; }
    const MovingMapping& mapping() const { return import.mapping; }
    std::string mac(MovingKind kind, const std::string& text) const;
};

// Fills verdict, target, person and problems. Wrong: nothing that was written may stay.
void bring_customer(Pass& pass, store::ImportedRow& row);
void bring_person(Pass& pass, store::ImportedRow& row);
// All rows of one number, in the order of the file: the first one is the ticket.
void bring_ticket(Pass& pass, std::vector<store::ImportedRow>& rows);

// What a row may change of whom it is about.
enum class Change { replace, complete };

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

// Whose a row is: by NIP, by the key it had in any file of customers, by name. Nothing and a
// problem where nobody or several are called so.
std::optional<CustomerId> customer_of(Pass& pass, store::ImportedRow& row, const Cells& cells);

}  // namespace ogniwo::moving
