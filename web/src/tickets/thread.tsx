// The talk: replies as the customer reads them, and notes that only we see and that look it.

import { Lock } from "lucide-react";
import { lazy, Suspense } from "react";
import type { Ticket, TicketMessage } from "../api/types";
import { t, withPageTexts } from "../base/i18n";
import { observable, useObservable } from "../base/observable";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { Avatar } from "../ui/badge";
import { cx } from "../ui/classes";
import { Empty, When } from "../ui/empty";
import { Attachments } from "./files";
import type { Kind } from "./model";
import { loadMessages, messagesKey } from "./reading";

const GuestMarks = lazy(
  withPageTexts(() => import("./guest_marks").then((file) => ({ default: file.GuestMarks }))),
);

// Messages on their way to the server.
export interface Pending {
  key: string;
  ticket: number;
  kind: Kind;
  text: string;
}

export const pendingMessages = observable<Pending[]>([]);

interface ThreadProps {
  ticket: Ticket;
  until?: string; // Only what had been said by then.
}

export function Thread({ ticket, until }: ThreadProps) {
  const shown = useResource(messagesKey(ticket.id), () => loadMessages(ticket.id));
  const pending = useObservable(pendingMessages).filter(
    (one) => one.ticket === ticket.id && !until,
  );
  return (
    <When shown={shown} lines={6}>
      {(all) => {
        const messages = until ? all.filter((message) => message.at <= until) : all;
        return (
          <ol className="space-y-3" aria-label={t("tickets.talk")}>
            {messages.length === 0 && pending.length === 0 && (
              <li>
                <Empty title={t("tickets.noMessages")} />
              </li>
            )}
            {messages.map((message) => (
              <Message key={message.id} message={message} ticket={ticket} />
            ))}
            {pending.map((one) => (
              <li
                key={one.key}
                className={cx(
                  "rounded-xl px-4 py-3 opacity-60",
                  one.kind === "note" ? "private" : "border border-line bg-surface",
                )}
              >
                <p className="mb-1 text-xs">{t("tickets.sending")}</p>
                <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{one.text}</p>
              </li>
            ))}
          </ol>
        );
      }}
    </When>
  );
}

function Message({ message, ticket }: { message: TicketMessage; ticket: Ticket }) {
  const note = message.kind === "note";
  const theirs = message.author === ticket.requester && ticket.requester;
  const guests = message.guests ?? [];
  const guest = guests.find((one) => one.part === "wrote");
  const author = message.authorName ?? guest?.name ?? t("tickets.system");
  return (
    <li
      id={`message-${message.id}`}
      className={cx(
        "rounded-xl px-4 py-3",
        note
          ? "private"
          : theirs
            ? "border border-line bg-surface"
            : "border border-accent/35 bg-surface",
      )}
    >
      <div className="mb-1.5 flex flex-wrap items-center gap-x-2.5 gap-y-1">
        {note ? <Lock aria-hidden size={16} /> : <Avatar name={author} size={24} />}
        <span className="font-semibold">{author}</span>
        {note && (
          <span className="rounded-md bg-note-button px-1.5 py-0.5 text-2xs font-semibold text-on-note-button">
            {t("tickets.noteLabel")}
          </span>
        )}
        {guests.length > 0 && (
          <Suspense>
            <GuestMarks guests={guests} />
          </Suspense>
        )}
        {message.ticket !== ticket.id && (
          <span className="rounded-md bg-sunken px-1.5 py-0.5 text-2xs font-semibold text-muted tabular-nums">
            #{message.ticket}
          </span>
        )}
        <time
          dateTime={message.at}
          className={cx("ml-auto text-xs tabular-nums", !note && "text-muted")}
        >
          {moment(message.at)}
        </time>
      </div>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {message.text ?? t("tickets.erasedText")}
      </p>
      <Attachments files={message.attachments ?? []} />
    </li>
  );
}
