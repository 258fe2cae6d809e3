#include <cstdio>

#include "app/commands.hpp"
#include "app/folder.hpp"
#include "app/installation.hpp"
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
    std::string text = error.detail.empty() ? std::string(error.reason.name) : error.detail;
    for (const auto& [name, value] : error.shown) {
        if (error.detail.empty()) text.append("; ").append(name).append(" ").append(value);
    }
    for (const FieldError& field : error.fields) {
        text.append("\n  ").append(field.pointer).append(": ").append(field.reason);
    }
    std::fprintf(stderr, "ogniwo: %s\n", text.c_str());
    return exit_code(error);
}

}  // namespace ogniwo::app
