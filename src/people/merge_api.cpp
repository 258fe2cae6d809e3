#include "people/merge_api.hpp"

#include "operations/operations.hpp"
#include "people/merge_service.hpp"
#include "people/roles.hpp"

namespace ogniwo::people {

void describe(Fields& fields, MovedCount& moved) {
    fields("what", moved.what);
    fields("count", moved.count);
}

// --- Persons

void describe(Fields& fields, MergePerson& wish) {
    fields("person", wish.person);
    fields("into", wish.into);
}

void describe(Fields& fields, UnmergePerson& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, RoleGained& gained) {
    fields("role", gained.role);
    fields("customerName", gained.customer_name).about("Our whole company where there is none.");
}

void describe(Fields& fields, PersonMergePreview& preview) {
    fields("person", preview.person);
    fields("into", preview.into);
    fields("emails", preview.emails).about("Letters to these reach the other person from then on.");
    fields("moves", preview.moves).about("What the other person sees as theirs.");
    fields("roles", preview.roles).about("What the other person may do from then on.");
    fields("shownTo", preview.shown_to)
        .about("Customers whose people see the other person's card from then on.");
    fields("mergedShownTo", preview.merged_shown_to)
        .about("Customers whose people see the merged person's addresses from then on.");
    fields("sessions", preview.sessions).about("That end.");
    fields("tokens", preview.tokens).about("API tokens that rest until the merge is taken back.");
}

void describe(Fields& fields, OfDuplicates& wish) {
    fields("person", wish.person);
}

void describe(Fields& fields, LikePerson& like) {
    fields("person", like.person);
    fields("reasons", like.reasons);
}

void describe(Fields& fields, LikePersons& likes) {
    fields("items", likes.items);
}

void describe(Fields& fields, ListDuplicatePersons& wish) {
    fields("after", wish.after)
        .within(0, std::int64_t{1} << 53)
        .may_be_missing()
        .about("`next` of the page before.");
}

void describe(Fields& fields, PersonPair& pair) {
    fields("person", pair.person);
    fields("other", pair.other);
    fields("reasons", pair.reasons);
}

void describe(Fields& fields, PersonPairs& pairs) {
    fields("items", pairs.items);
    fields("next", pairs.next);
}

// --- Customers

void describe(Fields& fields, MergeCustomer& wish) {
    fields("customer", wish.customer);
    fields("into", wish.into);
    fields("nipsDiffer", wish.nips_differ).about("It is known that the two have different NIPs.");
}

void describe(Fields& fields, PreviewCustomerMerge& wish) {
    fields("customer", wish.customer);
    fields("into", wish.into);
}

void describe(Fields& fields, UnmergeCustomer& wish) {
    fields("customer", wish.customer);
}

void describe(Fields& fields, RoleHolder& holder) {
    fields("person", holder.person);
    fields("name", holder.name);
    fields("role", holder.role);
}

void describe(Fields& fields, CustomerMergePreview& preview) {
    fields("customer", preview.customer);
    fields("into", preview.into);
    fields("nipsDiffer", preview.nips_differ);
    fields("domains", preview.domains)
        .about("Letters from these are the other customer's from then on.");
    fields("moves", preview.moves).about("What is read as the other customer's.");
    fields("readers", preview.readers).about("Who may do at the other one what they may here.");
    fields("readersOfInto", preview.readers_of_into)
        .about("Who may do here what they may at the other one.");
    fields("moreReaders", preview.more_readers).about("Than are named.");
}

void describe(Fields& fields, OfCustomerDuplicates& wish) {
    fields("customer", wish.customer);
}

void describe(Fields& fields, LikeCustomer& like) {
    fields("customer", like.customer);
    fields("reasons", like.reasons);
}

void describe(Fields& fields, LikeCustomers& likes) {
    fields("items", likes.items);
}

void describe(Fields& fields, CustomerPair& pair) {
    fields("customer", pair.customer);
    fields("other", pair.other);
    fields("reasons", pair.reasons);
}

void describe(Fields& fields, CustomerPairs& pairs) {
    fields("items", pairs.items);
    fields("more", pairs.more).about("Than are shown.");
}

// --- Events

void describe(Fields& fields, PersonMerged& event) {
    fields("person", event.person);
    fields("into", event.into);
}

void describe(Fields& fields, PersonAbsorbed& event) {
    fields("person", event.person);
    fields("other", event.other);
}

void describe(Fields& fields, PersonUnmerged& event) {
    fields("person", event.person);
    fields("from", event.from);
}

void describe(Fields& fields, PersonReleased& event) {
    fields("person", event.person);
    fields("other", event.other);
}

void describe(Fields& fields, CustomerMerged& event) {
    fields("customer", event.customer);
    fields("into", event.into);
}

void describe(Fields& fields, CustomerAbsorbed& event) {
    fields("customer", event.customer);
    fields("other", event.other);
}

void describe(Fields& fields, CustomerUnmerged& event) {
    fields("customer", event.customer);
    fields("from", event.from);
}

void describe(Fields& fields, CustomerReleased& event) {
    fields("customer", event.customer);
    fields("other", event.other);
}

namespace {

void mount_person_merges(Operations& operations) {
    operations
        .get<OfDuplicates, LikePersons>("people.find_like_persons",
                                        "/persons/{person}/duplicates",
                                        merge_persons,
                                        find_like_persons,
                                        {.person = {1}})
        .about("Who may be the same person, and why.");
    operations
        .get<ListDuplicatePersons, PersonPairs>("people.list_duplicate_persons",
                                                "/duplicates/persons",
                                                merge_persons,
                                                list_duplicate_persons,
                                                {})
        .about("Pairs of persons of one customer who may be the same.");
    operations
        .get<MergePerson, PersonMergePreview>("people.preview_person_merge",
                                              "/persons/{person}/merge-preview",
                                              merge_persons,
                                              preview_person_merge,
                                              {.person = {1}, .into = {2}})
        .about("What a merge would join, and who would see more; nothing is changed.");
    operations
        .post<MergePerson, Person>("people.merge_person",
                                   "/persons/{person}/merge",
                                   merge_persons,
                                   merge_person,
                                   {.person = {1}, .into = {2}})
        .about("Lets the person go on as another one, who signs in for both.");
    operations
        .post<UnmergePerson, Person>("people.unmerge_person",
                                     "/persons/{person}/unmerge",
                                     merge_persons,
                                     unmerge_person,
                                     {.person = {1}})
        .about("Takes a merge apart, whatever has happened since.");
}

void mount_customer_merges(Operations& operations) {
    operations
        .get<OfCustomerDuplicates, LikeCustomers>("people.find_like_customers",
                                                  "/customers/{customer}/duplicates",
                                                  merge_customers,
                                                  find_like_customers,
                                                  {.customer = {1}})
        .about("Which may be the same customer, and why.");
    operations
        .get<Nothing, CustomerPairs>("people.list_duplicate_customers",
                                     "/duplicates/customers",
                                     merge_customers,
                                     list_duplicate_customers,
                                     {})
        .about("Pairs of customers that may be the same.");
    operations
        .get<PreviewCustomerMerge, CustomerMergePreview>("people.preview_customer_merge",
                                                         "/customers/{customer}/merge-preview",
                                                         merge_customers,
                                                         preview_customer_merge,
                                                         {.customer = {1}, .into = {2}})
        .about("What a merge would join, and who would see more; nothing is changed.");
    operations
        .post<MergeCustomer, Customer>("people.merge_customer",
                                       "/customers/{customer}/merge",
                                       merge_customers,
                                       merge_customer,
                                       {.customer = {1}, .into = {2}, .nips_differ = true})
        .about("Lets the customer go on as another one; roles at one count at both.");
    operations
        .post<UnmergeCustomer, Customer>("people.unmerge_customer",
                                         "/customers/{customer}/unmerge",
                                         merge_customers,
                                         unmerge_customer,
                                         {.customer = {1}})
        .about(
            "Takes a merge apart. Roles that were given since to people of the other customer, or "
            "by them, end.");
}

}  // namespace

void mount_merges(Operations& operations) {
    allow(merge_persons, {Role::technician});
    allow(merge_customers, {Role::lead});
    for (const auto event :
         {PersonMerged::name, PersonUnmerged::name, CustomerMerged::name, CustomerUnmerged::name}) {
        operations.live_anew(event);
    }
    mount_person_merges(operations);
    mount_customer_merges(operations);
}

}  // namespace ogniwo::people
