// Work time beyond one ticket: one's own week with its gaps and stopwatches, everybody's for a lead,
// and the kinds of work.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { ChevronLeft, ChevronRight, Trash2 } from "lucide-react";
import { api } from "../api/client";
import type { TimeDay, TimeGap } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { clock, dayInput, duration } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { Tabs } from "../ui/tabs";
import { drop, useStopwatches } from "./stopwatch";
import { Clock, StopwatchButtons } from "./stopwatch_notice";
import { TicketEntry } from "./ticket_time";
import { addDays, asDate, isDay, mondayOf, shortDay } from "./time_model";
import { AllTime } from "./time_of_all";
import type { TimeSearch } from "./time_search";
import { WorkTypes } from "./work_types";

export function TimePage() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as TimeSearch;
  const mine = { id: "mine", title: t("tickets.time.mine"), body: <MyWeek week={search.week} /> };
  const all = { id: "all", title: t("tickets.time.all"), body: <AllTime /> };
  const types = { id: "types", title: t("tickets.time.types"), body: <WorkTypes /> };
  const tabs = [
    ...(may("tickets.book_time") ? [mine] : []),
    ...(may("tickets.see_all_time") ? [all] : []),
    ...(may("tickets.edit_work_types") ? [types] : []),
  ];
  const wanted = tabs.find((tab) => tab.id === search.tab) ?? tabs[0];
  return (
    <Page title={t("tickets.time.title")}>
      <Tabs
        label={t("tickets.time.title")}
        open={wanted?.id ?? "mine"}
        onOpen={(tab) =>
          navigate({
            to: "/time" as never,
            search: { tab: tab === "mine" ? undefined : tab } as never,
          })
        }
        tabs={tabs}
      />
    </Page>
  );
}

function MyWeek({ week }: { week?: string }) {
  const navigate = useNavigate();
  const today = dayInput(new Date());
  const from = mondayOf(isDay(week) ? week : today);
  const to = addDays(from, 6);
  const shown = useResource(`time/mine/${from}`, () => api.tickets.readMyTime({ from, to }));
  const show = (monday: string) =>
    navigate({
      to: "/time" as never,
      search: { week: monday === mondayOf(today) ? undefined : monday } as never,
      replace: true,
    });
  return (
    <div className="space-y-4">
      <MyStopwatches />
      <div className="flex flex-wrap items-center gap-2">
        <IconButton
          icon={ChevronLeft}
          label={t("tickets.time.weekBefore")}
          onClick={() => void show(addDays(from, -7))}
        />
        <h2 className="text-sm font-semibold tabular-nums">
          {shortDay(from)} – {shortDay(to)}
        </h2>
        <IconButton
          icon={ChevronRight}
          label={t("tickets.time.weekAfter")}
          disabled={addDays(from, 7) > today}
          onClick={() => void show(addDays(from, 7))}
        />
        {shown.value && (
          <p className="ml-auto text-muted">
            {t("tickets.time.sum", {
              all: duration(shown.value.totals.minutes),
              billable: duration(shown.value.totals.billableMinutes),
            })}
          </p>
        )}
      </div>
      <When shown={shown} lines={7}>
        {(time) => (
          <>
            {time.more && <p className="text-warn-text">{t("tickets.time.moreThanShown")}</p>}
            {[...time.days]
              .reverse()
              .filter((day) => day.day <= today)
              .map((day) => (
                <Day key={day.day} day={day} />
              ))}
          </>
        )}
      </When>
    </div>
  );
}

const isWeekend = (day: string) => [0, 6].includes(asDate(day).getDay());

// A working day without any entry is the largest of gaps.
function Day({ day }: { day: TimeDay }) {
  const empty = day.items.length === 0;
  if (empty && isWeekend(day.day)) return null;
  return (
    <Section
      title={shortDay(day.day)}
      flush
      actions={
        <span className={cx("text-sm tabular-nums", empty ? "text-muted" : "font-semibold")}>
          {duration(day.minutes)}
        </span>
      }
    >
      {empty ? (
        <p className="px-4 py-3 text-muted">{t("tickets.time.dayEmpty")}</p>
      ) : (
        <>
          <ul className="divide-y divide-line">
            {day.items.map((entry) => (
              <TicketEntry key={entry.id} entry={entry} />
            ))}
          </ul>
          {day.gaps.length > 0 && <Gaps gaps={day.gaps} />}
        </>
      )}
    </Section>
  );
}

function Gaps({ gaps }: { gaps: TimeGap[] }) {
  return (
    <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2.5 text-xs text-muted">
      {t("tickets.time.gaps")}
      {gaps.map((gap) => (
        <Badge key={gap.from} tone="warn">
          {clock(gap.from)}–{clock(gap.to)} · {duration(gap.minutes)}
        </Badge>
      ))}
    </div>
  );
}

function MyStopwatches() {
  const all = useStopwatches();
  if (!all || all.items.length === 0) return null;
  return (
    <Section title={t("tickets.time.stopwatches")} flush>
      <ul className="divide-y divide-line">
        {all.items.map((one) => (
          <li key={one.ticket} className="flex flex-wrap items-center gap-x-3 gap-y-2 px-4 py-2.5">
            <span className="w-20 text-right">
              <Clock one={one} at={all.at} />
            </span>
            <Link
              to="/tickets/$ticket"
              params={{ ticket: String(one.ticket) }}
              className="min-w-0 flex-1 basis-48 text-accent-text hover:underline"
            >
              {one.ticket} · {one.subject ?? t("tickets.time.ticketGone")}
            </Link>
            {one.state === "asking" && <Badge tone="warn">{t("tickets.time.asking")}</Badge>}
            {one.state === "paused" && <Badge>{t("tickets.time.paused")}</Badge>}
            <StopwatchButtons one={one} />
            <Button size="small" look="quiet" icon={Trash2} onClick={() => void drop(one.ticket)}>
              {t("tickets.time.drop")}
            </Button>
          </li>
        ))}
      </ul>
    </Section>
  );
}
