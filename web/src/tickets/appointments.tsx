// The appointments of one ticket beside its talk, with what can be done about them.

import { CalendarClock, CalendarPlus } from "lucide-react";
import { lazy, Suspense } from "react";
import { api } from "../api/client";
import type { Appointment, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { useResource } from "../base/resource";
import { duration, moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Section } from "../ui/page";
import { attempt, tell } from "../ui/toast";
import { appointmentDialog } from "./appointment_dialogs";
import {
  appointmentsChanged,
  fileAddress,
  isOpen,
  kindText,
  loadAppointments,
  stateText,
  stateTone,
} from "./appointment_model";
import { mayWorkOn } from "./model";
import { AppointmentNotes, AppointmentTime } from "./own_appointments";
import { appointmentsKey } from "./reading";

const PlanDialog = lazy(() =>
  import("./appointment_form").then((file) => ({ default: file.PlanDialog })),
);
const EndDialog = lazy(() =>
  import("./appointment_end").then((file) => ({ default: file.EndDialog })),
);

export function AppointmentDialogs() {
  const open = useObservable(appointmentDialog);
  return (
    <Suspense>
      {open?.what === "plan" && <PlanDialog open={open} />}
      {open?.what === "end" && <EndDialog appointment={open.appointment} />}
    </Suspense>
  );
}

// Nothing where there are none: the command makes the first one.
export function Appointments({ ticket }: { ticket: Ticket }) {
  const shown = useResource(appointmentsKey(ticket.id), () => loadAppointments(ticket.id));
  const items = shown.value ?? [];
  const mayPlan = mayWorkOn(ticket);
  return (
    <>
      {items.length > 0 && (
        <Section
          title={t("tickets.appointments")}
          flush
          actions={
            mayPlan &&
            ticket.status !== "closed" && (
              <IconButton
                icon={CalendarPlus}
                label={t("tickets.appointment.make")}
                onClick={() =>
                  appointmentDialog.set({
                    what: "plan",
                    ticket: ticket.id,
                    customer: ticket.customer,
                    subject: ticket.subject,
                  })
                }
              />
            )
          }
        >
          <ul className="divide-y divide-line">
            {items.map((one) => (
              <One key={one.id} one={one} mayPlan={mayPlan} subject={ticket.subject} />
            ))}
          </ul>
        </Section>
      )}
      <AppointmentDialogs />
    </>
  );
}

interface OneProps {
  one: Appointment;
  mayPlan: boolean;
  subject: string;
}

function One({ one, mayPlan, subject }: OneProps) {
  return (
    <li className="px-4 py-3">
      <div className="flex items-start gap-2">
        <CalendarClock aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
        <div className="min-w-0 flex-1">
          <p className="font-medium">{kindText(one.kind)}</p>
          <AppointmentTime one={one} />
        </div>
      </div>
      <div className="mt-1.5 space-y-1 pl-6">
        <Badge tone={stateTone[one.state]}>{stateText(one.state)}</Badge>
        {one.state === "offered" && one.offersUntil && (
          <p className="text-xs text-muted">
            {t("tickets.appointment.until", { time: moment(one.offersUntil) })}
          </p>
        )}
        <p>{one.persons.map((person) => person.name).join(", ")}</p>
        {one.place && <p className="[overflow-wrap:anywhere]">{one.place}</p>}
        {(one.travelBefore || one.travelAfter) && isOpen(one) ? (
          <p className="text-xs text-muted">
            {t("tickets.appointment.travel", {
              before: duration(one.travelBefore ?? 0),
              after: duration(one.travelAfter ?? 0),
            })}
          </p>
        ) : null}
        <AppointmentNotes one={one} />
        {one.startsAt && isOpen(one) && (
          <a href={fileAddress(one)} download className="text-accent-text hover:underline">
            {t("tickets.appointment.file")}
          </a>
        )}
        {mayPlan && isOpen(one) && <Actions one={one} subject={subject} />}
      </div>
    </li>
  );
}

function Actions({ one, subject }: { one: Appointment; subject: string }) {
  const of = { ticket: one.ticket, appointment: one.id };
  const change = () =>
    appointmentDialog.set({
      what: "plan",
      ticket: one.ticket,
      customer: one.customer,
      subject,
      appointment: one,
    });
  const send = () =>
    attempt(async () => {
      const { contactName } = await api.tickets.sendAppointmentLink(of);
      tell(t("tickets.appointment.linkSent", { name: contactName }));
      appointmentsChanged(one.ticket);
    });
  const revoke = () =>
    attempt(async () => {
      const { links } = await api.tickets.revokeAppointmentLinks(of);
      tell(t("tickets.appointment.revoked", { links }));
      appointmentsChanged(one.ticket);
    });
  return (
    <>
      <div className="flex flex-wrap gap-1.5 pt-1">
        <Button size="small" onClick={change}>
          {t("tickets.appointment.changeShort")}
        </Button>
        <Button
          size="small"
          onClick={() => appointmentDialog.set({ what: "end", appointment: one })}
        >
          {t("tickets.appointment.endShort")}
        </Button>
      </div>
      {one.contact && (
        <details>
          <summary className="py-1 text-xs text-muted">
            {t("tickets.appointment.linkOf", { name: one.contactName ?? "" })}
          </summary>
          <div className="flex flex-wrap gap-1.5 pt-1">
            <Button size="small" look="quiet" onClick={() => void send()}>
              {t("tickets.appointment.sendLink")}
            </Button>
            <Button size="small" look="quiet" onClick={() => void revoke()}>
              {t("tickets.appointment.revoke")}
            </Button>
          </div>
        </details>
      )}
    </>
  );
}
