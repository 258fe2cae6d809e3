// The desk's week: a row for each technician, a column for each day, with shifts shaded, absences and
// what is planned. What clashes is marked. On a phone it is a list by day.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight, Smartphone, TriangleAlert, Users } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { api } from "../api/client";
import type { Appointment, BoardDay, CalendarBoard, PersonWeek } from "../api/types";
import { useCommands } from "../base/commands";
import { type MessageId, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may, useSession } from "../base/session";
import { clock, dayInput } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { Empty, When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { clashText, holidayText, kindText, onDay, share, stretches } from "./appointment_model";
import { addDays, isDay, mondayOf, shortDay } from "./time_model";

const CalendarDialog = lazy(() =>
  import("./calendar_dialogs").then((file) => ({ default: file.CalendarDialog })),
);

export function CalendarPage() {
  const navigate = useNavigate();
  const { week } = useSearch({ strict: false }) as { week?: string };
  const today = dayInput(new Date());
  const from = mondayOf(isDay(week) ? week : today);
  const to = addDays(from, 6);
  const shown = useResource(`calendar/${from}`, () => api.tickets.readCalendarBoard({ from, to }));
  const [dialog, setDialog] = useState<"feed" | "rules">();
  const show = (monday: string) =>
    void navigate({
      to: "/calendar" as never,
      search: { week: monday === mondayOf(today) ? undefined : monday } as never,
      replace: true,
    });
  const step = (days: number) => () => show(addDays(from, days));
  useCommands([
    command("tickets.calendar.weekBefore", "[", step(-7)),
    command("tickets.calendar.weekAfter", "]", step(7)),
    command("tickets.calendar.today", "y", () => show(mondayOf(today))),
    command("tickets.calendar.private", undefined, () => setDialog("feed")),
  ]);
  return (
    <Page
      title={t("tickets.calendar.title")}
      actions={
        <>
          {may("tickets.configure") && (
            <Button onClick={() => setDialog("rules")}>{t("tickets.calendar.settings")}</Button>
          )}
          <Button icon={Smartphone} onClick={() => setDialog("feed")}>
            {t("tickets.calendar.private")}
          </Button>
        </>
      }
    >
      <div className="mb-4 flex flex-wrap items-center gap-2">
        <IconButton
          icon={ChevronLeft}
          label={t("tickets.calendar.weekBefore")}
          onClick={step(-7)}
        />
        <h2 className="text-sm font-semibold tabular-nums">
          {shortDay(from)} – {shortDay(to)}
        </h2>
        <IconButton icon={ChevronRight} label={t("tickets.calendar.weekAfter")} onClick={step(7)} />
        {from !== mondayOf(today) && (
          <Button size="small" look="quiet" onClick={() => show(mondayOf(today))}>
            {t("tickets.calendar.today")}
          </Button>
        )}
      </div>
      <When shown={shown} lines={8}>
        {(board) =>
          board.technicians.length === 0 ? (
            <Empty
              icon={Users}
              title={t("tickets.calendar.none")}
              text={t("tickets.calendar.noneText")}
            />
          ) : (
            <>
              {board.more && <p className="mb-3 text-warn-text">{t("tickets.calendar.more")}</p>}
              <Week board={board} today={today} />
              <DayList board={board} today={today} />
              <p className="mt-3 text-xs text-muted">
                {t("tickets.calendar.zone", { zone: board.zone })}
              </p>
            </>
          )
        }
      </When>
      <Suspense>
        {dialog && <CalendarDialog what={dialog} onClose={() => setDialog(undefined)} />}
      </Suspense>
    </Page>
  );
}

const command = (title: MessageId, keys: string | undefined, run: () => void) => ({
  id: title,
  title,
  group: "tickets.calendar.title" as const,
  ...(keys && { keys }),
  run,
});

// --- What stands in one cell

interface Cell {
  board: CalendarBoard;
  day: BoardDay;
  technician: PersonWeek;
}

interface Card {
  from: string;
  to: string;
  one?: Appointment; // Nothing: of a ticket that the reader does not see.
}

function cardsOf({ board, day, technician }: Cell): Card[] {
  const own = board.appointments
    .filter((one) => one.persons.some(({ person }) => person === technician.person))
    .flatMap((one) => stretches(one).map((span) => ({ ...span, one })));
  const hidden = board.busy.filter((busy) => busy.person === technician.person);
  const cards: Card[] = onDay([...own, ...hidden], day);
  return cards.sort((a, b) => Date.parse(a.from) - Date.parse(b.from));
}

const clashesOf = (board: CalendarBoard, one: Appointment) =>
  board.clashes.filter((clash) => clash.appointment === one.id).map(({ clash }) => clash);

// From "06:00" to "14:00", as far as it lies on this day.
const spansText = (spans: { from: string; to: string }[], zone: string) =>
  spans.map((span) => `${clock(span.from, zone)}–${clock(span.to, zone)}`).join(", ");

function dutyText({ board, day, technician }: Cell): string {
  const parts = [];
  const works = onDay(technician.works, day);
  const absent = onDay(technician.absences, day);
  if (works.length > 0) {
    parts.push(t("tickets.calendar.works", { spans: spansText(works, board.zone) }));
  } else if (technician.knowsHours) {
    parts.push(t("tickets.calendar.off"));
  }
  for (const absence of absent) {
    parts.push(
      t(
        absence.kind
          ? (`tickets.calendar.absent.${absence.kind}` as MessageId)
          : "tickets.calendar.absent",
      ),
    );
  }
  if (onDay(technician.onCall, day).length > 0) parts.push(t("tickets.calendar.onCall"));
  return parts.join(", ");
}

// The whole day as a thin line: shifts shaded, absences and appointments on it.
function DayLine(cell: Cell) {
  const { day, technician } = cell;
  const place = (span: { from: string; to: string }) => {
    const { left, width } = share(span, day);
    return { left: `${left}%`, width: `max(2px, ${width}%)` };
  };
  const layer = (spans: { from: string; to: string }[], look: string) =>
    onDay(spans, day).map((span) => (
      <span
        key={`${look} ${span.from}`}
        className={cx("absolute inset-y-0 rounded-sm", look)}
        style={place(span)}
      />
    ));
  return (
    <span aria-hidden className="relative block h-1.5 overflow-hidden rounded-sm bg-sunken">
      {layer(technician.works, "bg-accent/25")}
      {layer(technician.onCall, "bg-info-text/25")}
      {layer(technician.absences, "bg-warn-text/45")}
      {layer(cardsOf(cell), "bg-accent")}
    </span>
  );
}

function AppointmentCard({ board, card }: { board: CalendarBoard; card: Card }) {
  const span = `${clock(card.from, board.zone)}–${clock(card.to, board.zone)}`;
  const { one } = card;
  if (!one) {
    return (
      <p className="rounded-lg bg-sunken px-2 py-1 text-xs text-muted tabular-nums">
        {t("tickets.calendar.busy", {
          from: clock(card.from, board.zone),
          to: clock(card.to, board.zone),
        })}
      </p>
    );
  }
  const clashes = clashesOf(board, one);
  const what = clashes.map((clash) => clashText(clash, board.zone)).join("; ");
  const over = one.state === "done" || one.state === "missed";
  return (
    <Link
      to="/tickets/$ticket"
      params={{ ticket: String(one.ticket) }}
      className={cx(
        "block rounded-lg border px-2 py-1 text-xs hover:bg-hover",
        one.state === "offered" ? "border-dashed border-edge" : "border-line bg-surface",
        clashes.length > 0 && "!border-danger-text",
        over && "text-muted",
      )}
    >
      <span className="flex items-center gap-1 font-semibold whitespace-nowrap tabular-nums">
        {span}
        {clashes.length > 0 && (
          <TriangleAlert
            size={13}
            className="shrink-0 text-danger-text"
            role="img"
            aria-label={t("tickets.calendar.clash", { what })}
          />
        )}
      </span>
      <span className="block truncate" title={one.subject}>
        {kindText(one.kind)} · {one.customerName}
      </span>
      {one.place && (
        <span className="block truncate text-muted" title={one.place}>
          {one.place}
        </span>
      )}
      {clashes.length > 0 && <span className="block text-danger-text">{what}</span>}
    </Link>
  );
}

// --- The board

function Week({ board, today }: { board: CalendarBoard; today: string }) {
  const me = useSession().person;
  return (
    <div className="hidden overflow-x-auto rounded-xl border border-line bg-surface md:block">
      <table className="w-full min-w-[60rem] table-fixed border-collapse text-left text-sm">
        <thead>
          <tr className="border-b border-line">
            <th scope="col" className="w-36 px-3 py-2 text-xs font-medium text-muted">
              {t("tickets.calendar.technician")}
            </th>
            {board.days.map((day) => (
              <th
                key={day.day}
                scope="col"
                aria-current={day.day === today ? "date" : undefined}
                className={cx(
                  "border-l border-line px-2 py-2 align-top font-semibold",
                  day.day === today && "bg-accent-soft text-accent-text",
                )}
              >
                {shortDay(day.day)}
                <Holiday day={day} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {board.technicians.map((technician) => (
            <tr key={technician.person} className="border-b border-line last:border-0">
              <th scope="row" className="px-3 py-2 align-top font-medium [overflow-wrap:anywhere]">
                <span className={technician.person === me ? "text-accent-text" : ""}>
                  {technician.name}
                </span>
                <span className="block text-xs font-normal text-muted">
                  {[technician.base, technician.area].filter(Boolean).join(" · ")}
                </span>
              </th>
              {board.days.map((day) => (
                <td key={day.day} className="border-l border-line p-1.5 align-top">
                  <DayOf board={board} day={day} technician={technician} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const Holiday = ({ day }: { day: BoardDay }): ReactNode =>
  day.holiday && (
    <span className="block text-xs font-normal text-danger-text">{holidayText(day.holiday)}</span>
  );

function DayOf(cell: Cell) {
  const duty = dutyText(cell);
  return (
    <div className="space-y-1.5">
      <DayLine {...cell} />
      {duty && <p className="text-xs text-muted">{duty}</p>}
      {cardsOf(cell).map((card) => (
        <AppointmentCard key={`${card.one?.id} ${card.from}`} board={cell.board} card={card} />
      ))}
    </div>
  );
}

// --- The same by day, for narrow screens

function DayList({ board, today }: { board: CalendarBoard; today: string }) {
  return (
    <div className="space-y-3 md:hidden">
      {board.days.map((day) => (
        <Section
          key={day.day}
          title={shortDay(day.day)}
          flush
          actions={
            <>
              {day.holiday && <Badge tone="warn">{holidayText(day.holiday)}</Badge>}
              {day.day === today && <Badge tone="accent">{t("tickets.calendar.todayMark")}</Badge>}
            </>
          }
        >
          <DayRows board={board} day={day} />
        </Section>
      ))}
    </div>
  );
}

function DayRows({ board, day }: { board: CalendarBoard; day: BoardDay }) {
  const rows = board.technicians.filter((technician) => {
    const cell = { board, day, technician };
    return cardsOf(cell).length > 0 || onDay(technician.absences, day).length > 0;
  });
  if (rows.length === 0) {
    return <p className="px-4 py-3 text-muted">{t("tickets.calendar.nothing")}</p>;
  }
  return (
    <ul className="divide-y divide-line">
      {rows.map((technician) => {
        const cell = { board, day, technician };
        return (
          <li key={technician.person} className="space-y-1.5 px-4 py-3">
            <p className="font-medium">{technician.name}</p>
            <DayOf {...cell} />
          </li>
        );
      })}
    </ul>
  );
}
