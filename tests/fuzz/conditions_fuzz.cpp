// Whatever is sent as a condition is read or refused; what is read can be written, read back in
// both forms as the same condition, and evaluated.

#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "conditions/json_form.hpp"
#include "conditions/memory.hpp"
#include "conditions/sample.hpp"
#include "conditions/sql.hpp"
#include "conditions/text_form.hpp"

namespace {

namespace conditions = ogniwo::conditions;
namespace sample = ogniwo::conditions::sample;

void demand(bool condition) {
    if (!condition) std::abort();
}

void check(const conditions::Condition& condition) {
    const auto& schema = sample::schema();
    const auto from_text = conditions::parse(conditions::print(condition), schema);
    demand(from_text && *from_text == condition);
    const auto from_json = conditions::from_json(conditions::to_json(condition), schema);
    demand(from_json && *from_json == condition);

    const auto filter = conditions::to_sql(condition, schema, sample::context(), 1);
    demand(filter.values.size() < 32'766);  // The most that SQLite binds.
    const sample::Record blank = sample::blank_record();
    (void)conditions::matches(condition, schema, sample::reader_of(blank), sample::context());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    if (const auto read = conditions::parse(input, sample::schema())) check(*read);
    if (const auto read = conditions::from_json(input, sample::schema())) check(*read);
    return 0;
}
