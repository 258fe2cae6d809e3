// That the customer can work although the cause is not mended, or no longer.

import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { put } from "../base/resource";
import { attempt } from "../ui/toast";
import { read } from "./clock_model";
import { clocksKey } from "./reading";
import { reloadTicket } from "./verbs";

export type Workaround = "found" | "gone";

export const setWorkaround = (ticket: Ticket, workaround: Workaround) =>
  attempt(
    async () => {
      const hasWorkaround = workaround === "found";
      const clocks = await api.tickets.setWorkaround({ ticket: ticket.id, hasWorkaround });
      put(clocksKey(ticket.id), read(clocks));
      await reloadTicket(ticket.id);
    },
    t(workaround === "found" ? "tickets.workaround.noted" : "tickets.workaround.takenBack"),
  );
