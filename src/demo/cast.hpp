#pragma once

// Who plays in a demo: our company, its staff, its customers and their people. Four customers are
// written by hand; where a demo has very many tickets, more of everything is made up from lists of
// names. No company, person, address or number here is meant to be anybody's.

#include <string>
#include <vector>

#include "demo/types.hpp"
#include "people/types.hpp"

namespace ogniwo::demo {

struct CastPerson {
    std::string given_name{};
    std::string family_name{};
    std::string vocative{};
    bool is_woman = false;
    std::string email{};
    std::string job_title{};
    std::string phone{};
    people::Role role = people::Role::technician;
    bool signs_in = true;
};

struct CastStaff : CastPerson {
    int tier = 0;  // Zero: no technician.
};

struct CastCustomer {
    people::CreateCustomer card{};
    std::string kind{};
    int weight = 1;
    std::string zone{};
    std::vector<people::AddSite> sites{};  // Without their customer.
    std::vector<CastPerson> people{};
};

struct Cast {
    people::CompanyCard company{};
    std::vector<CastStaff> staff{};  // The owner first.
    std::vector<CastCustomer> customers{};
    int desks = 1;             // Queues of the first tier,
    int queues_per_topic = 1;  // and of the others for every topic.
};

Cast make_cast(const FillDemo& wish);

}  // namespace ogniwo::demo
