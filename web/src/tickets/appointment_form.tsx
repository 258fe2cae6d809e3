// Planning an appointment: who, where, how long, and either one agreed time or up to five from which
// the customer picks. What speaks against the times is shown while they are chosen.

import { Plus, Sparkles, X } from "lucide-react";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Appointment, AppointmentClash, AppointmentWish, Site } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may, nameOf, useSession } from "../base/session";
import { duration } from "../base/time";
import { findPersonsOf, findStaff } from "../people/finders";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Skeleton, When } from "../ui/empty";
import { Checkbox, Choice, Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { type AppointmentDialog, closeAppointmentDialog } from "./appointment_dialogs";
import {
  appointmentsChanged,
  clashText,
  fromField,
  kinds,
  kindText,
  minutesMost,
  offersMost,
  shortTime,
  toField,
} from "./appointment_model";

type Open = Extract<AppointmentDialog, { what: "plan" }>;

// Named as the server points at them.
interface Values {
  "plan/kind": AppointmentWish["kind"];
  "plan/persons": Found[];
  how: "agreed" | "offered";
  "plan/startsAt": string;
  offers: string[];
  "plan/minutes": string;
  "plan/travelBefore": string;
  "plan/travelAfter": string;
  "plan/site": string; // An id, or "" for another address.
  "plan/address": string;
  "plan/contact": Found | undefined;
  "plan/customerNote": string;
  "plan/internalNote": string;
  "plan/offerDays": string;
  despite: boolean;
}

function initialValues(one: Appointment | undefined, me: Found, sites: Site[]): Values {
  return {
    "plan/kind": one?.kind ?? "visit",
    "plan/persons": one?.persons.map(({ person, name }) => ({ id: person, label: name })) ?? [me],
    how: one?.state === "offered" ? "offered" : "agreed",
    "plan/startsAt": toField(one?.startsAt),
    offers: one?.state === "offered" ? one.offers.map(toField) : [""],
    "plan/minutes": String(one?.minutes ?? 60),
    "plan/travelBefore": String(one?.travelBefore ?? 0),
    "plan/travelAfter": String(one?.travelAfter ?? 0),
    "plan/site": String(one ? (one.site ?? "") : (sites[0]?.site ?? "")),
    "plan/address": one?.address ?? "",
    "plan/contact": one?.contact ? { id: one.contact, label: one.contactName ?? "" } : undefined,
    "plan/customerNote": one?.customerNote ?? "",
    "plan/internalNote": one?.internalNote ?? "",
    "plan/offerDays": "7",
    despite: false,
  };
}

const isMinutes = (typed: string, least: number, most: number) =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;

const travelOf = (values: Values) =>
  values["plan/kind"] === "visit"
    ? {
        travelBefore: Number(values["plan/travelBefore"]) || 0,
        travelAfter: Number(values["plan/travelAfter"]) || 0,
      }
    : {};

function startsOf(values: Values): string[] {
  const typed = values.how === "agreed" ? [values["plan/startsAt"]] : values.offers;
  return typed.map(fromField).filter((start) => start !== undefined);
}

function planOf(values: Values): AppointmentWish {
  const starts = startsOf(values);
  const isVisit = values["plan/kind"] === "visit";
  const site = Number(values["plan/site"]);
  const contact = values["plan/contact"]?.id;
  return {
    kind: values["plan/kind"],
    persons: values["plan/persons"].map((one) => one.id),
    ...(values.how === "agreed"
      ? { startsAt: starts[0] }
      : { offers: starts, offerDays: Number(values["plan/offerDays"]) || 7 }),
    minutes: Number(values["plan/minutes"]),
    ...travelOf(values),
    ...(isVisit && (site ? { site } : { address: values["plan/address"].trim() })),
    ...(contact && { contact }),
    customerNote: values["plan/customerNote"].trim(),
    internalNote: values["plan/internalNote"].trim(),
  };
}

export function PlanDialog({ open }: { open: Open }) {
  const sites = useResource(`sites/${open.customer}`, async () =>
    may("people.see_customers")
      ? (await api.people.listSites({ customer: open.customer })).items
      : [],
  );
  return (
    <Dialog
      open
      wide
      title={t(open.appointment ? "tickets.appointment.change" : "tickets.appointment.make")}
      note={`${open.ticket} · ${open.subject}`}
      onClose={closeAppointmentDialog}
    >
      <When shown={sites}>{(all) => <PlanForm open={open} sites={all} />}</When>
    </Dialog>
  );
}

function useClashes(open: Open, values: Values): AppointmentClash[] | undefined {
  const [clashes, setClashes] = useState<AppointmentClash[]>();
  const ready =
    values["plan/persons"].length > 0 &&
    startsOf(values).length > 0 &&
    isMinutes(values["plan/minutes"], 5, minutesMost);
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

function PlanForm({ open, sites }: { open: Open; sites: Site[] }) {
  const session = useSession();
  const me = { id: session.person, label: nameOf(session) };
  const form = useForm<Values, Appointment>({
    initial: initialValues(open.appointment, me, sites),
    check: (values) => ({
      "plan/persons": values["plan/persons"].length > 0 ? undefined : "required",
      "plan/startsAt":
        values.how === "agreed" && !fromField(values["plan/startsAt"]) ? "required" : undefined,
      "plan/offers/0":
        values.how === "offered" && startsOf(values).length === 0 ? "required" : undefined,
      "plan/minutes": isMinutes(values["plan/minutes"], 5, minutesMost) ? undefined : "minutes",
      "plan/address":
        values["plan/kind"] === "visit" && !values["plan/site"] && !values["plan/address"].trim()
          ? "required"
          : undefined,
    }),
    send: (values) => {
      const plan = planOf(values);
      const booked = (clashes ?? []).filter((clash) => clash.kind === "booked");
      const despite = values.despite
        ? [...new Set(booked.map((clash) => clash.appointment ?? 0))].filter(Boolean)
        : undefined;
      if (!open.appointment)
        return api.tickets.makeAppointment({ ticket: open.ticket, plan, despite });
      return api.tickets.changeAppointment({
        ticket: open.ticket,
        appointment: open.appointment.id,
        appointmentVersion: open.appointment.appointmentVersion,
        plan,
        despite,
      });
    },
    done: () => {
      appointmentsChanged(open.ticket);
      closeAppointmentDialog();
    },
  });
  const clashes = useClashes(open, form.values);
  const isOffer = form.values.how === "offered";
  const submit = isOffer
    ? "tickets.appointment.offerDo"
    : open.appointment
      ? "tickets.appointment.save"
      : "tickets.appointment.agreeDo";
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("tickets.appointment.kind")}>
          <Select
            {...text(form, "plan/kind")}
            options={kinds.map((kind) => ({ value: kind, label: kindText(kind) }))}
          />
        </Field>
        <Field label={t("tickets.appointment.minutes")} error={form.error("plan/minutes")} required>
          <Input {...text(form, "plan/minutes")} inputMode="numeric" autoComplete="off" />
        </Field>
      </div>
      {form.values["plan/kind"] === "visit" && <Place form={form} sites={sites} />}
      <Technicians form={form} open={open} />
      <Times form={form} open={open} />
      <Clashes form={form} clashes={clashes} />
      <details className="rounded-lg border border-line px-3 py-2">
        <summary className="py-1 font-medium">{t("tickets.appointment.more")}</summary>
        <div className="space-y-3 pt-2 pb-1">
          <Field
            label={t("tickets.appointment.contact")}
            hint={t("tickets.appointment.contactHint")}
            error={form.error("plan/contact")}
            optional
          >
            <Combobox
              name="plan/contact"
              chosen={form.values["plan/contact"]}
              onChoose={(found) => form.set("plan/contact", found)}
              find={findPersonsOf(open.customer)}
            />
          </Field>
          <Field
            label={t("tickets.appointment.customerNote")}
            error={form.error("plan/customerNote")}
            optional
          >
            <Textarea {...text(form, "plan/customerNote")} rows={2} maxLength={2_000} />
          </Field>
          <Field
            label={t("tickets.appointment.internalNote")}
            error={form.error("plan/internalNote")}
            optional
          >
            <Textarea {...text(form, "plan/internalNote")} rows={2} maxLength={2_000} />
          </Field>
        </div>
      </details>
      <Actions label={t(submit)} busy={form.busy} onCancel={closeAppointmentDialog} />
    </form>
  );
}

function Place({ form, sites }: { form: Form<Values>; sites: Site[] }) {
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-4">
      <Field
        label={t("tickets.appointment.site")}
        error={form.error("plan/site")}
        className="col-span-2"
      >
        <Select
          {...text(form, "plan/site")}
          options={[
            ...sites.map((site) => ({
              value: String(site.site),
              label: [site.name, site.address?.city].filter(Boolean).join(", "),
            })),
            { value: "", label: t("tickets.appointment.otherPlace") },
          ]}
        />
      </Field>
      <Field label={t("tickets.appointment.travelBefore")} error={form.error("plan/travelBefore")}>
        <Input {...text(form, "plan/travelBefore")} inputMode="numeric" autoComplete="off" />
      </Field>
      <Field label={t("tickets.appointment.travelAfter")} error={form.error("plan/travelAfter")}>
        <Input {...text(form, "plan/travelAfter")} inputMode="numeric" autoComplete="off" />
      </Field>
      {!form.values["plan/site"] && (
        <Field
          label={t("tickets.appointment.address")}
          error={form.error("plan/address")}
          className="col-span-2 sm:col-span-4"
          required
        >
          <Input {...text(form, "plan/address")} maxLength={300} />
        </Field>
      )}
    </div>
  );
}

// --- Who

function Technicians({ form, open }: { form: Form<Values>; open: Open }) {
  const persons = form.values["plan/persons"];
  const [proposing, setProposing] = useState(false);
  const add = (found: Found | undefined) => {
    if (!found || persons.some((one) => one.id === found.id)) return;
    form.set("plan/persons", [...persons, found]);
  };
  return (
    <fieldset data-field="plan/persons">
      <legend className="mb-1 text-xs font-medium">{t("tickets.appointment.technicians")}</legend>
      <ul className="mb-2 flex flex-wrap gap-1.5">
        {persons.map((one) => (
          <li key={one.id} className="flex items-center rounded-lg bg-sunken pl-2.5">
            {one.label}
            <IconButton
              icon={X}
              className="!size-7"
              label={t("tickets.appointment.without", { name: one.label })}
              onClick={() =>
                form.set(
                  "plan/persons",
                  persons.filter((other) => other.id !== one.id),
                )
              }
            />
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap items-start gap-2">
        <Field
          label={t("tickets.appointment.addTechnician")}
          hideLabel
          error={form.error("plan/persons")}
          className="min-w-52 flex-1"
        >
          <Combobox name="plan/persons" chosen={undefined} onChoose={add} find={findStaff} />
        </Field>
        <Button icon={Sparkles} aria-expanded={proposing} onClick={() => setProposing(!proposing)}>
          {t("tickets.appointment.propose")}
        </Button>
      </div>
      {proposing && <Proposal form={form} open={open} onChoose={add} />}
    </fieldset>
  );
}

interface ProposalProps {
  form: Form<Values>;
  open: Open;
  onChoose(found: Found): void;
}

const week = 7 * 24 * 3_600_000;

function Proposal({ form, open, onChoose }: ProposalProps) {
  const { values } = form;
  const site = Number(values["plan/site"]) || undefined;
  const minutes = Number(values["plan/minutes"]) || 60;
  const first = startsOf(values)[0];
  const [now] = useState(() => Date.now());
  const from = first ?? new Date(now).toISOString();
  const to = new Date(Date.parse(from) + week).toISOString();
  const shown = useResource(`proposal/${open.ticket}/${site}/${minutes}/${from}`, () =>
    api.tickets.proposeTechnicians({
      ticket: open.ticket,
      from,
      to,
      minutes,
      ...travelOf(values),
      ...(values["plan/kind"] === "visit" && site && { site }),
    }),
  );
  return (
    <div className="mt-2 rounded-lg border border-line">
      <p className="px-3 pt-2 text-xs text-muted">{t("tickets.appointment.proposeNote")}</p>
      <When shown={shown} lines={3}>
        {({ items }) => (
          <ul className="max-h-56 divide-y divide-line overflow-y-auto">
            {items.slice(0, 8).map((one) => (
              <li
                key={one.person}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2"
              >
                <span className="min-w-0 flex-1 basis-44">
                  <span className="font-medium">{one.name}</span>
                  <span className="block text-xs text-muted">
                    {[
                      one.freeAt
                        ? t("tickets.appointment.freeAt", { time: shortTime(one.freeAt) })
                        : t("tickets.appointment.notFree"),
                      values["plan/kind"] === "visit" &&
                        t(`tickets.appointment.near.${one.nearness}`),
                      one.skillsMatched > 0 &&
                        t("tickets.appointment.skills", { count: one.skillsMatched }),
                      one.minutesThatDay > 0 &&
                        t("tickets.appointment.thatDay", { time: duration(one.minutesThatDay) }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                {!one.meetsSkills && (
                  <Badge tone="warn">{t("tickets.appointment.lacksSkill")}</Badge>
                )}
                <IconButton
                  icon={Plus}
                  label={`${t("tickets.appointment.addTechnician")}: ${one.name}`}
                  onClick={() => onChoose({ id: one.person, label: one.name })}
                />
              </li>
            ))}
          </ul>
        )}
      </When>
    </div>
  );
}

// --- When

function Times({ form, open }: { form: Form<Values>; open: Open }) {
  const { values } = form;
  const isOffer = values.how === "offered";
  const least = toField(new Date().toISOString());
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
        minutes: Number(values["plan/minutes"]) || 60,
        ...travelOf(values),
      });
      setFree(found.items);
    });
    setBusy(false);
  };
  const take = (start: string) => {
    const typed = toField(start);
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

function Clashes({ form, clashes }: ClashesProps) {
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
