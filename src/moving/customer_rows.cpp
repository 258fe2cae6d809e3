#include <algorithm>

#include "base/email.hpp"
#include "base/identifiers.hpp"
#include "base/json.hpp"
#include "base/text.hpp"
#include "moving/rows.hpp"
#include "people/lookup_service.hpp"
#include "people/service.hpp"
#include "storage/attempt.hpp"

namespace ogniwo::moving {
namespace {

// "www.firma.pl/kontakt" and "@firma.pl" are firma.pl.
std::string bare_domain(std::string_view written) {
    std::string domain(written);
    if (const auto scheme = domain.find("://"); scheme != std::string::npos) {
        domain.erase(0, scheme + 3);
    }
    domain = domain.substr(0, domain.find('/'));
    if (const auto at = domain.rfind('@'); at != std::string::npos) domain.erase(0, at + 1);
    if (domain.starts_with("www.")) domain.erase(0, 4);
    return domain;
}

std::vector<std::string> split(std::string_view text, std::string_view separators) {
    std::vector<std::string> parts;
    while (!text.empty()) {
        const auto end = text.find_first_of(separators);
        if (end != 0) parts.emplace_back(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
    }
    return parts;
}

// A wish made of one row, and where its parts come from.
class CustomerWish {
public:
    explicit CustomerWish(const Cells& cells) : cells_(cells) {
        put("name", "/name", card.name);
        put("legalName", "/legalName", card.legal_name);
        put("nip", "/nip", card.nip);
        put("regon", "/regon", card.regon);
        put("krs", "/krs", card.krs);
        put("iban", "/iban", card.iban);
        put("sector", "/sector", card.sector);
        if (cells.has("notes")) card.pinned_notes = cells.text("notes");
        places.emplace_back("/pinnedNotes", "notes");
        put_address();
        put_phones();
        put_domains();
        if (fold(cells.line("language")).starts_with("en")) card.language = people::Language::en;
    }

    // Behind those that are here: the first one is the main one.
    void put_phones(std::vector<people::NotedPhone> before = {}) {
        card.phones = std::move(before);
        for (const std::string_view field : {"phone", "phone2"}) {
            people::NotedPhone phone{.number = cells_.line(field)};
            if (phone.number.empty() || has_phone(card.phones, phone)) continue;
            places.emplace_back("/phones/" + std::to_string(card.phones.size()), field);
            card.phones.push_back(std::move(phone));
        }
    }

    people::CreateCustomer card{};
    Places places{};
    // The last of the domains is only that of an address.
    bool has_derived_domain = false;

private:
    void put(std::string_view field, std::string pointer, std::string& into) {
        into = cells_.line(field);
        places.emplace_back(std::move(pointer), field);
    }
    void put_address() {
        const bool is_there = cells_.has("street") || cells_.has("postCode") || cells_.has("city");
        if (!is_there) return;
        people::PostalAddress address;
        if (cells_.has("street")) address.lines = {cells_.line("street")};
        address.post_code = cells_.line("postCode");
        address.city = cells_.line("city");
        const std::string country = fold(cells_.line("country"));
        if (!country.empty() && country != "polska" && country != "poland") {
            address.country = cells_.line("country");
        }
        card.billing_address = std::move(address);
        places.emplace_back("/billingAddress/lines", "street");
        places.emplace_back("/billingAddress/postCode", "postCode");
        places.emplace_back("/billingAddress/city", "city");
        places.emplace_back("/billingAddress/country", "country");
    }
    void put_domains() {
        for (const std::string& written : split(cells_.line("domains"), " ,;")) {
            add_domain(bare_domain(written), "domains");
        }
        // A company's own address says which domain is its own; one of a big provider says nothing.
        const std::string domain = bare_domain(cells_.line("email"));
        if (cells_.line("email").find('@') != std::string::npos && parse_mail_domain(domain)) {
            has_derived_domain = add_domain(domain, "email");
        }
    }
    // False: it is there already.
    bool add_domain(const std::string& domain, std::string_view field) {
        if (std::ranges::find(card.domains, domain) != card.domains.end()) return false;
        places.emplace_back("/domains/" + std::to_string(card.domains.size()), field);
        card.domains.push_back(domain);
        return true;
    }

    const Cells& cells_;
};

std::optional<CustomerId> holder_of(Tx& tx, const std::string& written) {
    const auto domain = parse_mail_domain(written);
    return domain ? people::find_customer_by_domain(tx, *domain) : std::nullopt;
}

// Whoever has the row's NIP was found by it; with another one they are two companies, whatever else
// they share.
bool may_be(Pass& pass, CustomerId id, const CustomerWish& wish) {
    const auto customer = people::show_customer(pass.work, {.customer = id});
    if (!customer) return false;
    return wish.card.nip.empty() ||
           (customer->nip.empty() && std::ranges::all_of(customer->merged, [](const auto& merged) {
                return merged.nip.empty();
            }));
}

// Whoever the row is about and did not come from this source.
std::optional<Here> find_here(Pass& pass, const CustomerWish& wish) {
    if (const auto nip = parse_nip(wish.card.nip)) {
        const auto found = people::find_customer_by_nip(pass.tx(), *nip);
        if (found) return Here{found->value, "nip"};
    }
    for (const std::string& written : wish.card.domains) {
        const auto found = holder_of(pass.tx(), written);
        if (found && may_be(pass, *found, wish)) return Here{found->value, "domains"};
    }
    for (const CustomerId id : people::customers_called(pass.tx(), wish.card.name)) {
        if (may_be(pass, id, wish)) return Here{id.value, "name"};
    }
    return std::nullopt;
}

// Branches and bookkeepers write from the address of somebody else.
void leave_out_domain_of_others(Pass& pass, store::ImportedRow& row, CustomerWish& wish) {
    if (!wish.has_derived_domain) return;
    const auto holder = holder_of(pass.tx(), wish.card.domains.back());
    if (!holder || holder->value == row.target) return;
    wish.card.domains.pop_back();
    add_problem(row,
                pass,
                {.reason = std::string(domain_elsewhere.name),
                 .about = people::customer_names(pass.tx(), {*holder})[*holder],
                 .is_note = true},
                "email");
}

// Whichever was merged into a customer keeps its number and its domains.
bool is_of_merged(const people::Customer& now, const std::string& nip) {
    const auto read = parse_nip(nip);
    return read &&
           std::ranges::find(now.merged, *read, &people::MergedCustomer::nip) != now.merged.end();
}

std::vector<std::string> without_those_of_merged(std::vector<std::string> domains,
                                                 const people::Customer& now) {
    std::erase_if(domains, [&](const std::string& one) {
        const auto read = parse_mail_domain(one);
        return read && std::ranges::any_of(now.merged, [&](const auto& merged) {
                   return std::ranges::find(merged.domains, *read) != merged.domains.end();
               });
    });
    return domains;
}

people::EditCustomer change_of(const people::Customer& now,
                               const CustomerWish& wish,
                               Change change) {
    const people::CustomerCard& card = wish.card;
    people::EditCustomer edit{.customer = now.customer, .version = now.version};
    take(change, card.name, now.name, edit.name);
    take(change, card.legal_name, now.legal_name, edit.legal_name);
    if (!is_of_merged(now, card.nip)) take(change, card.nip, now.nip, edit.nip);
    take(change, card.regon, now.regon, edit.regon);
    take(change, card.krs, now.krs, edit.krs);
    take(change, card.iban, now.iban, edit.iban);
    take(change, card.sector, now.sector, edit.sector);
    take(change, card.pinned_notes, now.pinned_notes.value_or(""), edit.pinned_notes);
    if (card.billing_address && (change == Change::replace || !now.billing_address)) {
        edit.billing_address = card.billing_address;
    }
    if (!card.phones.empty()) edit.phones = with_others(card.phones, now.phones);
    if (const auto domains = without_those_of_merged(card.domains, now); !domains.empty()) {
        edit.domains = domains;
        for (const std::string& domain : now.domains) {
            const bool is_there = std::ranges::any_of(card.domains, [&](const auto& one) {
                const auto read = parse_mail_domain(one);
                return read && *read == domain;
            });
            if (!is_there) edit.domains->push_back(domain);
        }
    }
    return edit;
}

Result<RowVerdict> create(Pass& pass, store::ImportedRow& row, const CustomerWish& wish) {
    TRY(const people::CreateCustomer typed, as_typed(wish.card));
    TRY(const people::Customer made, people::create_customer(pass.work, typed));
    row.target = made.customer.value;
    return RowVerdict::fresh;
}

Result<RowVerdict> change(Pass& pass,
                          const store::ImportedRow& row,
                          CustomerWish& wish,
                          Change how) {
    const CustomerId customer{*row.target};
    TRY(const people::Customer before, people::show_customer(pass.work, {.customer = customer}));
    if (how == Change::complete) wish.put_phones(before.phones);
    TRY(const people::EditCustomer typed, as_typed(change_of(before, wish, how)));
    Attempt attempt(pass.tx());
    TRY(const people::Customer after, people::edit_customer(pass.work, typed));
    if (without_version(before) == without_version(after)) return RowVerdict::unchanged;
    attempt.keep();
    return RowVerdict::changed;
}

}  // namespace

void bring_customer(Pass& pass, store::ImportedRow& row) {
    const Cells cells(pass.columns, row.cells);
    if (is_doubled(pass, row)) return;
    CustomerWish wish(cells);
    if (wish.card.name.empty()) return be_wrong(row, pass, value_missing, "name");
    // A wrong number is told also of whoever is here already under the same name.
    if (cells.has("nip")) {
        const auto nip = parse_nip(wish.card.nip);
        if (!nip) return be_wrong(row, pass, nip.error().reason, "nip");
    }
    const auto known = find_known(pass, cells);
    const auto here = known ? std::optional(Here{known->goes_on}) : find_here(pass, wish);
    if (here) row.target = here->target;
    if (is_unchanged(pass, row, cells, known) || is_left_alone(pass, row, cells, here)) return;
    leave_out_domain_of_others(pass, row, wish);
    const auto done = here ? change(pass, row, wish, change_by(known)) : create(pass, row, wish);
    settle(pass, row, done, wish.places);
}

}  // namespace ogniwo::moving
