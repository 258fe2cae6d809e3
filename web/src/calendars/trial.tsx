// "When would that be?": so many working hours after a moment, and what lies in between.

import { useState } from "react";
import { api } from "../api/client";
import type { Calendar, TriedCalendar, TriedPiece } from "../api/types";
import { t } from "../base/i18n";
import { instantOf, localInput, moment } from "../base/time";
import { readMinutes } from "../tickets/time_model";
import { Button } from "../ui/button";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { dayText, whyText } from "./model";

const hoursMost = 2_000;

// "8" is hours here; "90 min", "1:30" and "1,5 h" are what they say.
function minutesOf(typed: string): number | undefined {
  const most = hoursMost * 60;
  const hours = /^\s*\d{1,4}\s*$/.test(typed) ? Number.parseInt(typed, 10) * 60 : undefined;
  const minutes = hours ?? readMinutes(typed, most);
  return minutes && minutes <= most ? minutes : undefined;
}

export function Trial({ calendar }: { calendar: Calendar }) {
  const [answer, setAnswer] = useState<TriedCalendar>();
  const form = useForm({
    initial: { from: localInput(new Date()), time: "8 h" },
    check: (values) => ({
      from: values.from ? undefined : "required",
      time: minutesOf(values.time) ? undefined : "calendars.time_unreadable",
    }),
    send: (values) =>
      api.calendars.tryCalendar({
        calendar: calendar.id,
        from: instantOf(values.from),
        minutes: minutesOf(values.time) ?? 0,
      }),
    done: setAnswer,
  });
  return (
    <Section title={t("calendars.try")}>
      <form noValidate onSubmit={form.submit} className="space-y-3">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("calendars.tryFrom")} error={form.error("from")}>
            <Input {...text(form, "from")} type="datetime-local" />
          </Field>
          <Field
            label={t("calendars.tryTime")}
            hint={t("calendars.tryTimeHint")}
            error={form.error("time") ?? form.error("minutes")}
          >
            <Input {...text(form, "time")} />
          </Field>
        </div>
        <Button type="submit" size="small" busy={form.busy}>
          {t("calendars.count")}
        </Button>
      </form>
      {answer && <Answer answer={answer} zone={calendar.plan.zone} />}
    </Section>
  );
}

function Answer({ answer, zone }: { answer: TriedCalendar; zone: string }) {
  return (
    <div role="status" className="mt-3 space-y-2">
      <p className="font-medium">
        {answer.dueAt
          ? t("calendars.due", { moment: moment(answer.dueAt, zone), zone })
          : t("calendars.never")}
      </p>
      <ul className="space-y-0.5 text-xs">
        {answer.pieces
          .filter((piece) => piece.rest !== "outside_hours")
          .map((piece) => (
            <li key={piece.from} className={piece.rest ? "text-muted" : "tabular-nums"}>
              {pieceText(piece, zone)}
            </li>
          ))}
        {answer.isCut && <li className="text-muted">{t("calendars.more")}</li>}
      </ul>
    </div>
  );
}

function pieceText(piece: TriedPiece, zone: string): string {
  if (!piece.rest) return `${moment(piece.from, zone)} – ${moment(piece.to, zone)}`;
  const why = whyText(piece) || t("calendars.dayOff");
  return t("calendars.restOn", { day: dayText(piece.day), why });
}
