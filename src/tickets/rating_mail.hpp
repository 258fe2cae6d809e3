#pragma once

// The letters about ratings. Their words are their templates'; here is only what those need.

#include <string>

#include "people/directory_types.hpp"
#include "tickets/types.hpp"

namespace ogniwo::tickets {

struct RatingMailParams {
    std::string url;
    std::int64_t number = 0;
    std::string subject;
    std::string given_name;
    std::string company_name;
    std::optional<int> score{};  // Of a low one, with what was said to it.
    std::optional<std::string> comment{};
};
void describe(Fields& fields, RatingMailParams& params);

struct RatingMail {
    std::string to;
    std::string template_name;  // "tickets.rating", "tickets.low_rating"
    people::Language language = people::Language::pl;
    RatingMailParams params;
};
void describe(Fields& fields, RatingMail& mail);

}  // namespace ogniwo::tickets
