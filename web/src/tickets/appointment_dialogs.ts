// Which dialog about an appointment is open. They are asked for from tickets and from the calendar.

import type { Appointment } from "../api/types";
import { events } from "../base/http";
import { observable } from "../base/observable";

export type AppointmentDialog =
  | { what: "plan"; ticket: number; customer: number; subject: string; appointment?: Appointment }
  | { what: "end"; appointment: Appointment };

export const appointmentDialog = observable<AppointmentDialog | undefined>(undefined);
export const closeAppointmentDialog = () => appointmentDialog.set(undefined);

events.addEventListener("forgotten", closeAppointmentDialog);
