// Which timed rules of the tier are due for a ticket, and when. Nothing where the tier has none.

import { AlarmClock } from "lucide-react";
import { api } from "../api/client";
import type { Ticket, TimedState } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { timedText } from "../tiers/timed_model";
import { Section } from "../ui/page";
import { timedKey } from "./reading";

export function Timed({ ticket }: { ticket: Ticket }) {
  const load = () => api.tickets.readTimed({ ticket: ticket.id });
  const rules = useResource(timedKey(ticket.id), load, true).value?.items ?? [];
  const told = rules.filter((rule) => rule.dueAt || rule.hasFired);
  if (told.length === 0) return null;
  return (
    <Section title={t("tickets.timed.title")}>
      <ul className="space-y-2">
        {told.map((rule) => (
          <li key={rule.rule} className="flex items-start gap-2.5">
            <AlarmClock aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
            <span className="min-w-0">
              {timedText(rule)}
              <span className="block text-xs text-muted tabular-nums">{whenText(rule)}</span>
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function whenText(rule: TimedState): string {
  if (rule.hasFired) return t("tickets.timed.hasFired");
  return t("tickets.timed.due", { moment: moment(rule.dueAt ?? "") });
}
