// ogniwo describe: what the table of operations says, for files and for people. It needs neither a
// data folder nor settings.

#include <cstdio>

#include "app/commands.hpp"
#include "app/version.hpp"
#include "app/wiring.hpp"
#include "operations/json_writer.hpp"
#include "operations/openapi.hpp"
#include "operations/typescript.hpp"
#include "people/roles.hpp"

namespace ogniwo::app {
namespace {

void write_roles(JsonWriter& json, Right right) {
    json.key("roles").list();
    for (const auto name : people::names(people::Role{})) {
        const auto role = *enum_value<people::Role>(name);
        if (people::rights_of(role).has(right)) json.text(name);
    }
    json.end_list();
}

void write_guarded(JsonWriter& json, Right right, const Operations& operations) {
    json.key("operations").list();
    for (const auto& operation : operations.all()) {
        if (operation->right == right) json.text(operation->name);
    }
    json.end_list();
}

// Every right with the roles that hold it and the operations it opens.
std::string rights_json(const Operations& operations) {
    JsonWriter json;
    json.list();
    for (const auto name : people::all_rights().names()) {
        json.object().key("right").text(name);
        write_roles(json, Right{name});
        write_guarded(json, Right{name}, operations);
        json.end_object();
    }
    json.end_list();
    return json.take() + "\n";
}

std::string text_of(Description what) {
    Operations operations;
    mount_everything(operations);
    switch (what) {
        case Description::openapi:
            return openapi_json(operations, version);
        case Description::types:
            return typescript_types(operations);
        case Description::client:
            return typescript_client(operations);
        case Description::rights:
            return rights_json(operations);
    }
    return {};
}

}  // namespace

int describe(Description what) {
    const std::string text = text_of(what);
    std::fwrite(text.data(), 1, text.size(), stdout);
    return std::fflush(stdout) == 0 ? 0 : 4;
}

}  // namespace ogniwo::app
