#include "http/wish.hpp"

#include <algorithm>
#include <charconv>

#include "base/limits.hpp"
#include "http/problem.hpp"

namespace ogniwo {
namespace {

constexpr std::string_view json_type = "application/json";
constexpr std::string_view merge_patch_type = "application/merge-patch+json";

class WishReader {
public:
    WishReader(const Request& request, const Operations::Match& match)
        : request_(request), operation_(*match.operation), match_(match) {}

    ParsedWish read() {
        wish_.in = operation_.make_in();
        wish_.mistake = first_mistake();
        return std::move(wish_);
    }

private:
    // The most permanent first: what can never be found, what cannot be read, what breaks rules.
    std::optional<Error> first_mistake() {
        if (!read_path()) return Error{.reason = missing};
        if (const auto unreadable = check_body()) return unreadable;
        if (!read_version()) return Error{.reason = refusing::version_required};
        if (!read_key()) return Error{.reason = refusing::idempotency_key};
        return read_fields();
    }

    bool read_path() {
        return std::ranges::all_of(match_.fields, [&](const auto& named) {
            const Field* field = operation_.in_field(named.first);
            return static_cast<bool>(read_text_field(named.second, *field, wish_.in.get()));
        });
    }

    std::optional<Error> check_body() const {
        const std::size_t most =
            operation_.most_body != 0 ? operation_.most_body : limits::body_bytes;
        if (request_.body.size() > most) return Error{.reason = refusing::too_large};
        if (request_.body.empty()) return std::nullopt;
        if (operation_.asks_by_query()) {
            return Error{.reason = unparsable, .detail = "a body where none belongs"};
        }
        if (!has_json_type()) return Error{.reason = refusing::media_type};
        return std::nullopt;
    }

    bool has_json_type() const {
        const std::string_view header = request_.header("content-type").value_or("");
        const std::size_t end = std::min(header.find(';'), header.size());
        const std::string_view type = trim_blanks(header.substr(0, end));
        const std::string_view rest = trim_blanks(header.substr(std::min(end + 1, header.size())));
        const bool utf8 = rest.empty() || same_ignoring_case(rest, "charset=utf-8") ||
                          same_ignoring_case(rest, "charset=\"utf-8\"");
        const bool patch = operation_.method == Method::patch;
        return utf8 && (same_ignoring_case(type, json_type) ||
                        (patch && same_ignoring_case(type, merge_patch_type)));
    }

    bool read_version() {
        if (!operation_.needs_version()) return true;
        const auto version = version_in(request_.header("if-match").value_or(""));
        if (!version) return false;
        const Field* field = operation_.in_field("version");
        return static_cast<bool>(read_text_field(std::to_string(*version), *field, wish_.in.get()));
    }

    bool read_key() {
        if (operation_.method != Method::post || !operation_.writes()) return true;
        const auto key = request_.header("idempotency-key");
        if (!key) return true;
        const bool printable =
            std::ranges::all_of(*key, [](char c) { return c >= ' ' && c <= '~'; });
        if (key->empty() || key->size() > limits::idempotency_key_length || !printable) {
            return false;
        }
        wish_.key = std::string(*key);
        return true;
    }

    std::optional<Error> read_fields() {
        read_query();
        if (operation_.asks_by_query()) {
            note_required();
        } else {
            std::string_view body = request_.body;
            if (body.empty()) body = "{}";
            const Nulls nulls =
                operation_.method == Method::patch ? Nulls::clear : Nulls::leave_out;
            Outcome read =
                read_json(body, *operation_.in, wish_.in.get(), operation_.filled(), nulls);
            if (!read && read.error().reason == unparsable) return std::move(read).error();
            if (!read) add(read.error());
        }
        if (errors_.empty()) return std::nullopt;
        return Error{.reason = invalid_fields, .fields = std::move(errors_)};
    }

    void read_query() {
        const Filled filled = operation_.filled();
        for (const auto& [name, value] : request_.query) {
            const Field* field = operation_.asks_by_query() ? operation_.in_field(name) : nullptr;
            if (field == nullptr) {
                note(name, "unknown_field");
            } else if (std::ranges::find(filled, name) != filled.end()) {
                note(name, "already_given");
            } else if (was_seen(field) && !is_list(*field->type)) {
                note(name, "doubled_field");
            } else {
                seen_.push_back(field);
                if (Outcome read = read_text_field(value, *field, wish_.in.get()); !read) {
                    add(read.error());
                }
            }
        }
    }

    void note_required() {
        const Filled filled = operation_.filled();
        for (const Field& field : operation_.in->fields) {
            const bool in_path = std::ranges::find(filled, field.name) != filled.end();
            if (field.required && !in_path && !was_seen(&field)) note(field.name, "required");
        }
    }

    bool was_seen(const Field* field) const {
        return std::ranges::find(seen_, field) != seen_.end();
    }

    static bool is_list(const Type& type) {
        if (type.kind == Type::Kind::optional) return is_list(*type.element);
        return type.kind == Type::Kind::list;
    }

    void note(std::string_view name, std::string_view reason) {
        constexpr std::size_t errors_most = 100;
        if (errors_.size() == errors_most) return;
        std::string pointer;
        add_pointer_step(pointer, name);
        errors_.push_back({std::move(pointer), reason});
    }

    void add(const Error& error) {
        errors_.insert(errors_.end(), error.fields.begin(), error.fields.end());
    }

    const Request& request_;
    const Operation& operation_;
    const Operations::Match& match_;
    ParsedWish wish_;
    std::vector<const Field*> seen_;
    std::vector<FieldError> errors_;
};

std::string_view without_weakness(std::string_view etag) {
    if (etag.starts_with("W/")) etag.remove_prefix(2);
    return etag;
}

}  // namespace

ParsedWish read_wish(const Request& request, const Operations::Match& match) {
    return WishReader(request, match).read();
}

std::optional<std::int64_t> version_in(std::string_view etag) {
    etag = without_weakness(trim_blanks(etag));
    if (etag.size() < 4 || !etag.starts_with("\"v") || !etag.ends_with('"')) return std::nullopt;
    const std::string_view digits = etag.substr(2, etag.size() - 3);
    std::int64_t version = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), version);
    if (read.ec != std::errc{} || read.ptr != digits.data() + digits.size()) return std::nullopt;
    return version;
}

bool names_etag(std::string_view list, std::string_view etag) {
    if (trim_blanks(list) == "*") return true;
    while (!list.empty()) {
        const std::size_t end = std::min(list.find(','), list.size());
        if (without_weakness(trim_blanks(list.substr(0, end))) == etag) return true;
        list.remove_prefix(std::min(end + 1, list.size()));
    }
    return false;
}

}  // namespace ogniwo
