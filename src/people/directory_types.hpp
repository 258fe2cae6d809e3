#pragma once

// Who there is: persons, the customers they belong to, our own company, and how data about persons
// come to an end.

#include "people/card_types.hpp"
#include "people/company_types.hpp"
#include "people/customer_types.hpp"
#include "people/erasure_types.hpp"
#include "people/person_types.hpp"
