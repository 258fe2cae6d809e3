// The page behind the link in a letter: the customer picks a time, moves it or cancels it, without
// signing in. Opening it uses nothing up: mail scanners open everything. Only the buttons act.

import { CalendarCheck, CalendarClock, CalendarX } from "lucide-react";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { LinkedAppointment } from "../api/types";
import { language, speak, t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { Problem, problemText } from "../base/problem";
import { clock, moment } from "../base/time";
import { Entrance } from "../people/entrance";
import { Button, buttonClass } from "../ui/button";
import { Actions } from "../ui/dialog";
import { Skeleton } from "../ui/empty";
import { Choice, Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { endOf, kindText, longTime } from "./appointment_model";

export function AppointmentPage() {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [linked, setLinked] = useState<LinkedAppointment>();
  const [problem, setProblem] = useState<unknown>();
  useObservable(language);
  useEffect(() => {
    api.tickets.lookAtAppointment({ token }).then(setLinked, setProblem);
  }, [token]);
  const theirs = linked?.language;
  useEffect(() => speak(theirs), [theirs]);
  if (problem) {
    // Over, taken back or never there: the server says the same of all of them.
    const gone = problem instanceof Problem && (problem.status === 404 || problem.status === 422);
    return (
      <Entrance title={t("tickets.linked.gone")}>
        <p role="alert">{gone ? t("tickets.linked.goneText") : problemText(problem)}</p>
      </Entrance>
    );
  }
  if (!linked) {
    return (
      <Entrance title={t("ui.loading")}>
        <Skeleton />
      </Entrance>
    );
  }
  return (
    <Entrance
      title={t(linked.state === "offered" ? "tickets.linked.titleOffer" : "tickets.linked.title")}
      note={linked.companyName}
    >
      <Linked token={token} linked={linked} onChange={setLinked} />
    </Entrance>
  );
}

interface LinkedProps {
  token: string;
  linked: LinkedAppointment;
  onChange(linked: LinkedAppointment): void;
}

type Doing = "move" | "cancel" | undefined;

function Linked({ token, linked, onChange }: LinkedProps) {
  const [doing, setDoing] = useState<Doing>();
  const done = (after: LinkedAppointment) => {
    setDoing(undefined);
    onChange(after);
  };
  const isOffer = linked.state === "offered";
  const over = !isOffer && linked.state !== "agreed";
  return (
    <div className="space-y-5">
      <Greeting linked={linked} />
      <About linked={linked} token={token} />
      {isOffer && linked.offers.length > 0 && (
        <ChooseTime
          token={token}
          linked={linked}
          times={linked.offers}
          label={t("tickets.linked.take")}
          onDone={done}
        />
      )}
      {doing === "move" && (
        <Move token={token} linked={linked} onDone={done} onBack={() => setDoing(undefined)} />
      )}
      {doing === "cancel" && (
        <Cancel token={token} onDone={done} onBack={() => setDoing(undefined)} />
      )}
      {!over && !linked.mayMove && (
        <p className="text-muted">{t("tickets.linked.tooLate", { hours: linked.moveHours })}</p>
      )}
      {!over && linked.mayMove && !doing && (
        <div className="flex flex-wrap gap-2 border-t border-line pt-4">
          {!isOffer && <Button onClick={() => setDoing("move")}>{t("tickets.linked.move")}</Button>}
          <Button look="quiet" onClick={() => setDoing("cancel")}>
            {t("tickets.linked.cancel")}
          </Button>
        </div>
      )}
      <p className="text-xs text-muted">{t("tickets.linked.zone", { zone: linked.zone })}</p>
    </div>
  );
}

function Greeting({ linked }: { linked: LinkedAppointment }) {
  const name = linked.givenName;
  const Icon =
    linked.state === "agreed"
      ? CalendarCheck
      : linked.state === "cancelled"
        ? CalendarX
        : CalendarClock;
  const words =
    linked.state === "offered"
      ? linked.offers.length > 0
        ? t("tickets.linked.choose")
        : t("tickets.linked.offersOver")
      : t(`tickets.linked.${linked.state}`);
  return (
    <div className="flex items-center gap-3">
      <span className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
        <Icon aria-hidden size={22} />
      </span>
      <div>
        <p className="font-semibold">
          {name ? t("tickets.linked.hello", { name }) : t("tickets.linked.helloNobody")}
        </p>
        <p role="status">{words}</p>
      </div>
    </div>
  );
}

function About({ linked, token }: { linked: LinkedAppointment; token: string }) {
  const { startsAt, zone } = linked;
  return (
    <div className="space-y-1 rounded-xl bg-sunken px-4 py-3">
      <p className="text-xs text-muted">
        {kindText(linked.kind)} · {t("tickets.linked.ticket", { number: String(linked.ticket) })}
      </p>
      {startsAt && (
        <p className="text-base font-semibold">
          {longTime(startsAt, zone)}–{clock(endOf(startsAt, linked.minutes), zone)}
        </p>
      )}
      {linked.place && <p>{linked.place}</p>}
      {linked.technicians.length > 0 && (
        <p className="text-muted">
          {t("tickets.linked.who", { names: linked.technicians.join(", ") })}
        </p>
      )}
      {linked.customerNote && (
        <p className="pt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">{linked.customerNote}</p>
      )}
      {linked.state === "agreed" && (
        <a
          href={`/api/v1/appointment-links/${token}/calendar`}
          download
          className={buttonClass("plain", "small", "mt-2")}
        >
          {t("tickets.appointment.file")}
        </a>
      )}
    </div>
  );
}

interface ChooseProps {
  token: string;
  linked: LinkedAppointment;
  times: string[];
  label: string;
  onDone(after: LinkedAppointment): void;
  onBack?(): void;
}

function ChooseTime({ token, linked, times, label, onDone, onBack }: ChooseProps) {
  const form = useForm({
    initial: { startsAt: times[0] ?? "" },
    send: ({ startsAt }) => api.tickets.chooseAppointmentTime({ token, startsAt }),
    done: onDone,
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem ?? form.error("startsAt")} />
      <div className="max-h-80 overflow-y-auto">
        <Choice
          label={t("tickets.appointment.how")}
          value={form.values.startsAt}
          options={times.map((start) => ({
            value: start,
            label: `${longTime(start, linked.zone)}–${clock(
              endOf(start, linked.minutes),
              linked.zone,
            )}`,
          }))}
          onChange={(start) => form.set("startsAt", start)}
        />
      </div>
      {linked.offersUntil && (
        <p className="text-xs text-muted">
          {t("tickets.linked.until", { time: moment(linked.offersUntil, linked.zone) })}
        </p>
      )}
      <Actions label={label} busy={form.busy} onCancel={onBack} />
    </form>
  );
}

function Move({ token, linked, onDone, onBack }: Omit<ChooseProps, "times" | "label">) {
  const times = [...new Set([...linked.offers, ...linked.freeTimes])].sort();
  if (times.length === 0) return <p>{t("tickets.linked.noOthers")}</p>;
  return (
    <ChooseTime
      token={token}
      linked={linked}
      times={times}
      label={t("tickets.linked.moveDo")}
      onDone={onDone}
      onBack={onBack}
    />
  );
}

interface CancelProps {
  token: string;
  onDone(after: LinkedAppointment): void;
  onBack(): void;
}

function Cancel({ token, onDone, onBack }: CancelProps) {
  const form = useForm({
    initial: { reason: "" },
    check: (values) => ({ reason: values.reason.trim() ? undefined : "required" }),
    send: ({ reason }) => api.tickets.cancelAppointmentByLink({ token, reason: reason.trim() }),
    done: onDone,
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <Field label={t("tickets.linked.cancelWhy")} error={form.error("reason")} required>
        <Textarea {...text(form, "reason")} rows={2} maxLength={500} autoFocus />
      </Field>
      <Actions
        label={t("tickets.linked.cancel")}
        look="danger"
        busy={form.busy}
        onCancel={onBack}
      />
    </form>
  );
}
