// When an appointment is: one agreed time or up to five to choose from, the times at which everybody
// is free, and what speaks against those that are typed.

import { Plus, X } from "lucide-react";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { AppointmentClash } from "../api/types";
import { t } from "../base/i18n";
import { localInput } from "../base/time";
import { Button, IconButton } from "../ui/button";
import { Skeleton } from "../ui/empty";
import { Checkbox, Choice, Field, Input } from "../ui/field";
import { type Form, text } from "../ui/form";
import { attempt } from "../ui/toast";
import { clashText, offersMost, shortTime } from "./appointment_model";
import {
  minutesOf,
  type Open,
  planOf,
  startsOf,
  travelOf,
  type Values,
  week,
} from "./appointment_plan";

export function Times({ form, open }: { form: Form<Values>; open: Open }) {
  const { values } = form;
  const isOffer = values.how === "offered";
  const least = localInput(new Date());
  return (
    <div className="space-y-3">
      <Choice
        label={t("tickets.appointment.how")}
        value={values.how}
        options={[
          { value: "agreed", label: t("tickets.appointment.how.agreed") },
          { value: "offered", label: t("tickets.appointment.how.offered") },
        ]}
        onChange={(how) => form.set("how", how)}
      />
      {isOffer ? (
        <Offers form={form} least={least} />
      ) : (
        <Field
          label={t("tickets.appointment.start")}
          error={form.error("plan/startsAt")}
          className="sm:max-w-72"
          required
        >
          <Input {...text(form, "plan/startsAt")} type="datetime-local" min={least} step={300} />
        </Field>
      )}
      <Free form={form} open={open} />
      {isOffer && <p className="text-xs text-muted">{t("tickets.appointment.offersNote")}</p>}
    </div>
  );
}

function Offers({ form, least }: { form: Form<Values>; least: string }) {
  const { offers } = form.values;
  const put = (at: number, value: string) =>
    form.set(
      "offers",
      offers.map((old, index) => (index === at ? value : old)),
    );
  return (
    <div className="space-y-2">
      {offers.map((offer, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place in the list.
        <div key={at} className="flex items-start gap-1.5">
          <Field
            label={t("tickets.appointment.offer", { number: at + 1 })}
            hideLabel={at > 0}
            error={form.error(`plan/offers/${at}`)}
            className="sm:w-72"
          >
            <Input
              name={`plan/offers/${at}`}
              type="datetime-local"
              min={least}
              step={300}
              value={offer}
              onChange={(event) => put(at, event.target.value)}
            />
          </Field>
          {offers.length > 1 && (
            <IconButton
              icon={X}
              className={at === 0 ? "mt-5" : ""}
              label={t("tickets.appointment.removeOffer")}
              onClick={() =>
                form.set(
                  "offers",
                  offers.filter((_, index) => index !== at),
                )
              }
            />
          )}
        </div>
      ))}
      <div className="flex flex-wrap items-end gap-3">
        {offers.length < offersMost && (
          <Button size="small" icon={Plus} onClick={() => form.set("offers", [...offers, ""])}>
            {t("tickets.appointment.addOffer")}
          </Button>
        )}
        <Field label={t("tickets.appointment.offerDays")} error={form.error("plan/offerDays")}>
          <Input
            {...text(form, "plan/offerDays")}
            inputMode="numeric"
            autoComplete="off"
            className="sm:max-w-24"
          />
        </Field>
      </div>
    </div>
  );
}

// Times at which everybody is free: a press takes one.
function Free({ form, open }: { form: Form<Values>; open: Open }) {
  const [free, setFree] = useState<string[]>();
  const [busy, setBusy] = useState(false);
  const { values } = form;
  const find = async () => {
    setBusy(true);
    const now = Date.now();
    await attempt(async () => {
      const found = await api.tickets.findFreeTimes({
        ticket: open.ticket,
        appointment: open.appointment?.id,
        persons: values["plan/persons"].map((one) => one.id),
        from: new Date(now).toISOString(),
        to: new Date(now + 2 * week).toISOString(),
        minutes: minutesOf(values["plan/minutes"]) ?? 60,
        ...travelOf(values),
      });
      setFree(found.items);
    });
    setBusy(false);
  };
  const take = (start: string) => {
    const typed = localInput(start);
    if (values.how === "agreed") return form.set("plan/startsAt", typed);
    if (values.offers.includes(typed)) return;
    const filled = values.offers.filter(Boolean);
    if (filled.length < offersMost) form.set("offers", [...filled, typed]);
  };
  return (
    <div>
      <Button
        size="small"
        disabled={values["plan/persons"].length === 0 || busy}
        onClick={() => void find()}
      >
        {t("tickets.appointment.findFree")}
      </Button>
      {busy && <Skeleton lines={1} className="mt-2" />}
      {free?.length === 0 && (
        <p role="status" className="mt-2 text-muted">
          {t("tickets.appointment.noFree")}
        </p>
      )}
      {free && free.length > 0 && (
        <ul className="mt-2 flex max-h-32 flex-wrap gap-1.5 overflow-y-auto">
          {free.map((start) => (
            <li key={start}>
              <Button size="small" look="quiet" onClick={() => take(start)}>
                {shortTime(start)}
              </Button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

interface ClashesProps {
  form: Form<Values>;
  clashes: AppointmentClash[] | undefined;
}

export function Clashes({ form, clashes }: ClashesProps) {
  if (!clashes) return null;
  const several = form.values.how === "offered";
  return (
    <div role="status" className="text-sm">
      {clashes.length === 0 ? (
        <p className="text-good-text">{t("tickets.appointment.noClashes")}</p>
      ) : (
        <div className="rounded-lg bg-warn-soft px-3 py-2 text-warn-text">
          <p className="font-medium">{t("tickets.appointment.clashes")}</p>
          <ul className="mt-1 list-disc pl-5">
            {clashes.map((clash) => (
              <li key={JSON.stringify(clash)}>
                {several && `${shortTime(clash.at)}: `}
                {clashText(clash)}
                {clash.ticket && ` (${clash.ticket})`}
              </li>
            ))}
          </ul>
          {clashes.some((clash) => clash.kind === "booked") && (
            <div className="mt-2">
              <Checkbox
                label={t("tickets.appointment.despite")}
                checked={form.values.despite}
                onChange={(event) => form.set("despite", event.target.checked)}
              />
            </div>
          )}
        </div>
      )}
    </div>
  );
}

export function useClashes(open: Open, values: Values): AppointmentClash[] | undefined {
  const [clashes, setClashes] = useState<AppointmentClash[]>();
  const ready =
    values["plan/persons"].length > 0 &&
    startsOf(values).length > 0 &&
    minutesOf(values["plan/minutes"]) !== undefined;
  // A preview needs no place, so none is asked for.
  const plan = { ...planOf(values), site: undefined, customerNote: "", internalNote: "" };
  const asked = ready
    ? JSON.stringify({
        ticket: open.ticket,
        appointment: open.appointment?.id,
        plan: { ...plan, address: plan.kind === "visit" ? "-" : undefined, contact: undefined },
      })
    : "";
  useEffect(() => {
    if (!asked) return setClashes(undefined);
    let late = false;
    const pause = setTimeout(async () => {
      try {
        const found = await api.tickets.previewAppointment(JSON.parse(asked));
        if (!late) setClashes(found.items);
      } catch {
        // What is wrong with the fields is said when they are sent.
        if (!late) setClashes(undefined);
      }
    }, 350);
    return () => {
      late = true;
      clearTimeout(pause);
    };
  }, [asked]);
  return clashes;
}
