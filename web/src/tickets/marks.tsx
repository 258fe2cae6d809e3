// What is stuck to a ticket, beside its talk: tags, the due date, and linked tickets; and, above the
// talk, why it is in no list.

import { Link } from "@tanstack/react-router";
import { AlarmClock, CalendarClock, Link2, ShieldX, TriangleAlert, X } from "lucide-react";
import { type ReactNode, useEffect, useRef, useSyncExternalStore } from "react";
import { api } from "../api/client";
import type { Ticket, TicketLink, TicketLinks } from "../api/types";
import { t } from "../base/i18n";
import { put, refresh, useResource } from "../base/resource";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, CommandButton, IconButton } from "../ui/button";
import { When } from "../ui/empty";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { DueBadge, StatusBadge } from "./badges";
import { clearDue, removeTag, unmarkSpam, wake } from "./mark_verbs";
import { dueText, linkGroups } from "./marks_model";
import { mayWorkOn, ticketStore } from "./model";
import { linksKey } from "./reading";

interface MarksProps {
  ticket: Ticket;
}

export function Marks({ ticket }: MarksProps) {
  const mayWork = mayWorkOn(ticket);
  const tags = ticket.tags ?? [];
  return (
    <Section title={t("tickets.marks")}>
      <ul
        aria-label={t("tickets.tags")}
        className="flex flex-wrap items-center gap-1.5 not-empty:mb-2.5"
      >
        {tags.map((one) => (
          <li
            key={one.tag}
            className="inline-flex max-w-full items-center rounded-md bg-sunken pl-2 text-xs"
          >
            <Link
              to="/tickets"
              search={{ tag: one.name, view: "all" }}
              className="truncate py-1 pr-1.5 hover:underline"
            >
              {one.name}
            </Link>
            {mayWork && (
              <IconButton
                icon={X}
                label={t("tickets.removeTag", { name: one.name })}
                className="!size-7"
                onClick={() => void removeTag(ticket, one.tag)}
              />
            )}
          </li>
        ))}
      </ul>
      {ticket.dueAt && (
        <p className="mb-2 flex flex-wrap items-center gap-x-2 gap-y-1">
          <CalendarClock aria-hidden size={16} className="shrink-0 text-muted" />
          <span>
            <span className="sr-only">{t("tickets.due")}: </span>
            <span className="tabular-nums">{dueText(ticket)}</span>
          </span>
          <DueBadge ticket={ticket} />
          {mayWork && (
            <IconButton
              icon={X}
              label={t("tickets.clearDue")}
              className="!size-7"
              onClick={() => void clearDue(ticket)}
            />
          )}
        </p>
      )}
      {mayWork && (
        <div className="-ml-2 flex flex-wrap gap-1">
          <CommandButton id="tickets.addTag" size="small" look="quiet" />
          <CommandButton id="tickets.addLink" size="small" look="quiet" />
          <CommandButton id="tickets.setDue" size="small" look="quiet" />
          {!ticket.snoozedUntil && <CommandButton id="tickets.snooze" size="small" look="quiet" />}
          {!ticket.spamAt && <CommandButton id="tickets.spam" size="small" look="quiet" />}
        </div>
      )}
    </Section>
  );
}

// --- Why it is in no list, and what it waits for

export function MarkNotices({ ticket }: MarksProps) {
  const mayWork = mayWorkOn(ticket);
  const links = useLinks(ticket).value;
  const waits = links?.openDependencies ?? 0;
  return (
    <div className="space-y-2 not-empty:mb-3">
      {ticket.spamAt && (
        <Notice icon={ShieldX} text={t("tickets.isSpam")}>
          {mayWork && (
            <Button size="small" onClick={() => void unmarkSpam(ticket)}>
              {t("tickets.notSpam")}
            </Button>
          )}
        </Notice>
      )}
      {ticket.snoozedUntil && (
        <Notice
          icon={AlarmClock}
          text={t("tickets.snoozedUntil", { moment: moment(ticket.snoozedUntil) })}
        >
          {mayWork && (
            <Button size="small" onClick={() => void wake(ticket)}>
              {t("tickets.wake")}
            </Button>
          )}
        </Notice>
      )}
      {waits > 0 && (
        <Notice icon={TriangleAlert} text={t("tickets.dependsOnOpen", { count: waits })} />
      )}
    </div>
  );
}

interface NoticeProps {
  icon: typeof ShieldX;
  text: string;
  children?: ReactNode;
}

function Notice({ icon: Icon, text, children }: NoticeProps) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 rounded-xl bg-warn-soft px-3.5 py-2 text-warn-text"
    >
      <Icon aria-hidden size={17} className="shrink-0" />
      <p className="min-w-0 flex-1 basis-52">{text}</p>
      {children}
    </div>
  );
}

// --- Linked tickets

const subscribe = (listener: () => void) => ticketStore.subscribe(listener);

// Asked again when one of the others has moved on.
function useLinks(ticket: Ticket) {
  const load = () => api.tickets.listLinks({ ticket: ticket.id });
  const shown = useResource(linksKey(ticket.id), load, true);
  const items = shown.value?.items ?? [];
  const known = items.map((one) => one.status).join();
  const now = useSyncExternalStore(subscribe, () =>
    items.map((one) => ticketStore.get(one.other)?.status ?? one.status).join(),
  );
  const last = useRef(known);
  useEffect(() => {
    if (now !== known && now !== last.current) refresh(linksKey(ticket.id));
    last.current = now;
  }, [now, known, ticket.id]);
  return shown;
}

async function unlink(ticket: number, other: number) {
  await attempt(async () => {
    put(linksKey(ticket), await api.tickets.unlinkTicket({ ticket, other }));
  });
}

export function Links({ ticket }: MarksProps) {
  const shown = useLinks(ticket);
  const mayWork = mayWorkOn(ticket);
  // Most tickets stand alone; how to link them is among the buttons above.
  if (!shown.error && !shown.value?.items.length) return null;
  return (
    <Section title={t("tickets.links")}>
      <When shown={shown} lines={2}>
        {(links) => <LinkList ticket={ticket} links={links} mayWork={mayWork} />}
      </When>
    </Section>
  );
}

interface LinkListProps {
  ticket: Ticket;
  links: TicketLinks;
  mayWork: boolean;
}

function LinkList({ ticket, links, mayWork }: LinkListProps) {
  return (
    <div className="space-y-2.5">
      {linkGroups(links.items).map(({ kind, items }) => (
        <section key={kind}>
          <h3 className="flex flex-wrap items-center gap-2 text-xs text-muted">
            {t(`tickets.link.${kind}`)}
            {kind === "child" && (
              <Badge tone={links.openChildren > 0 ? "warn" : "good"}>
                {t("tickets.openChildren", { open: links.openChildren, all: links.children })}
              </Badge>
            )}
          </h3>
          <ul>
            {items.map((one) => (
              <Linked key={one.other} link={one}>
                {mayWork && (
                  <IconButton
                    icon={X}
                    label={t("tickets.removeLink", { number: one.number })}
                    className="!size-8"
                    onClick={() => void unlink(ticket.id, one.other)}
                  />
                )}
              </Linked>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

function Linked({ link, children }: { link: TicketLink; children: ReactNode }) {
  return (
    <li className="flex items-start gap-2 py-1">
      <Link2 aria-hidden size={15} className="mt-0.5 shrink-0 text-muted" />
      <div className="min-w-0 flex-1">
        <Link
          to="/tickets/$ticket"
          params={{ ticket: String(link.other) }}
          className="text-accent-text hover:underline [overflow-wrap:anywhere]"
        >
          <span className="tabular-nums">{link.number}</span> {link.subject}
        </Link>
        <p className="mt-0.5 flex flex-wrap items-center gap-x-2 text-xs text-muted">
          <StatusBadge ticket={link} />
          {[link.customerName, link.assigneeName].filter(Boolean).join(" · ")}
        </p>
      </div>
      {children}
    </li>
  );
}
