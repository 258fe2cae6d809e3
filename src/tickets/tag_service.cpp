#include "tickets/tag_service.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "tickets/access.hpp"
#include "tickets/cursors.hpp"
#include "tickets/mark_rules.hpp"
#include "tickets/mark_store.hpp"
#include "tickets/names.hpp"
#include "tickets/rules.hpp"

namespace ogniwo::tickets {
namespace {

About about(const Tag& tag) {
    return {.kind = "tag", .id = tag.id.value, .version = tag.version};
}

std::vector<TagId> ids_of(const std::vector<TagLabel>& tags) {
    std::vector<TagId> ids;
    for (const TagLabel& label : tags) ids.push_back(label.tag);
    return ids;
}

// The words of the ticket; of merged ones only one of each.
std::vector<TagLabel> named(Tx& tx, const Ticket& ticket) {
    auto tags = ticket.tags;
    Names names;
    for (const TagLabel& label : tags) names.tags.want(label.tag);
    names.load(tx);
    name_tags(names, tags);
    return tags;
}

// Two nodes may make the same word at once; then one of them begins anew and finds it.
Result<Tag> made(Work& work, std::string name) {
    if (store::count_tags(work.tx) >= tags_most) return tags_of_house_too_many;
    Tag tag{.name = std::move(name)};
    const auto id = store::insert_tag(work.tx, tag);
    if (!id) return tag_name_taken;
    tag.id = *id;
    work.record(TagSaved{}, about(tag), {{"name", tag.name}});
    return tag;
}

// It says nothing of the problem itself, so the ticket keeps its place in the lists.
template <class Event>
Result<Ticket> save_tags(Work& work, Ticket ticket, Event event) {
    event.tags = ids_of(ticket.tags);
    store::update_marks(work.tx, ticket);
    work.record(event, about(ticket));
    return with_names(work, std::move(ticket));
}

Result<Ticket> without(Work& work, Ticket ticket, std::string_view word) {
    const auto all = named(work.tx, ticket);
    const std::string folded = fold(word);
    const auto taken = std::ranges::find_if(
        all, [&](const TagLabel& label) { return fold(label.name) == folded; });
    if (taken == all.end()) return missing;
    const TagId tag = taken->tag;
    // Where two of its words were merged, both of them go.
    Names names;
    for (const TagLabel& label : ticket.tags) names.tags.want(label.tag);
    names.load(work.tx);
    std::erase_if(ticket.tags, [&](const TagLabel& label) {
        if (names.tags.find(label.tag) != taken->name) return false;
        store::delete_ticket_tag(work.tx, ticket.id, label.tag);
        return true;
    });
    return save_tags(work, std::move(ticket), TicketUntagged{.tag = tag});
}

struct TagCursor {
    std::string folded{};
    TagId tag{};
};
void describe(Fields& fields, TagCursor& cursor) {
    fields("folded", cursor.folded);
    fields("tag", cursor.tag);
}

}  // namespace

Result<TagList> list_tags(const View& view, const ListTags& wish) {
    TRY(const auto cursor, read_cursor<TagCursor>(wish.cursor));
    const int limit = wish.limit.value_or(page_size_default);
    store::TagPlace place;
    if (cursor) place = {.folded = cursor->folded, .tag = cursor->tag};
    const std::string start = fold(trim(wish.q.value_or("")));
    TagList list{
        .items = store::list_tags(view.tx, view.actor.scope(see_notes), start, {place, limit + 1})};
    if (cut_page(list.items, limit)) {
        const Tag& last = list.items.back();
        list.next = cursor_text(TagCursor{.folded = fold(last.name), .tag = last.id});
    }
    return list;
}

Result<Tag> create_tag(Work& work, const CreateTag& wish) {
    TRY(std::string name, tidy_tag(wish.name, "/name"));
    if (store::find_tag(work.tx, fold(name))) {
        return Error{.reason = invalid_fields, .fields = {{"/name", tag_name_taken.name, {}}}};
    }
    return made(work, std::move(name));
}

Result<Tag> rename_tag(Work& work, const RenameTag& wish) {
    auto claimed = store::claim_tag(work.tx, wish.tag);
    if (!claimed) return missing;
    Tag tag = std::move(*claimed);
    if (tag.version - 1 != wish.version) return stale;
    TRY(tag.name, tidy_tag(wish.name, "/name"));
    const auto other = store::find_tag(work.tx, fold(tag.name));
    if (other && other->id != tag.id) {
        return Error{.reason = invalid_fields, .fields = {{"/name", tag_name_taken.name, {}}}};
    }
    store::rename_tag(work.tx, tag.id, tag.name);
    work.record(TagSaved{}, about(tag), {{"name", tag.name}});
    return tag;
}

Result<Tag> merge_tag(Work& work, const MergeTag& wish) {
    const auto tag = store::claim_tag(work.tx, wish.tag);
    if (!tag) return missing;
    if (wish.into == wish.tag) {
        return Error{.reason = invalid_fields, .fields = {{"/into", tag_into_itself.name, {}}}};
    }
    // Claimed as well: nobody may merge or rename it meanwhile.
    auto into = store::claim_tag(work.tx, wish.into);
    if (!into) {
        return Error{.reason = invalid_fields, .fields = {{"/into", tag_unknown.name, {}}}};
    }
    store::merge_tag(work.tx, tag->id, *into);
    work.record(TagMerged{.into = into->id}, about(*tag));
    work.record(TagSaved{}, about(*into), {{"name", into->name}});
    return std::move(*into);
}

Result<Ticket> add_ticket_tag(Work& work, const AddTicketTag& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    TRY(std::string name, tidy_tag(wish.name, "/name"));
    const auto all = named(work.tx, ticket);
    const std::string folded = fold(name);
    const bool has_it =
        std::ranges::any_of(all, [&](const TagLabel& label) { return fold(label.name) == folded; });
    if (has_it) return tagged_already;
    if (all.size() >= tags_of_ticket_most) return tags_too_many;

    auto tag = store::find_tag(work.tx, folded);
    if (!tag) {
        TRY(tag, made(work, std::move(name)));
    }
    store::insert_ticket_tag(work.tx, ticket.id, tag->id);
    ticket.tags.push_back({.tag = tag->id});
    return save_tags(work, std::move(ticket), TicketTagged{.tag = tag->id});
}

Result<Ticket> remove_ticket_tag(Work& work, const RemoveTicketTag& wish) {
    TRY(Ticket ticket, claim(work, wish.ticket, work_on));
    TRY_DO(may_change(ticket.status));
    const auto all = named(work.tx, ticket);
    const auto found = std::ranges::find(all, wish.tag, &TagLabel::tag);
    if (found == all.end()) return missing;
    return without(work, std::move(ticket), found->name);
}

Result<Ticket> remove_ticket_tag(Work& work, TicketId id, std::string_view word) {
    TRY(Ticket ticket, claim(work, id, work_on));
    TRY_DO(may_change(ticket.status));
    return without(work, std::move(ticket), word);
}

}  // namespace ogniwo::tickets
