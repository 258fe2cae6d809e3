#include "base/xlsx.hpp"

#include <expat.h>
#include <zip.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <functional>
#include <map>
#include <memory>
#include <set>

#include <fmt/format.h>

#include "base/text.hpp"
#include "base/time.hpp"

namespace ogniwo {
namespace {

// --- The archive -------------------------------------------------------------------------------

struct CloseZip {
    void operator()(zip_t* zip) const { zip_discard(zip); }
};
struct CloseFile {
    void operator()(zip_file_t* file) const { zip_fclose(file); }
};

class Archive {
public:
    static Result<Archive> open(std::string_view bytes, const XlsxLimits& limits) {
        zip_error_t error;
        zip_error_init(&error);
        zip_source_t* source = zip_source_buffer_create(bytes.data(), bytes.size(), 0, &error);
        zip_error_fini(&error);
        if (source == nullptr) throw std::bad_alloc();
        Archive archive(limits);
        archive.zip_.reset(zip_open_from_source(source, ZIP_RDONLY, nullptr));
        if (!archive.zip_) {
            zip_source_free(source);
            return xlsx_broken;
        }
        const auto parts = zip_get_num_entries(archive.zip_.get(), 0);
        if (parts > static_cast<zip_int64_t>(limits.parts)) return xlsx_too_large;
        return archive;
    }

    bool has(const std::string& name) const {
        return zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE) >= 0;
    }

    // What the directory says about sizes is not believed: the bytes are counted.
    Result<std::string> read(const std::string& name) const {
        const auto index = zip_name_locate(zip_.get(), name.c_str(), ZIP_FL_NOCASE);
        if (index < 0) return xlsx_broken;
        zip_stat_t stat;
        if (zip_stat_index(zip_.get(), static_cast<zip_uint64_t>(index), 0, &stat) != 0) {
            return xlsx_broken;
        }
        const std::unique_ptr<zip_file_t, CloseFile> file(
            zip_fopen_index(zip_.get(), static_cast<zip_uint64_t>(index), 0));
        if (!file) return xlsx_broken;
        const std::size_t packed = stat.comp_size;
        const std::size_t most =
            std::min(limits_->part_bytes, std::max(limits_->grace_bytes, packed * limits_->ratio));
        std::string text;
        std::vector<char> buffer(64 * limits::kib);
        for (;;) {
            const auto count = zip_fread(file.get(), buffer.data(), buffer.size());
            if (count < 0) return xlsx_broken;
            if (count == 0) return text;
            text.append(buffer.data(), static_cast<std::size_t>(count));
            if (text.size() > most) return xlsx_too_large;
        }
    }

private:
    explicit Archive(const XlsxLimits& limits) : limits_(&limits) {}

    const XlsxLimits* limits_;
    std::unique_ptr<zip_t, CloseZip> zip_;
};

// --- XML ---------------------------------------------------------------------------------------

using Attributes = std::map<std::string, std::string, std::less<>>;

// Names come without their prefixes; programs choose those freely.
std::string_view local(std::string_view name) {
    const auto colon = name.rfind(':');
    return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

class XmlReader {
public:
    virtual ~XmlReader() = default;
    virtual Outcome opened(std::string_view, const Attributes&) { return Nothing{}; }
    virtual Outcome closed(std::string_view) { return Nothing{}; }
    virtual void said(std::string_view) {}

    Outcome read(const std::string& xml) {
        const std::unique_ptr<std::remove_pointer_t<XML_Parser>, void (*)(XML_Parser)> parser(
            XML_ParserCreate(nullptr), XML_ParserFree);
        if (!parser) throw std::bad_alloc();
        parser_ = parser.get();
        XML_SetUserData(parser_, this);
        XML_SetElementHandler(parser_, on_start, on_end);
        XML_SetCharacterDataHandler(parser_, on_text);
        XML_SetStartDoctypeDeclHandler(parser_, on_doctype);
        const auto status = XML_Parse(parser_, xml.data(), static_cast<int>(xml.size()), XML_TRUE);
        if (refused_) return *refused_;
        if (status != XML_STATUS_OK) return xlsx_broken;
        return Nothing{};
    }

private:
    void note(Outcome outcome) {
        if (outcome || refused_) return;
        refused_ = outcome.error();
        XML_StopParser(parser_, XML_FALSE);
    }
    static void on_start(void* self, const XML_Char* name, const XML_Char** given) {
        Attributes attributes;
        for (; given[0] != nullptr; given += 2) attributes.emplace(given[0], given[1]);
        auto& reader = *static_cast<XmlReader*>(self);
        reader.note(reader.opened(local(name), attributes));
    }
    static void on_end(void* self, const XML_Char* name) {
        auto& reader = *static_cast<XmlReader*>(self);
        reader.note(reader.closed(local(name)));
    }
    static void on_text(void* self, const XML_Char* text, int size) {
        static_cast<XmlReader*>(self)->said({text, static_cast<std::size_t>(size)});
    }
    // No workbook has one; who writes one is after the parser.
    static void on_doctype(void* self, const XML_Char*, const XML_Char*, const XML_Char*, int) {
        static_cast<XmlReader*>(self)->note(xlsx_broken);
    }

    XML_Parser parser_ = nullptr;
    std::optional<Error> refused_;
};

std::string value_of(const Attributes& attributes, std::string_view name) {
    for (const auto& [key, value] : attributes) {
        if (key == name || local(key) == name) return value;
    }
    return {};
}

std::optional<std::int64_t> whole(std::string_view text) {
    std::int64_t number = 0;
    const auto read = std::from_chars(text.data(), text.data() + text.size(), number);
    if (read.ec != std::errc{} || read.ptr != text.data() + text.size()) return std::nullopt;
    return number;
}

struct NamedPart {
    std::string name;
    std::string relation;
};

// Sheets in their order, and from when days are counted.
class Workbook final : public XmlReader {
public:
    explicit Workbook(const XlsxLimits& limits) : limits_(limits) {}

    Outcome opened(std::string_view name, const Attributes& attributes) override {
        if (name == "workbookPr") {
            const std::string from = value_of(attributes, "date1904");
            since_1904 = from == "1" || from == "true";
        }
        if (name != "sheet") return Nothing{};
        // "id" is also the end of "sheetId"'s sibling "r:id": the one with a prefix is meant.
        std::string relation;
        for (const auto& [key, value] : attributes) {
            if (key.find(':') != std::string::npos && local(key) == "id") relation = value;
        }
        if (sheets.size() == limits_.parts) return xlsx_too_large;
        sheets.push_back({value_of(attributes, "name"), relation});
        return Nothing{};
    }

    std::vector<NamedPart> sheets;
    bool since_1904 = false;

private:
    const XlsxLimits& limits_;
};

class Relations final : public XmlReader {
public:
    explicit Relations(const XlsxLimits& limits) : limits_(limits) {}

    Outcome opened(std::string_view name, const Attributes& attributes) override {
        if (name != "Relationship") return Nothing{};
        if (targets.size() == limits_.parts) return xlsx_too_large;
        targets[value_of(attributes, "Id")] = value_of(attributes, "Target");
        return Nothing{};
    }

    std::map<std::string, std::string> targets;

private:
    const XlsxLimits& limits_;
};

class SharedTexts final : public XmlReader {
public:
    explicit SharedTexts(const XlsxLimits& limits) : limits_(limits) {}

    Outcome opened(std::string_view name, const Attributes&) override {
        if (name == "si") {
            if (texts.size() == limits_.cells) return xlsx_too_large;
            texts.emplace_back();
        }
        if (name == "t") in_text_ = true;
        if (name == "rPh") in_reading_ = true;  // How Japanese names are read aloud.
        return Nothing{};
    }
    Outcome closed(std::string_view name) override {
        if (name == "t") in_text_ = false;
        if (name == "rPh") in_reading_ = false;
        if (name == "si" && texts.back().size() > limits_.cell_bytes) return xlsx_too_large;
        return Nothing{};
    }
    void said(std::string_view text) override {
        if (in_text_ && !in_reading_ && !texts.empty()) texts.back() += text;
    }

    std::vector<std::string> texts;

private:
    const XlsxLimits& limits_;
    bool in_text_ = false;
    bool in_reading_ = false;
};

// A format shows a date when it has a day, month, year or hour outside of quotes and brackets.
bool shows_date(std::string_view format) {
    bool quoted = false, bracketed = false;
    for (std::size_t i = 0; i < format.size(); ++i) {
        const char c = format[i];
        if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '"') {
            quoted = !quoted;
        } else if (c == '[') {
            bracketed = true;
        } else if (c == ']') {
            bracketed = false;
        } else if (!quoted && !bracketed &&
                   std::string_view("dmyhsDMYHS").find(c) != std::string_view::npos) {
            return true;
        }
    }
    return false;
}

// Of ECMA-376 part 1, 18.8.30.
bool is_built_in_date(std::int64_t format) {
    return (format >= 14 && format <= 22) || (format >= 27 && format <= 36) ||
           (format >= 45 && format <= 47) || (format >= 50 && format <= 58);
}

class Styles final : public XmlReader {
public:
    explicit Styles(const XlsxLimits& limits) : limits_(limits) {}

    Outcome opened(std::string_view name, const Attributes& attributes) override {
        if (name == "numFmt") {
            if (own_dates_.size() == limits_.formats) return xlsx_too_large;
            const auto id = whole(value_of(attributes, "numFmtId"));
            if (id && shows_date(value_of(attributes, "formatCode"))) own_dates_.insert(*id);
        }
        if (name == "cellXfs") in_cells_ = true;
        if (name == "xf" && in_cells_) {
            if (is_date.size() == limits_.formats) return xlsx_too_large;
            const auto id = whole(value_of(attributes, "numFmtId")).value_or(0);
            is_date.push_back(is_built_in_date(id) || own_dates_.contains(id));
        }
        return Nothing{};
    }
    Outcome closed(std::string_view name) override {
        if (name == "cellXfs") in_cells_ = false;
        return Nothing{};
    }

    std::vector<bool> is_date;

private:
    const XlsxLimits& limits_;
    std::set<std::int64_t> own_dates_;
    bool in_cells_ = false;
};

// --- Cells -------------------------------------------------------------------------------------

constexpr std::int64_t last_possible_row = 1'048'576;  // Of Excel.

// Days since 1899-12-30, or since 1904-01-01; seconds are as fine as people type.
std::string date_text(double serial, bool since_1904) {
    constexpr double last = 2'958'465;  // 9999-12-31
    if (!(serial >= 0) || serial > last) return fmt::format("{}", serial);
    const auto seconds = static_cast<std::int64_t>(std::llround(serial * 86'400));
    using namespace std::chrono;
    const sys_days first =
        since_1904 ? sys_days{year{1904} / 1 / 1} : sys_days{year{1899} / 12 / 30};
    const std::int64_t day = seconds / 86'400, rest = seconds % 86'400;
    const std::string date = to_text(Date{first + days{day}});
    if (rest == 0) return date;
    return fmt::format("{} {:02}:{:02}:{:02}", date, rest / 3600, rest / 60 % 60, rest % 60);
}

std::string number_text(const std::string& stored) {
    double value = 0;
    const char* end = stored.data() + stored.size();
    const auto read = std::from_chars(stored.data(), end, value);
    if (read.ec != std::errc{} || read.ptr != end) return stored;
    constexpr double exact = 9'007'199'254'740'992;
    if (value == std::floor(value) && std::abs(value) < exact) {
        return std::to_string(static_cast<std::int64_t>(value));
    }
    return fmt::format("{}", value);
}

// "BC12" -> 54; nothing for what names no column.
std::optional<std::size_t> column_of(std::string_view reference) {
    std::size_t column = 0;
    for (const char c : reference) {
        if (c < 'A' || c > 'Z') break;
        column = column * 26 + static_cast<std::size_t>(c - 'A') + 1;
        if (column > 1'000'000) return std::nullopt;
    }
    if (column == 0) return std::nullopt;
    return column - 1;
}

struct Cells {
    const std::vector<std::string>& shared;
    const std::vector<bool>& is_date;
    bool since_1904 = false;
};

class Sheet final : public XmlReader {
public:
    Sheet(const Cells& cells, const XlsxLimits& limits) : cells_(cells), limits_(limits) {}

    Outcome opened(std::string_view name, const Attributes& attributes) override {
        if (name == "row") return begin_row(attributes);
        if (name == "c") return begin_cell(attributes);
        if (name == "rPh") in_reading_ = true;
        if (name == "v" || (name == "t" && in_cell_ && !in_reading_)) in_value_ = true;
        return Nothing{};
    }
    Outcome closed(std::string_view name) override {
        if (name == "v" || name == "t") in_value_ = false;
        if (name == "rPh") in_reading_ = false;
        if (name == "c") return end_cell();
        if (name == "row") return end_row();
        return Nothing{};
    }
    void said(std::string_view text) override {
        if (in_value_ && value_.size() <= limits_.cell_bytes) value_ += text;
    }

    std::vector<XlsxRow> rows;

private:
    Outcome begin_row(const Attributes& attributes) {
        row_ = {.number = whole(value_of(attributes, "r")).value_or(last_row_ + 1)};
        if (row_.number <= last_row_) return xlsx_broken;
        if (row_.number > last_possible_row) return xlsx_too_large;
        last_row_ = row_.number;
        return Nothing{};
    }
    Outcome begin_cell(const Attributes& attributes) {
        const std::string reference = value_of(attributes, "r");
        const auto column =
            reference.empty() ? std::optional(row_.cells.size()) : column_of(reference);
        if (!column || *column < row_.cells.size()) return xlsx_broken;
        if (*column >= limits_.columns) return xlsx_too_large;
        cells_read_ += *column + 1 - row_.cells.size();
        if (cells_read_ > limits_.cells) return xlsx_too_large;
        row_.cells.resize(*column);
        type_ = value_of(attributes, "t");
        style_ = whole(value_of(attributes, "s")).value_or(0);
        value_.clear();
        in_cell_ = true;
        return Nothing{};
    }
    Outcome end_cell() {
        if (!in_cell_) return xlsx_broken;
        in_cell_ = false;
        TRY(std::string text, shown());
        text_bytes_ += text.size();
        if (text.size() > limits_.cell_bytes || text_bytes_ > limits_.text_bytes) {
            return xlsx_too_large;
        }
        row_.cells.push_back(std::move(text));
        return Nothing{};
    }
    Outcome end_row() {
        while (!row_.cells.empty() && row_.cells.back().empty()) row_.cells.pop_back();
        if (row_.cells.empty()) return Nothing{};
        if (rows.size() == limits_.rows) return xlsx_too_large;
        rows.push_back(std::move(row_));
        return Nothing{};
    }

    Result<std::string> shown() const {
        if (type_ == "s") {
            const auto place = whole(trim(value_));
            if (!place || *place < 0 || static_cast<std::size_t>(*place) >= cells_.shared.size()) {
                return xlsx_broken;
            }
            return cells_.shared[static_cast<std::size_t>(*place)];
        }
        if (type_ == "inlineStr" || type_ == "str") return value_;
        if (type_ == "b") return std::string(value_ == "1" ? "true" : "false");
        if (type_ == "e") return std::string();
        const auto style = static_cast<std::size_t>(style_);
        const bool is_date = style < cells_.is_date.size() && cells_.is_date[style];
        double serial = 0;
        const char* end = value_.data() + value_.size();
        const bool is_number = std::from_chars(value_.data(), end, serial).ptr == end;
        if (is_date && is_number && !value_.empty()) return date_text(serial, cells_.since_1904);
        return number_text(value_);
    }

    const Cells& cells_;
    const XlsxLimits& limits_;
    XlsxRow row_;
    std::int64_t last_row_ = 0;
    std::size_t cells_read_ = 0;
    std::string type_;
    std::int64_t style_ = 0;
    std::string value_;
    std::size_t text_bytes_ = 0;
    bool in_cell_ = false;
    bool in_value_ = false;
    bool in_reading_ = false;
};

// Targets are relative to xl/, or begin at the archive's root.
std::string part_name(const std::string& target) {
    return target.starts_with('/') ? target.substr(1) : "xl/" + target;
}

Result<NamedPart> chosen(const std::vector<NamedPart>& sheets, std::string_view name) {
    if (sheets.empty()) return xlsx_broken;
    if (name.empty()) return sheets.front();
    const auto found = std::ranges::find(sheets, name, &NamedPart::name);
    if (found != sheets.end()) return *found;
    return Error{.reason = xlsx_no_sheet, .shown = {{"sheet", std::string(name)}}};
}

}  // namespace

bool looks_like_zip(std::string_view bytes) {
    return bytes.starts_with("PK\x03\x04");
}

Result<XlsxSheet> read_xlsx(std::string_view bytes,
                            std::string_view sheet,
                            const XlsxLimits& limits) {
    TRY(const Archive archive, Archive::open(bytes, limits));
    Workbook workbook(limits);
    TRY(const std::string workbook_xml, archive.read("xl/workbook.xml"));
    TRY_DO(workbook.read(workbook_xml));
    Relations relations(limits);
    TRY(const std::string relations_xml, archive.read("xl/_rels/workbook.xml.rels"));
    TRY_DO(relations.read(relations_xml));
    TRY(const NamedPart part, chosen(workbook.sheets, sheet));

    SharedTexts shared(limits);
    if (archive.has("xl/sharedStrings.xml")) {
        TRY(const std::string xml, archive.read("xl/sharedStrings.xml"));
        TRY_DO(shared.read(xml));
    }
    Styles styles(limits);
    if (archive.has("xl/styles.xml")) {
        TRY(const std::string xml, archive.read("xl/styles.xml"));
        TRY_DO(styles.read(xml));
    }
    const Cells cells{shared.texts, styles.is_date, workbook.since_1904};
    Sheet read(cells, limits);
    TRY(const std::string xml, archive.read(part_name(relations.targets[part.relation])));
    TRY_DO(read.read(xml));

    XlsxSheet result{.name = part.name, .rows = std::move(read.rows)};
    for (const NamedPart& one : workbook.sheets) result.sheets.push_back(one.name);
    return result;
}

}  // namespace ogniwo
