#pragma once

// The verbs of the command line. Each returns the exit code of the process.
//
//     0  done
//     1  refused, or something was found (ogniwo check)
//     2  the command line itself is wrong
//     3  another process holds the data folder
//     4  the database or the disk does not work

#include <string>
#include <vector>

#include "app/settings.hpp"
#include "base/enum.hpp"
#include "base/result.hpp"
#include "demo/types.hpp"

namespace ogniwo::app {

enum class Output { words, json };

int exit_code(const Error& error);
// Says on standard error what went wrong and what to do; returns the exit code.
int complain(const Error& error);

int serve(const Settings& settings);

int check(const Settings& settings, Output output);

// The clocks of one ticket, with the cause of every minute.
struct ExplainCommand {
    std::int64_t ticket = 0;
    std::string at{};      // Empty: now.
    std::string server{};  // Empty: out of the data folder.
    std::string token{};
};
int explain(const Settings& settings, const ExplainCommand& command, Output output);

struct UserCommand {
    std::string verb;  // "list", "create", "link", "role", "disable", "enable", "export", "erase"
    std::string email{};
    std::string given_name{};
    std::string family_name{};
    std::string role{};
    std::string language = "pl";
    std::string kind = "sign_in";
    std::string customer{};  // An id; empty: our whole company.
};
int user(const Settings& settings, const UserCommand& command, Output output);

struct ImportCommand {
    std::string file;
    std::string mapping;
    std::string server{};  // Empty: into the data folder.
    std::string token{};
    bool pseudonyms = false;
    bool skip_bad = false;
};
int import_events(const Settings& settings, const ImportCommand& command, Output output);

struct MovingCommand {
    std::string kind;  // "customers", "persons", "tickets", "assets"
    std::string file;
    std::string mapping{};  // A TOML file; empty: columns are guessed, or known from the last time.
    std::string source{};   // Empty: the mapping's, else the file's name.
    std::string server{};   // Empty: into the data folder.
    std::string token{};
    std::string encoding{};
    std::string separator{};
    std::string sheet{};
    std::string report{};  // Where to write the list of all rows.
    bool dry_run = false;
};
int import_table(const Settings& settings, const MovingCommand& command, Output output);

struct DemoCommand {
    std::int64_t tickets = demo::tickets_default;
    std::uint64_t seed = 1;
    bool if_missing = false;  // Content with a demo that is there already.
};
int demo(const Settings& settings, const DemoCommand& command, Output output);

struct BackupCommand {
    std::string folder;
    bool with_key = false;
};
// Also while a server runs; nobody waits for it.
int backup(const Settings& settings, const BackupCommand& command);
// Into the data folder, or into an empty PostgreSQL database.
int restore(const Settings& settings, const BackupCommand& command);

struct ArchiveCommand {
    std::string folder;
    bool with_key = false;     // Export: also the key that opens sealed secrets.
    bool without_key = false;  // Import: go on although the archive's secrets cannot be opened.
};
// Also while a server runs; nobody waits for it.
int export_archive(const Settings& settings, const ArchiveCommand& command, Output output);
// Into an empty data folder, or an empty PostgreSQL database.
int import_archive(const Settings& settings, const ArchiveCommand& command, Output output);

// What the table of operations becomes: openapi.json, the two files of the web interface's
// generated client (web/src/api), and who holds which right.
enum class Description { openapi, types, client, rights };
constexpr auto names(Description) {
    return enum_names("openapi", "types", "client", "rights");
}
int describe(Description what);

}  // namespace ogniwo::app
