// A ticket's state and priority as badges.

import type { Ticket } from "../api/types";
import { Badge } from "../ui/badge";
import { priorityText, priorityTone, statusText, statusTone } from "./model";

export function StatusBadge({ ticket }: { ticket: Pick<Ticket, "status" | "waitingFor"> }) {
  return (
    <Badge tone={statusTone[ticket.status]}>{statusText(ticket.status, ticket.waitingFor)}</Badge>
  );
}

export function PriorityBadge({ ticket }: { ticket: Pick<Ticket, "priority"> }) {
  return <Badge tone={priorityTone[ticket.priority]}>{priorityText(ticket.priority)}</Badge>;
}
