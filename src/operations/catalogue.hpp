#pragma once

// The records and enumerations that the operation table speaks of, each once, sorted by name, with
// what openapi.json and the TypeScript client must know about where they are used.

#include <map>
#include <set>
#include <string_view>

#include "operations/operations.hpp"

namespace ogniwo {

class Catalogue {
public:
    explicit Catalogue(const Operations& operations);

    const std::map<std::string_view, const Type*>& types() const { return types_; }

    // Sent to us only: unknown fields are refused.
    bool only_asked(const Type& type) const { return asked_.contains(&type) && !answers(type); }
    bool answers(const Type& type) const { return answered_.contains(&type); }

    // Not part of the JSON: the version that If-Match carries, the token that the cookie carries.
    bool hidden(const Type& record, const Field& field) const;
    // Whether a reader can count on the field: in answers all but optional ones are written.
    bool always_there(const Type& record, const Field& field) const;

private:
    void collect(const Type& type, std::set<const Type*>& into);

    std::map<std::string_view, const Type*> types_;
    std::set<const Type*> asked_;
    std::set<const Type*> answered_;
    std::set<const Type*> with_version_;
    std::set<const Type*> with_token_;
};

}  // namespace ogniwo
