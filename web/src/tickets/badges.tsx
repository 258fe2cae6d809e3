// A ticket's state and priority as badges.

import type { Ticket } from "../api/types";
import { Badge } from "../ui/badge";
import { cx } from "../ui/classes";
import { priorityText, priorityTone, statusText, statusTone } from "./model";

interface StatusProps {
  ticket: Pick<Ticket, "status" | "waitingFor">;
  pending?: boolean; // Shown already, not yet confirmed by the server.
}

export function StatusBadge({ ticket, pending }: StatusProps) {
  return (
    <span
      className={cx("inline-flex", pending && "rounded-md outline-1 outline-dashed outline-edge")}
    >
      <Badge tone={statusTone[ticket.status]}>{statusText(ticket.status, ticket.waitingFor)}</Badge>
    </span>
  );
}

export function PriorityBadge({ ticket }: { ticket: Pick<Ticket, "priority"> }) {
  return <Badge tone={priorityTone[ticket.priority]}>{priorityText(ticket.priority)}</Badge>;
}
