// Why a ticket's assignee has it, or why nobody does: told from what the routing wrote down.

import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { moment } from "../base/time";
import { isDone, nobodyText, whyText } from "./model";
import { loadRouting, routingKey } from "./reading";

// Nothing for a ticket that people gave to each other, or that waits to be pulled.
export function useRouting(ticket: Ticket): string | undefined {
  const asks = mayFor("tickets.see_notes", ticket.customer);
  const key = asks ? routingKey(ticket.id) : undefined;
  const routing = useResource(key, () => loadRouting(ticket.id), true).value;
  if (!routing) return undefined;
  const { assigned, waitsSince, nobodyOf } = routing;
  if (assigned && assigned.person === ticket.assignee) return whyText(assigned.why);
  if (!waitsSince || !nobodyOf || ticket.assignee || isDone(ticket)) return undefined;
  return t("tickets.waitsForSomebody", { moment: moment(waitsSince), why: nobodyText(nobodyOf) });
}
