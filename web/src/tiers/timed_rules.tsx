// What happens at a tier when nobody touches a ticket, or when it stays for too long.

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type {
  Structure,
  TimedAction,
  TimedClock,
  TimedCount,
  TimedRule,
  TimedRuleList,
} from "../api/types";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { may } from "../base/session";
import { Button, IconButton } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Choice, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { nameIn } from "./model";
import {
  actions,
  actionText,
  clocks,
  clockText,
  counts,
  countText,
  minutesIn,
  parted,
  timedText,
  type Unit,
  units,
} from "./timed_model";

const timedRulesKey = "timed-rules";

type Open = { rule?: TimedRule } | undefined;

export function TimedRules({ structure }: { structure: Structure }) {
  const shown = useResource(timedRulesKey, () => api.tiers.listTimedRules());
  const [open, setOpen] = useState<Open>();
  const mayEdit = may("tiers.design");
  const remove = (rule: number) =>
    attempt(async () => put(timedRulesKey, await api.tiers.retireTimedRule({ rule })));
  return (
    <Section
      flush
      title={t("tiers.timed.title")}
      actions={
        mayEdit && (
          <Button size="small" icon={Plus} onClick={() => setOpen({})}>
            {t("tiers.timed.add")}
          </Button>
        )
      }
    >
      <When shown={shown} lines={2}>
        {(list) => (
          <ul className="divide-y divide-line">
            {list.items.length === 0 && (
              <li className="px-4 py-3 text-muted">{t("tiers.timed.none")}</li>
            )}
            {list.items.map((rule) => (
              <li key={rule.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
                <span className="min-w-20 font-medium">
                  {t("tiers.tierNumber", { number: rule.tier })}
                </span>
                <span className="min-w-0 flex-1 basis-52">{timedText(rule)}</span>
                {mayEdit && (
                  <span className="flex">
                    <IconButton
                      icon={Pencil}
                      label={t("tiers.timed.edit", { rule: timedText(rule) })}
                      onClick={() => setOpen({ rule })}
                    />
                    <IconButton
                      icon={Trash2}
                      label={t("tiers.timed.remove", { rule: timedText(rule) })}
                      onClick={() => void remove(rule.id)}
                    />
                  </span>
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
      {open && (
        <EditRule structure={structure} rule={open.rule} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  );
}

interface Values {
  tier: string;
  counts: TimedCount;
  minutes: string;
  unit: Unit;
  clock: TimedClock;
  action: TimedAction;
  reason: string;
}

function initial(structure: Structure, rule: TimedRule | undefined): Values {
  const { number, unit } = parted(rule?.minutes ?? 240);
  return {
    tier: String(rule?.tier ?? structure.tiers[0]?.number ?? 1),
    counts: rule?.counts ?? "untouched",
    minutes: number,
    unit,
    clock: rule?.clock ?? "tier_hours",
    action: rule?.action ?? "warn",
    reason: rule?.reason ?? "",
  };
}

function send(values: Values, rule: TimedRule | undefined): Promise<TimedRuleList> {
  const wish = {
    counts: values.counts,
    minutes: minutesIn(values.minutes, values.unit),
    clock: values.clock,
    action: values.action,
  };
  const reason = (values.action === "escalate" && values.reason) || undefined;
  if (!rule) return api.tiers.addTimedRule({ ...wish, tier: Number(values.tier), reason });
  return api.tiers.editTimedRule(
    { ...wish, rule: rule.id, reason: reason ?? null },
    { version: rule.version },
  );
}

interface EditProps {
  structure: Structure;
  rule: TimedRule | undefined;
  onClose(): void;
}

function EditRule({ structure, rule, onClose }: EditProps) {
  const form = useForm<Values, TimedRuleList>({
    initial: initial(structure, rule),
    check: (values) => ({
      minutes: minutesIn(values.minutes, values.unit) >= 1 ? undefined : "required",
    }),
    send: (values) => send(values, rule),
    done: (list) => {
      put(timedRulesKey, list);
      onClose();
    },
  });
  const { values } = form;
  const up = structure.moves.filter(
    (move) => String(move.from) === values.tier && move.to > move.from,
  );
  const codes = new Set(up.flatMap((move) => move.reasons));
  const options = <Value extends string>(all: Value[], words: (one: Value) => string) =>
    all.map((value) => ({ value, label: words(value) }));
  return (
    <Dialog open title={rule ? t("tiers.timed.editTitle") : t("tiers.timed.add")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {!rule && (
          <Field label={t("tiers.place.tier")} error={form.error("tier")} required>
            <Select
              {...text(form, "tier")}
              options={structure.tiers.map((tier) => ({
                value: String(tier.number),
                label: `${tier.number} · ${nameIn(tier)}`,
              }))}
            />
          </Field>
        )}
        <Choice
          label={t("tiers.timed.countsTitle")}
          value={values.counts}
          options={options(counts, countText)}
          onChange={(one) => form.set("counts", one)}
        />
        <div className="grid grid-cols-2 gap-3">
          <Field label={t("tiers.timed.minutes")} error={form.error("minutes")} required>
            <Input {...text(form, "minutes")} inputMode="decimal" maxLength={8} />
          </Field>
          <Field label={t("tiers.timed.unit")}>
            <Select
              {...text(form, "unit")}
              options={options(units, (one) => t(`tiers.timed.unit.${one}`))}
            />
          </Field>
        </div>
        <Choice
          label={t("tiers.timed.clockTitle")}
          value={values.clock}
          options={options(clocks, clockText)}
          onChange={(one) => form.set("clock", one)}
        />
        <Choice
          label={t("tiers.timed.actionTitle")}
          value={values.action}
          options={options(actions, actionText)}
          onChange={(one) => form.set("action", one)}
        />
        {values.action === "escalate" && (
          <Field
            label={t("tiers.timed.reason")}
            hint={t("tiers.timed.reasonHint")}
            error={form.error("reason")}
          >
            <Select
              {...text(form, "reason")}
              empty={t("tickets.reason.timed")}
              options={structure.reasons
                .filter((one) => codes.has(one.code))
                .map((one) => ({ value: one.code, label: nameIn(one) }))}
            />
          </Field>
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
