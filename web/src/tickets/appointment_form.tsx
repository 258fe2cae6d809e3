// Planning an appointment: who, where, how long, and either one agreed time or up to five from which
// the customer picks. What speaks against the times is shown while they are chosen.

import { api } from "../api/client";
import type { Appointment, Site } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may, nameOf, useSession } from "../base/session";
import { findPersonsOf } from "../people/finders";
import { Combobox } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { closeAppointmentDialog } from "./appointment_dialogs";
import { appointmentsChanged, kinds, kindText } from "./appointment_model";
import { Technicians } from "./appointment_people";
import {
  initialValues,
  minutesOf,
  type Open,
  planOf,
  startsOf,
  type Values,
  wayOf,
} from "./appointment_plan";
import { Clashes, Times, useClashes } from "./appointment_times";
import { loadSites, siteLabel, sitesKey } from "./sites";

export function PlanDialog({ open }: { open: Open }) {
  const sites = useResource(sitesKey(open.customer), async () =>
    may("people.see_customers") ? loadSites(open.customer) : [],
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

const wayProblem = (values: Values, way: "plan/travelBefore" | "plan/travelAfter") =>
  values["plan/kind"] === "visit" && wayOf(values[way]) === undefined ? "minutes" : undefined;

function PlanForm({ open, sites }: { open: Open; sites: Site[] }) {
  const session = useSession();
  const me = { id: session.person, label: nameOf(session) };
  const form = useForm<Values, Appointment>({
    initial: initialValues(open.appointment, me, sites),
    check: (values) => ({
      "plan/persons": values["plan/persons"].length > 0 ? undefined : "required",
      "plan/startsAt": values.how === "agreed" && !values["plan/startsAt"] ? "required" : undefined,
      "plan/offers/0":
        values.how === "offered" && startsOf(values).length === 0 ? "required" : undefined,
      "plan/minutes": minutesOf(values["plan/minutes"]) ? undefined : "minutes",
      "plan/travelBefore": wayProblem(values, "plan/travelBefore"),
      "plan/travelAfter": wayProblem(values, "plan/travelAfter"),
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
              label: siteLabel(site),
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
