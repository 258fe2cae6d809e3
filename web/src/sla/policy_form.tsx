// One policy in a form. What is wrong is told at its field, by this form or by the server's pointers;
// what is typed goes into the draft, and holds once that is saved.

import { t } from "../base/i18n";
import { fieldText } from "../base/problem";
import { Actions, Dialog } from "../ui/dialog";
import { Choice, Field, Input, Select } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { ConditionFields } from "./policy_condition_fields";
import { useCalendar, useCalendars } from "./policy_conditions";
import { ContractFields } from "./policy_contract";
import { GoalFields, Goals } from "./policy_goals";
import { Reactions, Shares } from "./policy_lists";
import {
  added,
  type Draft,
  type DraftPolicy,
  draft,
  type PolicyValues,
  policyOf,
  replaced,
  valuesOf,
  wrongIn,
} from "./policy_model";

export interface PartProps {
  form: Form<PolicyValues>;
  wrong(name: string): string | undefined; // At which field, by its pointer within the policy.
}

interface FormProps {
  draft: Draft;
  edited?: DraftPolicy; // Absent: a new one, at the end.
  onClose(): void;
}

export function PolicyForm({ draft: now, edited, onClose }: FormProps) {
  const others = now.items.filter((one) => one.key !== edited?.key);
  const form = useForm<PolicyValues, Draft>({
    initial: valuesOf(edited?.policy ?? { name: "", goals: [] }),
    check: (values) =>
      wrongIn(
        values,
        others.map(({ policy }) => policy.name),
      ),
    send: async (values) => {
      const policy = policyOf(values, edited?.policy.id);
      return edited ? replaced(now, edited.key, policy) : added(now, [policy]);
    },
    done: (next) => {
      draft.set(next);
      onClose();
    },
  });
  const wrong = (name: string) => {
    const own = form.error(name);
    if (own || form.changed) return own;
    const refused = now.refused.find((one) => one.key === edited?.key && one.name === name);
    return refused && fieldText(refused.field);
  };
  const part = { form, wrong };
  return (
    <Dialog
      open
      wide
      title={edited ? t("sla.editOf", { name: edited.policy.name }) : t("sla.add")}
      note={t("sla.formNote")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-6">
        <Refused problem={form.problem} />
        <Field label={t("sla.name")} error={wrong("name")} required>
          <Input {...text(form, "name")} maxLength={80} />
        </Field>
        <ConditionFields {...part} />
        <CalendarField {...part} />
        <Goals {...part} />
        <Counting {...part} />
        <Reactions {...part} />
        <Shares {...part} />
        <Waiting {...part} />
        <ContractFields {...part} />
        <Actions label={t("sla.toDraft")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function CalendarField({ form, wrong }: PartProps) {
  const used = useCalendars();
  const chosen = useCalendar(Number(form.values.calendar) || undefined);
  const calendars = chosen && !used.some((one) => one.id === chosen.id) ? [...used, chosen] : used;
  return (
    <Field label={t("sla.calendar")} hint={t("sla.calendarHint")} error={wrong("calendar")}>
      <Select
        {...text(form, "calendar")}
        empty={t("sla.defaultCalendar")}
        options={calendars.map((one) => ({ value: String(one.id), label: one.name }))}
      />
    </Field>
  );
}

const pauses = ["pausesForCustomer", "pausesForVendor", "pausesForOther"] as const;

function Counting({ form, wrong }: PartProps) {
  const { values } = form;
  return (
    <fieldset className="space-y-3">
      <legend className="text-sm font-semibold">{t("sla.pauses")}</legend>
      <p className="text-xs text-muted">{t("sla.pausesHint")}</p>
      <div className="flex flex-wrap gap-x-5 gap-y-1">
        {pauses.map((name) => (
          <label key={name} className="flex items-center gap-2.5 py-1">
            <input
              type="checkbox"
              name={name}
              checked={values[name]}
              onChange={(event) => form.set(name, event.target.checked)}
              className="size-4.5 accent-accent"
            />
            {t(`sla.${name}`)}
          </label>
        ))}
      </div>
      <Choice
        label={t("sla.workaround")}
        value={values.workaround}
        onChange={(next) => form.set("workaround", next)}
        options={(["none", "stops", "changes_goal"] as const).map((value) => ({
          value,
          label: t(`sla.workaround.${value}`),
        }))}
      />
      {values.workaround === "changes_goal" && (
        <GoalFields
          at="counting/goalAfterWorkaround"
          goal={values.after}
          onChange={(change) => form.set("after", { ...values.after, ...change })}
          onLeave={form.leave}
          wrong={wrong}
        />
      )}
    </fieldset>
  );
}

function Waiting({ form, wrong }: PartProps) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-semibold">{t("sla.waiting")}</legend>
      <p className="mb-2 text-xs text-muted">{t("sla.waitingHint")}</p>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("sla.remindAfter")} error={wrong("waiting/remindAfterDays")} optional>
          <Input
            {...text(form, "remindAfterDays")}
            onBlur={() => form.leave("waiting/remindAfterDays")}
            inputMode="numeric"
            maxLength={3}
          />
        </Field>
        <Field label={t("sla.closeAfter")} error={wrong("waiting/closeAfterDays")} optional>
          <Input
            {...text(form, "closeAfterDays")}
            onBlur={() => form.leave("waiting/closeAfterDays")}
            inputMode="numeric"
            maxLength={3}
          />
        </Field>
      </div>
    </fieldset>
  );
}
