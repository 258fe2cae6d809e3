// What a policy promises: a row for each target, for all priorities or for one, with its time as
// people write it.

import { Plus, X } from "lucide-react";
import type { GoalKind, Priority, Target } from "../api/types";
import { t } from "../base/i18n";
import { priorities, priorityText } from "../tickets/model";
import { Button, IconButton } from "../ui/button";
import { Field, Input, Select } from "../ui/field";
import { goalKinds, goalText, targets, targetText } from "./model";
import type { PartProps } from "./policy_form";
import { type EditedGoal, type GoalValues, newGoal, readGoal } from "./policy_model";

interface GoalProps {
  at: string; // Its pointer within the policy.
  goal: GoalValues;
  onChange(change: Partial<GoalValues>): void;
  onLeave(name: string): void;
  wrong(name: string): string | undefined;
}

export function GoalFields({ at, goal, onChange, onLeave, wrong }: GoalProps) {
  const isOfDays = goal.kind === "end_of_day";
  const name = `${at}/${isOfDays ? "days" : "minutes"}`;
  const known = readGoal(goal);
  return (
    <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-[minmax(0,1.3fr)_minmax(0,1fr)]">
      <Field label={t("sla.goalKind")} error={wrong(`${at}/kind`)}>
        <Select
          name={`${at}/kind`}
          value={goal.kind}
          onChange={(event) => onChange({ kind: event.target.value as GoalKind })}
          options={goalKinds.map((kind) => ({ value: kind, label: t(`sla.goalKind.${kind}`) }))}
        />
      </Field>
      <div className="flex gap-2">
        <Field
          label={t(isOfDays ? "sla.goalDays" : "sla.goalTime")}
          hint={known ? goalText(known) : t(isOfDays ? "sla.goalDaysHint" : "sla.goalTimeHint")}
          error={wrong(name) ?? wrong(at)}
          className="flex-1"
          required
        >
          <Input
            name={name}
            value={isOfDays ? goal.days : goal.time}
            onChange={({ target: { value } }) =>
              onChange(isOfDays ? { days: value } : { time: value })
            }
            onBlur={() => onLeave(name)}
            inputMode={isOfDays ? "numeric" : "text"}
            maxLength={isOfDays ? 3 : 16}
          />
        </Field>
        {isOfDays && (
          <Field label={t("sla.goalBy")} error={wrong(`${at}/by`)} className="w-28" optional>
            <Input
              name={`${at}/by`}
              type="time"
              value={goal.by}
              onChange={(event) => onChange({ by: event.target.value })}
            />
          </Field>
        )}
      </div>
    </div>
  );
}

export function Goals({ form, wrong }: PartProps) {
  const { goals } = form.values;
  const change = (at: number, changed: Partial<EditedGoal>) =>
    form.set(
      "goals",
      goals.map((goal, place) => (place === at ? { ...goal, ...changed } : goal)),
    );
  const next = targets.find((target) => goals.every((goal) => goal.target !== target));
  const add = () => form.set("goals", [...goals, newGoal(next ?? "resolution")]);
  const none = wrong("goals");
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t("sla.goals")}</legend>
      {none && <p className="mb-2 text-xs text-danger-text">{none}</p>}
      <ul className="space-y-3">
        {goals.map((goal, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new goal has nothing but its place.
          <li key={at} className="rounded-xl border border-line p-3">
            <div className="mb-2 flex flex-wrap items-start gap-2">
              <Field
                label={t("sla.targetTitle")}
                error={wrong(`goals/${at}`)}
                className="flex-1 basis-40"
              >
                <Select
                  name={`goals/${at}`}
                  value={goal.target}
                  onChange={(event) => change(at, { target: event.target.value as Target })}
                  options={targets.map((one) => ({ value: one, label: targetText(one) }))}
                />
              </Field>
              <Field
                label={t("tickets.priorityTitle")}
                className="flex-1 max-sm:order-1 max-sm:basis-full"
              >
                <Select
                  name={`goals/${at}/priority`}
                  value={goal.priority}
                  empty={t("sla.anyPriority")}
                  onChange={(event) => change(at, { priority: event.target.value as Priority })}
                  options={priorities.map((one) => ({ value: one, label: priorityText(one) }))}
                />
              </Field>
              <IconButton
                icon={X}
                label={t("sla.removeGoal", { number: at + 1 })}
                className="mt-5.5"
                onClick={() =>
                  form.set(
                    "goals",
                    goals.filter((_, place) => place !== at),
                  )
                }
              />
            </div>
            <GoalFields
              at={`goals/${at}/goal`}
              goal={goal}
              onChange={(changed) => change(at, changed)}
              onLeave={form.leave}
              wrong={wrong}
            />
          </li>
        ))}
      </ul>
      <Button
        size="small"
        icon={Plus}
        className="mt-3"
        data-field="goals"
        aria-invalid={none ? true : undefined}
        onClick={add}
      >
        {t("sla.addGoal")}
      </Button>
    </fieldset>
  );
}
