#include "app/log.hpp"

#include <unistd.h>

#include "base/json.hpp"

namespace ogniwo::app {

void Log::write(Level level, std::string_view what, const LogFields& fields) const {
    if (!writes(level)) return;
    std::string line = R"({"time":")" + to_text(clock_.now()) + R"(","level":")";
    line.append(enum_name(level)).append(R"(","what":)");
    write_json_text(line, what);
    for (const auto& [name, value] : fields) {
        line += ',';
        write_json_text(line, name);
        line += ':';
        write_json_text(line, value);
    }
    line += "}\n";
    // One write(2) keeps lines of several threads apart. A log that cannot be written stops nobody.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, line.data(), line.size());
}

}  // namespace ogniwo::app
