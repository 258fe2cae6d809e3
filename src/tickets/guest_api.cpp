#include "tickets/guest_api.hpp"

#include "base/encoding.hpp"
#include "base/limits.hpp"
#include "operations/operations.hpp"
#include "people/service.hpp"
#include "tickets/guest_service.hpp"

namespace ogniwo::tickets {
namespace {

const std::string sample_token = "00000000000000000000000000";

void mount_staff(Operations& operations) {
    operations
        .get<ListGuests, TicketGuests>("tickets.list_guests",
                                       "/tickets/{ticket}/guests",
                                       see_notes,
                                       list_guests,
                                       {.ticket = {1}})
        .about("People from outside who were let into the ticket.");
    operations
        .post<InviteGuest, TicketGuests>("tickets.invite_guest",
                                         "/tickets/{ticket}/guests",
                                         work_on,
                                         invite_guest,
                                         {.ticket = {1},
                                          .name = "Ola Maj",
                                          .email = "ola.maj@drukarki.example",
                                          .company = "Drukarki SA",
                                          .question = "Czy kod E-212 to głowica?"})
        .creates()
        .about("Lets somebody from outside into the ticket for a time, by a link in a letter.");
    operations
        .post<ShowToGuest, TicketGuests>("tickets.show_to_guest",
                                         "/tickets/{ticket}/guests/{guest}/shown",
                                         work_on,
                                         show_to_guest,
                                         {.ticket = {1}, .guest = {1}})
        .about("Which messages of the talk a guest may read.");
    operations
        .post<ProlongGuest, TicketGuests>("tickets.prolong_guest",
                                          "/tickets/{ticket}/guests/{guest}/term",
                                          work_on,
                                          prolong_guest,
                                          {.ticket = {1}, .guest = {1}, .days = 30})
        .about("So many days from now on, more or fewer than before.");
    operations
        .post<TellGuest, TicketGuests>("tickets.tell_guest",
                                       "/tickets/{ticket}/guests/{guest}/messages",
                                       work_on,
                                       tell_guest,
                                       {.ticket = {1}, .guest = {1}, .text = "Dziękujemy."})
        .creates()
        .about("A note that the guest reads, too; a letter tells them of it.");
    operations
        .post<OfGuest, TicketGuests>("tickets.send_guest_link",
                                     "/tickets/{ticket}/guests/{guest}/letters",
                                     work_on,
                                     send_guest_link,
                                     {.ticket = {1}, .guest = {1}})
        .about("Sends the invitation again with a new link; the old ones are void.");
    operations
        .post<OfGuest, TicketGuests>("tickets.end_guest",
                                     "/tickets/{ticket}/guests/{guest}/end",
                                     work_on,
                                     end_guest,
                                     {.ticket = {1}, .guest = {1}})
        .about("Ends the invitation; its links are void.");
    operations
        .post<OfGuest, TicketGuests>("tickets.erase_guest",
                                     "/tickets/{ticket}/guests/{guest}/erasure",
                                     people::erase_persons,
                                     erase_guest,
                                     {.ticket = {1}, .guest = {1}})
        .about("Forgets for good who a guest was, what they wrote and their files.");
}

void mount_links(Operations& operations) {
    operations
        .get<LookAtGuestRoom, GuestRoom>("tickets.look_at_guest_room",
                                         "/guest-links/{token}",
                                         anyone,
                                         look_at_guest_room,
                                         {.token = sample_token})
        .about("What was shared with a guest. Looking changes nothing.");
    operations
        .post<LookAtGuestRoom, GuestRoom>("tickets.open_guest_room",
                                          "/guest-links/{token}/opening",
                                          anyone,
                                          open_guest_room,
                                          {.token = sample_token})
        .about("The same by whoever reads the page; the first time is written down.");
    operations
        .post<WriteAsGuest, GuestRoom>("tickets.write_as_guest",
                                       "/guest-links/{token}/messages",
                                       anyone,
                                       write_as_guest,
                                       {.token = sample_token, .text = "To głowica."})
        .about("What a guest answers; our staff reads it as a note.");
    operations
        .post<AttachAsGuest, Attachment>(
            "tickets.attach_as_guest",
            "/guest-links/{token}/attachments",
            anyone,
            attach_as_guest,
            {.token = sample_token, .name = "log.txt", .content = "RHJ1a2Fya2E="})
        .before<AttachAsGuest>(attach_as_guest_before)
        .most_body(base64_letters(attachment_bytes_most) + 64 * limits::kib)
        .creates()
        .about("Uploads a file that a guest's message can then be sent with, within a day.");
    operations
        .file<ReadGuestFile>("tickets.read_guest_file",
                             "/guest-links/{token}/attachments/{attachment}",
                             anyone,
                             read_guest_file,
                             {.token = sample_token, .attachment = {1}})
        .about("The bytes of a file that was shared with a guest, or was theirs.");
}

}  // namespace

void mount_guests(Operations& operations) {
    mount_staff(operations);
    mount_links(operations);
    people::on_retention({.kind = guest_retention,
                          .about = "Guest experts whose invitation ended so long ago are nameless.",
                          .default_days = guest_retention_days,
                          .count = count_old_guests,
                          .erase = forget_old_guests});
}

}  // namespace ogniwo::tickets
