// A dialog about a ticket, which may change while the dialog stands open. It then says what has
// changed, and leaves alone what was typed: who writes decides whether it still fits.

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { Dialog as Plain } from "../ui/dialog";
import { differences } from "./model";

export type One = { ticket: Ticket; onClose(): void };

interface TicketDialogProps extends One {
  title: string;
  wide?: boolean;
  children: ReactNode;
}

export function Dialog({ title, wide, ticket, onClose, children }: TicketDialogProps) {
  const [opened] = useState(ticket);
  const changed = ticket.version > opened.version;
  const what = changed ? differences(opened, ticket).map((name) => t(name)) : [];
  return (
    <Plain
      open
      wide={wide}
      title={title}
      note={`${ticket.number} · ${ticket.subject}`}
      onClose={onClose}
    >
      <div role="status">
        {changed && (
          <p className="mb-4 flex gap-2.5 rounded-lg bg-warn-soft px-3 py-2 text-warn-text">
            <TriangleAlert aria-hidden size={17} className="mt-0.5 shrink-0" />
            {what.length > 0
              ? t("tickets.changedMeanwhile", { what: what.join(", ") })
              : t("tickets.spokenMeanwhile")}
          </p>
        )}
      </div>
      {children}
    </Plain>
  );
}
