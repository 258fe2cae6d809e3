// Days that are different, one click each: a day off, other hours, days in lieu of a holiday on a
// Saturday, shorter days before holidays, hours on Saturdays.

import { CalendarPlus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Calendar, DaySuggestion, LabelledDay } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { dayInput } from "../base/time";
import { holidayText } from "../tickets/appointment_model";
import { weekError } from "../tiers/duty_model";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { dayText, readSpans, saturdayText, spansText, took, weekdayText } from "./model";

const hoursReason = (typed: string) => (readSpans(typed) ? undefined : "people.hours_malformed");

// --- One day

interface DayDialogProps {
  calendar: Calendar;
  day?: string;
  special?: LabelledDay; // It is one already.
  onClose(): void;
}

export function DayDialog({ calendar, day, special, onClose }: DayDialogProps) {
  const form = useForm({
    initial: {
      day: special?.day ?? day ?? "",
      hours: spansText(special?.hours),
      label: special?.label ?? "",
    },
    check: (values) => ({
      day: values.day ? undefined : "required",
      hours: hoursReason(values.hours),
    }),
    send: (values) =>
      api.calendars.addSpecialDay({
        calendar: calendar.id,
        day: values.day,
        hours: readSpans(values.hours) ?? [],
        label: values.label.trim(),
      }),
    done: (saved) => {
      took(saved);
      onClose();
    },
  });
  const isPast = form.values.day !== "" && form.values.day < dayInput(new Date());
  return (
    <Dialog open title={t("calendars.specialDay")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("calendars.day")}
          hint={isPast ? t("calendars.pastDay") : undefined}
          error={form.error("day")}
          required
        >
          <Input {...text(form, "day")} type="date" />
        </Field>
        <Field
          label={t("calendars.hoursOfDay")}
          hint={t("calendars.hoursOfDayHint")}
          error={weekError(form, "hours")}
          optional
        >
          <Input {...text(form, "hours")} />
        </Field>
        <Field
          label={t("calendars.why")}
          hint={t("calendars.whyHint")}
          error={form.error("label")}
          optional
        >
          <Input {...text(form, "label")} maxLength={200} />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- All of them

interface SpecialDaysProps {
  calendar: Calendar;
  mayEdit: boolean;
  onAdd(): void;
  onOpen(day: LabelledDay): void;
}

export function SpecialDays({ calendar, mayEdit, onAdd, onOpen }: SpecialDaysProps) {
  const days = calendar.plan.days ?? [];
  const [showsPast, setShowsPast] = useState(false);
  const today = dayInput(new Date());
  const coming = days.filter((one) => one.day >= today);
  const shown = showsPast ? days : coming;
  const remove = (day: string) =>
    attempt(async () => took(await api.calendars.removeSpecialDay({ calendar: calendar.id, day })));
  return (
    <Section
      flush
      title={t("calendars.specialDays")}
      actions={
        mayEdit && (
          <Button size="small" icon={CalendarPlus} onClick={onAdd}>
            {t("calendars.addDay")}
          </Button>
        )
      }
    >
      <ul className="divide-y divide-line">
        {shown.length === 0 && (
          <li className="px-4 py-3 text-muted">{t("calendars.noSpecialDays")}</li>
        )}
        {shown.map((one) => (
          <li key={one.day} className="flex min-h-11 flex-wrap items-center gap-x-3 px-4 py-1.5">
            <span className="min-w-36 font-medium">{dayText(one.day)}</span>
            <span className="tabular-nums">{spansText(one.hours) || t("calendars.dayOff")}</span>
            <span className="min-w-0 flex-1 text-muted [overflow-wrap:anywhere]">{one.label}</span>
            {mayEdit && (
              <span className="flex">
                <Button
                  size="small"
                  look="quiet"
                  aria-label={t("calendars.changeDay", { day: dayText(one.day) })}
                  onClick={() => onOpen(one)}
                >
                  {t("calendars.change")}
                </Button>
                <IconButton
                  icon={Trash2}
                  label={t("calendars.removeDay", { day: dayText(one.day) })}
                  onClick={() => void remove(one.day)}
                />
              </span>
            )}
          </li>
        ))}
      </ul>
      {coming.length < days.length && (
        <div className="border-t border-line px-4 py-2">
          <Button size="small" look="quiet" onClick={() => setShowsPast(!showsPast)}>
            {t(showsPast ? "calendars.hidePast" : "calendars.showPast", {
              count: days.length - coming.length,
            })}
          </Button>
        </div>
      )}
    </Section>
  );
}

// --- What a year suggests

export function Suggestions({ calendar, year }: { calendar: Calendar; year: number }) {
  const shown = useResource(`calendars/suggestions/${calendar.id}/${year}`, () =>
    api.calendars.suggestDays({ calendar: calendar.id, year }),
  );
  return (
    <Section flush title={t("calendars.suggestions", { year: String(year) })}>
      <When shown={shown} lines={3}>
        {({ items }) => (
          <ul className="divide-y divide-line">
            {items.length === 0 && (
              <li className="px-4 py-3 text-muted">{t("calendars.noSuggestions")}</li>
            )}
            {items.map((one) => (
              <Suggestion key={`${one.kind}${one.holidayOn}`} one={one} calendar={calendar} />
            ))}
          </ul>
        )}
      </When>
    </Section>
  );
}

function Suggestion({ one, calendar }: { one: DaySuggestion; calendar: Calendar }) {
  const holiday = holidayText(one.holiday);
  const label =
    one.kind === "in_lieu"
      ? t("calendars.inLieuLabel", { holiday })
      : t("calendars.shortenedLabel", { holiday });
  const choose = (choice: LabelledDay) =>
    attempt(async () =>
      took(
        await api.calendars.addSpecialDay({
          calendar: calendar.id,
          day: choice.day,
          hours: choice.hours ?? [],
          label,
        }),
      ),
    );
  return (
    <li className="space-y-1.5 px-4 py-2.5">
      <p className="flex flex-wrap items-center gap-2">
        {one.kind === "in_lieu"
          ? t("calendars.inLieu", { holiday, day: dayText(one.holidayOn) })
          : t("calendars.shortened", { holiday })}
        {one.taken && (
          <Badge tone="good">{t("calendars.taken", { day: dayText(one.taken) })}</Badge>
        )}
      </p>
      {!one.taken && (
        <p className="flex flex-wrap gap-2">
          {one.choices.map((choice) => (
            <Button key={choice.day} size="small" onClick={() => void choose(choice)}>
              {one.kind === "in_lieu"
                ? t("calendars.freeOn", { day: weekdayText(choice.day) })
                : t("calendars.shortOn", {
                    day: weekdayText(choice.day),
                    hours: spansText(choice.hours),
                  })}
            </Button>
          ))}
        </p>
      )}
    </li>
  );
}

// --- Saturdays

export function Saturdays({ calendar }: { calendar: Calendar }) {
  const form = useForm({
    initial: { hours: saturdayText(calendar.plan), holdsFrom: "" },
    check: (values) => ({ hours: hoursReason(values.hours) }),
    send: (values) =>
      api.calendars.setSaturdayHours({
        calendar: calendar.id,
        hours: readSpans(values.hours) ?? [],
        holdsFrom: values.holdsFrom || undefined,
      }),
    done: took,
  });
  return (
    <Section title={t("calendars.saturdays")}>
      <form noValidate onSubmit={form.submit} className="space-y-3">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label={t("calendars.saturdayHours")}
            hint={t("calendars.saturdayHint")}
            error={weekError(form, "hours")}
          >
            <Input {...text(form, "hours")} name="saturdays" />
          </Field>
          <Field label={t("calendars.holdsFromTitle")} error={form.error("holdsFrom")} optional>
            <Input {...text(form, "holdsFrom")} name="saturdaysFrom" type="date" />
          </Field>
        </div>
        <Button type="submit" size="small" busy={form.busy}>
          {t("calendars.saveSaturdays")}
        </Button>
      </form>
    </Section>
  );
}
