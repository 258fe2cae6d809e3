// What takes one key on a ticket's own page takes it on its row in the list, too.

import { lazy, Suspense, useState } from "react";
import type { Ticket } from "../api/types";
import { useCommands } from "../base/commands";
import { t, withPageTexts } from "../base/i18n";
import { useRow } from "../base/live";
import type { OpenDialog } from "./actions";
import { markActions } from "./mark_actions";
import { ticketStore } from "./model";

const MarkDialogs = lazy(
  withPageTexts(() => import("./mark_dialogs").then((file) => ({ default: file.MarkDialogs }))),
);

export function RowActions({ id }: { id: number }) {
  const ticket = useRow(ticketStore, id);
  return ticket && <Actions ticket={ticket} />;
}

function Actions({ ticket }: { ticket: Ticket }) {
  const [dialog, open] = useState<OpenDialog>();
  // In the palette the row is out of sight, so each names its ticket.
  useCommands(
    markActions(ticket, open).map((action) => ({
      ...action,
      name: `${t(action.title)} · ${ticket.number}`,
    })),
  );
  if (dialog !== "snooze" && dialog !== "due" && dialog !== "tag" && dialog !== "link") return null;
  return (
    <Suspense>
      <MarkDialogs ticket={ticket} open={dialog} onClose={() => open(undefined)} />
    </Suspense>
  );
}
