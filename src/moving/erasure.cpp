#include "moving/erasure.hpp"

#include "base/json.hpp"
#include "moving/store.hpp"

namespace ogniwo::moving {

std::string export_person(const View& view, PersonId person) {
    std::vector<TableLine> lines;
    for (auto& row : store::list_rows_about(view.tx, person)) {
        lines.push_back({.line = row.line, .cells = std::move(row.cells)});
    }
    return to_json(lines);
}

void forget_person(Work& work, PersonId person) {
    store::forget_person(work.tx, person);
}

}  // namespace ogniwo::moving
