#include "testing/sample_wish.hpp"

#include <algorithm>

#include "base/check.hpp"
#include "base/json.hpp"
#include "base/json_tree.hpp"
#include "testing/desk.hpp"

namespace ogniwo {
namespace {

using Node = JsonTree::Node;

const Type& inside(const Type& type) {
    const Type* inner = &type;
    while (inner->kind == Type::Kind::optional) inner = inner->element;
    return *inner;
}

// The sample of an operation, which its own table has checked.
JsonTree sample_tree(const Operation& operation) {
    auto tree = JsonTree::parse(operation.sample);
    INVARIANT(static_cast<bool>(tree));
    return *std::move(tree);
}

// Walks a wish and its description side by side. `visit(pointer, id type)` returns the id to write.
class Rewriter {
public:
    using Visit = std::function<std::int64_t(const std::string& pointer, const Type& id)>;

    explicit Rewriter(Visit visit) : visit_(std::move(visit)) {}

    std::string value(const std::string& pointer, Node node, const Type& described) const {
        const Type& type = inside(described);
        switch (type.kind) {
            case Type::Kind::id:
                return std::to_string(visit_(pointer, type));
            case Type::Kind::list:
                return list(pointer, node, *type.element);
            case Type::Kind::record:
                return record(pointer, node, type);
            default:
                break;
        }
        std::string json;
        (void)write_canonical(json, node);
        return json;
    }

private:
    std::string list(const std::string& pointer, Node node, const Type& element) const {
        std::string json = "[";
        int index = 0;
        for (Node item = node.first(); !(item == node.end()); item = item.next(), ++index) {
            if (index > 0) json += ',';
            json += value(pointer + "/" + std::to_string(index), item, element);
        }
        return json + "]";
    }

    std::string record(const std::string& pointer, Node node, const Type& type) const {
        std::string json = "{";
        for (Node member = node.first(); !(member == node.end()); member = member.next()) {
            const Field* field = Operation::find_field(type, member.name());
            INVARIANT(field != nullptr);
            if (json.size() > 1) json += ',';
            write_json_text(json, member.name());
            const std::string place = pointer + "/" + std::string(member.name());
            json += ":" + value(place, member, *field->type);
        }
        return json + "}";
    }

    Visit visit_;
};

bool is_path_field(const Operation& operation, std::string_view name) {
    return std::ranges::find(operation.path_fields, name) != operation.path_fields.end();
}

// "/customers/{customer}/sites" with the fields' values; `members` loses them.
std::string path_of(const Operation& operation, std::map<std::string, std::string>& members) {
    std::string path = "/api/v1" + operation.path;
    for (const std::string& field : operation.path_fields) {
        const std::string mark = "{" + field + "}";
        std::string value = members.at(field);
        if (value.starts_with('"')) value = value.substr(1, value.size() - 2);
        path.replace(path.find(mark), mark.size(), value);
        members.erase(field);
    }
    return path;
}

void add_to_query(std::string& path, const std::string& name, Node value) {
    if (value.kind() == JsonTree::Kind::list) {
        for (Node item = value.first(); !(item == value.end()); item = item.next()) {
            add_to_query(path, name, item);
        }
        return;
    }
    std::string text;
    if (value.kind() == JsonTree::Kind::text) {
        text = value.text();
    } else {
        (void)write_canonical(text, value);
    }
    path += (path.find('?') == std::string::npos ? "?" : "&") + name + "=" + text;
}

std::string body_of(const std::map<std::string, std::string>& members) {
    std::string body = "{";
    for (const auto& [name, value] : members) {
        if (body.size() > 1) body += ',';
        write_json_text(body, name);
        body += ":" + value;
    }
    return body + "}";
}

std::map<std::string, std::string> members_of(const Operation& operation,
                                              const Rewriter& rewriter,
                                              const Choice& choice) {
    std::map<std::string, std::string> members;
    const JsonTree tree = sample_tree(operation);
    for (Node node = tree.root().first(); !(node == tree.root().end()); node = node.next()) {
        const std::string name(node.name());
        const Field* field = operation.in_field(name);
        INVARIANT(field != nullptr);
        members[name] = rewriter.value("/" + name, node, *field->type);
    }
    for (const IdPlace& place : id_places(operation)) {
        if (place.in_sample || !choice.contains(place.pointer)) continue;
        const std::string name = place.pointer.substr(1, place.pointer.find('/', 1) - 1);
        const bool is_list = place.pointer.size() > name.size() + 1;
        const JsonTree nothing = *JsonTree::parse("0");
        const std::string id = rewriter.value(place.pointer, nothing.root(), *place.id);
        members[name] = is_list ? "[" + id + "]" : id;
    }
    return members;
}

HttpMethod http_method(Method method) {
    return *enum_value<HttpMethod>(enum_name(method));
}

}  // namespace

const Rows& KnownRows::of(const Operation& operation, const Type& id) const {
    const auto found = rows_.find(&id);
    if (found == rows_.end()) {
        bug(__FILE__, __LINE__, operation.name + " asks for an id of a kind that has no rows here");
    }
    return found->second;
}

std::vector<IdPlace> id_places(const Operation& operation) {
    std::vector<IdPlace> places;
    const Rewriter collector([&](const std::string& pointer, const Type& id) -> std::int64_t {
        const std::string_view first =
            std::string_view(pointer).substr(1, pointer.find('/', 1) - 1);
        places.push_back({pointer, &id, is_path_field(operation, first), true});
        return 0;
    });
    const JsonTree tree = sample_tree(operation);
    (void)collector.value("", tree.root(), *operation.in);
    for (const Field& field : operation.in->fields) {
        const Type& type = inside(*field.type);
        const bool is_list = type.kind == Type::Kind::list;
        const Type& id = is_list ? inside(*type.element) : type;
        if (id.kind != Type::Kind::id) continue;
        const std::string pointer = "/" + std::string(field.name) + (is_list ? "/0" : "");
        const bool is_there = std::ranges::any_of(
            places, [&](const IdPlace& place) { return place.pointer == pointer; });
        if (!is_there) places.push_back({pointer, &id, false, false});
    }
    return places;
}

Request sample_request(const Operation& operation,
                       const KnownRows& known,
                       const Choice& choice,
                       std::int64_t version) {
    const Rewriter rewriter([&](const std::string& pointer, const Type& id) {
        const Rows& rows = known.of(operation, id);
        const auto chosen = choice.find(pointer);
        switch (chosen == choice.end() ? Whose::own : chosen->second) {
            case Whose::own:
                return rows.own;
            case Whose::foreign:
                return rows.foreign;
            case Whose::nobody:
                break;
        }
        return KnownRows::nobodys;
    });
    auto members = members_of(operation, rewriter, choice);
    std::string target = path_of(operation, members);
    if (operation.needs_version()) members.erase("version");
    if (operation.asks_by_query()) {
        for (const auto& [name, json] : members) {
            const auto value = JsonTree::parse(json);
            add_to_query(target, name, value->root());
        }
        members.clear();
    }
    const bool has_body = !operation.asks_by_query();
    Request request =
        make_request(http_method(operation.method), target, has_body ? body_of(members) : "");
    if (operation.needs_version()) {
        request.headers.emplace_back("if-match", "\"v" + std::to_string(version) + "\"");
    }
    return request;
}

}  // namespace ogniwo
