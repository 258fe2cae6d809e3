#pragma once

// One row of a file, asked by what its columns mean; and whose rows of one file are the same.

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "moving/mapping_rules.hpp"
#include "moving/types.hpp"

namespace ogniwo::moving {

// Where the columns of a mapping stand in a file. Outlives the rows that are read with it.
class Columns {
public:
    Columns(const std::vector<std::string>& header, const MovingMapping& mapping);

    // -1 where the file has none for this field.
    int place(std::string_view field) const;
    const std::string& name(std::string_view field) const;
    const std::map<std::string, int, std::less<>>& all() const { return places_; }

private:
    std::map<std::string, int, std::less<>> places_;
    std::map<std::string, std::string, std::less<>> names_;
};

class Cells {
public:
    Cells(const Columns& columns, const std::vector<std::string>& cells)
        : columns_(&columns), cells_(&cells) {}

    const Columns& columns() const { return *columns_; }
    // On one line, without the spaces around it; empty where there is none.
    std::string line(std::string_view field) const;
    // The same over several lines, which end in "\n".
    std::string text(std::string_view field) const;
    bool has(std::string_view field) const { return !line(field).empty(); }

    // What makes the row another one: everything that the mapping takes of it.
    std::string digest() const;

private:
    std::string_view raw(std::string_view field) const;

    const Columns* columns_;
    const std::vector<std::string>* cells_;
};

// On one line, of at most this many characters, and without any that cannot be shown.
std::string shown_text(std::string_view text, std::size_t most);

// A name under which two rows of a file, or a row and what a former file brought, are the same:
// "nip:5250000009". `field` is the column that says so.
struct Identity {
    std::string text{};
    std::string_view field{};
};

// What a source remembers the row by: its own key, or else what the thing is known by anyway. Empty
// where the row has neither.
Identity key_of(MovingKind kind, const Cells& cells);
// Under these names the row goes about, and under those it asks for an earlier one.
struct Identities {
    std::vector<Identity> is{};
    std::vector<Identity> asks{};
};
Identities identities_of(MovingKind kind, const Cells& cells);

// "Jan Maria Nowak" is Jan Maria and Nowak.
struct PersonName {
    std::string given{};
    std::string family{};
};
PersonName person_name(std::string_view whole);
// From its own columns, or else from the one that holds both.
PersonName person_name(const Cells& cells);

}  // namespace ogniwo::moving
