// Every step of a ticket, oldest first, in words that name nobody's gender.

import type { HistoryEntry, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { When } from "../ui/empty";
import { Section } from "../ui/page";
import { entryText, historyText } from "./history_text";
import { isPart } from "./model";
import { historyKey, loadHistory } from "./reading";

export function History({ ticket }: { ticket: Ticket }) {
  const shown = useResource(historyKey(ticket.id), () => loadHistory(ticket.id));
  return (
    <Section>
      <When shown={shown}>
        {(entries) => (
          <ol className="relative space-y-4 border-l-2 border-line pl-5">
            {entries.map((entry) => (
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
          {isPart(one.field) && (
            <span className="block text-xs text-muted">{t(`tickets.part.${one.field}`)}</span>
          )}
          {one.text ?? t("tickets.erasedText")}
        </p>
      ))}
    </li>
  );
}
