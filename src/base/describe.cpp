#include "base/describe.hpp"

#include "base/check.hpp"

namespace ogniwo {

FieldRules Fields::add(std::string_view name, const Type& type, const void* member) {
    const auto offset = static_cast<const char*>(member) - static_cast<const char*>(object_);
    INVARIANT(offset >= 0);
    type_.fields.push_back(Field{.name = name,
                                 .type = &type,
                                 .offset = static_cast<std::size_t>(offset),
                                 .required = type.kind != Type::Kind::optional,
                                 .label = ",\"" + std::string(name) + "\":"});
    return FieldRules(type_.fields.back());
}

// "... [with T = ogniwo::contracts::BookWork; ...]" or "[T = ...]" becomes "BookWork".
std::string_view detail::short_type_name(std::string_view pretty_function) {
    const auto start = pretty_function.find("T = ");
    INVARIANT(start != std::string_view::npos);
    std::string_view name = pretty_function.substr(start + 4);
    name = name.substr(0, name.find_first_of(";]"));
    const auto colon = name.rfind("::");
    return colon == std::string_view::npos ? name : name.substr(colon + 2);
}

}  // namespace ogniwo
