#pragma once

// What one request makes the database do, learnt by watching the product itself.
//
// Two requests run through the real dispatcher over a connection that notes every statement. What
// both have in common is a constant; what one statement reads and another is given is a reference;
// numbers that grow are counters; other texts are made anew with the same length. From such a
// Template a raw loop can run the same statements as often as it likes, without the product.

#include <cstdint>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "http/message.hpp"
#include "operations/operations.hpp"
#include "storage/connection.hpp"

namespace ogniwo::app {
class Installation;
}

namespace ogniwo::bench {

struct RecordedStatement {
    std::string text;  // As the driver prepares it: $1 on PostgreSQL, ?1 on SQLite.
    std::vector<Value> values;
    std::vector<std::string> columns;  // Of the answer.
    std::vector<Value> first_row;      // Empty without one; on SQLite the id that was inserted.
};
using Recording = std::vector<RecordedStatement>;

struct Constant {
    Value value;
};
// The cell of a row that an earlier statement of the same request has read first.
struct Earlier {
    std::size_t statement = 0;
    std::size_t cell = 0;
    std::string column;
};
// `first + n * step` in the n-th run.
struct Counter {
    std::int64_t first = 0;
    std::int64_t step = 1;
};
// A text that no other run has.
struct Fresh {
    std::size_t size = 0;
};
using Parameter = std::variant<Constant, Earlier, Counter, Fresh>;

struct TemplateStatement {
    std::string text;
    std::vector<Parameter> parameters;
    bool is_referred_to = false;
};
using Template = std::vector<TemplateStatement>;

// The statements of this request, which must be answered with a status below 300 (else a
// runtime_error with the answer). `token` is an API token.
Recording record(app::Installation& installation,
                 const Operations& operations,
                 const Request& request);

// Both recordings are of the same kind of request, one after the other; else a runtime_error.
Template learn(const Recording& first, const Recording& second);

// What a page asks for in several requests, one after the other.
void append(Template& all, Template more);

}  // namespace ogniwo::bench
