#include "notices/service.hpp"

#include <algorithm>
#include <set>

#include "notices/store.hpp"
#include "people/service.hpp"

namespace ogniwo::notices {
namespace {

constexpr int page_default = 50;
constexpr Microseconds day = std::chrono::hours{24};
constexpr auto kept_when_read = 30 * day;
constexpr auto kept = 180 * day;

std::map<std::string, Labels>& labels_by_kind() {
    static std::map<std::string, Labels> labels;
    return labels;
}

// What was told to whoever was merged into them is theirs to read.
std::vector<PersonId> readers_of(const Actor& actor) {
    std::vector<PersonId> readers{actor.person};
    readers.insert(readers.end(), actor.also.begin(), actor.also.end());
    return readers;
}

int count_unread(const View& view) {
    int unread = 0;
    for (const PersonId me : readers_of(view.actor)) unread += store::count_unread(view.tx, me);
    return std::min(unread, unread_most);
}

// Newest first.
std::vector<Notice> notices_of(const View& view, const ListNotices& wish, int limit) {
    std::vector<Notice> all;
    for (const PersonId me : readers_of(view.actor)) {
        std::ranges::move(store::list_notices(view.tx, me, wish, limit), std::back_inserter(all));
    }
    std::ranges::sort(all, std::ranges::greater{}, &Notice::id);
    if (all.size() > static_cast<std::size_t>(limit)) all.resize(static_cast<std::size_t>(limit));
    return all;
}

bool read_one(const Work& work, NoticeId notice) {
    return std::ranges::any_of(readers_of(work.actor), [&](PersonId me) {
        return store::read_one(work.tx, me, notice, work.now);
    });
}

// Those that this reader cannot see any more go.
void add_labels(const View& view, std::vector<Notice>& notices) {
    std::map<std::string, std::vector<std::int64_t>> wanted;
    for (const Notice& notice : notices) wanted[notice.subject_kind].push_back(notice.subject);
    std::map<std::pair<std::string, std::int64_t>, std::string> found;
    for (auto& [kind, subjects] : wanted) {
        const auto labels = labels_by_kind().find(kind);
        if (labels == labels_by_kind().end()) continue;
        for (auto& [subject, label] : labels->second(view, std::move(subjects))) {
            found[{kind, subject}] = std::move(label);
        }
    }
    for (Notice& notice : notices) {
        const auto label = found.find({notice.subject_kind, notice.subject});
        if (label != found.end()) notice.label = label->second;
    }
    std::erase_if(notices, [](const Notice& notice) { return notice.label.empty(); });
}

void add_names(Tx& tx, std::vector<Notice>& notices) {
    std::vector<PersonId> actors;
    for (const Notice& notice : notices) {
        if (notice.actor) actors.push_back(*notice.actor);
    }
    const auto names = people::person_names(tx, actors);
    for (Notice& notice : notices) {
        const auto name = names.find(notice.actor.value_or(PersonId{}));
        if (name != names.end()) notice.actor_name = name->second;
    }
}

}  // namespace

void tell(Work& work, const std::vector<PersonId>& persons, const Word& word) {
    std::set<PersonId> told{work.actor.person};
    const auto actor = work.actor.person ? std::optional(work.actor.person) : std::nullopt;
    for (const PersonId person : persons) {
        if (!person || !told.insert(person).second) continue;
        store::insert_notice(work.tx,
                             person,
                             {.kind = std::string(word.kind),
                              .subject_kind = std::string(word.subject_kind),
                              .subject = word.subject,
                              .actor = actor,
                              .at = work.happened_at.value_or(work.now)});
    }
}

void on_labels(std::string subject_kind, Labels labels) {
    labels_by_kind()[std::move(subject_kind)] = std::move(labels);
}

Result<NoticeList> list_notices(const View& view, const ListNotices& wish) {
    const int limit = wish.limit.value_or(page_default);
    NoticeList list{.items = notices_of(view, wish, limit + 1), .unread = count_unread(view)};
    if (list.items.size() > static_cast<std::size_t>(limit)) {
        list.items.resize(static_cast<std::size_t>(limit));
        list.next = list.items.back().id;
    }
    add_labels(view, list.items);
    add_names(view.tx, list.items);
    return list;
}

Result<UnreadNotices> read_notices(Work& work, const ReadNotices& wish) {
    if (wish.notices) {
        for (const NoticeId notice : *wish.notices) {
            if (!read_one(work, notice)) return missing;
        }
    } else if (wish.subject_kind && wish.subject) {
        const Word about{.subject_kind = *wish.subject_kind, .subject = *wish.subject};
        for (const PersonId me : readers_of(work.actor)) {
            store::read_about(work.tx, me, about, work.now);
        }
    } else if (!wish.subject_kind && !wish.subject) {
        for (const PersonId me : readers_of(work.actor)) store::read_all(work.tx, me, work.now);
    } else {
        const std::string missing_one = wish.subject ? "/subjectKind" : "/subject";
        return Error{.reason = invalid_fields, .fields = {{missing_one, "required"}}};
    }
    return UnreadNotices{.unread = count_unread(work)};
}

void erase_person(Work& work, PersonId person) {
    store::delete_of(work.tx, person);
}

void purge(Work& work) {
    store::delete_older(work.tx, work.now - kept_when_read, work.now - kept);
}

}  // namespace ogniwo::notices
