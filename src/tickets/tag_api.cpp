#include "tickets/tag_api.hpp"

#include "base/describe.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "tickets/tag_service.hpp"

namespace ogniwo::tickets {
namespace {

constexpr std::int64_t cursor_most = 1'000;
constexpr std::int64_t page_most = static_cast<std::int64_t>(limits::list_page);

}  // namespace

void describe(Fields& fields, TagLabel& label) {
    fields("tag", label.tag);
    fields("name", label.name);
}

void describe(Fields& fields, Tag& tag) {
    fields("id", tag.id);
    fields("version", tag.version);
    fields("name", tag.name);
    fields("uses", tag.uses).about("Tickets that have it, as far as they are counted.");
    fields("more", tag.more).about("There are more than that.");
}

void describe(Fields& fields, TagList& list) {
    fields("items", list.items);
    fields("next", list.next);
}

void describe(Fields& fields, ListTags& wish) {
    fields("q", wish.q).at_most(tag_letters_most).about("How the word begins.");
    fields("cursor", wish.cursor).at_most(cursor_most);
    fields("limit", wish.limit).within(1, page_most);
}

void describe(Fields& fields, CreateTag& wish) {
    fields("name", wish.name).within(1, tag_letters_most);
}

void describe(Fields& fields, RenameTag& wish) {
    fields("tag", wish.tag);
    fields("version", wish.version);
    fields("name", wish.name).within(1, tag_letters_most);
}

void describe(Fields& fields, MergeTag& wish) {
    fields("tag", wish.tag);
    fields("into", wish.into).about("The word that remains.");
}

void describe(Fields& fields, AddTicketTag& wish) {
    fields("ticket", wish.ticket);
    fields("name", wish.name)
        .within(1, tag_letters_most)
        .about("Compared without case and diacritics; a new word is made.");
}

void describe(Fields& fields, RemoveTicketTag& wish) {
    fields("ticket", wish.ticket);
    fields("tag", wish.tag);
}

void mount_tags(Operations& operations) {
    operations.get<ListTags, TagList>("tickets.list_tags", "/tags", see_notes, list_tags, {})
        .about("The words of the house with their uses; with q those that begin so.");
    operations
        .post<CreateTag, Tag>(
            "tickets.create_tag", "/tags", configure, create_tag, {.name = "umowa"})
        .creates()
        .about("A word to choose from, before any ticket has it.");
    operations
        .patch<RenameTag, Tag>("tickets.rename_tag",
                               "/tags/{tag}",
                               configure,
                               rename_tag,
                               {.tag = {1}, .version = 1, .name = "ważny klient"})
        .about("Every ticket that has the word has the new one.");
    operations
        .post<MergeTag, Tag>("tickets.merge_tag",
                             "/tags/{tag}/merge",
                             configure,
                             merge_tag,
                             {.tag = {1}, .into = {2}})
        .about("Two words for one thing become one; that cannot be undone.");
    operations
        .post<AddTicketTag, Ticket>("tickets.add_ticket_tag",
                                    "/tickets/{ticket}/tags",
                                    work_on,
                                    add_ticket_tag,
                                    {.ticket = {1}, .name = "vip"})
        .about("Puts a word on a ticket.");
    operations
        .del<RemoveTicketTag, Ticket>(
            "tickets.remove_ticket_tag",
            "/tickets/{ticket}/tags/{tag}",
            work_on,
            [](Work& work, const RemoveTicketTag& wish) { return remove_ticket_tag(work, wish); },
            {.ticket = {1}, .tag = {1}})
        .about("Takes a word off a ticket.");
}

}  // namespace ogniwo::tickets
