// One credit: for which promise of which ticket, how its amount came about, and what was decided.

import { Link } from "@tanstack/react-router";
import { useId, useState } from "react";
import type { Credit } from "../api/types";
import { t } from "../base/i18n";
import { moneyText } from "../base/money";
import { date, duration, moment } from "../base/time";
import { nameOf } from "../tickets/clock_model";
import { Badge, type Tone } from "../ui/badge";
import { Button } from "../ui/button";
import { attempt } from "../ui/toast";
import { type Decision, decide } from "./credit_decision";
import { limitText, originText, subjectText } from "./credit_model";
import { targetText } from "./model";

const tones: Record<Credit["state"], Tone> = {
  proposed: "info",
  granted: "good",
  refused: "plain",
};

interface RowProps {
  one: Credit;
  limit?: number; // The percentage of the fee that it was limited to, where that is known.
  decide(decision: Decision["decision"]): void;
}

export function CreditRow({ one, limit, decide: ask }: RowProps) {
  const subject = useId();
  const limited = limitText(one, limit);
  return (
    <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-0 flex-1 basis-64">
        <p id={subject} className="font-medium [overflow-wrap:anywhere]">
          {one.number ? (
            <Link
              to="/tickets/$ticket/clocks"
              params={{ ticket: String(one.ticket) }}
              search={{ of: nameOf(one) }}
              className="hover:underline"
            >
              {subjectText(one)}
            </Link>
          ) : (
            subjectText(one)
          )}
        </p>
        <p className="text-xs text-muted tabular-nums">
          {[
            targetText(one.target),
            date(one.endedAt),
            one.over < 1
              ? t("sla.credit.justOver")
              : t("sla.credit.over", { over: duration(one.over) }),
            one.contract,
          ].join(" · ")}
        </p>
        <p className="mt-1 tabular-nums">
          {originText(one)}
          {limited && <span className="text-warn-text">{`; ${limited}`}</span>}
        </p>
        <Decided one={one} />
      </div>
      <div className="flex flex-col items-end gap-2 max-sm:w-full max-sm:flex-row max-sm:flex-wrap max-sm:items-center">
        <span className="flex flex-1 items-center gap-2">
          <Badge tone={tones[one.state]}>{t(`sla.credit.state.${one.state}`)}</Badge>
          <span className="font-semibold tabular-nums">{moneyText(one.amount)}</span>
        </span>
        <Buttons one={one} describedBy={subject} ask={ask} />
      </div>
    </div>
  );
}

// Who decided, when and why.
function Decided({ one: { decided, state } }: { one: Credit }) {
  if (!decided || state === "proposed") return null;
  return (
    <p className="mt-1 text-xs text-muted [overflow-wrap:anywhere]">
      {[moment(decided.at), decided.byName].filter(Boolean).join(", ")}
      {decided.note && `: ${decided.note}`}
    </p>
  );
}

interface ButtonsProps {
  one: Credit;
  describedBy: string; // Of which ticket: the buttons of all rows are named alike.
  ask: RowProps["decide"];
}

function Buttons({ one, describedBy, ask }: ButtonsProps) {
  const [busy, setBusy] = useState(false);
  const takeBack = async () => {
    setBusy(true);
    await attempt(() => decide(one, "proposed"), t("sla.credits.takenBack"));
    setBusy(false);
  };
  const common = { size: "small", "aria-describedby": describedBy } as const;
  if (one.state !== "proposed") {
    return (
      <Button {...common} look="quiet" busy={busy} onClick={() => void takeBack()}>
        {t("sla.credits.takeBack")}
      </Button>
    );
  }
  return (
    <div className="flex gap-2">
      <Button {...common} onClick={() => ask("granted")}>
        {t("sla.credits.grant")}
      </Button>
      <Button {...common} look="quiet" onClick={() => ask("refused")}>
        {t("sla.credits.refuse")}
      </Button>
    </div>
  );
}
