#include "moving/rows.hpp"

#include <algorithm>

#include "assets/service.hpp"
#include "base/encoding.hpp"
#include "base/identifiers.hpp"
#include "base/text.hpp"
#include "people/lookup_service.hpp"
#include "people/service.hpp"
#include "storage/secrets.hpp"

namespace ogniwo::moving {
namespace {

constexpr std::size_t shown_value_most = 200;
constexpr std::size_t mac_digits = 40;

// The column whose part of the wish this pointer is about.
std::string_view field_at(const Places& places, std::string_view pointer) {
    std::string_view field;
    std::size_t longest = 0;
    for (const auto& [start, name] : places) {
        if (pointer.starts_with(start) && start.size() >= longest) {
            field = name;
            longest = start.size();
        }
    }
    return field;
}

std::string shown_about(const Params& shown) {
    for (const auto& [name, value] : shown) {
        if (name == "name" || name == "domain") return value;
    }
    return {};
}

// By its key the rows of other files name a customer, whoever brought that one in.
void note_key(Pass& pass, const Cells& cells, std::int64_t target) {
    if (pass.import.kind != MovingKind::customers || !cells.has("key")) return;
    store::save_known(pass.tx(),
                      pass.source,
                      pass.mac(MovingKind::customers, "called:" + cells.line("key")),
                      {.target = target});
}

std::string name_of(Tx& tx, MovingKind kind, std::int64_t target) {
    if (kind == MovingKind::persons) {
        const PersonId person{target};
        return people::person_names(tx, {person})[person];
    }
    if (kind == MovingKind::assets) {
        const assets::AssetId asset{target};
        return assets::named_assets(tx, {asset})[asset].name;
    }
    const CustomerId customer{target};
    return people::customer_names(tx, {customer})[customer];
}

const Reason& known_reason(MovingKind kind) {
    if (kind == MovingKind::persons) return person_known;
    return kind == MovingKind::assets ? asset_known : customer_known;
}

std::optional<CustomerId> one_of(Tx& tx, const std::vector<std::int64_t>& targets) {
    std::vector<CustomerId> ids(targets.size());
    std::ranges::transform(
        targets, ids.begin(), [](std::int64_t target) { return CustomerId{target}; });
    const auto customers = people::going_on(tx, ids);
    return customers.size() == 1 ? std::optional(customers.front()) : std::nullopt;
}

// What came in and was merged here since is the one as which it goes on.
std::int64_t goes_on(Tx& tx, MovingKind kind, std::int64_t target) {
    switch (kind) {
        case MovingKind::customers:
            return people::goes_on(tx, CustomerId{target}).value;
        case MovingKind::persons:
            return people::goes_on(tx, PersonId{target}).value;
        case MovingKind::tickets:
        case MovingKind::assets:
            return target;
    }
    return target;
}

}  // namespace

std::string Pass::mac(MovingKind kind, const std::string& text) const {
    const std::string whole = std::string(enum_name(kind)) + "|" + text;
    return to_hex(work.environment.vault.mac("moving.key", whole)).substr(0, mac_digits);
}

void add_problem(store::ImportedRow& row,
                 const Pass& pass,
                 const RowProblem& problem,
                 std::string_view field) {
    RowProblem added = problem;
    if (pass.columns.place(field) >= 0) {
        added.column = pass.columns.name(field);
        added.value = shown_text(Cells(pass.columns, row.cells).line(field), shown_value_most);
    }
    row.problems.push_back(std::move(added));
}

void be_wrong(store::ImportedRow& row,
              const Pass& pass,
              const Reason& reason,
              std::string_view field) {
    row.verdict = RowVerdict::wrong;
    add_problem(row, pass, {.reason = std::string(reason.name)}, field);
}

void be_wrong(store::ImportedRow& row, const Pass& pass, const Error& error, const Places& places) {
    row.verdict = RowVerdict::wrong;
    const std::string about = shown_about(error.shown);
    const auto add = [&](std::string_view reason, std::string_view field) {
        RowProblem problem{.reason = std::string(reason)};
        if (!about.empty()) problem.about = about;
        add_problem(row, pass, problem, field);
    };
    for (const FieldError& one : error.fields) add(one.reason, field_at(places, one.pointer));
    if (error.fields.empty()) add(error.reason.name, {});
}

bool is_doubled(Pass& pass, store::ImportedRow& row) {
    const Cells cells(pass.columns, row.cells);
    for (const Identity& name : identities_of(pass.import.kind, cells).asks) {
        const auto first = store::find_first_seen(
            pass.tx(), pass.import.id, pass.mac(pass.import.kind, name.text));
        if (!first || *first >= row.place) continue;
        const auto earlier = store::find_row(pass.tx(), pass.import.id, *first);
        row.verdict = RowVerdict::duplicate;
        if (earlier) row.target = earlier->target;
        const auto here = pass.targets.find(*first);
        if (here != pass.targets.end()) row.target = here->second;
        if (row.target) {
            if (pass.import.kind == MovingKind::persons) row.person = PersonId{*row.target};
            note_key(pass, cells, *row.target);
        }
        add_problem(row,
                    pass,
                    {.reason = std::string(doubled_in_file.name),
                     .about = std::to_string(earlier ? earlier->line : 0)},
                    name.field);
        return true;
    }
    return false;
}

std::optional<store::Known> find_known(Pass& pass, const Cells& cells) {
    const MovingKind kind = pass.import.kind;
    std::vector<Identity> names = identities_of(kind, cells).asks;
    names.insert(names.begin(), key_of(kind, cells));
    for (const Identity& name : names) {
        auto known = store::find_known(pass.tx(), pass.source, pass.mac(kind, name.text));
        if (!known) continue;
        known->goes_on = goes_on(pass.tx(), kind, known->target);
        return known;
    }
    return std::nullopt;
}

void remember(Pass& pass, const Cells& cells, std::int64_t target) {
    const MovingKind kind = pass.import.kind;
    std::vector<Identity> names = identities_of(kind, cells).is;
    names.insert(names.begin(), key_of(kind, cells));
    const store::Known known{.target = target, .digest = cells.digest()};
    for (const Identity& name : names) {
        store::save_known(pass.tx(), pass.source, pass.mac(kind, name.text), known);
    }
    note_key(pass, cells, target);
}

bool is_unchanged(Pass& pass,
                  store::ImportedRow& row,
                  const Cells& cells,
                  const std::optional<store::Known>& known) {
    if (!known || (!known->is_merged() && known->digest != cells.digest())) return false;
    if (known->is_merged()) note_key(pass, cells, known->target);
    row.verdict = RowVerdict::unchanged;
    return true;
}

bool is_left_alone(Pass& pass,
                   store::ImportedRow& row,
                   const Cells& cells,
                   const std::optional<Here>& here) {
    if (!here || here->field.empty() || pass.mapping().duplicates != Duplicates::skip) return false;
    const MovingKind kind = pass.import.kind;
    row.verdict = RowVerdict::duplicate;
    note_key(pass, cells, here->target);
    add_problem(row,
                pass,
                {.reason = std::string(known_reason(kind).name),
                 .about = name_of(pass.tx(), kind, here->target)},
                here->field);
    return true;
}

void settle(Pass& pass,
            store::ImportedRow& row,
            const Result<RowVerdict>& done,
            const Places& places) {
    if (!done) return be_wrong(row, pass, done.error(), places);
    row.verdict = *done;
    remember(pass, Cells(pass.columns, row.cells), *row.target);
}

std::optional<CustomerId> customer_of(Pass& pass, store::ImportedRow& row, const Cells& cells) {
    std::string name = cells.line("customer");
    if (name.empty()) name = trim(pass.mapping().customer);
    if (name.empty()) return std::nullopt;
    const std::string cached = "customer:" + name;
    if (const auto found = pass.found.find(cached); found != pass.found.end()) {
        return CustomerId{found->second};
    }
    std::optional<CustomerId> customer;
    if (const auto nip = parse_nip(name)) {
        customer = people::find_customer_by_nip(pass.tx(), *nip);
    }
    if (!customer) {
        const std::string mac = pass.mac(MovingKind::customers, "called:" + name);
        customer = one_of(pass.tx(), store::find_targets(pass.tx(), MovingKind::customers, mac));
    }
    if (!customer) {
        const auto called = people::customers_called(pass.tx(), name);
        if (called.size() > 1) {
            be_wrong(row, pass, customer_ambiguous, "customer");
            return std::nullopt;
        }
        if (called.size() == 1) customer = called.front();
    }
    if (!customer) {
        be_wrong(row, pass, customer_unknown, "customer");
        return std::nullopt;
    }
    pass.found[cached] = customer->value;
    return customer;
}

}  // namespace ogniwo::moving
