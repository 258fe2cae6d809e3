#pragma once

// Numbers for Prometheus: counts and durations of requests by operation, sizes of queues, lags of
// followers. Written as its text format 0.0.4.

#include <array>
#include <atomic>
#include <cstdint>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace ogniwo::app {

class Metrics {
public:
    void count_request(std::string_view operation, int status, std::int64_t micros);

    // Appends the text of all requests so far.
    void write(std::string& out) const;

private:
    // Upper borders in microseconds; the last class is everything above.
    static constexpr std::array<std::int64_t, 12> borders{500,
                                                          1'000,
                                                          2'500,
                                                          5'000,
                                                          10'000,
                                                          25'000,
                                                          50'000,
                                                          100'000,
                                                          250'000,
                                                          500'000,
                                                          1'000'000,
                                                          5'000'000};

    struct Series {
        std::map<int, std::uint64_t> by_status;
        std::array<std::uint64_t, borders.size() + 1> counts{};
        std::int64_t sum_micros = 0;
    };

    mutable std::mutex mutex_;
    std::map<std::string, Series, std::less<>> series_;
};

// One number with its help text, as the format wants it.
void write_metric(std::string& out,
                  std::string_view name,
                  std::string_view kind,
                  std::string_view help,
                  double value);
void write_sample(std::string& out, std::string_view name, std::string_view labels, double value);
void write_help(std::string& out,
                std::string_view name,
                std::string_view kind,
                std::string_view help);

}  // namespace ogniwo::app
