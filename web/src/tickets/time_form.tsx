// Booking work, correcting an entry, and saying what to count of a stopwatch. One form for the first
// two: what is corrected is taken back, and the right entry stands in its place.

import { useState } from "react";
import { api } from "../api/client";
import type { BookedTime, StopwatchCount, WorkedTime, WorkType } from "../api/types";
import { t } from "../base/i18n";
import { problemText } from "../base/problem";
import { peek, refresh, useResource } from "../base/resource";
import { may, nameOf, useSession } from "../base/session";
import { clockInput, dayInput, duration, moment } from "../base/time";
import { ChosenStaff } from "../people/chosen_staff";
import { nameIn } from "../tiers/model";
import { Button } from "../ui/button";
import type { Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Choice, Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { timeKey } from "./reading";
import { answer, booked, drop, type Stopwatches } from "./stopwatch";
import { closeTimeDialog, type TimeDialog } from "./time_dialogs";
import { addDays, daysBack, minutesMost, readMinutes, startOf } from "./time_model";

export function TimeDialogs({ open }: { open: TimeDialog }) {
  if (open.what === "answer") return <Answer open={open} />;
  return <Time open={open} />;
}

type Booking = Exclude<TimeDialog, { what: "answer" }>;

function Time({ open }: { open: Booking }) {
  const types = useResource("work-types", () => api.tickets.listWorkTypes());
  return (
    <Dialog
      open
      wide
      title={t(open.what === "book" ? "tickets.time.book" : "tickets.time.correct")}
      note={`${open.ticket} · ${open.subject}`}
      onClose={closeTimeDialog}
    >
      <When shown={types}>{({ items }) => <TimeForm open={open} types={items} />}</When>
    </Dialog>
  );
}

// Named as the server points at them.
interface Values {
  "work/workType": string;
  "work/minutes": string;
  "work/workedOn": string;
  "work/startedAt": string;
  "work/billable": boolean;
  "work/customerText": string;
  "work/internalText": string;
  persons: Found[];
  reason: string;
}

function initialValues(open: Booking, types: WorkType[], me: Found): Values {
  const first = types.find((one) => !one.retiredAt);
  if (open.what === "correct") {
    const { entry } = open;
    return {
      "work/workType": String(entry.workType),
      "work/minutes": String(entry.minutes),
      "work/workedOn": entry.workedOn,
      "work/startedAt": entry.startedAt ? clockInput(entry.startedAt) : "",
      "work/billable": entry.billable,
      "work/customerText": entry.customerText ?? "",
      "work/internalText": entry.internalText ?? "",
      persons: [],
      reason: "",
    };
  }
  return {
    "work/workType": String(first?.id ?? ""),
    "work/minutes": open.stopwatch ? String(Math.min(open.stopwatch, minutesMost)) : "",
    "work/workedOn": dayInput(new Date()),
    "work/startedAt": "",
    "work/billable": first?.billable ?? true,
    "work/customerText": "",
    "work/internalText": "",
    persons: [me],
    reason: "",
  };
}

function workOf(values: Values): WorkedTime {
  const start = startOf(values["work/workedOn"], values["work/startedAt"]);
  return {
    workType: Number(values["work/workType"]),
    minutes: readMinutes(values["work/minutes"]) ?? 0,
    workedOn: values["work/workedOn"],
    billable: values["work/billable"],
    customerText: values["work/customerText"].trim(),
    internalText: values["work/internalText"].trim(),
    ...(start && { startedAt: start }),
  };
}

function send(open: Booking, values: Values, me: number): Promise<BookedTime> {
  const { ticket } = open;
  const work = workOf(values);
  if (open.what === "correct") {
    const reason = values.reason.trim();
    return api.tickets.correctTime({ ticket, entry: open.entry.id, reason, work });
  }
  const persons = values.persons.map((one) => one.id);
  const alone = persons.length === 1 && persons[0] === me;
  return api.tickets.bookTime({
    ticket,
    work,
    ...(!alone && { persons }),
    ...(open.stopwatch && { fromStopwatch: true }),
  });
}

// What shows entries reads them again.
function settled(ticket: number) {
  refresh(timeKey(ticket));
  refresh("time");
  closeTimeDialog();
}

function TimeForm({ open, types }: { open: Booking; types: WorkType[] }) {
  const session = useSession();
  const me = { id: session.person, label: nameOf(session) };
  const form = useForm<Values, BookedTime>({
    initial: initialValues(open, types, me),
    check: (values) => ({
      "work/workType": values["work/workType"] ? undefined : "required",
      "work/minutes": values["work/minutes"].trim()
        ? readMinutes(values["work/minutes"])
          ? undefined
          : "minutes"
        : "required",
      "work/workedOn": values["work/workedOn"] ? undefined : "required",
      persons: open.what === "book" && values.persons.length === 0 ? "required" : undefined,
    }),
    send: (values) => send(open, values, session.person),
    done: () => {
      if (open.what === "book" && open.stopwatch) booked(open.ticket);
      settled(open.ticket);
    },
  });
  const correcting = open.what === "correct";
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      {correcting && <p className="text-muted">{t("tickets.time.correctNote")}</p>}
      <WorkFields form={form} types={types} keep={correcting ? open.entry.workType : undefined} />
      <Field
        label={t("tickets.time.customerText")}
        hint={t("tickets.time.customerTextHint")}
        error={form.error("work/customerText")}
      >
        <Textarea {...text(form, "work/customerText")} rows={2} maxLength={4_000} />
      </Field>
      <Field
        label={t("tickets.time.internalText")}
        error={form.error("work/internalText")}
        optional
      >
        <Textarea {...text(form, "work/internalText")} rows={2} maxLength={4_000} />
      </Field>
      {!correcting && may("tickets.book_time_for_others") && (
        // The same work, done by several together: an entry for each.
        <ChosenStaff
          name="persons"
          legend={t("tickets.time.persons")}
          add={t("tickets.time.addPerson")}
          persons={form.values.persons}
          error={form.error("persons")}
          onChange={(persons) => form.set("persons", persons)}
        />
      )}
      {correcting && (
        <Field label={t("tickets.time.reason")} error={form.error("reason")} optional>
          <Input {...text(form, "reason")} maxLength={1_000} />
        </Field>
      )}
      <Actions
        label={t(correcting ? "tickets.time.correct" : "tickets.time.book")}
        busy={form.busy}
        onCancel={closeTimeDialog}
      >
        {correcting && <TakeBack open={open} reason={form.values.reason} />}
        {open.what === "book" && open.stopwatch && (
          <Button
            look="quiet"
            onClick={() => {
              closeTimeDialog();
              void drop(open.ticket);
            }}
          >
            {t("tickets.time.drop")}
          </Button>
        )}
      </Actions>
    </form>
  );
}

interface WorkFieldsProps {
  form: Form<Values>;
  types: WorkType[];
  keep?: number; // A retired kind that the entry has.
}

// How long, what kind, which day, from when.
function WorkFields({ form, types, keep }: WorkFieldsProps) {
  const chosen = (id: string) => {
    form.set("work/workType", id);
    const type = types.find((one) => String(one.id) === id);
    if (type) form.set("work/billable", type.billable);
  };
  const today = dayInput(new Date());
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          label={t("tickets.time.minutes")}
          hint={t("tickets.time.minutesHint")}
          error={form.error("work/minutes")}
          required
        >
          <Input {...text(form, "work/minutes")} inputMode="text" autoComplete="off" autoFocus />
        </Field>
        <Field label={t("tickets.time.workType")} error={form.error("work/workType")} required>
          <Select
            {...text(form, "work/workType")}
            onChange={(event) => chosen(event.target.value)}
            options={types
              .filter((one) => !one.retiredAt || one.id === keep)
              .map((one) => ({ value: String(one.id), label: nameIn(one) }))}
          />
        </Field>
        <Field label={t("tickets.time.day")} error={form.error("work/workedOn")} required>
          <Input
            {...text(form, "work/workedOn")}
            type="date"
            max={today}
            min={keep ? undefined : addDays(today, -daysBack)}
          />
        </Field>
        <Field label={t("tickets.time.start")} error={form.error("work/startedAt")} optional>
          <Input {...text(form, "work/startedAt")} type="time" />
        </Field>
      </div>
      <Checkbox
        label={t("tickets.time.billable")}
        checked={form.values["work/billable"]}
        onChange={(event) => form.set("work/billable", event.target.checked)}
      />
    </>
  );
}

function TakeBack({ open, reason }: { open: Booking; reason: string }) {
  const [problem, setProblem] = useState<string>();
  if (open.what !== "correct") return null;
  const take = async () => {
    try {
      const { ticket, entry } = open;
      await api.tickets.correctTime({ ticket, entry: entry.id, reason: reason.trim() });
      settled(ticket);
    } catch (cause) {
      // The outermost place of the click: told beside the button.
      setProblem(problemText(cause));
    }
  };
  return (
    <>
      <Button look="quiet" onClick={() => void take()}>
        {t("tickets.time.takeBack")}
      </Button>
      <Refused problem={problem} />
    </>
  );
}

// --- What to count

function Answer({ open }: { open: Extract<TimeDialog, { what: "answer" }> }) {
  // Fresher than the click, where it is known.
  const all = peek<Stopwatches>("stopwatches")?.items;
  const one = all?.find((other) => other.ticket === open.stopwatch.ticket) ?? open.stopwatch;
  const form = useForm({
    initial: { count: "until_seen" as StopwatchCount, minutes: "", goOn: false },
    check: (values) => ({
      minutes:
        values.count !== "own" || values.minutes.trim() === "0" || readMinutes(values.minutes)
          ? undefined
          : values.minutes.trim()
            ? "minutes"
            : "required",
    }),
    send: ({ count, minutes, goOn }) =>
      answer({
        ticket: one.ticket,
        count,
        goOn,
        ...(count === "own" && { minutes: readMinutes(minutes) ?? 0 }),
      }),
    done: closeTimeDialog,
  });
  const options = [
    {
      value: "until_seen" as const,
      label: t("tickets.time.count.until_seen", { time: duration(one.minutesUntilSeen) }),
    },
    { value: "all" as const, label: t("tickets.time.count.all", { time: duration(one.minutes) }) },
    {
      value: "nothing" as const,
      label: t("tickets.time.count.nothing", { time: duration(one.minutesBefore) }),
    },
    { value: "own" as const, label: t("tickets.time.count.own") },
  ];
  return (
    <Dialog
      open
      title={t("tickets.time.whatToCount")}
      note={`${one.ticket} · ${one.subject ?? ""}`}
      onClose={closeTimeDialog}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <p>
          {t(`tickets.time.doubt.${one.doubt ?? "unseen"}`, {
            since: moment(one.runningSince ?? one.startedAt),
            seen: moment(one.seenAt),
          })}
        </p>
        <Choice
          label={t("tickets.time.countLabel")}
          value={form.values.count}
          options={options}
          onChange={(count) => form.set("count", count)}
        />
        {form.values.count === "own" && (
          <Field
            label={t("tickets.time.minutes")}
            hint={t("tickets.time.minutesHint")}
            error={form.error("minutes")}
            required
          >
            <Input {...text(form, "minutes")} autoComplete="off" autoFocus />
          </Field>
        )}
        <Checkbox
          label={t("tickets.time.goOn")}
          checked={form.values.goOn}
          onChange={(event) => form.set("goOn", event.target.checked)}
        />
        <Actions label={t("tickets.time.decide")} busy={form.busy} onCancel={closeTimeDialog} />
      </form>
    </Dialog>
  );
}
