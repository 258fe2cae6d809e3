// One calendar: its month, its hours, the days that are different, and when so much work is done.

import { Link, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import { ArchiveRestore, ArchiveX, Pencil, Star } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Calendar, LabelledDay, PreviewedDay } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { Badge } from "../ui/badge";
import { ButtonOf } from "../ui/button";
import { Failure, Skeleton } from "../ui/empty";
import { Facts, Page, Section } from "../ui/page";
import { attempt } from "../ui/toast";
import type { CalendarSearch } from "./feature";
import {
  calendarKey,
  holdsText,
  loadCalendar,
  monthKey,
  planLines,
  readMonth,
  saturdayText,
  took,
} from "./model";
import { MonthView } from "./month";
import { PlanDialog } from "./plan_form";
import { DayDialog, Saturdays, SpecialDays, Suggestions } from "./special_days";
import { Trial } from "./trial";
import { Versions } from "./versions";

export function CalendarPage() {
  const params = useParams({ strict: false }) as { calendar: string };
  const id = Number(params.calendar);
  const shown = useResource(calendarKey(id), () => loadCalendar(id));
  if (shown.value) return <Loaded calendar={shown.value} />;
  return (
    <Page title={t("calendars.calendar")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

const settle = (change: Promise<Calendar>) => attempt(async () => took(await change));

function useCalendarCommands(calendar: Calendar, edit: () => void): Command[] {
  const mayEdit = may("calendars.edit");
  const isInUse = mayEdit && !calendar.retiredAt;
  const wish = { calendar: calendar.id };
  const commands: Command[] = [
    {
      id: "calendars.edit",
      title: "calendars.edit",
      group: "calendars.calendar",
      keys: "e",
      icon: Pencil,
      offered: () => isInUse,
      run: edit,
    },
    {
      id: "calendars.makeDefault",
      title: "calendars.makeDefault",
      group: "calendars.calendar",
      icon: Star,
      offered: () => isInUse && !calendar.isDefault,
      run: () => settle(api.calendars.makeDefault(wish)),
    },
    {
      id: "calendars.retire",
      title: "calendars.retire",
      group: "calendars.calendar",
      icon: ArchiveX,
      offered: () => isInUse && !calendar.isDefault,
      run: () => settle(api.calendars.retireCalendar(wish)),
    },
    {
      id: "calendars.putBack",
      title: "calendars.putBack",
      group: "calendars.calendar",
      icon: ArchiveRestore,
      offered: () => mayEdit && Boolean(calendar.retiredAt),
      run: () => settle(api.calendars.putCalendarBack(wish)),
    },
  ];
  useCommands(commands);
  return commands;
}

type Open = "plan" | "day" | { day: string; special?: LabelledDay };

function Loaded({ calendar }: { calendar: Calendar }) {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as CalendarSearch;
  const [open, setOpen] = useState<Open>();
  const commands = useCalendarCommands(calendar, () => setOpen("plan"));
  const month = readMonth(search.month, new Date());
  const { plan } = calendar;
  const changesDays = may("calendars.edit") && !calendar.retiredAt && !plan.always;
  const openDay = ({ day }: PreviewedDay | LabelledDay) =>
    setOpen({ day, special: plan.days?.find((one) => one.day === day) });
  const close = () => setOpen(undefined);
  return (
    <Page
      title={calendar.name}
      above={
        <Link to="/calendars" className="hover:underline">
          {t("calendars.calendars")}
        </Link>
      }
      marks={
        <>
          {calendar.isDefault && <Badge tone="accent">{t("calendars.default")}</Badge>}
          {calendar.retiredAt && <Badge tone="warn">{t("calendars.retired")}</Badge>}
        </>
      }
      actions={commands
        .filter((command) => command.offered?.())
        .map((command) => <ButtonOf key={command.id} command={command} />)}
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="grid gap-4">
          <Section title={t("calendars.month")}>
            <MonthView
              calendar={calendar.id}
              month={month}
              onMonth={(next) =>
                void navigate({
                  to: "/calendars/$calendar",
                  params: { calendar: String(calendar.id) },
                  search: { month: monthKey(next) },
                  replace: true,
                })
              }
              onDay={changesDays ? openDay : undefined}
            />
          </Section>
          <Section title={t("calendars.plan")}>
            <Facts facts={factsOf(calendar)} />
          </Section>
          <Trial calendar={calendar} />
        </div>
        <div className="grid gap-4">
          {!plan.always && (
            <SpecialDays
              calendar={calendar}
              mayEdit={changesDays}
              onAdd={() => setOpen("day")}
              onOpen={openDay}
            />
          )}
          {changesDays && <Suggestions calendar={calendar} year={month.year} />}
          {changesDays && <Saturdays key={saturdayText(plan)} calendar={calendar} />}
          <Versions calendar={calendar} />
        </div>
      </div>
      {open === "plan" && <PlanDialog calendar={calendar} onClose={close} />}
      {open && open !== "plan" && (
        <DayDialog calendar={calendar} {...(open !== "day" && open)} onClose={close} />
      )}
    </Page>
  );
}

function factsOf({ plan, sets, holdsFrom }: Calendar) {
  const lines = planLines(plan).map((line) => (
    <span key={line} className="block tabular-nums">
      {line}
    </span>
  ));
  const holidays = [
    plan.polishHolidays && t("calendars.polishHolidays"),
    ...sets.map((set) => set.name),
  ].filter(Boolean);
  return [
    { name: t("calendars.hours"), value: lines },
    { name: t("calendars.zone"), value: plan.zone },
    {
      name: t("calendars.holidays"),
      value: plan.always ? undefined : holidays.join(", ") || t("calendars.noHolidays"),
    },
    { name: t("calendars.since"), value: holdsText(holdsFrom) },
  ];
}
