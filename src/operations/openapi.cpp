#include "operations/openapi.hpp"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

#include "base/limits.hpp"
#include "operations/catalogue.hpp"
#include "operations/json_writer.hpp"

namespace ogniwo {
namespace {

using Kind = Type::Kind;

constexpr std::string_view problem_media_type = "application/problem+json";

constexpr std::string_view about_api =
    "Everything the product can do. Instants are RFC 3339 in UTC, dates ISO 8601, durations "
    "minutes, ids integers below 2^53. Lists are pages: `next` is the `cursor` of the following "
    "page and is left out on the last one. A row's version is its ETag, and changes name it in "
    "If-Match. A POST may be repeated safely under its Idempotency-Key. Refusals are problems "
    "(RFC 9457) whose `reason` never changes its name.";

struct Refusing {
    int status;
    std::string_view name;
    std::string_view about;
};

constexpr Refusing refusals[] = {
    {400, "Unparsable", "The request cannot be read."},
    {401, "Unauthenticated", "Nobody is signed in, or the token is not valid."},
    {403, "Forbidden", "The right is lacking, or a browser sent this from another site."},
    {404, "Missing", "There is no such thing, or it is not for this reader's eyes."},
    {409, "Conflict", "It does not fit what is there, or something is used up."},
    {412, "Stale", "The row has changed since it was read."},
    {413, "TooLarge", "The request is too large."},
    {415, "MediaType", "The body must be JSON."},
    {422, "Invalid", "Understood, but against a rule; `errors` names every field."},
    {428, "VersionRequired", "A change needs the row's version in If-Match."},
    {429, "TooMany", "Too many requests; Retry-After says when to go on."},
    {503, "Unavailable", "The server cannot answer now; Retry-After says when to try again."},
};

// Which of them this operation can answer with.
std::vector<int> statuses(const Operation& operation) {
    std::vector<int> list{422, 429, 503};
    const bool body = !operation.asks_by_query();
    if (body) list.insert(list.end(), {400, 413, 415});
    if (operation.right != anyone) list.insert(list.end(), {401, 403});
    if (operation.right == anyone && operation.method != Method::get) list.push_back(403);
    if (!operation.path_fields.empty()) list.push_back(404);
    if (operation.writes()) list.push_back(409);
    if (operation.needs_version()) list.insert(list.end(), {412, 428});
    std::ranges::sort(list);
    return list;
}

std::string lower(std::string_view text) {
    std::string small(text);
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return small;
}

std::string without_full_stop(std::string_view sentence) {
    if (sentence.ends_with('.')) sentence.remove_suffix(1);
    return std::string(sentence);
}

// "people" -> "People"
std::string capitalised(std::string_view word) {
    std::string text(word);
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] -= 'a' - 'A';
    return text;
}

class Document {
public:
    explicit Document(const Operations& operations) : operations_(operations), types_(operations) {}

    std::string write(std::string_view version) {
        json_.object();
        json_.key("openapi").text("3.1.0");
        write_info(version);
        json_.key("servers").list().object().key("url").text("/api/v1").end_object().end_list();
        write_tags();
        json_.key("security").raw(R"([{"session":[]},{"token":[]}])");
        write_paths();
        write_components();
        json_.end_object();
        return json_.take();
    }

private:
    void write_info(std::string_view version) {
        json_.key("info").object();
        json_.key("title").text("Ogniwo");
        json_.key("version").text(version);
        json_.key("description").text(about_api);
        json_.key("license").raw(R"({"name":"Apache 2.0","identifier":"Apache-2.0"})");
        json_.end_object();
    }

    void write_tags() {
        std::set<std::string_view> slices;
        for (const auto& operation : operations_.all()) slices.insert(operation->slice());
        json_.key("tags").list();
        for (const auto slice : slices) {
            const auto about = operations_.about_slice(slice);
            json_.object().key("name").text(slice);
            json_.key("description").text(about.empty() ? capitalised(slice) : std::string(about));
            json_.end_object();
        }
        json_.end_list();
    }

    void write_paths() {
        std::map<std::string_view, std::vector<const Operation*>> paths;
        for (const auto& operation : operations_.all()) {
            paths[operation->path].push_back(operation.get());
        }
        json_.key("paths").object();
        for (const auto& [path, list] : paths) {
            json_.key(path).object();
            for (const Operation* operation : list) {
                json_.key(lower(enum_name(operation->method)));
                write_operation(*operation);
            }
            json_.end_object();
        }
        json_.end_object();
    }

    void write_operation(const Operation& operation) {
        json_.object();
        json_.key("operationId").text(operation.name);
        json_.key("tags").list().text(operation.slice()).end_list();
        json_.key("summary").text(without_full_stop(operation.about));
        json_.key("description").text(operation.about + right_sentence(operation));
        json_.key("x-right").text(operation.right.name);
        if (operation.right == anyone) json_.key("security").list().end_list();
        write_parameters(operation);
        if (!operation.asks_by_query()) write_body(operation);
        write_responses(operation);
        json_.end_object();
    }

    static std::string right_sentence(const Operation& operation) {
        if (operation.right == anyone) return " For everybody, also before signing in.";
        if (operation.right == signed_in) return " For everybody who is signed in.";
        return " Needs the right `" + std::string(operation.right.name) + "`.";
    }

    // ---- What is asked

    void write_parameters(const Operation& operation) {
        const auto sample = operation.make_in();
        (void)read_json(operation.sample, *operation.in, sample.get());
        json_.key("parameters").list();
        for (const Field& field : operation.in->fields) {
            const bool in_path =
                std::ranges::find(operation.path_fields, field.name) != operation.path_fields.end();
            if (in_path || operation.asks_by_query()) {
                write_parameter(field, in_path ? "path" : "query", sample.get());
            }
        }
        const bool may_repeat = operation.method == Method::post && operation.writes();
        if (may_repeat) write_ref("parameters", "IdempotencyKey");
        if (operation.needs_version()) write_ref("parameters", "IfMatch");
        if (operation.method == Method::get && has_version(operation)) {
            write_ref("parameters", "IfNoneMatch");
        }
        json_.end_list();
    }

    void write_parameter(const Field& field, std::string_view place, const void* sample) {
        json_.object();
        json_.key("name").text(field.name);
        json_.key("in").text(place);
        if (place == "path" || field.required) json_.key("required").flag(true);
        if (const auto about = about_field(field); !about.empty()) {
            json_.key("description").text(about);
        }
        json_.key("schema");
        write_field_schema(field);
        std::string example;
        write_json(example, *field.type, static_cast<const char*>(sample) + field.offset);
        if (example != "null") json_.key("example").raw(example);
        json_.end_object();
    }

    static std::string_view about_field(const Field& field) {
        if (!field.about.empty()) return field.about;
        if (field.name == "cursor") return "The `next` of the page before.";
        if (field.name == "limit") return "How many rows a page holds.";
        return {};
    }

    void write_body(const Operation& operation) {
        const auto filled = operation.filled();
        const auto left = std::ranges::count_if(operation.in->fields, [&](const Field& field) {
            return std::ranges::find(filled, field.name) == filled.end();
        });
        if (left == 0) return;
        const bool merge = operation.method == Method::patch;
        json_.key("requestBody").object().key("required").flag(true).key("content").object();
        json_.key(merge ? "application/merge-patch+json" : "application/json").object();
        json_.key("schema");
        if (filled.empty()) {
            write_schema(*operation.in);
        } else {
            write_record_schema(*operation.in, filled);
        }
        json_.key("example").raw(body_sample(operation));
        json_.end_object().end_object().end_object();
    }

    static std::string body_sample(const Operation& operation) {
        const auto sample = operation.make_in();
        (void)read_json(operation.sample, *operation.in, sample.get());
        std::string text;
        write_json(text, *operation.in, sample.get(), operation.filled());
        return text;
    }

    // ---- What is answered

    static bool has_version(const Operation& operation) {
        const Field* version = Operation::find_field(*operation.out, "version");
        return version != nullptr && version->type->kind == Kind::integer;
    }

    void write_responses(const Operation& operation) {
        json_.key("responses").object();
        json_.key(std::to_string(success_status(operation))).object();
        json_.key("description").text(operation.answers() ? "The answer." : "Done.");
        if (has_version(operation)) {
            json_.key("headers").object().key("ETag");
            write_ref("headers", "ETag");
            json_.end_object();
        }
        if (operation.answers()) write_content(operation);
        json_.end_object();
        for (const int status : statuses(operation)) {
            json_.key(std::to_string(status));
            const auto named = std::ranges::find(refusals, status, &Refusing::status);
            write_ref("responses", named->name);
        }
        json_.end_object();
    }

    void write_content(const Operation& operation) {
        json_.key("content").object();
        switch (operation.form) {
            case AnswerForm::json:
                json_.key("application/json").object().key("schema");
                write_schema(*operation.out);
                break;
            case AnswerForm::stream:
                json_.key("text/event-stream").object().key("schema");
                json_.object().key("type").text("string").end_object();
                break;
            case AnswerForm::file:
                json_.key("*/*").object().key("schema");
                json_.object().key("type").text("string").key("format").text("binary").end_object();
                break;
            case AnswerForm::text:
                json_.key("text/*").object().key("schema");
                json_.object().key("type").text("string").end_object();
                break;
        }
        json_.end_object().end_object();
    }

    // ---- Types

    void write_ref(std::string_view kind, std::string_view name) {
        used_.emplace(kind, name);
        const std::string to = "#/components/" + std::string(kind) + "/" + std::string(name);
        json_.object().key("$ref").text(to).end_object();
    }

    void write_schema(const Type& type) {
        const bool named = type.kind == Kind::enumeration || !type.fields.empty();
        if (named) return write_ref("schemas", type.name);
        write_plain_schema(type, nullptr);
    }

    void write_field_schema(const Field& field) {
        const Type* type = field.type;
        int optionals = 0;
        for (; type->kind == Kind::optional; type = type->element) ++optionals;
        const bool may_be_null = optionals > 1;
        const bool named = type->kind == Kind::enumeration || !type->fields.empty();
        if (!named) return write_plain_schema(*type, &field, may_be_null);
        if (!may_be_null) return write_schema(*type);
        json_.object().key("anyOf").list();
        write_schema(*type);
        json_.object().key("type").text("null").end_object().end_list().end_object();
    }

    void write_plain_schema(const Type& type, const Field* field, bool may_be_null = false) {
        json_.object();
        write_type_word(json_type(type), may_be_null);
        if (const auto format = format_of(type); !format.empty()) json_.key("format").text(format);
        if (type.kind == Kind::list) {
            json_.key("items");
            write_schema(*type.element);
        }
        write_limits(type, field);
        if (field != nullptr && field->secret && type.kind == Kind::text) {
            json_.key("format").text("password");
        }
        if (field != nullptr && !field->about.empty()) json_.key("description").text(field->about);
        json_.end_object();
    }

    void write_type_word(std::string_view word, bool may_be_null) {
        if (word.empty()) return;
        json_.key("type");
        if (!may_be_null) {
            json_.text(word);
            return;
        }
        json_.list().text(word).text("null").end_list();
    }

    static std::string_view json_type(const Type& type) {
        switch (type.kind) {
            case Kind::boolean:
                return "boolean";
            case Kind::integer:
            case Kind::id:
            case Kind::minutes:
                return "integer";
            case Kind::number:
                return "number";
            case Kind::text:
            case Kind::time:
            case Kind::date:
            case Kind::enumeration:
                return "string";
            case Kind::list:
                return "array";
            case Kind::record:
                return "object";
            case Kind::optional:
            case Kind::json:
                return "";  // Any value.
        }
        return "";
    }

    static std::string_view format_of(const Type& type) {
        if (type.kind == Kind::time) return "date-time";
        if (type.kind == Kind::date) return "date";
        if (type.kind == Kind::id || type.kind == Kind::integer) return "int64";
        return {};
    }

    void write_limits(const Type& type, const Field* field) {
        const bool bounded = field != nullptr && field->bounded;
        if (type.kind == Kind::id && !bounded) json_.key("minimum").number(1);
        if (!bounded) return;
        if (type.kind == Kind::text) {
            if (field->least > 0) json_.key("minLength").number(field->least);
            json_.key("maxLength").number(field->most);
        } else if (type.kind == Kind::list) {
            if (field->least > 0) json_.key("minItems").number(field->least);
            json_.key("maxItems").number(field->most);
        } else if (json_type(type) == "integer" || type.kind == Kind::number) {
            json_.key("minimum").number(field->least);
            json_.key("maximum").number(field->most);
        }
    }

    void write_record_schema(const Type& type, const Filled& without) {
        const auto left_out = [&](const Field& field) {
            return types_.hidden(type, field) ||
                   std::ranges::find(without, field.name) != without.end();
        };
        std::vector<std::string_view> required;
        json_.object().key("type").text("object").key("properties").object();
        for (const Field& field : type.fields) {
            if (left_out(field)) continue;
            json_.key(field.name);
            write_field_schema(field);
            if (types_.always_there(type, field)) required.push_back(field.name);
        }
        json_.end_object();
        if (!required.empty()) {
            json_.key("required").list();
            for (const auto name : required) json_.text(name);
            json_.end_list();
        }
        if (types_.only_asked(type)) json_.key("additionalProperties").flag(false);
        json_.end_object();
    }

    void write_named_schema(const Type& type) {
        if (type.kind == Kind::record) return write_record_schema(type, {});
        json_.object().key("type").text("string").key("enum").list();
        for (const auto name : type.names) json_.text(name);
        json_.end_list().end_object();
    }

    // ---- What is referred to. Writing a schema may refer to more, until nothing is new.

    void write_components() {
        json_.key("components").object();
        json_.key("securitySchemes")
            .raw(R"({"session":{"type":"apiKey","in":"cookie",)"
                 R"("name":"__Host-ogniwo"},)"
                 R"("token":{"type":"http","scheme":"bearer"}})");
        write_used_parameters();
        write_used_headers();
        write_used_responses();
        write_used_schemas();
        json_.end_object();
    }

    bool uses(std::string_view kind, std::string_view name) const {
        return used_.contains({std::string(kind), std::string(name)});
    }

    void write_used_parameters() {
        json_.key("parameters").object();
        if (uses("parameters", "IdempotencyKey")) {
            json_.key("IdempotencyKey")
                .raw(R"({"name":"Idempotency-Key","in":"header","description":)"
                     R"("Chosen by the client, new for every wish. Repeated within seven days, )"
                     R"(the request gets the first answer again and does nothing.",)"
                     R"("schema":{"type":"string","minLength":1,"maxLength":)" +
                     std::to_string(limits::idempotency_key_length) + "}}");
        }
        if (uses("parameters", "IfMatch")) {
            json_.key("IfMatch").raw(
                R"({"name":"If-Match","in":"header","required":true,"description":)"
                R"("The version of the row that the change was made on.",)"
                R"("schema":{"type":"string","pattern":"^\"v[0-9]+\"$"},"example":"\"v3\""})");
        }
        if (uses("parameters", "IfNoneMatch")) {
            json_.key("IfNoneMatch")
                .raw(R"({"name":"If-None-Match","in":"header","description":)"
                     R"("The ETag of a copy; still fresh, it is answered with 304.",)"
                     R"("schema":{"type":"string"},"example":"\"v3\""})");
        }
        json_.end_object();
    }

    void write_used_headers() {
        json_.key("headers").object();
        if (uses("headers", "ETag")) {
            json_.key("ETag").raw(R"({"description":"The version of the row.",)"
                                  R"("schema":{"type":"string"},"example":"\"v3\""})");
        }
        json_.key("RetryAfter")
            .raw(R"({"description":"Seconds until it makes sense to try again.",)"
                 R"("schema":{"type":"integer"}})");
        json_.end_object();
    }

    void write_used_responses() {
        json_.key("responses").object();
        for (const Refusing& refusal : refusals) {
            if (!uses("responses", refusal.name)) continue;
            json_.key(refusal.name).object().key("description").text(refusal.about);
            if (refusal.status == 429 || refusal.status == 503) {
                json_.key("headers").object().key("Retry-After");
                write_ref("headers", "RetryAfter");
                json_.end_object();
            }
            json_.key("content").object().key(problem_media_type).object().key("schema");
            write_ref("schemas", "Problem");
            json_.end_object().end_object().end_object();
        }
        json_.end_object();
    }

    void write_used_schemas() {
        json_.key("schemas").object();
        std::set<std::string> written;
        for (bool more = true; more;) {
            more = false;
            for (const auto& [name, type] : types_.types()) {
                const std::string key(name);
                if (!uses("schemas", name) || !written.insert(key).second) continue;
                json_.key(name);
                write_named_schema(*type);
                more = true;
            }
        }
        write_problem_schemas();
        json_.end_object();
    }

    void write_problem_schemas() {
        json_.key("Problem").raw(
            R"({"type":"object","description":"A refusal (RFC 9457). What its translation needs )"
            R"(stands beside the members named here, as texts.","properties":{)"
            R"("type":{"type":"string"},"title":{"type":"string"},)"
            R"("status":{"type":"integer"},)"
            R"("reason":{"type":"string","description":"A name that never changes."},)"
            R"("trace":{"type":"string","description":"Names the request in the server's log."},)"
            R"("errors":{"type":"array","items":{"$ref":"#/components/schemas/FieldProblem"}}},)"
            R"("required":["type","title","status","reason"],)"
            R"("additionalProperties":{"type":"string"},)"
            R"("example":{"type":"about:blank","title":"Unprocessable Content","status":422,)"
            R"("reason":"invalid","trace":"4bf92f3577b34da6a3ce929d0e0e4736",)"
            R"("errors":[{"pointer":"/note","reason":"too_long","most":"2000"}]}})");
        json_.key("FieldProblem")
            .raw(R"({"type":"object","properties":{)"
                 R"("pointer":{"type":"string","description":"A JSON pointer (RFC 6901)."},)"
                 R"("reason":{"type":"string"}},"required":["pointer","reason"],)"
                 R"("additionalProperties":{"type":"string"}})");
    }

    const Operations& operations_;
    Catalogue types_;
    JsonWriter json_;
    std::set<std::pair<std::string, std::string>> used_;  // Kind and name of components.
};

}  // namespace

std::string openapi_json(const Operations& operations, std::string_view version) {
    return Document(operations).write(version);
}

}  // namespace ogniwo
