// What came with the last escalation, what both sides thought of it, and the ticket's way in figures.

import { ThumbsDown, ThumbsUp } from "lucide-react";
import { api } from "../api/client";
import type { HandoverScore, Ticket, TicketHandover } from "../api/types";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { useSession } from "../base/session";
import { duration } from "../base/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Facts, Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { gapText, handoverParts, mayWorkOn } from "./model";
import { figuresKey, handoversKey, loadFigures, loadHandovers } from "./reading";

export function Handovers({ ticket }: { ticket: Ticket }) {
  const shown = useResource(handoversKey(ticket.id), () => loadHandovers(ticket.id), true);
  const last = shown.value?.items.at(-1);
  if (!last) return null;
  return (
    <>
      <Section title={t("tickets.handoverTitle")}>
        <Handover handover={last} />
        {mayWorkOn(ticket) && <Score handover={last} />}
      </Section>
      <Figures ticket={ticket.id} />
    </>
  );
}

function Handover({ handover }: { handover: TicketHandover }) {
  const { fromTier, tier, authorName, text, gap } = handover;
  return (
    <>
      <p className="mb-2 flex flex-wrap items-center gap-2 text-xs text-muted">
        {t("tickets.handoverBy", { from: fromTier, to: tier, by: authorName ?? "" })}
        <Badge>{t("tickets.handoverComplete", { percent: handover.completeness })}</Badge>
        {gap && <Badge tone="warn">{t("tickets.returnedFor", { gap: gapText(gap) })}</Badge>}
      </p>
      <dl className="space-y-2">
        {handoverParts.map(
          (part) =>
            text[part] && (
              <div key={part}>
                <dt className="text-xs text-muted">{t(`tickets.part.${part}`)}</dt>
                <dd className="whitespace-pre-wrap [overflow-wrap:anywhere]">{text[part]}</dd>
              </div>
            ),
        )}
      </dl>
    </>
  );
}

function Score({ handover }: { handover: TicketHandover }) {
  const mine = handover.author === useSession().person;
  const given = mine ? handover.scoreBelow : handover.scoreAbove;
  const score = (value: HandoverScore) =>
    attempt(async () => {
      const { ticket, id } = handover;
      put(
        handoversKey(ticket),
        await api.tickets.scoreHandover({ ticket, handover: id, score: value }),
      );
    });
  return (
    <div className="mt-3 flex flex-wrap gap-2">
      <Button
        size="small"
        icon={ThumbsUp}
        aria-pressed={given === "good"}
        look={given === "good" ? "main" : "plain"}
        onClick={() => void score("good")}
      >
        {t("tickets.scoreGood")}
      </Button>
      <Button
        size="small"
        icon={ThumbsDown}
        aria-pressed={given === "poor"}
        look={given === "poor" ? "main" : "plain"}
        onClick={() => void score("poor")}
      >
        {t("tickets.scorePoor")}
      </Button>
    </div>
  );
}

function Figures({ ticket }: { ticket: number }) {
  const figures = useResource(figuresKey(ticket), () => loadFigures(ticket), true).value;
  if (!figures) return null;
  return (
    <Section title={t("tickets.figures")}>
      <Facts
        facts={[
          { name: t("tickets.figure.moves"), value: figures.moves },
          { name: t("tickets.figure.returns"), value: figures.returns },
          { name: t("tickets.figure.reasks"), value: figures.reasks },
          { name: t("tickets.figure.highest"), value: figures.highestTier },
          { name: t("tickets.figure.resolved"), value: figures.resolvedTier },
        ]}
      />
      <p className="mt-2.5 border-t border-line pt-2.5 text-xs text-muted">
        {figures.tiers
          .map((stay) => t("tickets.stay", { tier: stay.tier, time: duration(stay.minutes) }))
          .join(" · ")}
      </p>
    </Section>
  );
}
