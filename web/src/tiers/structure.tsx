// The support structure: the tiers with their people and queues, and the moves between them.

import { ArrowDown, ArrowLeftRight, ArrowUp, Pencil, TriangleAlert } from "lucide-react";
import { useState } from "react";
import type { Structure, StructureTier, TierMove } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { EditMoves } from "./edit_moves";
import { EditTiers } from "./edit_tiers";
import { loadStructure, moveText, nameIn, reasonsFor, structureKey } from "./model";
import { TimedRules } from "./timed_rules";

export function StructurePage() {
  const shown = useResource(structureKey, loadStructure);
  const [open, setOpen] = useState<"tiers" | "moves">();
  const close = () => setOpen(undefined);
  const structure = shown.value;
  return (
    <Page
      title={t("tiers.structure")}
      actions={
        may("tiers.design") &&
        structure && (
          <>
            <Button icon={Pencil} look="main" onClick={() => setOpen("tiers")}>
              {t("tiers.edit")}
            </Button>
            <Button onClick={() => setOpen("moves")}>{t("tiers.editMoves")}</Button>
          </>
        )
      }
    >
      <p className="mb-4 max-w-2xl text-muted">{t("tiers.note")}</p>
      <When shown={shown} lines={8}>
        {(now) => (
          <div className="space-y-4">
            <Warnings structure={now} />
            <ol className="space-y-3">
              {[...now.tiers].reverse().map((tier) => (
                <TierCard key={tier.number} tier={tier} />
              ))}
            </ol>
            <Section title={t("tiers.moves")} flush>
              <ul className="divide-y divide-line">
                {now.moves.map((move) => (
                  <MoveRow key={`${move.from}>${move.to}`} move={move} structure={now} />
                ))}
              </ul>
            </Section>
            <TimedRules structure={now} />
            <p className="text-xs text-muted">
              {now.changedAt
                ? t("tiers.changed", { moment: moment(now.changedAt) })
                : t("tiers.asSetUp")}
            </p>
          </div>
        )}
      </When>
      {structure && open === "tiers" && <EditTiers structure={structure} onClose={close} />}
      {structure && open === "moves" && <EditMoves structure={structure} onClose={close} />}
    </Page>
  );
}

function Warnings({ structure }: { structure: Structure }) {
  if (structure.warnings.length === 0) return null;
  return (
    <ul className="space-y-1 rounded-xl bg-warn-soft px-4 py-3 text-warn-text">
      {structure.warnings.map((warning) => (
        <li key={`${warning.tier}${warning.what}`} className="flex items-center gap-2.5">
          <TriangleAlert aria-hidden size={16} className="shrink-0" />
          {t(`tiers.warning.${warning.what}` as MessageId, { tier: warning.tier })}
        </li>
      ))}
    </ul>
  );
}

// The highest tier on top, as people draw it.
function TierCard({ tier }: { tier: StructureTier }) {
  return (
    <li className="flex gap-4 rounded-xl border border-line bg-surface p-4">
      <span className="inline-flex h-8 w-10 shrink-0 items-center justify-center rounded-full border-2 border-accent text-sm font-semibold text-accent-text">
        {tier.number}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-2">
          <h2 className="text-base font-semibold">{nameIn(tier)}</h2>
          {tier.needsHandover && <Badge tone="info">{t("tiers.needsHandover")}</Badge>}
          {!tier.mayResolve && <Badge>{t("tiers.mayNotResolve")}</Badge>}
        </div>
        <dl className="mt-2 grid gap-x-6 gap-y-2 sm:grid-cols-2">
          <div>
            <dt className="text-xs text-muted">{t("tiers.members")}</dt>
            <dd>
              {tier.members.length === 0
                ? t("tiers.nobody")
                : tier.members.map((member) => member.name).join(", ")}
            </dd>
          </div>
          <div>
            <dt className="text-xs text-muted">{t("tiers.queues")}</dt>
            <dd>{tier.queues.map((queue) => queue.name).join(", ")}</dd>
          </div>
        </dl>
      </div>
    </li>
  );
}

function MoveRow({ move, structure }: { move: TierMove; structure: Structure }) {
  const Arrow = move.to === move.from ? ArrowLeftRight : move.to > move.from ? ArrowUp : ArrowDown;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <Arrow aria-hidden size={15} className="text-muted" />
      <span className="min-w-56 font-medium">{moveText(move)}</span>
      <span className="min-w-0 flex-1 basis-72 text-muted">
        {reasonsFor(structure, move.from, move.to).map(nameIn).join(" · ")}
      </span>
    </li>
  );
}
