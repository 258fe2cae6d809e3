#include "tickets/import_service.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "base/check.hpp"
#include "base/crypto.hpp"
#include "base/encoding.hpp"
#include "base/text.hpp"
#include "people/service.hpp"
#include "storage/secrets.hpp"
#include "tickets/cursors.hpp"
#include "tickets/events.hpp"
#include "tickets/import_rules.hpp"
#include "tickets/import_store.hpp"
#include "tickets/product_store.hpp"
#include "tickets/state_store.hpp"
#include "tickets/states.hpp"
#include "tickets/store.hpp"
#include "tickets/timed.hpp"
#include "tiers/service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr int tickets_per_summary = 500;

// Names of the log as ids of ours, looked up once per chunk and made where they are new.
class Resolver {
public:
    Resolver(Work& work, const store::ImportSource& source) : work_(work), source_(source) {}

    Outcome resolve(const PushImportChunk& chunk) {
        std::set<tiers::QueueName> teams;
        for (const ImportCase& one : chunk.cases) {
            for (const ImportRow& row : one.rows) {
                if (row.team) teams.emplace(row.tier, *row.team);
                if (row.product) products_.try_emplace(*row.product);
                if (row.person) add_person_name(*row.person);
            }
        }
        queues_ = tiers::ensure_queues(work_, teams);
        resolve_products();
        return resolve_persons();
    }

    QueueId queue(const ImportRow& row) {
        QueueId& known = queues_[{row.tier, row.team.value_or("")}];
        if (!known) known = tiers::ensure_first_queue(work_, row.tier);
        return known;
    }
    std::optional<ProductId> product(const ImportRow& row) const {
        return row.product ? std::optional(products_.at(*row.product)) : std::nullopt;
    }
    std::optional<PersonId> person(const ImportRow& row) const {
        return row.person ? std::optional(persons_.at(*row.person).person) : std::nullopt;
    }

private:
    struct Named {
        std::string mac;
        PersonId person{};
    };

    void add_person_name(const std::string& name) {
        const auto [named, is_new] = persons_.try_emplace(name);
        if (!is_new) return;
        named->second.mac =
            to_hex(work_.environment.vault.mac("tickets.import_person", fold(name)));
        in_order_.push_back(name);
    }

    void resolve_products() {
        std::vector<std::string> names;
        for (const auto& [name, id] : products_) names.push_back(name);
        const auto known = store::find_products(work_.tx, names);
        for (auto& [name, id] : products_) {
            const auto found = known.find(name);
            const auto product = found == known.end() ? store::insert_product(work_.tx, name)
                                                      : std::optional(found->second);
            // Made elsewhere a moment ago, in a transaction that this one cannot see: start anew.
            if (!product) throw StorageError(StorageError::Kind::busy, "product made elsewhere");
            id = *product;
        }
    }

    // In the order in which they turn up, so that pseudonyms are numbered the same every time.
    Outcome resolve_persons() {
        std::vector<std::string> macs;
        for (const auto& [name, named] : persons_) macs.push_back(named.mac);
        auto known = store::find_imported_persons(work_.tx, source_.id, macs);
        for (const std::string& name : in_order_) {
            Named& named = persons_.at(name);
            PersonId& person = known[named.mac];
            if (!person) {
                TRY(person, add_person(name, named.mac));
            }
            named.person = person;
        }
        return Nothing{};
    }

    Result<PersonId> add_person(const std::string& name, const std::string& mac) {
        if (!last_number_) {
            last_number_ = store::find_last_person_number(work_.tx, source_.id);
        }
        const std::int64_t number = ++*last_number_;
        TRY(const PersonId person, people::add_person(work_, card_of(name, number)));
        store::insert_imported_person(
            work_.tx, source_.id, {.mac = mac, .number = number, .person = person});
        return person;
    }

    // "Anna Nowak" is Anna and Nowak; a pseudonym is "Osoba" and "0001".
    people::CreatePerson card_of(const std::string& name, std::int64_t number) {
        people::CreatePerson card;
        card.is_staff = true;
        if (source_.persons == ImportedNames::pseudonyms) {
            const bool english = people::company_language(work_.tx) == people::Language::en;
            const std::string digits = std::to_string(number);
            card.given_name = english ? "Person" : "Osoba";
            card.family_name = std::string(digits.size() < 4 ? 4 - digits.size() : 0, '0') + digits;
            return card;
        }
        const auto space = name.rfind(' ');
        card.given_name = name.substr(0, space);
        if (space != std::string::npos) card.family_name = name.substr(space + 1);
        return card;
    }

    Work& work_;
    const store::ImportSource& source_;
    std::map<tiers::QueueName, QueueId> queues_;
    std::map<std::string, ProductId> products_;
    std::map<std::string, Named> persons_;
    std::vector<std::string> in_order_;
    std::optional<std::int64_t> last_number_;
};

// What makes a row the same row when it is pushed again. The person is left out, so that nothing
// that could be guessed from it is kept.
std::string digest_of(const ImportRow& row) {
    std::string text = std::to_string(to_micros(row.at));
    for (const std::string_view part : {enum_name(row.status),
                                        row.waiting_for ? enum_name(*row.waiting_for) : "",
                                        enum_name(row.impact),
                                        row.team ? std::string_view(*row.team) : "",
                                        row.product ? std::string_view(*row.product) : ""}) {
        text += '\n';
        text += part;
    }
    return sha256_hex(text + '\n' + std::to_string(row.tier)).substr(0, 32);
}

// One case on its way in: which of its rows are new, and the ticket before the first of them.
struct Progress {
    std::optional<store::ImportedCase> known{};
    std::span<const ImportRow> fresh{};
};

Result<Progress> progress_of(const std::map<std::string, store::ImportedCase>& known,
                             const ImportCase& one) {
    Progress progress;
    if (const auto found = known.find(one.key); found != known.end()) {
        progress.known = found->second;
    }
    const int steps = progress.known ? progress.known->steps : 0;
    const auto shown = Params{{"case", one.key}};

    std::size_t in = 0;
    for (std::size_t i = 0; i < one.rows.size(); ++i) {
        const ImportRow& row = one.rows[i];
        if (i > 0 && row.step != one.rows[i - 1].step + 1) {
            return Error{.reason = import_step_missing, .shown = shown};
        }
        if (row.step == steps && digest_of(row) != progress.known->digest) {
            return Error{.reason = import_case_changed, .shown = shown};
        }
        if (row.step <= steps) in = i + 1;
    }
    progress.fresh = std::span(one.rows).subspan(in);
    if (!progress.fresh.empty() && progress.fresh.front().step != steps + 1) {
        return Error{.reason = import_step_missing, .shown = shown};
    }
    return progress;
}

Ticket new_ticket(const store::ImportSource& source,
                  const ImportCase& one,
                  const std::optional<StateId>& begins_in) {
    return {.customer = source.customer,
            .subject = one.subject,
            .state = begins_in,
            .created_at = one.rows.front().at,
            .origin = Origin::import,
            .old_number = one.key};
}

// Logs know no statuses of our own.
TicketHistoryImported event_of(Tx& tx,
                               Resolver& resolver,
                               const Ticket& ticket,
                               const ImportRow& row) {
    return {.row = row.row,
            .status = row.status,
            .waiting_for = row.waiting_for,
            .tier = row.tier,
            .queue = resolver.queue(row),
            .assignee = resolver.person(row),
            .impact = row.impact,
            .product = resolver.product(row),
            .state = state_by_itself(tx, ticket, row.status)};
}

// The rows as they end up: the ticket is computed first and written once, then its events.
store::ImportedCase import_rows(Work& work,
                                const store::ImportSource& source,
                                Resolver& resolver,
                                const std::pair<const ImportCase&, const Progress&>& wanted) {
    const auto& [one, progress] = wanted;
    const bool is_new = !progress.known;
    Ticket ticket =
        new_ticket(source, one, store::find_default_state(work.tx, TicketStatus::fresh));
    if (!is_new) {
        const auto claimed =
            store::claim_ticket(work.tx, Actor::system().scope(see), progress.known->ticket);
        INVARIANT(claimed.has_value());
        ticket = *claimed;
        --ticket.version;  // Every row below raises it by one.
    }

    std::vector<TicketHistoryImported> events;
    const std::int64_t version_before = ticket.version;
    for (const ImportRow& row : progress.fresh) {
        TicketHistoryImported event = event_of(work.tx, resolver, ticket, row);
        apply(ticket, event, row.at);
        ++ticket.version;
        events.push_back(std::move(event));
    }

    store::ImportedCase now{.ticket = ticket.id,
                            .steps = progress.fresh.back().step,
                            .digest = digest_of(progress.fresh.back())};
    if (is_new) {
        now.ticket = ticket.id = store::insert_ticket(work.tx, ticket);
        store::insert_case(work.tx, source.id, one.key, now);
    } else {
        store::update_ticket(work.tx, ticket);
        store::update_case(work.tx, source.id, one.key, now);
    }

    for (std::size_t i = 0; i < events.size(); ++i) {
        work.happened_at = progress.fresh[i].at;
        const About about{.kind = "ticket",
                          .id = ticket.id.value,
                          .version = version_before + static_cast<std::int64_t>(i) + 1,
                          .customer = ticket.customer};
        std::vector<EventText> texts;
        if (is_new && i == 0) texts.push_back({"subject", ticket.subject});
        work.record(events[i], about, std::move(texts));
    }
    work.happened_at.reset();
    count_time(work, ticket);
    return now;
}

// Imports make customers, queues and persons, which is for those who may do so for everybody.
Outcome may_import(const View& view) {
    if (!view.actor.may_everywhere(import_history)) return forbidden;
    return Nothing{};
}

template <class Counts, class Key>
void add_count(Counts& counts, Key key) {
    ++counts[key];
}

// One ticket's way through the tiers, as its imported events tell it.
void add_way(ImportSummary& summary, const std::vector<Event>& events) {
    int last = 0, highest = 0;
    for (const Event& event : events) {
        if (event.name != TicketHistoryImported::name) continue;
        const auto what = read_event(event);
        INVARIANT(what.has_value());
        const int tier = std::get<TicketHistoryImported>(*what).tier;
        ++summary.source_events;
        if (last == 0) {
            ++summary.first_tier[tier];
        } else if (last != tier) {
            ++summary.moves[{last, tier}];
        }
        last = tier;
        highest = std::max(highest, tier);
    }
    if (last == 0) return;
    ++summary.tickets;
    ++summary.highest_tier[highest];
}

ImportSummaryPage page_of(const ImportSummary& summary) {
    ImportSummaryPage page{.tickets = summary.tickets, .source_events = summary.source_events};
    for (const auto& [tier, count] : summary.first_tier) page.first_tier.push_back({tier, count});
    for (const auto& [tier, count] : summary.highest_tier) {
        page.highest_tier.push_back({tier, count});
    }
    for (const auto& [way, count] : summary.moves) {
        page.moves.push_back({way.first, way.second, count});
    }
    return page;
}

void write_counts(std::string& json, const std::map<int, std::int64_t>& counts) {
    json += '{';
    for (const auto& [tier, count] : counts) {
        if (json.back() != '{') json += ',';
        json += '"' + std::to_string(tier) + "\":" + std::to_string(count);
    }
    json += '}';
}

}  // namespace

Result<ImportOpened> open_import(Work& work, const OpenImport& wish) {
    TRY_DO(may_import(work));
    TRY(const CustomerId customer, people::ensure_customer(work, wish.customer));
    if (const auto known = store::find_source(work.tx, wish.name)) {
        if (known->persons != wish.persons) return import_names_differ;
        if (people::goes_on(work.tx, known->customer) != customer) return import_customer_differs;
        return ImportOpened{.source = known->id, .tickets = store::count_cases(work.tx, known->id)};
    }
    const auto source = store::insert_source(work.tx, wish, customer, work.now);
    if (!source) throw StorageError(StorageError::Kind::busy, "import opened elsewhere");
    work.record(ImportStarted{.customer = customer, .persons = wish.persons},
                About{.kind = "import", .id = source->value, .version = 1, .customer = customer},
                {{"name", wish.name}});
    return ImportOpened{.source = *source};
}

Result<ChunkImported> push_import_chunk(Work& work, const PushImportChunk& chunk) {
    TRY_DO(may_import(work));
    const auto source = store::claim_source(work.tx, chunk.source);
    if (!source) return missing;
    std::size_t rows = 0;
    for (const ImportCase& one : chunk.cases) rows += one.rows.size();
    if (rows > import_rows_most) return import_chunk_too_large;

    work.origin = Origin::import;
    Resolver resolver(work, *source);
    TRY_DO(resolver.resolve(chunk));
    std::vector<std::string> keys;
    for (const ImportCase& one : chunk.cases) keys.push_back(one.key);
    auto known = store::find_cases(work.tx, source->id, keys);

    ChunkImported imported;
    for (const ImportCase& one : chunk.cases) {
        TRY(const Progress progress, progress_of(known, one));
        const auto fresh = static_cast<std::int64_t>(progress.fresh.size());
        imported.imported += fresh;
        imported.known += static_cast<std::int64_t>(one.rows.size()) - fresh;
        if (fresh > 0) known[one.key] = import_rows(work, *source, resolver, {one, progress});
    }
    return imported;
}

Result<ImportSummaryPage> read_import_summary(const View& view, const ReadImportSummary& wish) {
    TRY_DO(may_import(view));
    TRY(const auto cursor, read_cursor<ThreadCursor>(wish.cursor));
    const auto source = store::find_source(view.tx, wish.name);
    if (!source) return missing;

    ImportSummary summary;
    auto tickets = store::list_imported_tickets(
        view.tx, source->id, {cursor ? cursor->after : 0}, tickets_per_summary + 1);
    const bool more = cut_page(tickets, tickets_per_summary);
    for (const TicketId ticket : tickets) {
        add_way(summary, journal::of_subject(view.tx, "ticket", ticket.value));
    }
    ImportSummaryPage page = page_of(summary);
    if (more) page.next = cursor_text(ThreadCursor{.after = tickets.back().value});
    return page;
}

void ImportSummary::add(const ImportSummaryPage& page) {
    tickets += page.tickets;
    source_events += page.source_events;
    for (const TierCount& count : page.first_tier) first_tier[count.tier] += count.tickets;
    for (const TierCount& count : page.highest_tier) highest_tier[count.tier] += count.tickets;
    for (const MoveCount& count : page.moves) moves[{count.from, count.to}] += count.moves;
}

std::string summary_json(const ImportSummary& summary) {
    std::string json = "{\"tickets\":" + std::to_string(summary.tickets) +
                       ",\"sourceEvents\":" + std::to_string(summary.source_events) +
                       ",\"firstTier\":";
    write_counts(json, summary.first_tier);
    json += ",\"highestTier\":";
    write_counts(json, summary.highest_tier);
    json += ",\"moves\":{";
    for (const auto& [way, count] : summary.moves) {
        if (json.back() != '{') json += ',';
        json += '"' + std::to_string(way.first) + '>' + std::to_string(way.second) +
                "\":" + std::to_string(count);
    }
    return json + "}}";
}

}  // namespace ogniwo::tickets
