#include "recording.hpp"

#include <stdexcept>

#include "app/installation.hpp"
#include "base/clock.hpp"
#include "http/dispatcher.hpp"
#include "people/service.hpp"

namespace ogniwo::bench {
namespace {

class RecordingConnection final : public Connection {
public:
    RecordingConnection(std::unique_ptr<Connection> inner, Recording& recording)
        : inner_(std::move(inner)), recording_(recording) {}

    Dialect dialect() const override { return inner_->dialect(); }
    ResultSet query(const Sql& sql, const Scope* scope, std::span<const Value> values) override {
        ResultSet answer = inner_->query(sql, scope, values);
        std::vector<Value> all(values.begin(), values.end());
        if (scope != nullptr && !scope->everyone) all.emplace_back(scope_list(*scope, dialect()));
        RecordedStatement recorded{.text = dialect_text(sql.text, dialect(), scope),
                                   .values = std::move(all),
                                   .columns = {answer.columns.begin(), answer.columns.end()},
                                   .first_row = {}};
        for (std::size_t i = 0; answer.size() > 0 && i < answer.columns.size(); ++i) {
            recorded.first_row.push_back(answer.cells[i]);
        }
        if (answer.columns.empty() && answer.inserted > 0) {
            recorded.columns = {"inserted"};
            recorded.first_row = {answer.inserted};
        }
        recording_.push_back(std::move(recorded));
        return answer;
    }
    void script(const std::string& text) override { inner_->script(text); }
    void begin(Access access) override { inner_->begin(access); }
    void commit() override { inner_->commit(); }
    void rollback() noexcept override { inner_->rollback(); }
    bool in_transaction() const override { return inner_->in_transaction(); }
    void savepoint() override { inner_->savepoint(); }
    void release() override { inner_->release(); }
    void rollback_to() override { inner_->rollback_to(); }
    void prepare(const Sql& sql) override { inner_->prepare(sql); }

private:
    std::unique_ptr<Connection> inner_;
    Recording& recording_;
};

Result<Actor> who(Tx& tx, const Credentials& credentials, Time now) {
    const bool bearer = credentials.kind == Credentials::Kind::bearer;
    return people::authenticate(tx,
                                bearer ? std::string_view{} : credentials.token,
                                bearer ? credentials.token : std::string_view{},
                                now);
}

// The cell of an earlier statement's first row in which both recordings hold what this parameter
// holds: the last such one, since a key is most often used right after it was made.
std::optional<Earlier> find_source(const Recording& first,
                                   const Recording& second,
                                   std::size_t statement,
                                   std::size_t parameter) {
    const Value& in_first = first[statement].values[parameter];
    const Value& in_second = second[statement].values[parameter];
    for (std::size_t at = statement; at-- > 0;) {
        const std::vector<Value>& a = first[at].first_row;
        const std::vector<Value>& b = second[at].first_row;
        for (std::size_t cell = 0; cell < std::min(a.size(), b.size()); ++cell) {
            if (a[cell] == in_first && b[cell] == in_second) {
                return Earlier{at, cell, first[at].columns[cell]};
            }
        }
    }
    return std::nullopt;
}

Parameter learn_parameter(const Recording& first,
                          const Recording& second,
                          std::size_t statement,
                          std::size_t parameter) {
    const Value& a = first[statement].values[parameter];
    const Value& b = second[statement].values[parameter];
    if (a == b) return Constant{b};
    if (const auto source = find_source(first, second, statement, parameter)) return *source;
    const auto* number = std::get_if<std::int64_t>(&b);
    const auto* before = std::get_if<std::int64_t>(&a);
    if (number != nullptr && before != nullptr) return Counter{*number, *number - *before};
    if (const auto* text = std::get_if<std::string>(&b)) return Fresh{text->size()};
    throw std::runtime_error("a parameter that cannot be made again: " + first[statement].text);
}

}  // namespace

Recording record(app::Installation& installation,
                 const Operations& operations,
                 const Request& request) {
    Recording recording;
    constexpr std::size_t one_request = 4;
    WriteQueue writes(one_request);
    ReadQueue reads(one_request);
    OutsidePool outside;
    const Database& database = installation.database();
    const auto connect = [&](Connection::Access access) {
        return std::make_unique<RecordingConnection>(database.connect(access), recording);
    };
    Writer writer(connect(Connection::Access::read_write), writes, installation.clock());
    Reader reader(connect(Connection::Access::read_only), reads, installation.clock());
    const auto blobs = installation.blobs(installation.data());
    Dispatcher dispatcher({.operations = operations,
                           .environment = installation.environment(),
                           .clock = installation.wall_clock(),
                           .writes = writes,
                           .reads = reads,
                           .outside = outside,
                           .data = installation.data(),
                           .blobs = *blobs,
                           .authenticate = who});
    Response answer{.status = 0};
    dispatcher(Request(request), Responder([&](Response&& response) { answer = response; }));
    constexpr std::chrono::milliseconds at_once{0};
    writer.step(at_once);
    reader.step(at_once);
    constexpr int first_refusal = 300;
    if (answer.status == 0 || answer.status >= first_refusal) {
        throw std::runtime_error("answered with " + std::to_string(answer.status) + ": " +
                                 std::string(answer.body.view()));
    }
    return recording;
}

Template learn(const Recording& first, const Recording& second) {
    if (first.size() != second.size()) throw std::runtime_error("two requests of different kinds");
    Template learnt;
    for (std::size_t i = 0; i < second.size(); ++i) {
        if (first[i].text != second[i].text) {
            throw std::runtime_error("two requests of different kinds: " + second[i].text);
        }
        TemplateStatement statement{.text = second[i].text};
        for (std::size_t p = 0; p < second[i].values.size(); ++p) {
            statement.parameters.push_back(learn_parameter(first, second, i, p));
            if (const auto* earlier = std::get_if<Earlier>(&statement.parameters.back())) {
                learnt[earlier->statement].is_referred_to = true;
            }
        }
        learnt.push_back(std::move(statement));
    }
    return learnt;
}

void append(Template& all, Template more) {
    const std::size_t before = all.size();
    for (TemplateStatement& statement : more) {
        for (Parameter& parameter : statement.parameters) {
            if (auto* earlier = std::get_if<Earlier>(&parameter)) earlier->statement += before;
        }
        all.push_back(std::move(statement));
    }
}

}  // namespace ogniwo::bench
