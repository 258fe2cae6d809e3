// What became of an appointment: it took place, and becomes work time with the same press; somebody
// was not there; or it is cancelled, with a word for the customer.

import { api } from "../api/client";
import type { Appointment, AppointmentState, MissedBy, WorkType } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { duration } from "../base/time";
import { nameIn } from "../tiers/model";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Choice, Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { closeAppointmentDialog } from "./appointment_dialogs";
import { appointmentsChanged, kindText, longTime, stateText } from "./appointment_model";
import { timeKey } from "./reading";
import { readMinutes } from "./time_model";

export function EndDialog({ appointment }: { appointment: Appointment }) {
  const mayBook = mayFor("tickets.book_time", appointment.customer);
  const types = useResource("work-types", () => api.tickets.listWorkTypes());
  const when = appointment.startsAt ? ` · ${longTime(appointment.startsAt)}` : "";
  return (
    <Dialog
      open
      title={t("tickets.appointment.end")}
      note={kindText(appointment.kind) + when}
      onClose={closeAppointmentDialog}
    >
      <When shown={types}>
        {({ items }) => (
          <EndForm
            one={appointment}
            types={mayBook ? items.filter((type) => !type.retiredAt) : []}
          />
        )}
      </When>
    </Dialog>
  );
}

interface EndFormProps {
  one: Appointment;
  types: WorkType[]; // None: nothing is booked.
}

// The kinds of work that every company begins with; where they were renamed, the first one.
const startsWith = (types: WorkType[], names: string[]) =>
  String((types.find((type) => names.includes(type.nameEn)) ?? types[0])?.id ?? "");

function EndForm({ one, types }: EndFormProps) {
  const begun = one.startsAt !== undefined && Date.parse(one.startsAt) <= Date.now();
  const travel = (one.travelBefore ?? 0) + (one.travelAfter ?? 0);
  const form = useForm({
    initial: {
      state: (begun ? "done" : "cancelled") as AppointmentState,
      missedBy: "customer" as MissedBy,
      reason: "",
      book: begun && types.length > 0,
      workType: startsWith(types, [one.kind === "visit" ? "on site" : "remote"]),
      minutes: String(one.minutes),
      bookTravel: begun && types.length > 0 && travel > 0,
      travelType: startsWith(types, ["travel"]),
    },
    check: (values) => ({
      reason: values.state === "cancelled" && !values.reason.trim() ? "required" : undefined,
      minutes: values.book && !readMinutes(values.minutes) ? "minutes" : undefined,
    }),
    send: (values) =>
      api.tickets.endAppointment({
        ticket: one.ticket,
        appointment: one.id,
        appointmentVersion: one.appointmentVersion,
        state: values.state,
        ...(values.state === "missed" && { missedBy: values.missedBy }),
        ...(values.state === "cancelled" && { reason: values.reason.trim() }),
        ...(values.state === "done" &&
          values.book && {
            workType: Number(values.workType),
            minutes: readMinutes(values.minutes),
          }),
        ...(values.state === "done" &&
          values.bookTravel && { travelType: Number(values.travelType) }),
      }),
    done: () => {
      appointmentsChanged(one.ticket);
      refresh(timeKey(one.ticket));
      closeAppointmentDialog();
    },
  });
  const { values } = form;
  const states: AppointmentState[] = begun ? ["done", "missed", "cancelled"] : ["cancelled"];
  const options = types.map((type) => ({ value: String(type.id), label: nameIn(type) }));
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <Choice
        label={t("tickets.appointment.result")}
        value={values.state}
        options={states.map((state) => ({ value: state, label: stateText(state) }))}
        onChange={(state) => form.set("state", state)}
      />
      {values.state === "missed" && (
        <Choice
          label={t("tickets.appointment.missedBy")}
          value={values.missedBy}
          options={(["customer", "technician"] as const).map((who) => ({
            value: who,
            label: t(`tickets.appointment.missedBy.${who}`),
          }))}
          onChange={(who) => form.set("missedBy", who)}
        />
      )}
      {values.state === "cancelled" && (
        <Field label={t("tickets.appointment.reason")} error={form.error("reason")} required>
          <Textarea {...text(form, "reason")} rows={2} maxLength={500} />
        </Field>
      )}
      {values.state === "done" && types.length > 0 && (
        <div className="space-y-3 rounded-lg border border-line p-3">
          <Checkbox
            label={t("tickets.appointment.bookWork")}
            checked={values.book}
            onChange={(event) => form.set("book", event.target.checked)}
          />
          {values.book && (
            <div className="grid gap-3 sm:grid-cols-2">
              <Field label={t("tickets.appointment.workType")} error={form.error("work/workType")}>
                <Select {...text(form, "workType")} options={options} />
              </Field>
              <Field label={t("tickets.appointment.minutes")} error={form.error("minutes")}>
                <Input {...text(form, "minutes")} inputMode="numeric" autoComplete="off" />
              </Field>
            </div>
          )}
          {travel > 0 && (
            <Checkbox
              label={t("tickets.appointment.bookTravel", { time: duration(travel) })}
              checked={values.bookTravel}
              onChange={(event) => form.set("bookTravel", event.target.checked)}
            />
          )}
          {travel > 0 && values.bookTravel && (
            <Field label={t("tickets.appointment.travelType")}>
              <Select {...text(form, "travelType")} options={options} />
            </Field>
          )}
        </div>
      )}
      <Actions
        label={t("tickets.appointment.closeDo")}
        busy={form.busy}
        onCancel={closeAppointmentDialog}
      />
    </form>
  );
}
