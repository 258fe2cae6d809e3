// What is done when a promise is running out, and which part of it each tier may use.

import { Plus, X } from "lucide-react";
import type { ReactNode } from "react";
import type { ReactionKind, StructureTier, Target } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { loadStructure, nameIn, structureKey } from "../tiers/model";
import { Button, IconButton } from "../ui/button";
import { Field, Input, Select } from "../ui/field";
import { reactionKinds, targets, targetText } from "./model";
import type { PartProps } from "./policy_form";
import type { ReactionValues } from "./policy_model";

interface ListProps {
  title: string;
  hint: string;
  add: string;
  onAdd?(): void; // Absent: there are as many as there may be.
  children: ReactNode;
}

export function List({ title, hint, add, onAdd, children }: ListProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{title}</legend>
      <p className="mb-2 text-xs text-muted">{hint}</p>
      <ul className="space-y-2">{children}</ul>
      {onAdd && (
        <Button size="small" icon={Plus} className="mt-2" onClick={onAdd}>
          {add}
        </Button>
      )}
    </fieldset>
  );
}

// One row with its changes; `at` is its place.
export function changing<Row>(rows: Row[], at: number, set: (rows: Row[]) => void) {
  return {
    change: (changed: Partial<Row>) =>
      set(rows.map((row, place) => (place === at ? { ...row, ...changed } : row))),
    remove: () => set(rows.filter((_, place) => place !== at)),
  };
}

export const row = "flex flex-wrap items-start gap-2";

export function Reactions({ form, wrong }: PartProps) {
  const { reactions } = form.values;
  const add = (): ReactionValues => ({ target: "", percent: "75", kind: "warn", tier: "" });
  return (
    <List
      title={t("sla.reactions")}
      hint={t("sla.reactionsHint")}
      add={t("sla.addReaction")}
      onAdd={() => form.set("reactions", [...reactions, add()])}
    >
      {reactions.map((one, at) => {
        const { change, remove } = changing(reactions, at, (rows) => form.set("reactions", rows));
        const percent = `reactions/${at}/percent`;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing but its place.
          <li key={at} className={row}>
            <Field label={t("sla.percent")} error={wrong(percent)} className="w-24">
              <Input
                name={percent}
                value={one.percent}
                onChange={(event) => change({ percent: event.target.value })}
                onBlur={() => form.leave(percent)}
                inputMode="numeric"
                maxLength={3}
              />
            </Field>
            <Field
              label={t("sla.targetTitle")}
              error={wrong(`reactions/${at}`)}
              className="flex-1 basis-40"
            >
              <Select
                name={`reactions/${at}`}
                value={one.target}
                empty={t("sla.anyTarget")}
                onChange={(event) => change({ target: event.target.value as Target | "" })}
                options={targets.map((value) => ({ value, label: targetText(value) }))}
              />
            </Field>
            <What at={`reactions/${at}`} one={one} change={change} wrong={wrong} />
            <IconButton
              icon={X}
              label={t("sla.removeReaction", { number: at + 1 })}
              className="mt-5.5"
              onClick={remove}
            />
          </li>
        );
      })}
    </List>
  );
}

interface WhatProps {
  at: string; // Its pointer within the policy.
  one: ReactionValues;
  change(changed: Partial<ReactionValues>): void;
  wrong(name: string): string | undefined;
}

// What happens, and where to if it is an escalation: only then is a tier asked for, below the rest.
function What({ at, one, change, wrong }: WhatProps) {
  const tiers = useResource(structureKey, loadStructure, true).value?.tiers ?? [];
  const isEscalation = one.kind === "escalate";
  const isGone = one.tier !== "" && tiers.every((tier) => String(tier.number) !== one.tier);
  return (
    <>
      <Field
        label={t("sla.reactionKind")}
        error={isEscalation ? undefined : wrong(`${at}/tier`)}
        className="flex-1 basis-40"
      >
        <Select
          name={`${at}/kind`}
          value={one.kind}
          onChange={(event) => change({ kind: event.target.value as ReactionKind, tier: "" })}
          options={reactionKinds.map((value) => ({ value, label: t(`sla.reaction.${value}`) }))}
        />
      </Field>
      {isEscalation && (
        <Field
          label={t("sla.reactionTier")}
          error={wrong(`${at}/tier`)}
          className="order-1 basis-full sm:pl-26"
        >
          <Select
            name={`${at}/tier`}
            value={one.tier}
            empty={t("sla.nextTier")}
            onChange={(event) => change({ tier: event.target.value })}
            options={[...tiers.map(tierOption), ...(isGone ? [goneOption(one.tier)] : [])]}
          />
        </Field>
      )}
    </>
  );
}

const tierOption = (tier: StructureTier) => ({
  value: String(tier.number),
  label: `${tier.number} · ${nameIn(tier)}`,
});

// Not read yet, or not there any more.
const goneOption = (tier: string) => ({ value: tier, label: t("tickets.onTier", { tier }) });

export function Shares({ form, wrong }: PartProps) {
  const { shares } = form.values;
  const tiers = useResource(structureKey, loadStructure, true).value?.tiers ?? [];
  const free = tiers.find((tier) => shares.every((one) => one.tier !== String(tier.number)));
  const all = shares.reduce((sum, one) => sum + (Number(one.share) || 0), 0);
  return (
    <List
      title={t("sla.shares")}
      hint={t("sla.sharesHint")}
      add={t("sla.addShare")}
      onAdd={() => form.set("shares", [...shares, { tier: String(free?.number ?? 1), share: "1" }])}
    >
      {shares.map((one, at) => {
        const { change, remove } = changing(shares, at, (rows) => form.set("shares", rows));
        const share = `counting/shares/${at}/share`;
        const percent = all > 0 ? Math.round((100 * (Number(one.share) || 0)) / all) : 0;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing but its place.
          <li key={at} className={row}>
            <Field
              label={t("tickets.tier")}
              error={wrong(`counting/shares/${at}`)}
              className="flex-1 basis-28"
            >
              <Select
                name={`counting/shares/${at}`}
                value={one.tier}
                onChange={(event) => change({ tier: event.target.value })}
                options={tiers.map(tierOption)}
              />
            </Field>
            <Field
              label={t("sla.shareParts")}
              hint={t("sla.shareOfAll", { percent })}
              error={wrong(share)}
              className="w-32"
            >
              <Input
                name={share}
                value={one.share}
                onChange={(event) => change({ share: event.target.value })}
                onBlur={() => form.leave(share)}
                inputMode="numeric"
                maxLength={4}
              />
            </Field>
            <IconButton
              icon={X}
              label={t("sla.removeShare", { number: at + 1 })}
              className="mt-5.5"
              onClick={remove}
            />
          </li>
        );
      })}
    </List>
  );
}
