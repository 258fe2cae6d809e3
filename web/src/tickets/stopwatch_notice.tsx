// The stopwatch above every page: the one that runs, or else what waits to be booked or answered.

import { Link } from "@tanstack/react-router";
import { CircleHelp, Pause, Play, Square, Timer } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import type { TicketStopwatch } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { peek, refresh } from "../base/resource";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import {
  pause,
  type Stopwatches,
  secondsNow,
  start,
  touch,
  touchEvery,
  useStopwatches,
} from "./stopwatch";
import { timeDialog } from "./time_dialogs";
import { runningClock } from "./time_model";

const TimeDialogs = lazy(() =>
  import("./time_form").then((file) => ({ default: file.TimeDialogs })),
);

export function StopwatchNotice() {
  const all = useStopwatches();
  const dialog = useObservable(timeDialog);
  useSigns(all);
  const first = all?.items.find((one) => one.state === "asking") ?? all?.items[0];
  return (
    <>
      {all && first && <Bar one={first} all={all} />}
      <Suspense>{dialog && <TimeDialogs open={dialog} />}</Suspense>
    </>
  );
}

// A sign a minute while one runs, and whenever somebody comes back to this page.
function useSigns(all: Stopwatches | undefined) {
  const runs = all?.items.some((one) => one.state === "running") ?? false;
  useEffect(() => {
    const back = () => {
      if (document.visibilityState === "visible") refresh("stopwatches");
    };
    document.addEventListener("visibilitychange", back);
    const timer = runs ? setInterval(() => void touch(), touchEvery) : undefined;
    return () => {
      document.removeEventListener("visibilitychange", back);
      clearInterval(timer);
    };
  }, [runs]);
}

export function Clock({ one, at }: { one: TicketStopwatch; at: number }) {
  const [now, setNow] = useState(Date.now());
  const runs = one.state === "running";
  useEffect(() => {
    setNow(Date.now());
    if (!runs) return;
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [runs]);
  return (
    <span role="timer" className="font-semibold tabular-nums">
      {runningClock(secondsNow(one, at, now))}
    </span>
  );
}

function Bar({ one, all }: { one: TicketStopwatch; all: Stopwatches }) {
  const asks = one.state === "asking";
  useCommands([
    {
      id: "tickets.time.stop",
      title: "tickets.time.stop",
      group: "tickets.time.title",
      icon: Square,
      blocked: () => (asks ? t("refusal.tickets.stopwatch_asks") : undefined),
      run: () => stopAndBook(one),
    },
  ]);
  return (
    <section
      aria-label={t("tickets.time.stopwatch")}
      className={cx(
        "flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line px-4 py-1.5 md:px-7",
        asks ? "bg-warn-soft text-warn-text" : "bg-accent-soft text-accent-text",
      )}
    >
      {asks ? (
        <CircleHelp aria-hidden size={17} className="shrink-0" />
      ) : (
        <Timer aria-hidden size={17} className="shrink-0" />
      )}
      {!asks && <Clock one={one} at={all.at} />}
      <Link
        to="/tickets/$ticket"
        params={{ ticket: String(one.ticket) }}
        className="min-w-0 flex-1 basis-40 truncate hover:underline"
      >
        {asks && `${t("tickets.time.asks")} `}
        {one.ticket} · {one.subject ?? t("tickets.time.ticketGone")}
        {one.state === "paused" && ` (${t("tickets.time.paused")})`}
      </Link>
      {all.items.length > 1 && (
        <Link to={"/time" as never} className="text-xs hover:underline">
          {t("tickets.time.others", { count: all.items.length - 1 })}
        </Link>
      )}
      <StopwatchButtons one={one} />
    </section>
  );
}

export function StopwatchButtons({ one }: { one: TicketStopwatch }) {
  if (one.state === "asking") {
    return (
      <Button
        size="small"
        look="main"
        onClick={() => timeDialog.set({ what: "answer", stopwatch: one })}
      >
        {t("tickets.time.decide")}
      </Button>
    );
  }
  const runs = one.state === "running";
  return (
    <span className="flex gap-1.5">
      <Button
        size="small"
        icon={runs ? Pause : Play}
        onClick={() => void (runs ? pause(one.ticket) : start(one.ticket))}
      >
        {t(runs ? "tickets.time.pause" : "tickets.time.resume")}
      </Button>
      <Button size="small" icon={Square} onClick={() => void stopAndBook(one)}>
        {t("tickets.time.stop")}
      </Button>
    </span>
  );
}

// It is paused first, so that nothing goes on while the form is filled in; who cancels goes on later.
async function stopAndBook(one: TicketStopwatch) {
  if (one.state === "running" && !(await pause(one.ticket))) return;
  // As it is after the pause: what is shown may be a minute old, and it may ask something now.
  const all = peek<Stopwatches>("stopwatches")?.items;
  const now = all?.find((other) => other.ticket === one.ticket) ?? one;
  if (now.state === "asking") return timeDialog.set({ what: "answer", stopwatch: now });
  timeDialog.set({
    what: "book",
    ticket: now.ticket,
    subject: now.subject ?? "",
    stopwatch: Math.max(1, now.minutes),
  });
}
