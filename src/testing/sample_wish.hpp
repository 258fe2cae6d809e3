#pragma once

// An operation's sample wish as a request, with every id in it replaced by somebody's.
//
// Ids are known by their type, so this knows no slice: whoever uses it says which rows there are. A
// type of id that nobody told about is a Bug, so that no new operation is forgotten.

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "http/message.hpp"
#include "operations/operations.hpp"

namespace ogniwo {

// Whose row an id stands for, seen from a person of one customer.
enum class Whose { own, foreign, nobody };
constexpr auto names(Whose) {
    return enum_names("own", "foreign", "nobody");
}

// One kind of row that an id may stand for.
struct Rows {
    std::string_view kind;  // "ticket"
    std::int64_t own = 0;
    std::int64_t foreign = 0;  // 0: such rows belong to no customer.
};

class KnownRows {
public:
    static constexpr std::int64_t nobodys = 987'654'321;

    template <class AnId>
    void add(const Rows& rows) {
        rows_[&type_of<AnId>()] = rows;
    }
    const Rows& of(const Operation& operation, const Type& id) const;

private:
    std::map<const Type*, Rows> rows_;
};

// Where in a wish an id stands.
struct IdPlace {
    std::string pointer;  // "/customer", "/customers/0"
    const Type* id = nullptr;
    bool in_path = false;
    bool in_sample = true;  // Else the wish allows it and the sample leaves it out.
};
std::vector<IdPlace> id_places(const Operation& operation);

// Which rows stand where; the rest is `own`. A place that the sample leaves out is only filled when
// it is named here.
using Choice = std::map<std::string, Whose, std::less<>>;

// `version` goes into If-Match where the operation wants one.
Request sample_request(const Operation& operation,
                       const KnownRows& known,
                       const Choice& choice,
                       std::int64_t version);

}  // namespace ogniwo
