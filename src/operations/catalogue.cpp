#include "operations/catalogue.hpp"

namespace ogniwo {

Catalogue::Catalogue(const Operations& operations) {
    for (const auto& operation : operations.all()) {
        collect(*operation->in, asked_);
        collect(*operation->out, answered_);
        if (operation->needs_version()) with_version_.insert(operation->in);
        if (operation->session == SessionEffect::starts) with_token_.insert(operation->out);
    }
}

void Catalogue::collect(const Type& type, std::set<const Type*>& into) {
    if (type.element != nullptr) return collect(*type.element, into);
    const bool worth_a_name = type.kind == Type::Kind::enumeration || !type.fields.empty();
    if (!worth_a_name || !into.insert(&type).second) return;
    types_.emplace(type.name, &type);
    for (const Field& field : type.fields) collect(*field.type, into);
}

bool Catalogue::hidden(const Type& record, const Field& field) const {
    return (field.name == "version" && with_version_.contains(&record)) ||
           (field.name == "token" && with_token_.contains(&record));
}

bool Catalogue::always_there(const Type& record, const Field& field) const {
    if (asked_.contains(&record)) return field.required;
    return field.type->kind != Type::Kind::optional;
}

}  // namespace ogniwo
