// The command line: takes the words apart, reads the settings, calls a verb.

#include <sys/stat.h>

#include <CLI/CLI.hpp>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <iostream>
#include <iterator>

#include "app/commands.hpp"
#include "app/version.hpp"
#include "app/wiring.hpp"
#include "base/suggest.hpp"

namespace ogniwo::app {
namespace {

constexpr const char* exit_codes = R"(
Exit codes: 0 done, 1 refused or found something, 2 wrong command line,
3 another process holds the data folder, 4 the database or the disk does not work.

Settings come from flags, then from the environment (OGNIWO_BASE_URL ...), then from
the file given with --config or OGNIWO_CONFIG, else ogniwo.toml in the data folder.)";

// What the words of the command line are read into.
struct CommandLine {
    Flags flags;
    std::string config;
    bool json = false;
    UserCommand user;
    ExplainCommand explain;
    ImportCommand import;
    MovingCommand moving;
    DemoCommand demo;
    BackupCommand backup;
    ArchiveCommand archive;
    std::string description;

    Output output() const { return json ? Output::json : Output::words; }
};

void add_settings(CLI::App& verb, CommandLine& line, bool with_network) {
    verb.add_option("--config", line.config, "TOML file with settings");
    for (const SettingRow& row : setting_rows()) {
        const bool storage = row.name == "data" || row.name == "database" ||
                             row.name == "master-key" || row.name == "base-url";
        if (!storage && !with_network) continue;
        auto* option = verb.add_option_function<std::vector<std::string>>(
            "--" + std::string(row.name),
            [&line, name = std::string(row.name)](const std::vector<std::string>& values) {
                line.flags[name] = values;
            },
            std::string(row.help));
        option->type_name("VALUE")->expected(1)->allow_extra_args(false);
        if (row.repeats) option->expected(1, 100);
    }
}

void add_user_verbs(CLI::App& user, CommandLine& line) {
    user.require_subcommand(1);
    const auto add = [&](const char* name, const char* help) {
        CLI::App* verb = user.add_subcommand(name, help);
        verb->callback([&line, name] { line.user.verb = name; });
        verb->add_flag("--json", line.json, "Machine-readable answer");
        add_settings(*verb, line, false);
        return verb;
    };
    const auto with_email = [&](const char* name, const char* help) {
        CLI::App* verb = add(name, help);
        verb->add_option("EMAIL", line.user.email, "Address of the person")->required();
        return verb;
    };
    add("list", "All persons");
    CLI::App* create = with_email("create", "A new person with a role, and a link to come in");
    create->add_option("--given-name", line.user.given_name)->required();
    create->add_option("--family-name", line.user.family_name)->required();
    create->add_option("--role", line.user.role, "owner, administrator, technician ...")
        ->required();
    create->add_option(
        "--customer", line.user.customer, "Number of the customer, for their people");
    create->add_option("--language", line.user.language, "pl or en");
    CLI::App* link = with_email("link", "A single-use link to sign in, join or set a password");
    link->add_option("--kind", line.user.kind, "sign_in, invitation or password_reset");
    CLI::App* role = with_email("role", "Makes this the person's only role");
    role->add_option("--role", line.user.role)->required();
    role->add_option("--customer", line.user.customer, "Number of the customer, for their people");
    with_email("disable", "Ends every session; the person cannot sign in any more");
    with_email("enable", "Lets the person sign in again");
    with_email("export", "Everything held about the person, as JSON");
    with_email("erase", "Erases the person's data for good");
}

void add_table_import(CLI::App& import, CommandLine& line, const char* kind, const char* help) {
    MovingCommand& moving = line.moving;
    CLI::App* verb = import.add_subcommand(kind, help);
    verb->callback([&moving, kind] { moving.kind = kind; });
    verb->add_option("FILE", moving.file, "CSV or .xlsx, up to 20 MiB")
        ->required()
        ->check(CLI::ExistingFile);
    verb->add_option("--mapping", moving.mapping, "TOML file: which column means what")
        ->check(CLI::ExistingFile);
    verb->add_option("--source", moving.source, "What the source is called, for the next time");
    verb->add_flag("--dry-run", moving.dry_run, "Only say what would become of each row");
    verb->add_option("--report", moving.report, "Write all rows with their verdicts as CSV");
    verb->add_option("--encoding", moving.encoding, "Guessed where it is missing")
        ->check(CLI::IsMember({"utf-8", "utf-16", "windows-1250", "iso-8859-2"}));
    verb->add_option("--separator", moving.separator, "Guessed where it is missing")
        ->check(CLI::IsMember({"comma", "semicolon", "tab"}));
    verb->add_option("--sheet", moving.sheet, "Of a workbook; the first one where it is missing");
    verb->add_option("--server", moving.server, "A running server, such as https://desk.example");
    verb->add_option("--token", moving.token, "API token for --server (or OGNIWO_TOKEN)")
        ->envname("OGNIWO_TOKEN");
    verb->add_flag("--json", line.json, "Machine-readable answer");
    add_settings(*verb, line, false);
}

void add_import(CLI::App& import, CommandLine& line) {
    import.require_subcommand(1);
    CLI::App* events =
        import.add_subcommand("events", "The history of another system, as CSV or .csv.gz");
    events->add_option("FILE", line.import.file)->required()->check(CLI::ExistingFile);
    events->add_option("--mapping", line.import.mapping, "TOML file: which column means what")
        ->required()
        ->check(CLI::ExistingFile);
    events->add_option(
        "--server", line.import.server, "A running server, such as https://desk.example");
    events->add_option("--token", line.import.token, "API token for --server (or OGNIWO_TOKEN)")
        ->envname("OGNIWO_TOKEN");
    events->add_flag("--pseudonyms", line.import.pseudonyms, "Persons become \"Person 0001\" ...");
    events->add_flag("--skip-bad", line.import.skip_bad, "Bring the good rows in all the same");
    events->add_flag("--json", line.json, "Machine-readable answer");
    add_settings(*events, line, false);
    add_table_import(import, line, "customers", "Customers out of a table");
    add_table_import(import, line, "persons", "Persons out of a table");
    add_table_import(import, line, "tickets", "Tickets of a former desk out of a table");
    add_table_import(import, line, "assets", "Devices and software out of a table");
    CLI::App* archive = import.add_subcommand("archive", "What ogniwo export has written");
    archive->add_option("FOLDER", line.archive.folder)->required()->check(CLI::ExistingDirectory);
    archive->add_flag("--without-key",
                      line.archive.without_key,
                      "Go on although sealed secrets cannot be opened here");
    archive->add_flag("--json", line.json, "Machine-readable answer");
    add_settings(*archive, line, false);
}

void add_export(CLI::App& app, CommandLine& line) {
    CLI::App* verb = app.add_subcommand(
        "export", "Everything as JSON Lines and files, for another server or program");
    verb->add_option("FOLDER", line.archive.folder, "An empty or new folder")->required();
    verb->add_flag("--with-key", line.archive.with_key, "Also the key that opens sealed secrets");
    verb->add_flag("--json", line.json, "Machine-readable answer");
    add_settings(*verb, line, false);
}

void add_explain(CLI::App& app, CommandLine& line) {
    CLI::App* verb = app.add_subcommand(
        "explain", "Why the promises about a ticket stand as they do, minute by minute");
    verb->add_option("TICKET", line.explain.ticket, "Its number")
        ->required()
        ->check(CLI::PositiveNumber);
    verb->add_option("--at", line.explain.at, "As it was at that moment, in RFC 3339");
    verb->add_option("--server", line.explain.server, "A running server");
    verb->add_option("--token", line.explain.token, "API token for --server (or OGNIWO_TOKEN)")
        ->envname("OGNIWO_TOKEN");
    verb->add_flag("--json", line.json, "Machine-readable answer");
    add_settings(*verb, line, false);
}

void add_demo(CLI::App& app, CommandLine& line) {
    CLI::App* verb = app.add_subcommand("demo", "Fills an empty installation with an invented one");
    verb->add_option("--tickets", line.demo.tickets, "How many, over the last year")
        ->check(CLI::Range(std::int64_t{1}, demo::tickets_most))
        ->capture_default_str();
    verb->add_option("--seed", line.demo.seed, "Another number tells other tickets")
        ->check(CLI::Range(std::int64_t{0}, std::int64_t{1'000'000'000}))
        ->capture_default_str();
    verb->add_flag("--if-missing", line.demo.if_missing, "Be content with a demo that is there");
    verb->add_flag("--json", line.json, "Machine-readable answer");
    add_settings(*verb, line, false);
}

void add_backup(CLI::App& app, CommandLine& line) {
    CLI::App* make = app.add_subcommand("backup", "A consistent copy, also while a server runs");
    make->add_option("FOLDER", line.backup.folder, "An empty or new folder")->required();
    make->add_flag("--with-key", line.backup.with_key, "Also the key that opens sealed secrets");
    add_settings(*make, line, false);
    CLI::App* bring_back = app.add_subcommand("restore", "Brings a backup back");
    bring_back->add_option("FOLDER", line.backup.folder, "What ogniwo backup has made")
        ->required()
        ->check(CLI::ExistingDirectory);
    add_settings(*bring_back, line, false);
}

CLI::App* add_describe(CLI::App& app, CommandLine& line) {
    CLI::App* verb = app.add_subcommand("describe", "Prints what this server can be asked to do");
    std::vector<std::string> known;
    for (const auto name : names(Description{})) known.emplace_back(name);
    verb->add_option("WHAT", line.description, "openapi; types or client (TypeScript); rights")
        ->required()
        ->check(CLI::IsMember(known));
    return verb;
}

std::optional<std::string> read_file(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    if (!file) return std::nullopt;
    return std::string((std::istreambuf_iterator<char>(file)), std::istreambuf_iterator<char>());
}

std::optional<std::string> environment(const std::string& name) {
    const char* value = std::getenv(name.c_str());
    return value == nullptr ? std::nullopt : std::optional<std::string>(value);
}

Result<Settings> settings_of(const CommandLine& line) {
    std::string path = line.config;
    if (path.empty()) path = environment("OGNIWO_CONFIG").value_or("");
    if (path.empty()) {
        // Where the data folder is, the file in it cannot say.
        TRY(const Settings without_file, read_settings(line.flags, environment, {}));
        return read_settings(
            line.flags, environment, read_file(without_file.data + "/ogniwo.toml"));
    }
    const auto text = read_file(path);
    if (!text) {
        return Error{.reason = settings_unreadable,
                     .detail = "the file " + path + " cannot be read"};
    }
    return read_settings(line.flags, environment, *text);
}

void collect_names(const CLI::App& app, std::vector<std::string>& names) {
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        if (!verb->parsed()) continue;
        for (const CLI::Option* option : verb->get_options()) {
            for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
        }
        collect_names(*verb, names);
    }
}

void suggest(const CLI::App& app) {
    std::vector<std::string> names;
    collect_names(app, names);
    if (!app.get_subcommands().empty()) {
        const std::vector<std::string_view> known(names.begin(), names.end());
        for (const std::string& word : app.remaining(true)) {
            const std::string flag = word.substr(0, word.find('='));
            if (const auto near = nearest(flag, known); near && flag.starts_with("--")) {
                std::cerr << "Did you mean " << *near << "?\n";
            }
        }
        return;
    }
    std::vector<std::string> verbs;
    for (const CLI::App* verb : app.get_subcommands([](const CLI::App*) { return true; })) {
        verbs.push_back(verb->get_name());
    }
    const std::vector<std::string_view> known(verbs.begin(), verbs.end());
    for (const std::string& word : app.remaining(true)) {
        if (const auto near = nearest(word, known)) std::cerr << "Did you mean " << *near << "?\n";
    }
}

int run_verb(const CLI::App& app, const CommandLine& line) {
    const auto settings = settings_of(line);
    if (!settings) return complain(settings.error());
    const std::string verb = app.get_subcommands().front()->get_name();
    if (verb == "serve") return serve(*settings);
    if (verb == "check") return check(*settings, line.output());
    if (verb == "explain") return explain(*settings, line.explain, line.output());
    if (verb == "user") return user(*settings, line.user, line.output());
    if (verb == "demo") return demo(*settings, line.demo, line.output());
    if (verb == "backup") return backup(*settings, line.backup);
    if (verb == "restore") return restore(*settings, line.backup);
    if (verb == "export") return export_archive(*settings, line.archive, line.output());
    if (app.get_subcommands().front()->got_subcommand("archive")) {
        return import_archive(*settings, line.archive, line.output());
    }
    if (!line.moving.kind.empty()) return import_table(*settings, line.moving, line.output());
    return import_events(*settings, line.import, line.output());
}

int print_version(const CommandLine& line) {
    if (line.json) {
        std::cout << R"({"version":")" << version << "\"}\n";
    } else {
        std::cout << "ogniwo " << version << "\n";
    }
    return 0;
}

int run(int count, char** words) {
    CLI::App app("Ogniwo, the system an IT-support company runs on", "ogniwo");
    CommandLine line;
    app.footer(exit_codes);
    app.require_subcommand(1);
    add_settings(*app.add_subcommand("serve", "Serves until Ctrl-C or SIGTERM"), line, true);
    add_user_verbs(*app.add_subcommand("user", "Persons who sign in: list, create, link, role ..."),
                   line);
    CLI::App* check_verb = app.add_subcommand("check", "Compares the journal with the rows");
    add_settings(*check_verb, line, false);
    check_verb->add_flag("--json", line.json, "Machine-readable answer");
    add_explain(app, line);
    add_backup(app, line);
    add_export(app, line);
    add_import(*app.add_subcommand("import", "Brings data in"), line);
    add_demo(app, line);
    const CLI::App* describe_verb = add_describe(app, line);
    CLI::App* version_verb = app.add_subcommand("version", "Which version this is");
    version_verb->add_flag("--json", line.json, "Machine-readable answer");
    try {
        app.parse(count, words);
    } catch (const CLI::ParseError& error) {  // CLI11 reports by exception, --help as well.
        const int shown = app.exit(error);
        if (shown != 0) suggest(app);
        return shown == 0 ? 0 : 2;
    }
    if (describe_verb->parsed()) return describe(*enum_value<Description>(line.description));
    return version_verb->parsed() ? print_version(line) : run_verb(app, line);
}

}  // namespace
}  // namespace ogniwo::app

int main(int count, char** words) {
    // What this program writes is for its own user only.
    ::umask(077);
    // The outermost loop of the process.
    try {
        return ogniwo::app::run(count, words);
    } catch (const std::exception& error) {
        std::fprintf(stderr, "ogniwo: %s\n", error.what());
        return 4;
    }
}
