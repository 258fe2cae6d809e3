#include "moving/mapping_file_service.hpp"

#include "base/text.hpp"
#include "base/toml.hpp"

namespace ogniwo::moving {
namespace {

constexpr std::size_t file_most = 256 * 1024;

Error unreadable(std::int64_t line, std::string_view what) {
    return Error{.reason = mapping_unreadable,
                 .shown = {{"line", std::to_string(line)}, {"what", std::string(what)}}};
}

Error unreadable(const toml::node& node, std::string_view what) {
    return unreadable(node.source().begin.line, what);
}

Result<std::string> text_of(const toml::node& node) {
    const auto text = node.value_exact<std::string>();
    if (!text) return unreadable(node, "must be a text");
    return *text;
}

Outcome read_columns(const toml::node& node, MovingMapping& mapping) {
    if (!node.is_table()) return unreadable(node, "must be a section");
    for (const auto& [field, column] : *node.as_table()) {
        TRY(std::string name, text_of(column));
        mapping.columns.push_back({.field = std::string(field.str()), .column = nfc(trim(name))});
    }
    return Nothing{};
}

Outcome read_words(const toml::node& node, MovingMapping& mapping) {
    if (!node.is_table()) return unreadable(node, "must be a section");
    for (const auto& [field, words] : *node.as_table()) {
        if (!words.is_table()) return unreadable(words, "must be a section");
        for (const auto& [theirs, ours] : *words.as_table()) {
            TRY(std::string word, text_of(ours));
            mapping.words.push_back({.field = std::string(field.str()),
                                     .theirs = std::string(theirs.str()),
                                     .ours = std::move(word)});
        }
    }
    return Nothing{};
}

Outcome read_entry(std::string_view key, const toml::node& node, MovingMapping& mapping) {
    if (key == "columns") return read_columns(node, mapping);
    if (key == "words") return read_words(node, mapping);
    if (key == "make_persons") {
        const auto flag = node.value_exact<bool>();
        if (!flag) return unreadable(node, "must be true or false");
        mapping.make_persons = *flag;
        return Nothing{};
    }
    TRY(std::string text, text_of(node));
    if (key == "name") {
        mapping.name = std::move(text);
    } else if (key == "zone") {
        mapping.zone = std::move(text);
    } else if (key == "customer") {
        mapping.customer = std::move(text);
    } else if (key == "duplicates") {
        const auto wanted = enum_value<Duplicates>(text);
        if (!wanted) return unreadable(node, "must be \"skip\" or \"update\"");
        mapping.duplicates = *wanted;
    } else {
        return unreadable(node, "unknown key " + std::string(key));
    }
    return Nothing{};
}

}  // namespace

Result<MovingMapping> read_mapping_file(std::string_view toml) {
    if (toml.size() > file_most || !is_utf8(toml)) {
        return unreadable(1, "not a small UTF-8 text");
    }
    const toml::parse_result parsed = toml::parse(toml);
    if (!parsed) {
        return unreadable(parsed.error().source().begin.line, parsed.error().description());
    }
    MovingMapping mapping;
    for (const auto& [key, node] : parsed.table()) {
        TRY_DO(read_entry(key.str(), node, mapping));
    }
    return mapping;
}

}  // namespace ogniwo::moving
