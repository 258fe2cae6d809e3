// The chain of tiers: where the ticket is, and the way it came.

import { ArrowDown, ArrowUp } from "lucide-react";
import { api } from "../api/client";
import type { Ticket, Tier } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { nameIn } from "../tiers/model";
import { cx } from "../ui/classes";
import { Section } from "../ui/page";
import { chain } from "./model";
import { historyKey, loadHistory } from "./reading";

export function TierChain({ ticket }: { ticket: Ticket }) {
  const tiers = useResource("tiers", () => api.tiers.listTiers());
  const history = useResource(historyKey(ticket.id), () => loadHistory(ticket.id));
  const steps = chain(history.value ?? []);
  const visited = new Set([...steps.map((step) => step.tier), ticket.tier]);
  return (
    <Section title={t("tickets.tiers")}>
      <ol className="flex flex-col gap-1">
        {(tiers.value?.items ?? []).map((tier, at) => (
          <LinkOfChain
            key={tier.number}
            tier={tier}
            queue={ticket.tier === tier.number ? ticket.queueName : ""}
            state={
              ticket.tier === tier.number ? "here" : visited.has(tier.number) ? "been" : "never"
            }
            first={at === 0}
          />
        ))}
      </ol>
      {steps.length > 1 && (
        <details className="mt-3 border-t border-line pt-2.5">
          <summary className="text-xs text-muted">
            {t("tickets.moves", { count: steps.length - 1 })}
          </summary>
          <ol className="mt-2 space-y-1 text-xs">
            {steps.slice(1).map((step, at) => {
              const from = steps[at]?.tier ?? 0;
              const Arrow = step.tier > from ? ArrowUp : ArrowDown;
              return (
                <li key={step.since + step.tier} className="flex items-center gap-1.5">
                  <Arrow aria-hidden size={13} className="text-muted" />
                  <span>{t("tickets.move", { from, to: step.tier })}</span>
                  <span className="ml-auto text-muted tabular-nums">{moment(step.since)}</span>
                </li>
              );
            })}
          </ol>
        </details>
      )}
    </Section>
  );
}

type State = "here" | "been" | "never";

const rings: Record<State, string> = {
  here: "border-accent bg-accent text-on-accent",
  been: "border-accent bg-surface text-accent-text",
  never: "border-line bg-surface text-muted",
};

interface LinkProps {
  tier: Tier;
  queue: string;
  state: State;
  first: boolean;
}

function LinkOfChain({ tier, queue, state, first }: LinkProps) {
  return (
    <li
      aria-current={state === "here" ? "step" : undefined}
      className="relative flex items-center gap-3"
    >
      {!first && (
        <span
          aria-hidden
          className={cx(
            "absolute -top-2.5 left-4 h-3.5 w-1 rounded-full",
            state === "never" ? "bg-line" : "bg-accent",
          )}
        />
      )}
      <span
        className={cx(
          "z-1 inline-flex h-7 w-9 items-center justify-center rounded-full border-2 text-xs font-semibold",
          rings[state],
        )}
      >
        {tier.number}
      </span>
      <span className="min-w-0 py-1">
        <span className={cx("block truncate", state === "here" ? "font-semibold" : "text-muted")}>
          {nameIn(tier)}
        </span>
        {queue && <span className="block truncate text-xs text-muted">{queue}</span>}
      </span>
    </li>
  );
}
