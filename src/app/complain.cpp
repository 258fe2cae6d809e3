#include <cstdio>

#include "app/commands.hpp"
#include "app/folder.hpp"
#include "app/installation.hpp"
#include "app/words.hpp"
#include "storage/migrate.hpp"

namespace ogniwo::app {

int exit_code(const Error& error) {
    if (error.reason == folder_in_use) return 3;
    if (error.reason == folder_unusable || error.reason == database_unusable ||
        error.reason == key_unusable || error.reason == schema_newer) {
        return 4;
    }
    if (error.reason == setting_unknown || error.reason == setting_invalid ||
        error.reason == settings_unreadable) {
        return 2;
    }
    return 1;
}

int complain(const Error& error) {
    const TerminalLanguage language = terminal_language();
    std::string text = error.detail.empty() ? words_for(error.reason.name, language) : error.detail;
    if (error.detail.empty()) text += in_brackets(error.shown);
    for (const FieldError& field : error.fields) {
        text += "\n  " + field.pointer + ": " + words_for(field.reason, language) +
                in_brackets(field.shown);
    }
    std::fprintf(stderr, "ogniwo: %s\n", text.c_str());
    return exit_code(error);
}

}  // namespace ogniwo::app
