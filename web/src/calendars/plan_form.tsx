// The form of a calendar: its name, the hours of its week, holidays, and from which day on they hold;
// below it the month as it would be.

import { useState } from "react";
import { api } from "../api/client";
import type { Calendar, CalendarPlan } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { dayInput } from "../base/time";
import { HoursEditor } from "../people/editors";
import { readHours, writeHours } from "../people/model";
import { weekError } from "../tiers/duty_model";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Choice, Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { changesOf, loadSets, monthOf, setsKey, took, wholePlan } from "./model";
import { MonthView } from "./month";

const officeHours = (["monday", "tuesday", "wednesday", "thursday", "friday"] as const).map(
  (day) => ({ day, from: 480, to: 960 }),
);

function valuesOf(calendar: Calendar | undefined, zone: string) {
  const plan = wholePlan(calendar?.plan ?? { zone, week: officeHours });
  return {
    name: calendar?.name ?? "",
    zone: plan.zone,
    always: plan.always,
    week: writeHours(plan.week),
    polishHolidays: plan.polishHolidays,
    holidaySets: plan.holidaySets,
    holdsFrom: "",
  };
}

type Values = ReturnType<typeof valuesOf>;

const planOf = (values: Values, calendar: Calendar | undefined) => ({
  zone: values.zone.trim(),
  always: values.always,
  week: readHours(values.week) ?? [],
  polishHolidays: values.polishHolidays,
  holidaySets: values.holidaySets,
  days: calendar?.plan.days ?? [],
});

function weekReason({ always, week }: Values): string | undefined {
  const hours = readHours(week);
  if (always) return undefined;
  if (!hours) return "people.hours_malformed";
  return hours.length > 0 ? undefined : "calendars.hours_missing";
}

interface PlanDialogProps {
  calendar?: Calendar; // Absent: a new one.
  zone?: string; // Of a new one.
  onClose(): void;
  onSaved?(calendar: Calendar): void;
}

export function PlanDialog({
  calendar,
  zone = "Europe/Warsaw",
  onClose,
  onSaved,
}: PlanDialogProps) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(calendar?.version ?? 0);
  const sets = useResource(setsKey(), () => loadSets(), true).value?.items ?? [];
  const form = useForm<Values, Calendar>({
    initial: valuesOf(calendar, zone),
    check: (values) => ({
      name: values.name.trim() ? undefined : "required",
      zone: values.zone.trim() ? undefined : "required",
      week: weekReason(values),
    }),
    send: (values) => {
      const name = values.name.trim();
      const plan = planOf(values, calendar);
      if (!calendar) return api.calendars.addCalendar({ name, ...plan });
      return api.calendars.editCalendar(
        {
          calendar: calendar.id,
          ...(name !== calendar.name && { name }),
          ...changesOf(calendar.plan, plan),
          ...(values.holdsFrom && { holdsFrom: values.holdsFrom }),
        },
        { version },
      );
    },
    done: (saved) => {
      took(saved);
      onSaved?.(saved);
      onClose();
    },
  });
  const { values } = form;
  const use = (set: number, used: boolean) =>
    form.set(
      "holidaySets",
      used ? [...values.holidaySets, set] : values.holidaySets.filter((one) => one !== set),
    );
  return (
    <Dialog open wide title={t(calendar ? "calendars.edit" : "calendars.new")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("calendars.name")} error={form.error("name")} required>
            <Input {...text(form, "name")} maxLength={120} autoFocus />
          </Field>
          <Field
            label={t("calendars.zone")}
            hint={t("calendars.zoneHint")}
            error={form.error("zone")}
            required
          >
            <Input {...text(form, "zone")} maxLength={60} list="zones" />
            <datalist id="zones">
              {Intl.supportedValuesOf("timeZone").map((zone) => (
                <option key={zone} value={zone} />
              ))}
            </datalist>
          </Field>
        </div>
        <Choice
          label={t("calendars.when")}
          value={values.always ? "always" : "week"}
          onChange={(next) => form.set("always", next === "always")}
          options={[
            { value: "week", label: t("calendars.byWeek") },
            { value: "always", label: t("calendars.always") },
          ]}
        />
        {!values.always && (
          <>
            <HoursEditor
              roomy
              value={values.week}
              field="week"
              legend={t("calendars.hours")}
              hint={t("calendars.hoursHint")}
              error={weekError(form, "week")}
              onChange={(week) => form.set("week", week)}
            />
            <fieldset data-field="holidaySets">
              <legend className="mb-1 text-sm font-semibold">{t("calendars.holidays")}</legend>
              <Checkbox
                name="polishHolidays"
                label={t("calendars.polishHolidays")}
                hint={t("calendars.polishHolidaysHint")}
                checked={values.polishHolidays}
                onChange={(event) => form.set("polishHolidays", event.target.checked)}
              />
              {sets.map((set) => (
                <Checkbox
                  key={set.id}
                  name={`holidaySets/${set.id}`}
                  label={set.name}
                  checked={values.holidaySets.includes(set.id)}
                  onChange={(event) => use(set.id, event.target.checked)}
                />
              ))}
            </fieldset>
          </>
        )}
        {calendar && (
          <Field
            label={t("calendars.holdsFromTitle")}
            hint={t("calendars.holdsFromHint")}
            error={form.error("holdsFrom")}
            optional
          >
            <Input {...text(form, "holdsFrom")} type="date" className="sm:w-48" />
          </Field>
        )}
        {!weekReason(values) && (
          <WouldBe plan={planOf(values, calendar)} holdsFrom={values.holdsFrom} id={calendar?.id} />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface WouldBeProps {
  plan: CalendarPlan;
  holdsFrom: string;
  id: number | undefined;
}

// Folded away at first: most people know what they have typed.
function WouldBe({ plan, holdsFrom, id }: WouldBeProps) {
  const [open, setOpen] = useState(false);
  const today = dayInput(new Date());
  const from = holdsFrom || today;
  const [month, setMonth] = useState(() => monthOf(today));
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="cursor-pointer text-sm text-accent-text">
        {t("calendars.wouldBe")}
      </summary>
      {open && (
        <div className="mt-3">
          <MonthView
            calendar={id}
            plan={plan}
            holdsFrom={id ? from : undefined}
            month={month}
            onMonth={setMonth}
          />
        </div>
      )}
    </details>
  );
}
