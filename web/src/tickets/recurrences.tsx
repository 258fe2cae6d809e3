// Tickets that come by themselves: the list, and the form with what its rule means in days.

import { CalendarSync, Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import type {
  DayOff,
  Pace,
  Recurrence,
  RecurrenceDays,
  RecurrenceRule,
  Weekday,
} from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { Problem, problemText } from "../base/problem";
import { refresh, useResource } from "../base/resource";
import { dayIn, dayInput, moment } from "../base/time";
import { dayText as weekdayText } from "../people/editors";
import { findCustomers, findPersonsOf } from "../people/finders";
import { minutesOf, minutesText, weekdays } from "../people/model";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { dayText } from "./marks_model";
import { SiteField } from "./site_field";
import { TemplateChoice } from "./template_choice";

const key = "ticket recurrences";
const paces: Pace[] = ["days", "weeks", "months", "month_weekdays", "years"];
const daysOff: DayOff[] = ["next_working_day", "previous_working_day", "skips", "stays"];
const nths = [1, 2, 3, 4, -1];

const word = (group: string) => (value: string | number) =>
  t(`tickets.recurrence.${group}.${value}` as MessageId);
const paceText = word("pace");
const dayOffText = word("dayOff");
const nthText = word("nth");

// "Every 2 weeks: Tuesday, Friday · on days off: the next working day"
function ruleText(rule: RecurrenceRule): string {
  const days = (rule.weekdays ?? []).map(weekdayText).join(", ");
  const which =
    rule.pace === "month_weekdays"
      ? `${nthText(rule.nth ?? 1)} ${days}`
      : rule.pace === "years"
        ? `${rule.day}.${rule.month}`
        : rule.pace === "months"
          ? String(rule.day)
          : days;
  return [
    `${t("tickets.recurrence.every", { every: rule.every ?? 1, pace: paceText(rule.pace) })}${which && `: ${which}`}`,
    `${t("tickets.recurrence.onDayOff")}: ${dayOffText(rule.dayOff ?? "next_working_day")}`,
  ].join(" · ");
}

export function Recurrences() {
  const shown = useResource(key, () => api.tickets.listRecurrences());
  const [open, setOpen] = useState<Recurrence | "new">();
  // Days of recurring tickets are counted where our company is, whatever this device's clock says.
  const company = useResource("company", () => api.people.showCompany()).value;
  const now = new Date();
  return (
    <Section
      title={t("tickets.recurrences")}
      flush
      actions={
        <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
          {t("tickets.recurrence.add")}
        </Button>
      }
    >
      <When shown={shown} lines={3}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty
              icon={CalendarSync}
              title={t("tickets.recurrence.empty")}
              text={t("tickets.recurrence.emptyText")}
            />
          ) : (
            <ul className="divide-y divide-line">
              {items.map((one) => (
                <Row key={one.id} one={one} edit={() => setOpen(one)} />
              ))}
            </ul>
          )
        }
      </When>
      {open && (
        <Edit
          key={open === "new" ? "new" : open.id}
          one={open === "new" ? undefined : open}
          today={company ? dayIn(company.zone, now) : dayInput(now)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

function Row({ one, edit }: { one: Recurrence; edit(): void }) {
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-64">
        <p className="font-medium [overflow-wrap:anywhere]">
          {one.subject} <span className="font-normal text-muted">· {one.customerName}</span>
        </p>
        <p className="text-xs text-muted">{ruleText(one.rule)}</p>
        <p className="text-xs text-muted">
          {one.nextAt && t("tickets.recurrence.next", { at: moment(one.nextAt) })}
          {one.lastTicket &&
            ` · ${t("tickets.recurrence.last", { number: String(one.lastTicket) })}`}
        </p>
      </div>
      {one.stoppedAt && <Badge tone="warn">{t("tickets.recurrence.stopped")}</Badge>}
      <Button
        size="small"
        look="quiet"
        aria-label={t("tickets.recurrence.editOf", { subject: one.subject })}
        onClick={edit}
      >
        {t("tickets.recurrence.edit")}
      </Button>
    </li>
  );
}

interface Values {
  customer?: Found;
  requester?: Found;
  site: string; // An id, or "".
  from?: number;
  subject: string;
  text: string;
  "rule/pace": Pace;
  "rule/every": string;
  "rule/weekdays": Weekday[];
  "rule/day": string;
  "rule/nth": string;
  "rule/month": string;
  "rule/dayOff": DayOff;
  "rule/at": string;
  "rule/from": string;
  "rule/until": string;
  stopped: boolean;
}

function initial(one: Recurrence | undefined, today: string): Values {
  const rule = one?.rule;
  return {
    subject: one?.subject ?? "",
    text: one?.text ?? "",
    site: String(one?.site ?? ""),
    from: one?.from ?? undefined,
    "rule/pace": rule?.pace ?? "month_weekdays",
    "rule/every": String(rule?.every ?? 1),
    "rule/weekdays": rule?.weekdays ?? ["monday"],
    "rule/day": String(rule?.day ?? 1),
    "rule/nth": String(rule?.nth ?? 1),
    "rule/month": String(rule?.month ?? 1),
    "rule/dayOff": rule?.dayOff ?? "next_working_day",
    "rule/at": minutesText(rule?.at ?? 8 * 60),
    "rule/from": rule?.from ?? today,
    "rule/until": rule?.until ?? "",
    stopped: Boolean(one?.stoppedAt),
  };
}

function ruleOf(values: Values): RecurrenceRule {
  const pace = values["rule/pace"];
  const days = values["rule/weekdays"];
  return {
    pace,
    every: Number(values["rule/every"]) || 1,
    weekdays: pace === "weeks" ? days : pace === "month_weekdays" ? days.slice(0, 1) : [],
    ...((pace === "months" || pace === "years") && { day: Number(values["rule/day"]) }),
    ...(pace === "month_weekdays" && { nth: Number(values["rule/nth"]) }),
    ...(pace === "years" && { month: Number(values["rule/month"]) }),
    dayOff: values["rule/dayOff"],
    at: minutesOf(values["rule/at"]),
    from: values["rule/from"],
    ...(values["rule/until"] && { until: values["rule/until"] }),
  };
}

interface EditProps {
  one?: Recurrence;
  today: string;
  onClose(): void;
}

function Edit({ one, today, onClose }: EditProps) {
  const form = useForm<Values, Recurrence>({
    initial: initial(one, today),
    check: (values) => ({
      customer: one || values.customer ? undefined : "required",
      subject: values.subject.trim() ? undefined : "required",
      "rule/at": values["rule/at"] ? undefined : "required",
      "rule/from": values["rule/from"] ? undefined : "required",
    }),
    send: (values) => {
      const rule = ruleOf(values);
      const words = { subject: values.subject.trim(), text: values.text.trim() };
      return one
        ? api.tickets.editRecurrence(
            {
              id: one.id,
              ...words,
              rule,
              site: Number(values.site) || null,
              from: values.from ?? null,
              stopped: values.stopped,
            },
            { version: one.version },
          )
        : api.tickets.makeRecurrence({
            customer: values.customer?.id ?? 0,
            ...(values.requester && { requester: values.requester.id }),
            ...(values.site && { site: Number(values.site) }),
            ...(values.from && { from: values.from }),
            ...words,
            rule,
          });
    },
    done: () => {
      refresh(key);
      onClose();
    },
  });
  const { customer, from, "rule/pace": pace, "rule/weekdays": days } = form.values;
  return (
    <Dialog
      open
      wide
      title={t(one ? "tickets.recurrence.edit" : "tickets.recurrence.add")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {!one && (
          <div className="grid gap-3 sm:grid-cols-2">
            <Field label={t("tickets.customer")} error={form.error("customer")} required>
              <Combobox
                name="customer"
                chosen={customer}
                onChoose={(found) => {
                  form.set("customer", found);
                  form.set("requester", undefined);
                  form.set("site", "");
                }}
                find={findCustomers}
              />
            </Field>
            <Field label={t("tickets.requester")} error={form.error("requester")} optional>
              <Combobox
                name="requester"
                disabled={!customer}
                chosen={form.values.requester}
                onChoose={(found) => form.set("requester", found)}
                find={findPersonsOf(customer?.id)}
              />
            </Field>
          </div>
        )}
        <SiteField
          customer={one?.customer ?? customer?.id}
          value={form.values.site}
          error={form.error("site")}
          onChange={(site) => form.set("site", site)}
        />
        <TemplateChoice
          label={t("tickets.template.from")}
          value={from}
          onChoose={(chosen) => form.set("from", chosen?.id)}
        />
        <Field label={t("tickets.subject")} error={form.error("subject")} required>
          <Input {...text(form, "subject")} maxLength={300} />
        </Field>
        <Field label={t("tickets.description")} error={form.error("text")} optional>
          <Textarea {...text(form, "text")} rows={3} maxLength={20000} />
        </Field>
        <fieldset className="grid gap-3 sm:grid-cols-3">
          <legend className="mb-2 text-sm font-semibold">{t("tickets.recurrence.rule")}</legend>
          <Field label={t("tickets.recurrence.everyLabel")} error={form.error("rule/every")}>
            <Input {...text(form, "rule/every")} type="number" min={1} max={400} />
          </Field>
          <Field label={t("tickets.recurrence.paceLabel")} error={form.error("rule/pace")}>
            <Select
              {...text(form, "rule/pace")}
              options={paces.map((each) => ({ value: each, label: paceText(each) }))}
            />
          </Field>
          {pace === "month_weekdays" && (
            <>
              <Field label={t("tickets.recurrence.nthLabel")} error={form.error("rule/nth")}>
                <Select
                  {...text(form, "rule/nth")}
                  options={nths.map((each) => ({ value: String(each), label: nthText(each) }))}
                />
              </Field>
              <Field label={t("tickets.recurrence.weekday")} error={form.error("rule/weekdays")}>
                <Select
                  name="rule/weekdays"
                  value={days[0] ?? "monday"}
                  onChange={(event) => form.set("rule/weekdays", [event.target.value as Weekday])}
                  options={weekdays.map((each) => ({ value: each, label: weekdayText(each) }))}
                />
              </Field>
            </>
          )}
          {(pace === "months" || pace === "years") && (
            <Field label={t("tickets.recurrence.day")} error={form.error("rule/day")}>
              <Input {...text(form, "rule/day")} type="number" min={1} max={31} />
            </Field>
          )}
          {pace === "years" && (
            <Field label={t("tickets.recurrence.month")} error={form.error("rule/month")}>
              <Input {...text(form, "rule/month")} type="number" min={1} max={12} />
            </Field>
          )}
          <Field label={t("tickets.recurrence.at")} error={form.error("rule/at")} required>
            <Input {...text(form, "rule/at")} type="time" />
          </Field>
          <Field label={t("tickets.recurrence.from")} error={form.error("rule/from")} required>
            <Input {...text(form, "rule/from")} type="date" />
          </Field>
          <Field label={t("tickets.recurrence.until")} error={form.error("rule/until")} optional>
            <Input {...text(form, "rule/until")} type="date" />
          </Field>
          <Field label={t("tickets.recurrence.onDayOff")} className="sm:col-span-2">
            <Select
              {...text(form, "rule/dayOff")}
              options={daysOff.map((each) => ({ value: each, label: dayOffText(each) }))}
            />
          </Field>
        </fieldset>
        {pace === "weeks" && (
          <WeekdayBoxes
            chosen={days}
            error={form.error("rule/weekdays")}
            onChange={(chosen) => form.set("rule/weekdays", chosen)}
          />
        )}
        <Preview rule={ruleOf(form.values)} />
        {one && (
          <Checkbox
            name="stopped"
            label={t("tickets.recurrence.stop")}
            hint={t("tickets.recurrence.stopHint")}
            checked={form.values.stopped}
            onChange={(event) => form.set("stopped", event.target.checked)}
          />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface BoxesProps {
  chosen: Weekday[];
  error?: string;
  onChange(days: Weekday[]): void;
}

function WeekdayBoxes({ chosen, error, onChange }: BoxesProps) {
  return (
    <fieldset data-field="rule/weekdays">
      <legend className="text-xs font-medium">{t("tickets.recurrence.weekday")}</legend>
      <div className="flex flex-wrap gap-x-4">
        {weekdays.map((day) => (
          <Checkbox
            key={day}
            label={weekdayText(day)}
            checked={chosen.includes(day)}
            onChange={(event) =>
              onChange(
                event.target.checked
                  ? weekdays.filter((each) => each === day || chosen.includes(each))
                  : chosen.filter((each) => each !== day),
              )
            }
          />
        ))}
      </div>
      {error && <p className="mt-1 text-xs text-danger-text">{error}</p>}
    </fieldset>
  );
}

const pause = 300; // Milliseconds after the last change.

function Preview({ rule }: { rule: RecurrenceRule }) {
  const [days, setDays] = useState<RecurrenceDays["items"]>([]);
  const [why, setWhy] = useState<string>();
  const asked = JSON.stringify(rule);
  useEffect(() => {
    const timer = setTimeout(async () => {
      try {
        setDays((await api.tickets.previewRecurrence({ rule: JSON.parse(asked) })).items);
        setWhy(undefined);
      } catch (problem) {
        setDays([]);
        setWhy(problem instanceof Problem ? problemText(problem) : undefined);
      }
    }, pause);
    return () => clearTimeout(timer);
  }, [asked]);
  return (
    <div role="status" className="rounded-lg bg-sunken px-4 py-3 text-sm">
      <p className="mb-1 text-xs font-medium">{t("tickets.recurrence.preview")}</p>
      {why && <p className="text-muted">{why}</p>}
      <ul className="flex flex-wrap gap-x-4 gap-y-1 tabular-nums">
        {days.map((one) => (
          <li key={one.planned}>
            {one.day
              ? dayText(one.day)
              : t("tickets.recurrence.skipped", { day: dayText(one.planned) })}
            {one.isDayOff && one.day && one.day !== one.planned && (
              <span className="text-xs text-muted">
                {" "}
                {t("tickets.recurrence.instead", { day: dayText(one.planned) })}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
