// Every step of a ticket, oldest first, in words that name nobody's gender.

import { api } from "../api/client";
import type { HistoryEntry, Ticket, TicketHistory } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { When } from "../ui/empty";
import { Section } from "../ui/page";
import { entryText, historyText } from "./model";

const most = 1_000;

// A history is read as a whole: its beginning and its end explain each other.
export async function loadHistory(ticket: number): Promise<TicketHistory> {
  const items: HistoryEntry[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.tickets.ticketHistory({ ticket, cursor, limit: 200 });
    items.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && items.length < most);
  return { items, next: cursor };
}

export function History({ ticket }: { ticket: Ticket }) {
  const shown = useResource(`history/${ticket.id}`, () => loadHistory(ticket.id));
  return (
    <Section>
      <When shown={shown}>
        {(list) => (
          <ol className="relative space-y-4 border-l-2 border-line pl-5">
            {list.items.map((entry) => (
              <Entry key={String(entry.event)} entry={entry} />
            ))}
          </ol>
        )}
      </When>
    </Section>
  );
}

function Entry({ entry }: { entry: HistoryEntry }) {
  return (
    <li className="relative">
      <span
        aria-hidden
        className="absolute top-1.5 -left-6.5 size-2.5 rounded-full border-2 border-accent bg-surface"
      />
      <p>{historyText(entry)}</p>
      <p className="text-xs text-muted">
        <time dateTime={entry.at} className="tabular-nums">
          {moment(entry.at)}
        </time>
        {entry.byName && ` · ${entry.byName}`}
        {entry.origin === "import" && ` · ${t("tickets.imported")}`}
      </p>
      {entryText(entry).map((one) => (
        <p
          key={one.field}
          className="mt-1 rounded-lg bg-sunken px-3 py-2 whitespace-pre-wrap [overflow-wrap:anywhere]"
        >
          {one.text ?? t("tickets.erasedText")}
        </p>
      ))}
    </li>
  );
}
