#include "operations/typescript.hpp"

#include <algorithm>
#include <map>

#include "operations/catalogue.hpp"

namespace ogniwo {
namespace {

using Kind = Type::Kind;

constexpr std::size_t columns = 100;

constexpr std::string_view types_head =
    R"(// What the server says and understands: one type per record of its operation table.
// Generated from that table, never edited.
)";

constexpr std::string_view client_head =
    R"(// Every operation as a function: a wish in, an answer out, a Problem thrown.
// Generated from the server's operation table, never edited.

import { type CallOptions, call, type Method } from "../base/http";
import type * as T from "./types";

function op<In extends object, Out>(method: Method, path: string) {
  return (wish: In, options?: CallOptions) => call<Out>(method, path, wish, options);
}

// Nothing in the wish is required.
function ask<In extends object, Out>(method: Method, path: string) {
  return (wish?: In, options?: CallOptions) => call<Out>(method, path, wish, options);
}

// The row's version goes into If-Match.
function change<In extends object, Out>(method: Method, path: string) {
  return (wish: In, options: CallOptions & { version: number }) =>
    call<Out>(method, path, wish, options);
}

export const api = {
)";

// "create_customer" -> "createCustomer"
std::string camel_case(std::string_view snake) {
    std::string name;
    bool next_is_big = false;
    for (const char c : snake) {
        if (c == '_') {
            next_is_big = true;
        } else {
            name += next_is_big && c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
            next_is_big = false;
        }
    }
    return name;
}

std::string quoted(std::string_view text) {
    std::string out;
    write_json_text(out, text);
    return out;
}

bool is_named(const Type& type) {
    return type.kind == Kind::enumeration || !type.fields.empty();
}

std::string type_text(const Type& type) {
    if (is_named(type)) return std::string(type.name);
    switch (type.kind) {
        case Kind::boolean:
            return "boolean";
        case Kind::integer:
        case Kind::number:
        case Kind::id:
        case Kind::minutes:
            return "number";
        case Kind::list:
            return type_text(*type.element) + "[]";
        case Kind::optional:
            return type_text(*type.element);
        case Kind::record:
            return "object";
        case Kind::json:
            return "unknown";
        default:
            return "string";
    }
}

bool may_be_null(const Type& type) {
    return type.kind == Kind::optional && type.element->kind == Kind::optional;
}

std::string enumeration_text(const Type& type) {
    const std::string head = "export type " + std::string(type.name) + " =";
    std::string line = head, broken = head;
    for (const auto name : type.names) {
        line += (name == type.names.front() ? " " : " | ") + quoted(name);
        broken += "\n  | " + quoted(name);
    }
    return (line.size() + 1 <= columns ? line : broken) + ";\n";
}

std::string record_text(const Catalogue& catalogue, const Type& type) {
    std::string text = "export interface " + std::string(type.name) + " {\n";
    for (const Field& field : type.fields) {
        if (catalogue.hidden(type, field)) continue;
        if (!field.about.empty()) text += "  /** " + std::string(field.about) + " */\n";
        text += "  " + std::string(field.name);
        text += catalogue.always_there(type, field) ? ": " : "?: ";
        text += type_text(*field.type) + (may_be_null(*field.type) ? " | null" : "") + ";\n";
    }
    return text + "}\n";
}

std::string qualified(const Type& type, std::string_view nothing) {
    return is_named(type) ? "T." + std::string(type.name) : std::string(nothing);
}

std::string_view helper_for(const Operation& operation) {
    if (operation.needs_version()) return "change";
    const bool demands = std::ranges::any_of(operation.in->fields, &Field::required);
    return demands ? "op" : "ask";
}

std::string operation_text(const Operation& operation) {
    const std::string name =
        camel_case(std::string_view(operation.name).substr(operation.slice().size() + 1));
    const std::string call = "    " + name + ": " + std::string(helper_for(operation)) + "<" +
                             qualified(*operation.in, "object") + ", " +
                             qualified(*operation.out, "void") + ">(";
    const std::string method = quoted(enum_name(operation.method));
    const std::string path = quoted(operation.path);
    const std::string line = call + method + ", " + path + "),\n";
    if (line.size() <= columns + 1) return line;
    return call + "\n      " + method + ",\n      " + path + ",\n    ),\n";
}

}  // namespace

std::string typescript_types(const Operations& operations) {
    const Catalogue catalogue(operations);
    std::string text(types_head);
    for (const auto& [name, type] : catalogue.types()) {
        text += '\n';
        text += type->kind == Kind::enumeration ? enumeration_text(*type)
                                                : record_text(catalogue, *type);
    }
    return text;
}

std::string typescript_client(const Operations& operations) {
    std::map<std::string_view, std::string> slices;
    for (const auto& operation : operations.all()) {
        // Streams and files are addresses to a browser, not calls.
        if (operation->form != AnswerForm::json) continue;
        slices[operation->slice()] += operation_text(*operation);
    }
    std::string text(client_head);
    for (const auto& [slice, list] : slices) {
        text += "  " + camel_case(slice) + ": {\n" + list + "  },\n";
    }
    return text + "};\n";
}

}  // namespace ogniwo
