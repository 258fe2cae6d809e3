#include "app/settings.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "base/suggest.hpp"
#include "base/toml.hpp"

namespace ogniwo::app {
namespace {

using Problem = std::optional<std::string>;

auto text(std::string Settings::*member) {
    return [member](Settings& settings, const std::string& value) -> Problem {
        settings.*member = value;
        return std::nullopt;
    };
}

auto number(int Settings::*member, int least, int most) {
    return [=](Settings& settings, const std::string& value) -> Problem {
        int parsed = 0;
        const char* end = value.data() + value.size();
        const auto result = std::from_chars(value.data(), end, parsed);
        if (result.ec != std::errc{} || result.ptr != end || parsed < least || parsed > most) {
            return fmt::format("must be a number from {} to {}", least, most);
        }
        settings.*member = parsed;
        return std::nullopt;
    };
}

Problem set_log(Settings& settings, const std::string& value) {
    constexpr std::array<std::string_view, 4> levels{"debug", "info", "warning", "error"};
    if (std::ranges::find(levels, value) == levels.end()) {
        return "must be debug, info, warning or error";
    }
    settings.log = value;
    return std::nullopt;
}

Problem set_base_url(Settings& settings, const std::string& value) {
    if (value.rfind("http://", 0) != 0 && value.rfind("https://", 0) != 0) {
        return "must start with https:// or http://";
    }
    settings.base_url = value;
    while (settings.base_url.ends_with('/')) settings.base_url.pop_back();
    return std::nullopt;
}

// "02:30".
Problem set_backup_at(Settings& settings, const std::string& value) {
    constexpr const char* problem = "must be a time such as 02:30, or off";
    if (value == "off") {
        settings.backup_at.reset();
        return std::nullopt;
    }
    const auto digits = [&](std::size_t at, int most) -> std::optional<int> {
        int number = 0;
        const char* end = value.data() + at + 2;
        const auto parsed = std::from_chars(value.data() + at, end, number);
        const bool is_number = parsed.ec == std::errc{} && parsed.ptr == end;
        if (!is_number || number < 0 || number > most) return std::nullopt;
        return number;
    };
    if (value.size() != 5 || value[2] != ':') return problem;
    const auto hours = digits(0, 23);
    const auto minutes = digits(3, 59);
    if (!hours || !minutes) return problem;
    settings.backup_at = Minutes{*hours * 60 + *minutes};
    return std::nullopt;
}

Problem add_proxy(Settings& settings, const std::string& value) {
    settings.trusted_proxies.push_back(value);
    return std::nullopt;
}

const SettingRow rows[] = {
    {"data", "Folder of the data: database, attachments, key", text(&Settings::data)},
    {"database",
     "SQLite file, or postgresql://user@host/name for several nodes",
     text(&Settings::database)},
    {"listen", "Address and port of the product", text(&Settings::listen)},
    {"metrics",
     "Address and port of /metrics, /healthz and /readyz, or \"off\"",
     text(&Settings::metrics)},
    {"base-url", "How people reach the product; links in mails begin with it", set_base_url},
    {"tls-cert",
     "PEM file with the certificate chain, read again when it changes",
     text(&Settings::tls_cert)},
    {"tls-key", "PEM file with the private key", text(&Settings::tls_key)},
    {"trusted-proxy",
     "Network of a reverse proxy that may name the client, as CIDR; repeatable",
     add_proxy,
     true},
    {"master-key", "File with the key that seals stored secrets", text(&Settings::master_key)},
    {"io-threads", "Threads that speak HTTP", number(&Settings::io_threads, 1, 64)},
    {"readers", "Reading connections", number(&Settings::readers, 1, 64)},
    {"workers",
     "Writing connections (PostgreSQL; SQLite has one)",
     number(&Settings::workers, 1, 128)},
    {"requests-per-address",
     "Requests a second from one address; ten times as many at once",
     number(&Settings::requests_per_address, 1, 1'000'000)},
    {"requests-per-account",
     "Requests a second of one account; ten times as many at once",
     number(&Settings::requests_per_account, 1, 1'000'000)},
    {"backup-at",
     "When a backup is made every night, local time of the company, or \"off\"",
     set_backup_at},
    {"backup-keep", "How many nightly backups are kept", number(&Settings::backup_keep, 1, 1'000)},
    {"backup-folder",
     "Where nightly backups lie; backups in the data folder",
     text(&Settings::backup_folder)},
    {"backup-copy",
     "A second place: a path, or a destination of rclone's, such as backup:bucket/ogniwo",
     text(&Settings::backup_copy)},
    {"log", "Least level that is logged: debug, info, warning, error", set_log},
};

std::string with_separator(std::string_view name, char separator) {
    std::string text(name);
    std::ranges::replace(text, '-', separator);
    return text;
}

Error invalid(std::string_view where, const std::string& why) {
    return {.reason = setting_invalid,
            .shown = {{"setting", std::string(where)}},
            .detail = fmt::format("{} {}", where, why)};
}

Error unknown(std::string_view key, std::span<const std::string> known) {
    std::vector<std::string_view> names(known.begin(), known.end());
    const auto near = nearest(key, names);
    return {.reason = setting_unknown,
            .shown = {{"setting", std::string(key)}},
            .detail = near ? fmt::format("unknown setting \"{}\"; did you mean \"{}\"?", key, *near)
                           : fmt::format("unknown setting \"{}\"", key)};
}

Result<std::vector<std::string>> values_of(const toml::node& node, const std::string& key) {
    std::vector<std::string> values;
    const auto add = [&](const toml::node& value) {
        if (const auto* words = value.as_string()) values.push_back(words->get());
        if (const auto* whole = value.as_integer()) values.push_back(std::to_string(whole->get()));
        return value.is_string() || value.is_integer();
    };
    if (const auto* list = node.as_array()) {
        for (const auto& item : *list) {
            if (!add(item)) return invalid(key, "must be a list of texts");
        }
        return values;
    }
    if (!add(node)) return invalid(key, "must be a text or a number");
    return values;
}

Outcome apply(Settings& settings,
              const SettingRow& row,
              std::string_view where,
              const std::vector<std::string>& values) {
    if (!row.repeats && values.size() != 1) return invalid(where, "must be given once");
    if (row.repeats) settings.trusted_proxies.clear();
    for (const std::string& value : values) {
        if (const Problem problem = row.set(settings, value)) return invalid(where, *problem);
    }
    return Nothing{};
}

Outcome apply_file(Settings& settings, const std::string& file) {
    const toml::parse_result parsed = toml::parse(file);
    if (!parsed) {
        return Error{
            .reason = settings_unreadable,
            .detail = fmt::format(
                "line {}: {}", parsed.error().source().begin.line, parsed.error().description())};
    }
    std::vector<std::string> known;
    for (const SettingRow& row : rows) known.push_back(file_key(row.name));
    for (const auto& [key, node] : parsed.table()) {
        const std::string name(key.str());
        const auto found = std::ranges::find(known, name);
        if (found == known.end()) return unknown(name, known);
        TRY(const auto values, values_of(node, name));
        TRY_DO(apply(settings, rows[found - known.begin()], name, values));
    }
    return Nothing{};
}

}  // namespace

std::span<const SettingRow> setting_rows() {
    return rows;
}

std::string environment_name(std::string_view setting) {
    std::string name = "OGNIWO_" + with_separator(setting, '_');
    std::ranges::transform(name, name.begin(), [](char c) {
        return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    });
    return name;
}

std::string file_key(std::string_view setting) {
    return with_separator(setting, '_');
}

Result<Settings> read_settings(const Flags& flags,
                               const Lookup& environment,
                               const std::optional<std::string>& file) {
    Settings settings;
    if (file) TRY_DO(apply_file(settings, *file));
    for (const SettingRow& row : rows) {
        const std::string name = environment_name(row.name);
        // An empty variable is one that was not set: that is how unit files clear them.
        if (const auto value = environment(name); value && !value->empty()) {
            TRY_DO(apply(settings, row, name, {*value}));
        }
    }
    for (const SettingRow& row : rows) {
        const auto given = flags.find(row.name);
        if (given == flags.end()) continue;
        TRY_DO(apply(settings, row, "--" + std::string(row.name), given->second));
    }
    return settings;
}

}  // namespace ogniwo::app
