// Promises that were not kept, ticket by ticket, and what their time went to: work at which tier, or
// whom we waited for. Asked for when somebody wants to see them.

import { Link } from "@tanstack/react-router";
import { useState } from "react";
import { api } from "../api/client";
import type { Breach, BreachCause, BreachList } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { date, duration } from "../base/time";
import { causeText } from "../tickets/clock_model";
import { When } from "../ui/empty";
import { targetText } from "./model";
import type { Period } from "./report_model";

interface BreachesProps {
  period: Period;
  customer?: number;
}

export function Breaches({ period, customer }: BreachesProps) {
  const [open, setOpen] = useState(false);
  return (
    <details
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line bg-surface"
    >
      <summary className="px-4 py-3 text-sm font-semibold">{t("sla.breaches")}</summary>
      {open && <Asked period={period} customer={customer} />}
    </details>
  );
}

function Asked({ period, customer }: BreachesProps) {
  const question = { ...period, customer };
  const shown = useResource(`attainment/breaches/${JSON.stringify(question)}`, () =>
    api.tickets.readBreaches(question),
  );
  return (
    <When shown={shown} lines={3}>
      {(list) => <List list={list} />}
    </When>
  );
}

const causesText = (causes: BreachCause[]) =>
  causes
    .map(({ cause, tier, minutes }) => {
      const what =
        cause === "counts" ? t("sla.causeAtTier", { tier: tier ?? 1 }) : causeText(cause);
      return `${what}: ${duration(minutes)}`;
    })
    .join(" · ");

function List({ list }: { list: BreachList }) {
  if (list.items.length === 0) {
    return <p className="border-t border-line px-4 py-3 text-muted">{t("sla.noBreaches")}</p>;
  }
  return (
    <div className="border-t border-line">
      <p className="px-4 pt-3 text-xs text-muted">{t("sla.breachesText")}</p>
      <p className="px-4 pt-1 pb-3 tabular-nums">
        <span className="font-medium">{t("sla.allTogether")}: </span>
        {causesText(list.causes)}
      </p>
      {list.more && <p className="px-4 pb-3 text-warn-text">{t("sla.moreBreaches")}</p>}
      <ul className="divide-y divide-line border-t border-line">
        {list.items.map((one) => (
          <li key={`${one.ticket} ${one.target} ${one.endedAt}`}>
            <Row one={one} />
          </li>
        ))}
      </ul>
    </div>
  );
}

function Row({ one }: { one: Breach }) {
  return (
    <Link
      to="/tickets/$ticket/clocks"
      params={{ ticket: String(one.ticket) }}
      className="block px-4 py-2.5 -outline-offset-2 hover:bg-hover"
    >
      <span className="flex flex-wrap gap-x-3">
        <span className="min-w-0 flex-1 basis-60 font-medium [overflow-wrap:anywhere]">
          {one.number} · {one.subject}
        </span>
        <span className="text-warn-text tabular-nums">
          {t("sla.ofPromised", { over: duration(one.over), budget: duration(one.budget) })}
        </span>
      </span>
      <span className="block text-xs text-muted tabular-nums">
        {[one.customerName, targetText(one.target), date(one.endedAt)].join(" · ")}
      </span>
      <span className="block text-xs text-muted tabular-nums">{causesText(one.causes)}</span>
    </Link>
  );
}
