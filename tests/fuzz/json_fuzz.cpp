// JSON from strangers: it is refused, or it means the same thing after every round trip.

#include <cstdint>
#include <cstdlib>

#include "base/json.hpp"

namespace ogniwo {
namespace {

enum class Impact { low, medium, high };
constexpr auto names(Impact) {
    return enum_names("low", "medium", "high");
}

struct Line {
    std::string text;
    int amount = 0;
};
void describe(Fields& fields, Line& line) {
    fields("text", line.text).within(1, 5);
    fields("amount", line.amount);
}

struct Sheet {
    PersonId person;
    Impact impact = Impact::low;
    bool urgent = false;
    double share = 0;
    Minutes took{};
    Time at{};
    Date day{std::chrono::year{1970} / 1 / 1};
    std::string note;
    std::vector<Line> lines;
    std::optional<std::string> hint;
    std::optional<std::optional<Impact>> mood;
    RawJson extra;
};
void describe(Fields& fields, Sheet& sheet) {
    fields("person", sheet.person);
    fields("impact", sheet.impact).may_be_missing();
    fields("urgent", sheet.urgent).may_be_missing();
    fields("share", sheet.share).within(0, 1).may_be_missing();
    fields("took", sheet.took).within(0, 600).may_be_missing();
    fields("at", sheet.at).may_be_missing();
    fields("day", sheet.day).may_be_missing();
    fields("note", sheet.note).at_most(6).multiline().may_be_missing();
    fields("lines", sheet.lines).at_most(2).may_be_missing();
    fields("hint", sheet.hint);
    fields("mood", sheet.mood);
    fields("extra", sheet.extra).may_be_missing();
}

void require(bool holds) {
    if (!holds) std::abort();
}

void check_canonical(std::string_view text) {
    const auto once = canonical_json(text);
    if (!once) return;
    const auto twice = canonical_json(*once);
    require(twice && *twice == *once);
}

void check_record(std::string_view text) {
    const auto sheet = from_json<Sheet>(text);
    if (!sheet) {
        require(sheet.error().reason == unparsable || !sheet.error().fields.empty());
        return;
    }
    const std::string once = to_json(*sheet);
    const auto again = from_json<Sheet>(once);
    require(again && to_json(*again) == once);
    require(static_cast<bool>(canonical_json(once)));
}

void check_text_fields(std::string_view text) {
    Sheet sheet;
    for (const Field& field : type_of<Sheet>().fields) {
        if (field.name == "lines" || field.name == "extra") continue;
        if (const auto read = read_text_field(text, field, &sheet); !read) {
            require(read.error().fields.size() == 1);
        }
    }
    sheet.person = {1};
    require(static_cast<bool>(from_json<Sheet>(to_json(sheet))));
}

}  // namespace
}  // namespace ogniwo

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    ogniwo::check_canonical(text);
    ogniwo::check_record(text);
    ogniwo::check_text_fields(text);
    return 0;
}
