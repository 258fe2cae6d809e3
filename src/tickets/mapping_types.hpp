#pragma once

// What a mapping file says (import_mapping.hpp), as data.

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "tickets/import_types.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {

using ColumnNames = std::vector<std::string>;

// A column whose values become values of ours.
template <class Ours>
struct MappedColumn {
    ColumnNames columns{};
    std::map<std::string, Ours, std::less<>> values{};
    std::optional<Ours> otherwise{};
};

struct ImportMapping {
    std::string name{};
    std::string customer{};
    std::string subject{};
    ColumnNames case_columns{};
    ColumnNames time_columns{};
    std::string time_format{};  // Empty: ISO 8601.
    std::string zone = "UTC";
    ColumnNames order_columns{};
    MappedColumn<Standing> status{};
    MappedColumn<int> tier{};
    MappedColumn<Impact> impact{};
    ColumnNames team_columns{};
    ColumnNames person_columns{};
    ColumnNames product_columns{};
};

}  // namespace ogniwo::tickets
