#pragma once

// What the house may ask of the directory, as verbs. The operations below check who may see and
// change what; the functions at the end are for slices above, for set-up and for the command line,
// which have checked that themselves.

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "people/directory_types.hpp"
#include "people/erasure_service.hpp"
#include "storage/jobs.hpp"
#include "storage/work.hpp"

namespace ogniwo::people {

// --- Customers -------------------------------------------------------------------------------

Result<CustomerList> list_customers(const View& view, const ListCustomers& wish);
Result<Customer> show_customer(const View& view, const ShowCustomer& wish);
Result<Customer> create_customer(Work& work, const CreateCustomer& wish);
Result<Customer> edit_customer(Work& work, const EditCustomer& wish);

Result<SiteList> list_sites(const View& view, const ListSites& wish);
Result<Site> add_site(Work& work, const AddSite& wish);
Result<Site> edit_site(Work& work, const EditSite& wish);
Result<Nothing> remove_site(Work& work, const RemoveSite& wish);

// --- Persons ---------------------------------------------------------------------------------

Result<PersonList> list_persons(const View& view, const ListPersons& wish);
Result<Person> show_person(const View& view, const ShowPerson& wish);
Result<Person> create_person(Work& work, const CreatePerson& wish);
Result<Person> edit_person(Work& work, const EditPerson& wish);

// --- Our company -----------------------------------------------------------------------------

Result<Company> show_company(const View& view, const Nothing&);
Result<CompanyList> list_companies(const View& view, const Nothing&);
Result<Company> create_company(Work& work, const AddCompany& wish);
Result<Company> edit_company_card(Work& work, const EditCompany& wish);
Result<Company> edit_brand(Work& work, const EditBrand& wish);

// --- For other slices, set-up and the command line: nobody's rights are checked ----------------

Result<PersonId> add_person(Work& work, const CreatePerson& wish);
Result<CustomerId> add_customer(Work& work, const CreateCustomer& wish);
// The customer with this short name, made where there is none.
Result<CustomerId> ensure_customer(Work& work, std::string_view name);
// The first one becomes the default card.
Result<CompanyId> add_company(Work& work, const AddCompany& wish);

bool customer_exists(Tx& tx, CustomerId customer);
bool is_active_staff(Tx& tx, PersonId person);
// Now or before they left: for what was done while they were here. Whoever was erased is of nobody
// any more and counts as ours.
bool was_staff(Tx& tx, PersonId person);
bool belongs_to(Tx& tx, PersonId person, CustomerId customer);
// "Anna Nowak"; "#7" for somebody whose data were erased. Unknown ids are absent.
std::map<PersonId, std::string> person_names(Tx& tx, const std::vector<PersonId>& ids);
// As it stands on the card; "" for one that is not there.
std::string customer_sector(Tx& tx, CustomerId customer);
std::map<CustomerId, std::string> customer_names(Tx& tx, const std::vector<CustomerId>& ids);
// Or of one that is one with it.
bool is_site_of(Tx& tx, SiteId site, CustomerId customer);
// Removed ones are absent.
std::map<SiteId, NamedSite> named_sites(Tx& tx, const std::vector<SiteId>& ids);
std::optional<PersonId> find_person_by_email(Tx& tx, std::string_view address);
// What this actor may see of the person, if anything.
std::optional<Person> find_person(const View& view, PersonId person);

// Of the default card; before set-up "", pl and "Europe/Warsaw".
std::string company_name(Tx& tx);
Language company_language(Tx& tx);
std::string company_zone(Tx& tx);

// --- New sort keys ---------------------------------------------------------------------------

// ICU orders texts anew now and then. Starts the job below when the keys in the database were made
// by another version than the program's. Called at every start.
void resort_if_needed(Work& work);
inline constexpr std::string_view resort_job = "people.resort";
Result<Chunk> resort(Work& work, Job& job);

}  // namespace ogniwo::people
