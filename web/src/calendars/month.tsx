// A month of a calendar, in weeks: the hours of each day, and why some are different. Where somebody
// may change them, a day is a button.

import { ChevronLeft, ChevronRight } from "lucide-react";
import { api } from "../api/client";
import type { CalendarPlan, PreviewedDay } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { dayInput, duration } from "../base/time";
import { dayText as weekdayName } from "../people/editors";
import { weekdays } from "../people/model";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { When } from "../ui/empty";
import {
  type Month,
  monthKey,
  monthOf,
  monthText,
  movedMonth,
  spansText,
  weekdayText,
  weeksOf,
  whyText,
} from "./model";

interface MonthViewProps {
  calendar?: number;
  plan?: CalendarPlan; // As if it were saved.
  holdsFrom?: string;
  month: Month;
  onMonth(month: Month): void;
  onDay?(day: PreviewedDay): void;
}

export function MonthView({ calendar, plan, holdsFrom, month, onMonth, onDay }: MonthViewProps) {
  const wish = { calendar, plan, holdsFrom, ...month };
  const shown = useResource(`calendars/month/${JSON.stringify(wish)}`, () =>
    api.calendars.previewCalendar(wish),
  );
  const today = dayInput(new Date());
  const step = (by: number) => () => onMonth(movedMonth(month, by));
  return (
    <div>
      <div className="mb-2 flex flex-wrap items-center gap-2">
        <IconButton icon={ChevronLeft} label={t("calendars.monthBefore")} onClick={step(-1)} />
        <h3 className="min-w-36 text-center text-sm first-letter:uppercase" aria-live="polite">
          {monthText(month)}
        </h3>
        <IconButton icon={ChevronRight} label={t("calendars.monthAfter")} onClick={step(1)} />
        {monthKey(month) !== today.slice(0, 7) && (
          <Button size="small" look="quiet" onClick={() => onMonth(monthOf(today))}>
            {t("calendars.thisMonth")}
          </Button>
        )}
        {shown.value && (
          <span className="ml-auto text-xs text-muted">
            {t("calendars.inAll", { time: duration(shown.value.minutes) })}
          </span>
        )}
      </div>
      <When shown={shown} lines={8}>
        {({ days }) => (
          <table className="w-full table-fixed border-collapse">
            <caption className="sr-only">{monthText(month)}</caption>
            <thead>
              <tr>
                {weekdays.map((day) => (
                  <th key={day} scope="col" className="pb-1 text-2xs font-medium text-muted">
                    <abbr title={weekdayName(day)} className="no-underline">
                      {t(`people.dayShort.${day}`)}
                    </abbr>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeksOf(days).map((week) => (
                <tr key={week.find(Boolean)?.day}>
                  {week.map((day, at) => (
                    <td key={weekdays[at]} className="h-14 border border-line p-0 align-top">
                      {day && <Day day={day} isToday={day.day === today} onDay={onDay} />}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </When>
    </div>
  );
}

interface DayProps {
  day: PreviewedDay;
  isToday: boolean;
  onDay?(day: PreviewedDay): void;
}

function Day({ day, isToday, onDay }: DayProps) {
  const why = whyText(day);
  const hours = spansText(day.hours);
  const look = cx(
    "flex h-full min-h-14 w-full flex-col items-start gap-0.5 px-1 py-0.5 text-left text-2xs",
    day.cause === "week" && day.hours.length === 0 && "bg-sunken text-muted",
    day.cause === "holiday" && "bg-info-soft text-info-text",
    day.cause === "special" && "bg-warn-soft text-warn-text",
  );
  const told = [weekdayText(day.day), hours || t("calendars.dayOff"), why].filter(Boolean);
  const body = (
    <>
      <span
        aria-hidden
        className={cx("text-xs tabular-nums", isToday && "font-semibold underline")}
      >
        {Number(day.day.slice(8))}
      </span>
      <span className="sr-only">{weekdayText(day.day)}</span>
      {/* On a phone there is no room for hours: a mark says that somebody works. */}
      <span className="w-full tabular-nums [overflow-wrap:anywhere] max-sm:sr-only">
        {hours || <span className="sr-only">{t("calendars.dayOff")}</span>}
      </span>
      {hours && <span aria-hidden className="size-1.5 rounded-full bg-accent sm:hidden" />}
      <span className="w-full truncate max-sm:sr-only">{why}</span>
    </>
  );
  if (!onDay) {
    return (
      <div className={look} title={told.join(", ")}>
        {body}
      </div>
    );
  }
  return (
    <button
      type="button"
      className={cx(look, "-outline-offset-2 hover:bg-hover hover:text-ink")}
      title={told.join(", ")}
      onClick={() => onDay(day)}
    >
      {body}
    </button>
  );
}
