#pragma once

// The table of everything this server can be asked to do.
//
// Each entry is a service function with a name, a path, a right and a sample wish. HTTP, Lua,
// openapi.json, the TypeScript client, the rights page and the matrix test are all read off this
// table, so none of them can fall behind.

#include <array>
#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/json.hpp"
#include "base/result.hpp"
#include "base/right.hpp"
#include "operations/live.hpp"
#include "storage/blobs.hpp"
#include "storage/transactor.hpp"
#include "storage/work.hpp"

namespace ogniwo {

enum class Method { get, post, patch, put, del };
constexpr auto names(Method) {
    return enum_names("GET", "POST", "PATCH", "PUT", "DELETE");
}

// What a wish may need before its transaction: password hashing, large uploads. Runs on one of two
// threads of its own, outside every transaction.
struct Outside {
    Transactor& data;
    BlobStore& blobs;
    const Actor& actor;  // As a look before this found them; the transaction looks again.
    const Environment& environment;
    const Caller& caller;
    Time now;
};

// What an answer does to the browser's session. `starts` takes the token out of the answer's field
// "token" and puts it into the cookie; `ends` clears the cookie.
enum class SessionEffect { none, starts, ends };

// How an operation answers: with JSON; with a stream of server-sent events, which the live feed
// feeds; with the bytes of a stored file, of which the service answers a FileAnswer; with a text of
// a kind of its own, written anew each time (TextAnswer).
enum class AnswerForm { json, stream, file, text };

struct FileAnswer {
    std::string sha256;
    std::int64_t bytes = 0;
    std::string name;
    std::string media_type;
    bool shown = false;  // In the browser instead of saved; only for what cannot run there.
};
inline void describe(Fields&, FileAnswer&) {}

// Small enough to be held in memory; its ETag is its content's.
struct TextAnswer {
    std::string text;
    std::string name;
    std::string media_type;
};
inline void describe(Fields&, TextAnswer&) {}

struct Operation {
    std::string name;  // "people.create_customer"; in TypeScript api.people.createCustomer
    Method method{};
    std::string path;                        // Under /api/v1: "/customers/{customer}/sites"
    std::vector<std::string> path_fields{};  // "customer"
    Right right{};
    std::string about{};  // One sentence for openapi.json.
    const Type* in = nullptr;
    const Type* out = nullptr;
    std::string sample;  // JSON of a wish, path fields included.
    SessionEffect session = SessionEffect::none;
    AnswerForm form = AnswerForm::json;
    bool creates = false;           // Answers 201 and what was made.
    bool answer_is_secret = false;  // Never stored: a retry with the same key is a conflict.
    std::size_t most_body = 0;      // Bytes; 0 is limits::body_bytes.

    std::shared_ptr<void> (*make_in)() = nullptr;
    std::shared_ptr<void> (*make_out)() = nullptr;
    // Exactly one of these two is set, and neither for a stream; both fill `out`.
    std::function<Outcome(const View&, const void* in, void* out)> read{};
    std::function<Outcome(Work&, const void* in, void* out)> write{};
    std::function<Outcome(Outside&, void* in)> before{};

    bool writes() const { return static_cast<bool>(write); }
    bool answers() const {
        return form != AnswerForm::json || !out->fields.empty() || out->kind != Type::Kind::record;
    }
    // The other fields come from the query string, or else from the body.
    bool asks_by_query() const { return method == Method::get || method == Method::del; }
    // The field "version" comes from If-Match.
    bool needs_version() const { return method == Method::patch || method == Method::put; }
    // Those fields of the wish that the path and If-Match fill.
    Filled filled() const;
    std::string_view slice() const { return std::string_view(name).substr(0, name.find('.')); }
    const Field* in_field(std::string_view field) const { return find_field(*in, field); }

    static const Field* find_field(const Type& record, std::string_view field);
};

// Whether an answer of this type holds a field that is marked as secret, at any depth.
bool holds_secret(const Type& type);
// The HTTP status of a wish that was granted: 201 for what was made, 204 for no answer, else 200.
int success_status(const Operation& operation);

// Adds to the entry that was just made.
class OperationRules {
public:
    explicit OperationRules(Operation& operation) : operation_(operation) {}

    OperationRules& about(std::string_view sentence) {
        operation_.about = sentence;
        return *this;
    }
    OperationRules& session(SessionEffect effect) {
        operation_.session = effect;
        return *this;
    }
    OperationRules& creates() {
        operation_.creates = true;
        return *this;
    }
    OperationRules& secret_answer() {
        operation_.answer_is_secret = true;
        return *this;
    }
    OperationRules& most_body(std::size_t bytes) {
        operation_.most_body = bytes;
        return *this;
    }
    // May fill fields of the wish that its description does not mention.
    template <class In>
    OperationRules& before(Outcome (*step)(Outside&, In&)) {
        operation_.before = [step](Outside& outside, void* in) {
            return step(outside, *static_cast<In*>(in));
        };
        return *this;
    }

private:
    Operation& operation_;
};

template <class T>
using SameType = std::type_identity_t<T>;

class Operations {
public:
    template <class In, class Out>
    using Reads = Result<Out> (*)(const View&, const In&);
    template <class In, class Out>
    using Writes = Result<Out> (*)(Work&, const In&);

    // `{customer}` in the path fills the field of that name in In; the body must not name it too.
    // For get and del without a body the other fields come from the query string. For patch and put
    // the field "version" comes from If-Match. `sample` is a wish that the matrix test sends as
    // every kind of actor, and the example in openapi.json.
    template <class In, class Out>
    OperationRules get(std::string_view name,
                       std::string_view path,
                       Right right,
                       Reads<In, Out> service,
                       const SameType<In>& sample) {
        return add_read<In, Out>(Method::get, name, path, right, service, sample);
    }
    template <class In, class Out>
    OperationRules post(std::string_view name,
                        std::string_view path,
                        Right right,
                        Writes<In, Out> service,
                        const SameType<In>& sample) {
        return add_write<In, Out>(Method::post, name, path, right, service, sample);
    }
    template <class In, class Out>
    OperationRules patch(std::string_view name,
                         std::string_view path,
                         Right right,
                         Writes<In, Out> service,
                         const SameType<In>& sample) {
        return add_write<In, Out>(Method::patch, name, path, right, service, sample);
    }
    template <class In, class Out>
    OperationRules del(std::string_view name,
                       std::string_view path,
                       Right right,
                       Writes<In, Out> service,
                       const SameType<In>& sample) {
        return add_write<In, Out>(Method::del, name, path, right, service, sample);
    }
    // A question that needs a body: previews, filters.
    template <class In, class Out>
    OperationRules ask(std::string_view name,
                       std::string_view path,
                       Right right,
                       Reads<In, Out> service,
                       const SameType<In>& sample) {
        return add_read<In, Out>(Method::post, name, path, right, service, sample);
    }

    // The bytes of a file, by the id of its attachment.
    template <class In>
    OperationRules file(std::string_view name,
                        std::string_view path,
                        Right right,
                        Reads<In, FileAnswer> service,
                        const SameType<In>& sample) {
        OperationRules rules =
            add_read<In, FileAnswer>(Method::get, name, path, right, service, sample);
        all_.back()->form = AnswerForm::file;
        return rules;
    }
    // A text that other programs read: a calendar.
    template <class In>
    OperationRules text(std::string_view name,
                        std::string_view path,
                        Right right,
                        Reads<In, TextAnswer> service,
                        const SameType<In>& sample) {
        OperationRules rules =
            add_read<In, TextAnswer>(Method::get, name, path, right, service, sample);
        all_.back()->form = AnswerForm::text;
        return rules;
    }
    // A stream of the live feed.
    template <class In>
    OperationRules stream(std::string_view name,
                          std::string_view path,
                          Right right,
                          const In& sample) {
        Operation operation = draft<In, Nothing>(Method::get, name, path, right, sample);
        operation.form = AnswerForm::stream;
        return OperationRules(add(std::move(operation)));
    }

    // Rows that open screens keep up to date.
    void live(LiveKind kind) { live_kinds_.push_back(std::move(kind)); }
    const std::vector<LiveKind>& live_kinds() const { return live_kinds_; }
    // An event after which rows of any kind may read differently, and be for other readers.
    void live_anew(std::string_view event) { live_anew_.insert(event); }
    bool begins_anew(std::string_view event) const { return live_anew_.contains(event); }

    // What a slice is about, for the chapters of openapi.json.
    void slice(std::string_view name, std::string_view about) {
        slices_[std::string(name)] = about;
    }

    const std::vector<std::unique_ptr<Operation>>& all() const { return all_; }
    std::string_view about_slice(std::string_view name) const;
    const Operation* find(std::string_view name) const;

    // To be called when every slice has mounted: what can only be seen then. A Bug names what an
    // operation lacks: a sentence about it, a sample that its own description allows, an answer's
    // token where it starts a session.
    void check() const;

    // The operation at this path (its segments after /api/v1), with the values of its {fields}.
    // A word in a path wins over a {field}: /customers/mine over /customers/{customer}.
    struct Match {
        const Operation* operation = nullptr;
        std::vector<std::pair<std::string_view, std::string>> fields{};
    };
    Match match(Method method, const std::vector<std::string>& segments) const;
    // Every method that is answered there, for 405 and Allow.
    std::vector<Method> methods_at(const std::vector<std::string>& segments) const;

private:
    // One step of a path: words, or one {field} whatever its name.
    struct Step {
        std::map<std::string, std::unique_ptr<Step>, std::less<>> words{};
        std::unique_ptr<Step> field{};
        std::array<const Operation*, 5> operations{};  // By Method.
    };

    // Refuses (Bug) a name or method and path that is taken, a {field} that In lacks, a missing
    // right, fields that a query string cannot carry, and two types with one name.
    Operation& add(Operation operation);
    void add_path(const Operation& operation);
    void add_types(const Type& type);
    struct Search;

    template <class In, class Out>
    Operation draft(Method method,
                    std::string_view name,
                    std::string_view path,
                    Right right,
                    const In& sample) {
        return Operation{.name = std::string(name),
                         .method = method,
                         .path = std::string(path),
                         .right = right,
                         .in = &type_of<In>(),
                         .out = &type_of<Out>(),
                         .sample = to_json(sample),
                         .make_in = [] { return std::shared_ptr<void>(std::make_shared<In>()); },
                         .make_out = [] { return std::shared_ptr<void>(std::make_shared<Out>()); }};
    }

    template <class In, class Out>
    OperationRules add_read(Method method,
                            std::string_view name,
                            std::string_view path,
                            Right right,
                            Reads<In, Out> service,
                            const In& sample) {
        Operation operation = draft<In, Out>(method, name, path, right, sample);
        operation.read = [service](const View& view, const void* in, void* out) -> Outcome {
            TRY(*static_cast<Out*>(out), service(view, *static_cast<const In*>(in)));
            return Nothing{};
        };
        return OperationRules(add(std::move(operation)));
    }

    template <class In, class Out>
    OperationRules add_write(Method method,
                             std::string_view name,
                             std::string_view path,
                             Right right,
                             Writes<In, Out> service,
                             const In& sample) {
        Operation operation = draft<In, Out>(method, name, path, right, sample);
        operation.write = [service](Work& work, const void* in, void* out) -> Outcome {
            TRY(*static_cast<Out*>(out), service(work, *static_cast<const In*>(in)));
            return Nothing{};
        };
        return OperationRules(add(std::move(operation)));
    }

    std::vector<std::unique_ptr<Operation>> all_;
    std::map<std::string, const Operation*, std::less<>> by_name_;
    std::vector<LiveKind> live_kinds_;
    std::set<std::string_view> live_anew_;
    std::map<std::string, std::string, std::less<>> slices_;
    std::map<std::string_view, const Type*> types_;  // Records and enumerations.
    Step root_;
};

}  // namespace ogniwo
