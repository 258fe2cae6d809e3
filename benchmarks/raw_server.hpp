#pragma once

// The limit of reading over HTTP: a server that for every request only runs the statements that the
// product runs, and sends the bytes that the product sends. It knows its few paths and nothing else.

#include <cstdint>
#include <string>
#include <vector>

#include "recording.hpp"

namespace ogniwo::bench {

struct RawAnswer {
    std::string path;
    const Template& statements;
    std::string bytes;  // Head and body.
};

// Serves on 127.0.0.1 until the process ends. Every thread has connections of its own to clients
// and database. A request for another path, and any failure, ends the process.
[[noreturn]] void serve_raw(const std::string& database,
                            const std::vector<RawAnswer>& answers,
                            int threads,
                            std::uint16_t port);

}  // namespace ogniwo::bench
