// Who from outside was let into the ticket, and what can be done about it. Nothing where nobody was:
// the command invites the first one.

import { Handshake, UserRoundPlus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketGuest, TicketGuests, TicketMessage } from "../api/types";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { confirm } from "../ui/confirm";
import { Section } from "../ui/page";
import { attempt, tell } from "../ui/toast";
import { guestDialog } from "./guest_dialogs";
import { guestName, guestState, isIn, loadGuests, mayErase, settleGuests } from "./guest_model";
import { mayWorkOn } from "./model";
import { guestsKey, loadMessages, messagesKey } from "./reading";

const GuestDialogs = lazy(() =>
  import("./guest_form").then((file) => ({ default: file.GuestDialogs })),
);

export function Guests({ ticket }: { ticket: Ticket }) {
  const open = useObservable(guestDialog);
  const items = useResource(guestsKey(ticket.id), () => loadGuests(ticket.id), true).value?.items;
  const talk = items && items.length > 0 ? messagesKey(ticket.id) : undefined;
  const messages = useResource(talk, () => loadMessages(ticket.id), true).value;
  const mayWork = mayWorkOn(ticket);
  return (
    <>
      {items && items.length > 0 && (
        <Section
          title={t("tickets.guests")}
          flush
          actions={
            mayWork &&
            ticket.status !== "closed" &&
            !ticket.spamAt && (
              <IconButton
                icon={UserRoundPlus}
                label={t("tickets.guest.invite")}
                onClick={() => guestDialog.set({ what: "invite", ticket })}
              />
            )
          }
        >
          <ul className="divide-y divide-line">
            {items.map((guest) => (
              <One
                key={guest.id}
                ticket={ticket}
                guest={guest}
                messages={messages}
                mayWork={mayWork}
              />
            ))}
          </ul>
        </Section>
      )}
      <Suspense>
        {open?.ticket.id === ticket.id && <GuestDialogs open={{ ...open, ticket }} />}
      </Suspense>
    </>
  );
}

interface OneProps {
  ticket: Ticket;
  guest: TicketGuest;
  messages: TicketMessage[] | undefined;
  mayWork: boolean;
}

function One({ ticket, guest, messages, mayWork }: OneProps) {
  const inside = isIn(guest);
  return (
    <li className="px-4 py-3">
      <div className="flex items-start gap-2">
        <Handshake aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1 [overflow-wrap:anywhere]">
          <p className="font-medium">{guestName(guest)}</p>
          {guest.email && <p className="text-xs text-muted">{guest.email}</p>}
        </div>
      </div>
      <div className="mt-1.5 space-y-1 pl-6">
        <Badge tone={inside ? "accent" : "plain"}>{guestState(guest)}</Badge>
        <p className="text-xs text-muted">
          {guest.openedAt
            ? t("tickets.guest.opened", { time: moment(guest.openedAt) })
            : t("tickets.guest.notOpened")}
          {" · "}
          {t("tickets.guest.shownCount", { count: guest.shown.length })}
        </p>
        {mayWork && inside && <Doing ticket={ticket} guest={guest} />}
        {may("people.erase_persons") && mayErase(guest, messages) && (
          <Erase ticket={ticket} guest={guest} />
        )}
      </div>
    </li>
  );
}

const doing = (ticket: Ticket, send: () => Promise<TicketGuests>, done: string) =>
  attempt(async () => {
    await settleGuests(ticket.id, send());
    tell(done);
  });

function Doing({ ticket, guest }: { ticket: Ticket; guest: TicketGuest }) {
  const of = { ticket: ticket.id, guest: guest.id };
  const open = (what: "tell" | "show" | "term") => guestDialog.set({ what, ticket, guest });
  const [sending, setSending] = useState(false);
  // Each letter voids the link of the one before.
  const send = async () => {
    setSending(true);
    await doing(ticket, () => api.tickets.sendGuestLink(of), t("tickets.guest.linkSent"));
    setSending(false);
  };
  const end = () => doing(ticket, () => api.tickets.endGuest(of), t("tickets.guest.wasEnded"));
  return (
    <>
      <div className="flex flex-wrap gap-1.5 pt-1">
        <Button size="small" onClick={() => open("tell")}>
          {t("tickets.guest.tell")}
        </Button>
        <Button size="small" onClick={() => open("show")}>
          {t("tickets.guest.show")}
        </Button>
      </div>
      <details>
        <summary className="py-1 text-xs text-muted">
          {t("tickets.guest.more", { name: guest.name ?? "" })}
        </summary>
        <div className="flex flex-wrap gap-1.5 pt-1">
          <Button size="small" look="quiet" onClick={() => open("term")}>
            {t("tickets.guest.prolong")}
          </Button>
          <Button size="small" look="quiet" busy={sending} onClick={() => void send()}>
            {t("tickets.guest.sendLink")}
          </Button>
          <Button size="small" look="quiet" onClick={() => void end()}>
            {t("tickets.guest.end")}
          </Button>
        </div>
      </details>
    </>
  );
}

function Erase({ ticket, guest }: { ticket: Ticket; guest: TicketGuest }) {
  const erase = async () => {
    const yes = await confirm({
      title: t("tickets.guest.erase"),
      text: t("tickets.guest.eraseText", { name: guestName(guest) }),
      action: t("tickets.guest.erase"),
    });
    if (!yes) return;
    const of = { ticket: ticket.id, guest: guest.id };
    await doing(ticket, () => api.tickets.eraseGuest(of), t("tickets.guest.wasErased"));
  };
  return (
    <Button size="small" look="quiet" onClick={() => void erase()}>
      {t("tickets.guest.erase")}
    </Button>
  );
}
