#include "app/metrics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <iterator>

namespace ogniwo::app {

void Metrics::count_request(std::string_view operation, int status, std::int64_t micros) {
    const auto place = std::ranges::lower_bound(borders, micros) - borders.begin();
    const std::lock_guard lock(mutex_);
    auto found = series_.find(operation);
    if (found == series_.end()) found = series_.emplace(std::string(operation), Series{}).first;
    Series& series = found->second;
    ++series.by_status[status];
    ++series.counts[static_cast<std::size_t>(place)];
    series.sum_micros += micros;
}

void write_help(std::string& out,
                std::string_view name,
                std::string_view kind,
                std::string_view help) {
    fmt::format_to(std::back_inserter(out), "# HELP {} {}\n# TYPE {} {}\n", name, help, name, kind);
}

void write_sample(std::string& out, std::string_view name, std::string_view labels, double value) {
    fmt::format_to(std::back_inserter(out),
                   "{}{} {}\n",
                   name,
                   labels.empty() ? std::string{} : fmt::format("{{{}}}", labels),
                   value);
}

void write_metric(std::string& out,
                  std::string_view name,
                  std::string_view kind,
                  std::string_view help,
                  double value) {
    write_help(out, name, kind, help);
    write_sample(out, name, {}, value);
}

void Metrics::write(std::string& out) const {
    const std::lock_guard lock(mutex_);
    write_help(out, "ogniwo_requests_total", "counter", "Requests by operation and status.");
    for (const auto& [operation, series] : series_) {
        for (const auto& [status, count] : series.by_status) {
            write_sample(out,
                         "ogniwo_requests_total",
                         fmt::format(R"(operation="{}",status="{}")", operation, status),
                         static_cast<double>(count));
        }
    }
    constexpr std::string_view seconds = "ogniwo_request_seconds";
    write_help(out, seconds, "histogram", "Time from the whole request to the whole answer.");
    for (const auto& [operation, series] : series_) {
        std::uint64_t below = 0;
        for (std::size_t i = 0; i < series.counts.size(); ++i) {
            below += series.counts[i];
            const std::string border =
                i < borders.size() ? fmt::format("{}", static_cast<double>(borders[i]) / 1e6)
                                   : "+Inf";
            write_sample(out,
                         "ogniwo_request_seconds_bucket",
                         fmt::format(R"(operation="{}",le="{}")", operation, border),
                         static_cast<double>(below));
        }
        const std::string label = fmt::format(R"(operation="{}")", operation);
        write_sample(
            out, "ogniwo_request_seconds_sum", label, static_cast<double>(series.sum_micros) / 1e6);
        write_sample(out, "ogniwo_request_seconds_count", label, static_cast<double>(below));
    }
}

}  // namespace ogniwo::app
