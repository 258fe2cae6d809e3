#pragma once

// How a process is set up: flags beat the environment, the environment beats the file.
//
// Every setting is one row of one table (settings.cpp), from which the flag --base-url, the
// variable OGNIWO_BASE_URL, the TOML key base_url and the help text are made. An unknown key is an
// error that names the nearest known one.

#include <functional>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "base/time.hpp"

namespace ogniwo::app {

struct Settings {
    std::string data = "data";
    std::string database{};  // Empty: ogniwo.db in the data folder.
    std::string listen = "127.0.0.1:8080";
    std::string metrics = "127.0.0.1:8081";
    std::string base_url{};  // Empty: made from `listen`.
    std::string tls_cert{};
    std::string tls_key{};
    std::vector<std::string> trusted_proxies{};
    std::string master_key{};  // Empty: master.key in the data folder.
    int io_threads = 2;
    int readers = 4;
    int workers = 16;
    int requests_per_address = 50;  // A second, in the long run; ten seconds' worth at once.
    int requests_per_account = 30;
    std::string log = "info";
    std::optional<Minutes> backup_at{Minutes{150}};  // Since midnight, local; nothing: never.
    int backup_keep = 7;
    std::string backup_folder{};  // Empty: backups in the data folder.
    std::string backup_copy{};    // A destination of rclone's.

    std::string database_address() const {
        return database.empty() ? data + "/ogniwo.db" : database;
    }
    std::string backup_folder_path() const {
        return backup_folder.empty() ? data + "/backups" : backup_folder;
    }
    // How people reach us: as configured, or as it looks from this machine.
    std::string address() const {
        if (!base_url.empty()) return base_url;
        return (tls_cert.empty() ? "http://" : "https://") + listen;
    }
    std::string master_key_path() const {
        return master_key.empty() ? data + "/master.key" : master_key;
    }
};

struct SettingRow {
    std::string_view name;  // "base-url"
    std::string_view help;
    std::function<std::optional<std::string>(Settings&, const std::string&)>
        set;  // Or what is wrong.
    bool repeats = false;
};

std::span<const SettingRow> setting_rows();
std::string environment_name(std::string_view setting);  // "OGNIWO_BASE_URL"
std::string file_key(std::string_view setting);          // "base_url"

inline constexpr Reason setting_unknown{Refusal::invalid, "app.setting_unknown"};
inline constexpr Reason setting_invalid{Refusal::invalid, "app.setting_invalid"};
inline constexpr Reason settings_unreadable{Refusal::invalid, "app.settings_unreadable"};

using Flags = std::map<std::string, std::vector<std::string>, std::less<>>;
using Lookup = std::function<std::optional<std::string>(const std::string&)>;

// `file` is the text of the TOML file, nothing when there is none. The error's `detail` is a
// sentence for the person at the terminal.
Result<Settings> read_settings(const Flags& flags,
                               const Lookup& environment,
                               const std::optional<std::string>& file);

}  // namespace ogniwo::app
