#include "http/dispatcher.hpp"

#include <algorithm>

#include "base/crypto.hpp"
#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "http/problem.hpp"
#include "http/wire.hpp"
#include "http/wish.hpp"
#include "operations/openapi.hpp"
#include "storage/idempotency.hpp"
#include "storage/secrets.hpp"

namespace ogniwo {
namespace {

constexpr std::int64_t leaving_bytes_most = 256 * static_cast<std::int64_t>(limits::mib);
constexpr std::string_view description_path = "openapi.json";

// An answer as it is kept for a repeated request.
struct Answer {
    int status = 200;
    std::string etag{};
    std::string body{};
    std::string cookie{};      // Never kept.
    std::string media_type{};  // Of a text, with its file name; empty: JSON.
    std::string name{};
};

std::string packed(const Answer& answer) {
    return std::to_string(answer.status) + "\n" + answer.etag + "\n" + answer.body;
}

Answer unpacked(std::string_view text) {
    const auto first = text.find('\n');
    const auto second = text.find('\n', first + 1);
    return {.status = std::stoi(std::string(text.substr(0, first))),
            .etag = std::string(text.substr(first + 1, second - first - 1)),
            .body = std::string(text.substr(second + 1))};
}

Answer text_answer(const TextAnswer& text) {
    return {.etag = "\"" + sha256_hex(text.text).substr(0, 32) + "\"",
            .body = text.text,
            .media_type = text.media_type,
            .name = text.name};
}

std::optional<Method> method_of(HttpMethod method) {
    switch (method) {
        case HttpMethod::get:
            return Method::get;
        case HttpMethod::post:
            return Method::post;
        case HttpMethod::put:
            return Method::put;
        case HttpMethod::patch:
            return Method::patch;
        case HttpMethod::del:
            return Method::del;
        case HttpMethod::options:
            return std::nullopt;
    }
    return std::nullopt;
}

std::string allow_header(const std::vector<Method>& methods) {
    std::string list;
    for (const Method method : methods) {
        if (!list.empty()) list += ", ";
        list += enum_name(method);
        if (method == Method::get) list += ", HEAD";
    }
    return list;
}

const std::byte* place_of(const void* record, const Field& field) {
    return static_cast<const std::byte*>(record) + field.offset;
}

// The value behind as many optionals as there are; nullptr when one is empty.
const void* engaged(const Type*& type, const void* value) {
    while (type->kind == Type::Kind::optional) {
        if (type->size(value) == 0) return nullptr;
        value = type->item(value, 0);
        type = type->element;
    }
    return value;
}

// `"v17"` for an answer with a field "version", else nothing.
std::string etag_of(const Operation& operation, const void* out) {
    const Field* field = Operation::find_field(*operation.out, "version");
    if (field == nullptr || field->type->kind != Type::Kind::integer) return {};
    return "\"v" + std::to_string(field->type->get_number(place_of(out, *field))) + "\"";
}

// How long the session that an answer starts is good for, where it says so.
std::optional<std::int64_t> seconds_left(const Operation& operation, const void* out, Time now) {
    const Field* field = Operation::find_field(*operation.out, "expiresAt");
    if (field == nullptr) return std::nullopt;
    const Type* type = field->type;
    const void* value = engaged(type, place_of(out, *field));
    if (value == nullptr || type->kind != Type::Kind::time) return std::nullopt;
    const Microseconds left = from_micros(type->get_number(value)) - now;
    return std::max<std::int64_t>(0, std::chrono::floor<std::chrono::seconds>(left).count());
}

std::string cookie_of(const Operation& operation, const void* out, Time now) {
    if (operation.session == SessionEffect::ends) return cookie_gone();
    if (operation.session == SessionEffect::none) return {};
    const Field* field = Operation::find_field(*operation.out, "token");
    const Type* type = field->type;
    const void* token = engaged(type, place_of(out, *field));
    if (token == nullptr || type->kind != Type::Kind::text) return {};
    const auto& text = *static_cast<const std::string*>(token);
    return text.empty() ? std::string{} : cookie_with(text, seconds_left(operation, out, now));
}

Answer make_answer(const Operation& operation, const void* out, Time now) {
    Answer answer{.status = success_status(operation),
                  .etag = etag_of(operation, out),
                  .cookie = cookie_of(operation, out, now)};
    if (!operation.answers()) return answer;
    const bool starts = operation.session == SessionEffect::starts;
    write_json(answer.body, *operation.out, out, starts ? Filled{"token"} : Filled{});
    return answer;
}

bool is_secret(const Operation& operation) {
    return operation.answer_is_secret || operation.session != SessionEffect::none ||
           holds_secret(*operation.out);
}

Error too_many_until(std::chrono::seconds wait) {
    return {.reason = refusing::too_many,
            .shown = {{"retryAfterSeconds", std::to_string(wait.count())}}};
}

Reason reason_of(const StorageError& error) {
    if (error.kind == StorageError::Kind::full) return refusing::storage_full;
    if (error.kind == StorageError::Kind::io) return refusing::storage_failed;
    if (error.kind == StorageError::Kind::bug) return refusing::internal;
    return refusing::unavailable;
}

std::vector<std::string> split_path(std::string_view path) {
    std::vector<std::string> segments;
    while (path.starts_with('/')) {
        path.remove_prefix(1);
        const auto end = std::min(path.find('/'), path.size());
        segments.emplace_back(path.substr(0, end));
        path.remove_prefix(end);
    }
    return segments;
}

// "api", "v1", "customers" -> "customers"; nothing when it is not ours.
std::optional<std::vector<std::string>> below_v1(const std::vector<std::string>& segments) {
    if (segments.size() < 3 || segments[0] != "api" || segments[1] != "v1") return std::nullopt;
    return std::vector<std::string>(segments.begin() + 2, segments.end());
}

}  // namespace

// One request on its way. Only one thread at a time works on it.
struct Dispatcher::Call {
    Request request;
    Responder respond;
    Steady::time_point started;
    Caller caller;
    Credentials credentials{};
    const Operation* operation = nullptr;
    Operations::Match match{};
    std::optional<ParsedWish> wish{};
    std::string hash{};      // Of the request, where it has an idempotency key.
    bool is_repeat = false;  // What comes before the writing was done for its first time.
    Actor actor{};           // Without a label until somebody has looked.
    // The last run's outcome: a transaction may run several times.
    Answer answer{};
    FileAnswer file{};
    std::optional<Error> refusal{};
};

Dispatcher::Dispatcher(DispatcherParts parts) : parts_(std::move(parts)) {
    parts_.operations.check();
    description_ = openapi_json(parts_.operations, parts_.version);
    description_etag_ = "\"" + sha256_hex(description_).substr(0, 16) + "\"";
}

Dispatcher::~Dispatcher() = default;

bool Dispatcher::serves(const Request& request) {
    return !request.segments.empty() && request.segments[0] == "api";
}

bool Dispatcher::is_upload(std::string_view path) const {
    const auto segments = below_v1(split_path(path.substr(0, path.find('?'))));
    if (!segments) return false;
    const auto match = parts_.operations.match(Method::post, *segments);
    return match.operation != nullptr && match.operation->most_body > limits::body_bytes;
}

void Dispatcher::operator()(Request&& request, Responder respond) {
    Caller caller{.address = request.client.to_text(),
                  .program = std::string(request.header("user-agent").value_or("")),
                  .trace = request.trace};
    const auto call = std::make_shared<Call>(Call{.request = std::move(request),
                                                  .respond = std::move(respond),
                                                  .started = steady_now(),
                                                  .caller = std::move(caller)});
    // An outermost loop: a bug in taking the request apart is this request's 500.
    try {
        route(call);
    } catch (const std::exception& error) {
        refuse(call, Error{.reason = refusing::internal, .detail = error.what()});
    }
}

void Dispatcher::route(const CallPtr& call) {
    const Request& request = call->request;
    if (parts_.hooks.limit_address) {
        const auto wait = parts_.hooks.limit_address(request.client, parts_.clock.now());
        if (wait) return refuse(call, too_many_until(*wait));
    }
    const auto segments = below_v1(request.segments);
    if (!segments) return refuse(call, Error{.reason = missing});
    if (segments->size() == 1 && segments->front() == description_path) {
        return serve_description(call);
    }
    const auto method = method_of(request.method);
    if (!method) return tell_methods(call, Response{.status = 204}, *segments);
    auto match = parts_.operations.match(*method, *segments);
    if (match.operation != nullptr) return serve(call, std::move(match));
    const Error error{.reason = refusing::method_not_allowed};
    tell_methods(call, problem(error, request.trace), *segments);
}

void Dispatcher::tell_methods(const CallPtr& call,
                              Response response,
                              const std::vector<std::string>& segments) {
    const auto methods = parts_.operations.methods_at(segments);
    if (methods.empty()) return refuse(call, Error{.reason = missing});
    response.set("Allow", allow_header(methods));
    finish(call, std::move(response));
}

void Dispatcher::serve_description(const CallPtr& call) {
    if (call->request.method != HttpMethod::get) {
        Response response =
            problem(Error{.reason = refusing::method_not_allowed}, call->request.trace);
        response.set("Allow", "GET, HEAD");
        return finish(call, std::move(response));
    }
    const auto known = call->request.header("if-none-match");
    const bool fresh = known && names_etag(*known, description_etag_);
    Response response = fresh ? Response{.status = 304} : json_response(200, description_);
    response.set("ETag", description_etag_);
    response.set("Cache-Control", "no-cache");
    finish(call, std::move(response));
}

void Dispatcher::serve(const CallPtr& call, Operations::Match match) {
    call->operation = match.operation;
    auto credentials = credentials_of(call->request);
    if (!credentials) return refuse(call, credentials.error());
    call->credentials = *std::move(credentials);
    const Outcome site = check_site(call->request, call->credentials, parts_.environment.base_url);
    if (!site) return refuse(call, site.error());

    call->match = std::move(match);
    // A large file is taken apart where nobody waits for it, and only for who may send it.
    const bool is_large = call->request.body.size() > limits::body_bytes;
    if (!is_large) take_wish(*call);
    if (call->operation->form == AnswerForm::stream) {
        return submit_admission(call, &Dispatcher::open_stream);
    }
    if (is_large || call->operation->before) return submit_admission(call, &Dispatcher::prepare);
    submit(call);
}

void Dispatcher::submit(const CallPtr& call) {
    call->operation->writes() ? submit_write(call) : submit_read(call);
}

void Dispatcher::take_wish(Call& call) const {
    call.wish = read_wish(call.request, call.match);
    if (call.wish->key) call.hash = request_hash(call);
}

// Requests hold passwords, so a plain hash in the database would let them be guessed.
std::string Dispatcher::request_hash(const Call& call) const {
    return to_hex(parts_.environment.vault.mac("idempotency",
                                               call.request.target + "\n" + call.request.body));
}

// Whether the request may be served at all; then goes on with `next`.
void Dispatcher::submit_admission(const CallPtr& call, Next next) {
    const bool taken =
        parts_.reads.submit({.look =
                                 [this, call](Tx& tx, Time now) {
                                     const Outcome admitted = admit(*call, tx, now);
                                     call->refusal =
                                         admitted ? std::nullopt : std::optional(admitted.error());
                                 },
                             .done =
                                 [this, call, next](const Settled& settled) {
                                     if (settled.kind != Settled::Kind::committed)
                                         return settle(call, settled);
                                     if (call->refusal) return refuse(call, *call->refusal);
                                     (this->*next)(call);
                                 }});
    if (!taken) refuse(call, Error{.reason = refusing::unavailable});
}

// What takes long, on a thread of its own.
void Dispatcher::submit_outside(const CallPtr& call, Next next) {
    const auto run = [this, call, next] {
        // An outermost loop, as above.
        try {
            (this->*next)(call);
        } catch (const StorageError& error) {
            refuse(call, Error{.reason = reason_of(error), .detail = error.what()});
        } catch (const std::exception& error) {
            refuse(call, Error{.reason = refusing::internal, .detail = error.what()});
        }
    };
    if (!parts_.outside.submit(run)) refuse(call, Error{.reason = refusing::unavailable});
}

// Nobody makes the server hash passwords who may not ask for it, or whose request is wrong anyway.
void Dispatcher::prepare(const CallPtr& call) {
    submit_outside(call, &Dispatcher::run_before);
}

void Dispatcher::run_before(const CallPtr& call) {
    if (!call->wish) take_wish(*call);
    if (call->wish->mistake) return refuse(call, *call->wish->mistake);
    if (!call->operation->before) return submit(call);
    // A repeated request is answered as the first time, whatever has become of the matter since.
    if (call->wish->key) {
        parts_.data.read(
            [&](Tx& tx, Time) { call->is_repeat = idempotency::is_claimed(tx, key_of(*call)); });
        if (call->is_repeat) return submit_write(call);
    }
    Outside outside{.data = parts_.data,
                    .blobs = parts_.blobs,
                    .actor = call->actor,
                    .environment = parts_.environment,
                    .caller = call->caller,
                    .now = parts_.clock.now()};
    const Outcome done = call->operation->before(outside, call->wish->in.get());
    if (!done) return refuse(call, done.error());
    submit_write(call);
}

IdempotencyKey Dispatcher::key_of(const Call& call) {
    return {.actor = call.actor.label,
            .operation = call.operation->name,
            .key = *call.wish->key,
            .request_hash = call.hash};
}

void Dispatcher::open_stream(const CallPtr& call) {
    auto opened = parts_.open_stream(call->request, call->actor, call->credentials);
    if (!opened) return refuse(call, opened.error());
    Response response;
    response.set("Content-Type", "text/event-stream");
    response.set("X-Accel-Buffering", "no");  // nginx would wait for more.
    response.growing = *std::move(opened);
    finish(call, std::move(response));
}

void Dispatcher::submit_read(const CallPtr& call) {
    const bool taken = parts_.reads.submit(
        {.look =
             [this, call](Tx& tx, Time now) {
                 const Outcome outcome = read(*call, tx, now);
                 call->refusal = outcome ? std::nullopt : std::optional(outcome.error());
             },
         .done =
             [this, call](const Settled& settled) {
                 const bool found = settled.kind == Settled::Kind::committed && !call->refusal;
                 if (found && call->operation->form == AnswerForm::file) {
                     return submit_outside(call, &Dispatcher::answer_file);
                 }
                 settle(call, settled);
             }});
    if (!taken) refuse(call, Error{.reason = refusing::unavailable});
}

void Dispatcher::submit_write(const CallPtr& call) {
    const bool taken = parts_.writes.submit(
        {.work = [this, call](Tx& tx, Time now) { return write(*call, tx, now); },
         .done = [this, call](const Settled& settled) { settle(call, settled); }});
    if (!taken) refuse(call, Error{.reason = refusing::unavailable});
}

// Whoever may not ask learns only that; the others learn what is wrong with the request.
Outcome Dispatcher::admit(Call& call, Tx& tx, Time now) const {
    call.actor = {};
    TRY(call.actor, who_asks(call, tx, now));
    const Actor& actor = call.actor;
    if (!actor.may(call.operation->right)) {
        return actor.kind == Actor::Kind::anonymous ? unauthenticated : forbidden;
    }
    if (actor.person && parts_.hooks.limit_account) {
        const auto wait = parts_.hooks.limit_account(actor.person, now);
        if (wait) return too_many_until(*wait);
    }
    if (call.wish && call.wish->mistake) return *call.wish->mistake;
    return Nothing{};
}

// A cookie that has run out does not keep anybody from signing in.
Result<Actor> Dispatcher::who_asks(const Call& call, Tx& tx, Time now) const {
    using Kind = Credentials::Kind;
    if (call.credentials.kind == Kind::none) return Actor::anonymous();
    Result<Actor> actor = parts_.authenticate(tx, call.credentials, now);
    if (actor || call.credentials.kind == Kind::bearer) return actor;
    const bool nobody = actor.error().reason.refusal == Refusal::unauthenticated;
    if (nobody && call.operation->right == anyone) return Actor::anonymous();
    return actor;
}

Outcome Dispatcher::read(Call& call, Tx& tx, Time now) const {
    TRY_DO(admit(call, tx, now));
    const auto out = call.operation->make_out();
    const View view{tx, call.actor, now, parts_.environment, call.caller};
    TRY_DO(call.operation->read(view, call.wish->in.get(), out.get()));
    if (call.operation->form == AnswerForm::file) {
        call.file = *static_cast<const FileAnswer*>(out.get());
    } else if (call.operation->form == AnswerForm::text) {
        call.answer = text_answer(*static_cast<const TextAnswer*>(out.get()));
    } else {
        call.answer = make_answer(*call.operation, out.get(), now);
    }
    return Nothing{};
}

Outcome Dispatcher::write(Call& call, Tx& tx, Time now) const {
    TRY_DO(admit(call, tx, now));
    IdempotencyKey key;
    if (call.wish->key) {
        key = key_of(call);
        TRY(const auto kept, idempotency::claim(tx, key, now));
        if (kept) {
            call.answer = unpacked(*kept);
            return Nothing{};
        }
    }
    if (call.is_repeat) return refusing::unavailable;  // Forgotten since it was looked for.
    const auto out = call.operation->make_out();
    Work work{{tx, call.actor, now, parts_.environment, call.caller}};
    TRY_DO(call.operation->write(work, call.wish->in.get(), out.get()));
    call.answer = make_answer(*call.operation, out.get(), now);
    const bool keeps = call.wish->key && !is_secret(*call.operation);
    if (keeps) idempotency::keep_answer(tx, key, packed(call.answer));
    return Nothing{};
}

void Dispatcher::settle(const CallPtr& call, const Settled& settled) const {
    const auto refuse_for = [&](Reason reason) {
        refuse(call, Error{.reason = reason, .detail = settled.detail});
    };
    switch (settled.kind) {
        case Settled::Kind::committed:
            return call->refusal ? refuse(call, *call->refusal) : answer(call);
        case Settled::Kind::refused:
            return refuse(call, *settled.error);
        case Settled::Kind::overloaded:
            return refuse_for(refusing::unavailable);
        case Settled::Kind::full:
            return refuse_for(refusing::storage_full);
        case Settled::Kind::broken:
            return refuse_for(refusing::storage_failed);
        case Settled::Kind::unknown:
            return refuse_for(refusing::unknown_outcome);
        case Settled::Kind::failed:
            return refuse_for(refusing::internal);
    }
}

void Dispatcher::answer(const CallPtr& call) const {
    Answer& answer = call->answer;
    const auto known = call->request.header("if-none-match");
    const bool fresh = call->request.method == HttpMethod::get && !answer.etag.empty() && known &&
                       names_etag(*known, answer.etag);
    Response response;
    if (fresh) {
        response.status = 304;
    } else if (answer.body.empty()) {
        response.status = answer.status;
    } else {
        response = json_response(answer.status, std::move(answer.body));
    }
    if (!answer.media_type.empty()) {
        response.set("Content-Type", answer.media_type);
        response.set("Content-Disposition",
                     "attachment; filename*=UTF-8''" + percent_encoded(answer.name));
        response.set("Cache-Control", "private, no-cache");
    }
    if (!answer.etag.empty()) response.set("ETag", answer.etag);
    if (!answer.cookie.empty()) response.set("Set-Cookie", answer.cookie);
    finish(call, std::move(response));
}

// Files wait in memory until their readers have taken them, so all of them together have a limit.
// Nothing when there is no room.
std::shared_ptr<const void> Dispatcher::reserve(std::int64_t bytes) {
    if (leaving_->fetch_add(bytes) + bytes > leaving_bytes_most) {
        leaving_->fetch_sub(bytes);
        return nullptr;
    }
    return std::shared_ptr<const void>(
        this, [leaving = leaving_, bytes](const void*) { leaving->fetch_sub(bytes); });
}

// Bytes that strangers have sent: never a page of ours, whatever they are.
void Dispatcher::answer_file(const CallPtr& call) {
    const FileAnswer& file = call->file;
    const auto reserved = reserve(file.bytes);
    if (!reserved) return refuse(call, Error{.reason = refusing::unavailable});
    Response response;
    response.body = parts_.blobs.get(file.sha256);
    response.body.hold(reserved);
    response.set("Content-Type", file.media_type);
    response.set("Content-Disposition",
                 std::string(file.shown ? "inline" : "attachment") + "; filename*=UTF-8''" +
                     percent_encoded(file.name));
    response.set("Content-Security-Policy", std::string(closed_csp) + "; sandbox");
    response.set("Cache-Control", "private, max-age=86400");
    finish(call, std::move(response));
}

void Dispatcher::refuse(const CallPtr& call, const Error& error) const {
    call->refusal = error;
    finish(call, problem(error, call->caller.trace));
}

void Dispatcher::finish(const CallPtr& call, Response response) const {
    if (!response.header("Cache-Control")) response.set("Cache-Control", "no-store");
    response.set("Trace-Id", call->caller.trace);
    if (parts_.hooks.log) {
        const Request& request = call->request;
        const auto took = steady_now() - call->started;
        RequestLog line{
            .method = request.head_only ? "HEAD" : enum_name(request.method),
            .status = response.status,
            .microseconds = std::chrono::duration_cast<Microseconds>(took).count(),
            .trace = call->caller.trace,
            .actor = call->actor.label,
            .bytes = request.head_only ? 0 : response.body.view().size(),
        };
        if (call->operation != nullptr) {
            line.path = call->operation->path;
            line.operation = call->operation->name;
        }
        if (call->refusal) {
            line.reason = call->refusal->reason.name;
            line.detail = call->refusal->detail;
        }
        parts_.hooks.log(line);
    }
    call->respond(std::move(response));
}

}  // namespace ogniwo
