#pragma once

// The limit on SQLite: the statements of a Template on the bare library, with nothing around them.

#include <chrono>
#include <cstdint>
#include <memory>
#include <string>

#include "recording.hpp"

namespace ogniwo::bench {

struct RawRun {
    std::int64_t requests = 0;
    double seconds = 0;
    std::int64_t median_micros = 0;  // Of one transaction.
};

// A writer in transactions of `batch` requests, a savepoint each, with a checkpoint beside it every
// half second as the server has it.
RawRun write_raw(const std::string& database,
                 const Template& statements,
                 int batch,
                 std::chrono::milliseconds time);

// As many readers as `threads`, a transaction per request; every cell is looked at.
RawRun read_raw(const std::string& database,
                const Template& statements,
                int threads,
                std::chrono::milliseconds time);

// One connection that runs the statements of one kind of request, a transaction per call. The
// template must outlive it.
class RawReader {
public:
    RawReader(const std::string& database, const Template& statements);
    ~RawReader();
    RawReader(RawReader&&) noexcept;

    void read();

private:
    std::unique_ptr<class RawLoop> loop_;
};

}  // namespace ogniwo::bench
