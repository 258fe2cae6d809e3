// Appointments as customers read them on their ticket, and what both sides show of one.

import type { Appointment, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { clock } from "../base/time";
import { buttonClass } from "../ui/button";
import {
  endOf,
  fileAddress,
  isOpen,
  kindText,
  loadAppointments,
  longTime,
} from "./appointment_model";
import { appointmentsKey } from "./reading";

export function AppointmentTime({ one }: { one: Appointment }) {
  if (one.startsAt) {
    const end = endOf(one.startsAt, one.minutes);
    return (
      <p className="tabular-nums">
        {longTime(one.startsAt)}–{clock(end)}
      </p>
    );
  }
  return (
    <ul className="tabular-nums">
      {one.offers.map((start) => (
        <li key={start}>{longTime(start)}</li>
      ))}
    </ul>
  );
}

export function AppointmentNotes({ one }: { one: Appointment }) {
  return (
    <>
      {one.customerNote && (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere] text-muted">
          {one.customerNote}
        </p>
      )}
      {one.internalNote && (
        <p className="rounded-lg bg-note px-2.5 py-1.5 whitespace-pre-wrap text-note-text [overflow-wrap:anywhere]">
          {one.internalNote}
        </p>
      )}
      {one.reason && (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere] text-muted">{one.reason}</p>
      )}
    </>
  );
}

// For the customer: what is to come, where it stands out; the rest is in the steps.
export function OwnAppointments({ ticket }: { ticket: Ticket }) {
  const load = () => loadAppointments(ticket.id);
  const all = useResource(appointmentsKey(ticket.id), load, true).value ?? [];
  const open = all.filter(isOpen);
  if (open.length === 0) return null;
  return (
    <section aria-label={t("tickets.appointment.own")} className="mb-4 space-y-3">
      {open.map((one) => (
        <div key={one.id} className="rounded-xl border border-line bg-surface px-4 py-3">
          <p className="font-semibold">{kindText(one.kind)}</p>
          {one.startsAt ? (
            <AppointmentTime one={one} />
          ) : (
            <p>{t("tickets.appointment.ownOffered")}</p>
          )}
          {one.startsAt && (
            <p className="text-muted">{one.persons.map((person) => person.name).join(", ")}</p>
          )}
          {one.place && <p className="text-muted">{one.place}</p>}
          <AppointmentNotes one={one} />
          {one.startsAt && (
            <a href={fileAddress(one)} download className={buttonClass("plain", "small", "mt-2")}>
              {t("tickets.appointment.file")}
            </a>
          )}
        </div>
      ))}
    </section>
  );
}
