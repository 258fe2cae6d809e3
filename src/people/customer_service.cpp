#include <algorithm>

#include "base/phone.hpp"
#include "people/count_service.hpp"
#include "people/cursor.hpp"
#include "people/customer_rules.hpp"
#include "people/customer_store.hpp"
#include "people/directory_service.hpp"
#include "people/merge_service.hpp"
#include "people/merge_store.hpp"
#include "people/person_store.hpp"

namespace ogniwo::people {
namespace {

const Scope all_customers{.everyone = true};

std::string shown_phone(const NotedPhone& phone) {
    return show_phone({phone.number, phone.extension});
}

std::vector<MergedCustomer> merged_into(const View& view, CustomerId customer) {
    std::vector<MergedCustomer> merged;
    for (const CustomerId id : store::list_merged(view.tx, customer)) {
        auto stored = store::find_customer(view.tx, all_customers, id);
        CustomerCard& card = stored->card;
        for (NotedPhone& phone : card.phones) phone.shown = shown_phone(phone);
        merged.push_back({.customer = id,
                          .name = std::move(card.name),
                          .legal_name = std::move(card.legal_name),
                          .nip = std::move(card.nip),
                          .domains = std::move(card.domains),
                          .phones = std::move(card.phones),
                          .merged_at = stored->merged_at.value_or(Time{})});
        if (!view.actor.may(see_pinned_notes, id)) continue;
        merged.back().pinned_notes = std::move(card.pinned_notes);
        merged.back().marks = std::move(card.marks);
    }
    return merged;
}

// Those of the customers that are one with it, behind its own.
std::vector<Site> sites_of(Tx& tx, CustomerId customer) {
    std::vector<Site> sites = store::list_sites(tx, all_customers, customer);
    for (const CustomerId merged : store::list_merged(tx, customer)) {
        std::ranges::move(store::list_sites(tx, all_customers, merged), std::back_inserter(sites));
    }
    return sites;
}

Customer to_answer(const View& view, store::StoredCustomer stored) {
    CustomerCard& card = stored.card;
    for (NotedPhone& phone : card.phones) phone.shown = shown_phone(phone);
    Customer customer{.customer = stored.id,
                      .version = stored.version,
                      .name = std::move(card.name),
                      .legal_name = std::move(card.legal_name),
                      .nip = std::move(card.nip),
                      .regon = std::move(card.regon),
                      .krs = std::move(card.krs),
                      .iban = std::move(card.iban),
                      .billing_address = std::move(card.billing_address),
                      .postal_address = std::move(card.postal_address),
                      .domains = std::move(card.domains),
                      .phones = std::move(card.phones),
                      .sector = std::move(card.sector),
                      .lead = std::move(stored.lead),
                      .sites = sites_of(view.tx, stored.id),
                      .language = card.language,
                      .created_at = stored.created_at,
                      .merged_at = stored.merged_at,
                      .merged = merged_into(view, stored.id)};
    if (stored.merged_into) {
        customer.merged_into =
            CustomerRef{.customer = *stored.merged_into,
                        .name = store::customer_names(view.tx, {stored.id})[stored.id]};
    }
    if (view.actor.may(see_pinned_notes, stored.id)) {
        customer.pinned_notes = std::move(card.pinned_notes);
        customer.marks = std::move(card.marks);
    }
    return customer;
}

Result<Customer> show(const View& view, CustomerId id) {
    auto stored = store::find_customer(view.tx, view.actor.scope(see_customers), id);
    if (!stored) return missing;
    return to_answer(view, *std::move(stored));
}

// Who may not see the customer hears `missing`.
Outcome may_edit(const View& view, CustomerId customer) {
    if (!view.actor.may(see_customers, customer)) return missing;
    if (!view.actor.may(edit_customers, customer)) return not_yours_to_edit;
    return Nothing{};
}

Outcome may_touch_inside(const View& view, CustomerId customer, const EditCustomer& wish) {
    const bool inside = wish.pinned_notes.has_value() || wish.marks.has_value();
    if (inside && !view.actor.may(see_pinned_notes, customer)) return not_yours_to_edit;
    return Nothing{};
}

Error field_error(std::string pointer, Reason reason) {
    return Error{.reason = invalid_fields,
                 .fields = {{.pointer = std::move(pointer), .reason = reason.name}}};
}

Outcome check_lead(const View& view, const std::optional<PersonId>& lead) {
    if (lead && !store::is_active_staff(view.tx, *lead)) {
        return field_error("/lead", lead_not_staff);
    }
    return Nothing{};
}

// That the number is known is no secret to whoever types it; whose it is may be one.
Error nip_error(const View& view, CustomerId holder) {
    Error error{.reason = nip_taken,
                .fields = {{.pointer = "/nip", .reason = nip_taken.name}},
                .detail = "held by customer " + std::to_string(holder.value)};
    if (view.actor.may(see_customers, holder)) {
        error.shown = {{"customer", std::to_string(holder.value)},
                       {"name", store::customer_names(view.tx, {holder})[holder]}};
    }
    return error;
}

Outcome save_unique(Work& work, CustomerId customer, const CustomerCard& card) {
    if (const auto holder = store::save_nip(work.tx, customer, card.nip)) {
        return nip_error(work, *holder);
    }
    if (const auto taken = store::save_domains(work.tx, customer, card.domains)) {
        return Error{.reason = domain_taken,
                     .shown = {{"domain", card.domains[*taken]}},
                     .fields = {{.pointer = "/domains", .reason = domain_taken.name}}};
    }
    store::save_customer_phones(work.tx, customer, card.phones);
    return Nothing{};
}

std::vector<EventText> texts_of(const CustomerCard& card,
                                const std::vector<CustomerField>& fields) {
    std::vector<EventText> texts;
    for (const CustomerField field : fields) {
        if (is_free_text(field)) {
            texts.push_back({.field = enum_name(field), .text = text_of(card, field)});
        }
    }
    return texts;
}

About about(CustomerId customer, std::int64_t version) {
    return {.kind = "customer", .id = customer.value, .version = version, .customer = customer};
}

Result<std::int64_t> touch(Work& work, CustomerId customer) {
    const auto version = store::touch_customer(work.tx, customer);
    if (!version) return missing;
    return *version;
}

Result<Site> visible_site(const View& view, SiteId id) {
    auto site = store::find_site(view.tx, view.actor.scope(see_customers), id);
    if (!site) return missing;
    return *std::move(site);
}

}  // namespace

Result<CustomerList> list_customers(const View& view, const ListCustomers& wish) {
    // Whoever cannot see the marks must not learn them from what a filter leaves out.
    if (!wish.marks.empty() && !view.actor.may(see_pinned_notes)) return not_yours_to_see;
    const Scope scope = view.actor.scope(wish.marks.empty() ? see_customers : see_pinned_notes);
    TRY(PageStart after, place_in(wish.cursor));
    auto rows = store::list_customers(view.tx,
                                      scope,
                                      {.words = words_of(wish.q),
                                       .marks = wish.marks,
                                       .after = std::move(after),
                                       .limit = wish.limit + 1});
    CustomerList list;
    const auto page = static_cast<std::size_t>(wish.limit);
    if (rows.size() > page) {
        const auto& last = rows[page - 1];
        list.next = cursor_after({last.sort_key, last.summary.customer.value});
        rows.resize(page);
    }
    for (auto& row : rows) {
        if (!view.actor.may(see_pinned_notes, row.summary.customer)) row.summary.marks.reset();
        list.items.push_back(std::move(row.summary));
    }
    return list;
}

Result<Customer> show_customer(const View& view, const ShowCustomer& wish) {
    return show(view, wish.customer);
}

Result<Customer> create_customer(Work& work, const CreateCustomer& wish) {
    // Whoever works for some customers only would not even see the new one.
    if (!work.actor.may_everywhere(edit_customers)) return customer_needs_everywhere;
    const bool inside = !wish.pinned_notes.empty() || !wish.marks.empty();
    if (inside && !work.actor.may_everywhere(see_pinned_notes)) return not_yours_to_edit;
    TRY(const CustomerId id, add_customer(work, wish));
    return show(work, id);
}

Result<CustomerId> add_customer(Work& work, const CreateCustomer& wish) {
    TRY(const CustomerCard card, checked_customer(wish));
    TRY_DO(check_lead(work, card.lead));
    const CustomerId id =
        store::insert_customer(work.tx, card, work.happened_at.value_or(work.now));
    TRY_DO(save_unique(work, id, card));
    work.record(CustomerCreated{.customer = id, .lead = card.lead, .marks = card.marks},
                about(id, 1),
                texts_of(card, changed_fields(CustomerCard{}, card)));
    return id;
}

Result<CustomerId> ensure_customer(Work& work, std::string_view name) {
    CreateCustomer wish;
    wish.name = std::string(name);
    TRY(const CustomerCard card, checked_customer(wish));
    if (const auto known = store::find_customer_by_name(work.tx, card.name)) return *known;
    return add_customer(work, wish);
}

Result<Customer> edit_customer(Work& work, const EditCustomer& wish) {
    TRY_DO(may_edit(work, wish.customer));
    TRY_DO(may_touch_inside(work, wish.customer, wish));
    TRY_DO(goes_on_as_nobody(work.tx, wish.customer));
    const auto version = store::touch_customer(work.tx, wish.customer, wish.version);
    if (!version) return store::customer_exists(work.tx, wish.customer) ? stale : missing;

    const auto stored = store::find_customer(work.tx, all_customers, wish.customer);
    TRY(const CustomerCard card, checked_customer(with_changes(stored->card, wish)));
    if (card.lead != stored->card.lead) TRY_DO(check_lead(work, card.lead));
    const auto fields = changed_fields(stored->card, card);
    store::update_customer(work.tx, wish.customer, card);
    TRY_DO(save_unique(work, wish.customer, card));
    work.record(
        CustomerChanged{
            .customer = wish.customer, .fields = fields, .lead = card.lead, .marks = card.marks},
        about(wish.customer, *version),
        texts_of(card, fields));
    return show(work, wish.customer);
}

Result<SiteList> list_sites(const View& view, const ListSites& wish) {
    const Scope scope = view.actor.scope(see_customers);
    if (!scope.covers(wish.customer)) return missing;
    if (!store::customer_exists(view.tx, wish.customer)) return missing;
    // Of a ticket of either of two that are one, any of their places may be meant.
    return SiteList{.items = sites_of(view.tx, store::find_goes_on(view.tx, wish.customer))};
}

Result<Site> add_site(Work& work, const AddSite& wish) {
    TRY_DO(may_edit(work, wish.customer));
    TRY_DO(goes_on_as_nobody(work.tx, wish.customer));
    TRY(const std::int64_t version, touch(work, wish.customer));
    const std::string zone = wish.zone.empty() ? company_zone(work.tx) : wish.zone;
    TRY(Site site,
        checked_site({.customer = wish.customer,
                      .version = 1,
                      .name = wish.name,
                      .address = wish.address,
                      .hours_text = wish.hours_text,
                      .hours = wish.hours,
                      .zone = zone}));
    site.site = store::insert_site(work.tx, site);
    work.record(SiteAdded{.customer = wish.customer, .site = site.site},
                about(wish.customer, version),
                {{"name", site.name}});
    return site;
}

Result<Site> edit_site(Work& work, const EditSite& wish) {
    TRY(const Site before, visible_site(work, wish.site));
    TRY_DO(may_edit(work, before.customer));
    TRY(const std::int64_t version, touch(work, before.customer));
    TRY(Site site, checked_site(with_changes(before, wish)));
    if (!store::update_site(work.tx, site, wish.version)) return stale;
    site.version = wish.version + 1;
    work.record(SiteChanged{.customer = site.customer, .site = site.site},
                about(site.customer, version),
                {{"name", site.name}});
    return site;
}

Result<Nothing> remove_site(Work& work, const RemoveSite& wish) {
    TRY(const Site site, visible_site(work, wish.site));
    TRY_DO(may_edit(work, site.customer));
    TRY(const std::int64_t version, touch(work, site.customer));
    store::delete_site(work.tx, site.site);
    work.record(SiteRemoved{.customer = site.customer, .site = site.site},
                about(site.customer, version));
    return Nothing{};
}

bool customer_exists(Tx& tx, CustomerId customer) {
    return store::customer_exists(tx, customer);
}

std::string customer_sector(Tx& tx, CustomerId customer) {
    return store::find_sector(tx, customer).value_or("");
}

bool is_site_of(Tx& tx, SiteId site, CustomerId customer) {
    return store::find_site(tx, {.customers = one_with(tx, customer)}, site).has_value();
}

std::map<SiteId, NamedSite> named_sites(Tx& tx, const std::vector<SiteId>& ids) {
    return store::named_sites(tx, ids);
}

std::int64_t count_active_persons(Tx& tx,
                                  const Scope& scope,
                                  const std::optional<CustomerId>& customer) {
    return store::count_active_persons(tx, scope, customer);
}

std::map<CustomerId, std::string> customer_names(Tx& tx, const std::vector<CustomerId>& ids) {
    return store::customer_names(tx, ids);
}

}  // namespace ogniwo::people
