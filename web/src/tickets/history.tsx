// Every step of a ticket, oldest first, in words that name nobody's gender; and the slider that goes
// back to any of them and shows the ticket as it was.

import { useState } from "react";
import type { HistoryEntry, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { When } from "../ui/empty";
import { Field, useWiring } from "../ui/field";
import { Section } from "../ui/page";
import { AsItWas } from "./as_it_was";
import { FieldChanges } from "./field_changes";
import { entryText, historyText } from "./history_text";
import { entriesUntil, isPart, ownEntries } from "./model";
import { historyKey, loadHistory } from "./reading";

export function History({ ticket }: { ticket: Ticket }) {
  const shown = useResource(historyKey(ticket.id), () => loadHistory(ticket.id));
  return (
    <Section>
      <When shown={shown}>{(entries) => <Steps ticket={ticket} entries={entries} />}</When>
    </Section>
  );
}

interface StepsProps {
  ticket: Ticket;
  entries: HistoryEntry[];
}

function Steps({ ticket, entries }: StepsProps) {
  const [chosen, choose] = useState<number>(); // Nothing: the present.
  const own = ownEntries(entries); // The others count the versions of their own tickets.
  const last = own.length - 1;
  const at = Math.min(chosen ?? last, last);
  const step = at < last ? own[at] : undefined;
  return (
    <div className="space-y-5">
      {last > 0 && (
        <Field
          label={t("tickets.asItWas.title")}
          hint={step ? `${moment(step.at)} · ${historyText(step)}` : t("tickets.asItWas.now")}
        >
          <Slider most={last} value={at} onChange={choose} text={own[at]} />
        </Field>
      )}
      {step && <AsItWas ticket={ticket} step={step} />}
      <ol className="relative space-y-4 border-l-2 border-line pl-5">
        {entriesUntil(entries, step).map((entry) => (
          <Entry key={String(entry.event)} entry={entry} />
        ))}
      </ol>
    </div>
  );
}

interface SliderProps {
  most: number;
  value: number;
  onChange(value: number): void;
  text?: HistoryEntry;
}

function Slider({ most, value, onChange, text }: SliderProps) {
  return (
    <input
      {...useWiring()}
      type="range"
      min={0}
      max={most}
      value={value}
      aria-valuetext={text && `${moment(text.at)}, ${historyText(text)}`}
      onChange={(event) => onChange(Number(event.target.value))}
      className="h-6 w-full accent-accent"
    />
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
        {entry.ticket && ` · #${entry.ticket}`}
        {entry.origin === "import" && ` · ${t("tickets.imported")}`}
      </p>
      {entry.fields && <FieldChanges changes={entry.fields} />}
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
