#include "tickets/import_mapping.hpp"

#include "base/toml.hpp"

#include <algorithm>
#include <array>

#include "base/suggest.hpp"
#include "base/text.hpp"
#include "base/time.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::size_t file_most = 256 * 1024;
constexpr std::size_t text_most = 300;

Error invalid(std::string_view key, std::string_view what) {
    return Error{.reason = import_mapping_invalid,
                 .shown = {{"key", std::string(key)}, {"what", std::string(what)}}};
}

Outcome known_keys(const toml::table& table,
                   std::string_view place,
                   std::initializer_list<std::string_view> known) {
    for (const auto& [key, value] : table) {
        if (std::ranges::find(known, key.str()) != known.end()) continue;
        Error error = invalid(std::string(place) + std::string(key.str()), "unknown key");
        if (const auto near = nearest(key.str(), std::span(known.begin(), known.size()))) {
            error.shown.emplace_back("suggestion", std::string(*near));
        }
        return error;
    }
    return Nothing{};
}

Result<std::string> text_at(const toml::table& table, std::string_view key) {
    const toml::node* node = table.get(key);
    if (node == nullptr) return invalid(key, "missing");
    const auto text = node->value_exact<std::string>();
    if (!text) return invalid(key, "must be a text");
    const std::string tidy(trim(*text));
    if (tidy.empty() || !is_clean_line(tidy) || code_points(tidy) > text_most) {
        return invalid(key, "must be a text of 1 to 300 characters on one line");
    }
    return tidy;
}

// One column, or several that are read together.
Result<ColumnNames> columns_at(const toml::table& table, std::string_view place) {
    const std::string key = std::string(place) + ".column";
    const toml::node* node = table.get("column");
    if (node == nullptr) return invalid(key, "missing");
    if (const auto one = node->value_exact<std::string>()) return ColumnNames{*one};
    const toml::array* several = node->as_array();
    if (several == nullptr || several->empty()) return invalid(key, "must be a text or a list");
    ColumnNames columns;
    for (const toml::node& item : *several) {
        const auto column = item.value_exact<std::string>();
        if (!column) return invalid(key, "must be a list of texts");
        columns.push_back(*column);
    }
    return columns;
}

// "open", "waiting:vendor".
std::optional<Standing> read_standing(const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text) return std::nullopt;
    const auto colon = text->find(':');
    const auto status = enum_value<TicketStatus>(text->substr(0, colon));
    if (!status) return std::nullopt;
    if (colon == std::string::npos) {
        const bool waits = *status == TicketStatus::waiting;
        return Standing{*status, waits ? std::optional(WaitingFor::other) : std::nullopt};
    }
    const auto waiting_for = enum_value<WaitingFor>(text->substr(colon + 1));
    if (*status != TicketStatus::waiting || !waiting_for) return std::nullopt;
    return Standing{.status = *status, .waiting_for = waiting_for};
}

std::optional<int> read_tier(const toml::node& node) {
    const auto tier = node.value_exact<std::int64_t>();
    if (!tier || *tier < 1 || *tier > tiers::highest_possible_tier) return std::nullopt;
    return static_cast<int>(*tier);
}

std::optional<Impact> read_impact(const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    return text ? enum_value<Impact>(*text) : std::nullopt;
}

// The sections of a mapping, one function per kind.
class Sections {
public:
    explicit Sections(const toml::table& root) : root_(root) {}

    // nullptr where the section is not there, which is an error where it must be.
    enum class Need { optional, required };
    Result<const toml::table*> find(std::string_view section, Need need) const {
        const toml::node* node = root_.get(section);
        if (node == nullptr) {
            if (need == Need::required) return invalid(section, "missing");
            return nullptr;
        }
        if (!node->is_table()) return invalid(section, "must be a section");
        return node->as_table();
    }

    Outcome columns(std::string_view section, Need need, ColumnNames& into) const {
        TRY(const toml::table* table, find(section, need));
        if (table == nullptr) return Nothing{};
        TRY_DO(known_keys(*table, std::string(section) + ".", {"column"}));
        TRY(into, columns_at(*table, section));
        return Nothing{};
    }

    template <class Ours>
    Outcome mapped(std::string_view section,
                   Need need,
                   std::optional<Ours> (*read)(const toml::node&),
                   MappedColumn<Ours>& into) const {
        TRY(const toml::table* table, find(section, need));
        if (table == nullptr) return Nothing{};
        const std::string place = std::string(section) + ".";
        TRY_DO(known_keys(*table, place, {"column", "values", "otherwise"}));
        TRY(into.columns, columns_at(*table, section));
        if (const toml::node* node = table->get("otherwise")) {
            into.otherwise = read(*node);
            if (!into.otherwise) return invalid(place + "otherwise", "not one of ours");
        }
        const toml::node* values = table->get("values");
        if (values == nullptr) return Nothing{};
        if (!values->is_table()) return invalid(place + "values", "must be a section");
        for (const auto& [theirs, node] : *values->as_table()) {
            const auto ours = read(node);
            if (!ours) return invalid(place + "values." + std::string(theirs), "not one of ours");
            into.values.emplace(theirs.str(), *ours);
        }
        return Nothing{};
    }

    Outcome time(ImportMapping& mapping) const {
        TRY(const toml::table* table, find("time", Need::required));
        TRY_DO(known_keys(*table, "time.", {"column", "format", "zone"}));
        TRY(mapping.time_columns, columns_at(*table, "time"));
        if (table->contains("format")) {
            TRY(mapping.time_format, text_at(*table, "format"));
        }
        if (table->contains("zone")) {
            TRY(mapping.zone, text_at(*table, "zone"));
        }
        if (!is_zone(mapping.zone)) return invalid("time.zone", "no such zone");
        return Nothing{};
    }

private:
    const toml::table& root_;
};

Result<ImportMapping> read_table(const toml::table& root) {
    TRY_DO(known_keys(root,
                      "",
                      {"name",
                       "customer",
                       "subject",
                       "case",
                       "time",
                       "order",
                       "status",
                       "tier",
                       "team",
                       "person",
                       "impact",
                       "product"}));
    ImportMapping mapping;
    TRY(mapping.name, text_at(root, "name"));
    TRY(mapping.customer, text_at(root, "customer"));
    TRY(mapping.subject, text_at(root, "subject"));

    using Need = Sections::Need;
    const Sections sections(root);
    TRY_DO(sections.columns("case", Need::required, mapping.case_columns));
    TRY_DO(sections.time(mapping));
    TRY_DO(sections.columns("order", Need::optional, mapping.order_columns));
    TRY_DO(sections.mapped("status", Need::required, read_standing, mapping.status));
    TRY_DO(sections.mapped("tier", Need::optional, read_tier, mapping.tier));
    TRY_DO(sections.mapped("impact", Need::optional, read_impact, mapping.impact));
    TRY_DO(sections.columns("team", Need::optional, mapping.team_columns));
    TRY_DO(sections.columns("person", Need::optional, mapping.person_columns));
    TRY_DO(sections.columns("product", Need::optional, mapping.product_columns));
    return mapping;
}

}  // namespace

Result<ImportMapping> read_import_mapping(std::string_view toml) {
    if (toml.size() > file_most || !is_utf8(toml)) {
        return Error{.reason = import_mapping_unreadable,
                     .shown = {{"line", "1"}, {"what", "not a small UTF-8 text"}}};
    }
    const toml::parse_result parsed = toml::parse(toml);
    if (!parsed) {
        return Error{.reason = import_mapping_unreadable,
                     .shown = {{"line", std::to_string(parsed.error().source().begin.line)},
                               {"what", std::string(parsed.error().description())}}};
    }
    return read_table(parsed.table());
}

}  // namespace ogniwo::tickets
