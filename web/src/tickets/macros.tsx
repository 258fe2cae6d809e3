// The macros of a ticket: each is a command of its own, and one key opens the list of them. Nothing
// is seen of them on the page.

import { Command as Cmdk } from "cmdk";
import { Settings2, Zap } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { Ticket, TicketMacro } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { mayFor } from "../base/session";
import { folded, matches } from "../base/text";
import { nameIn } from "../tiers/model";
import { Button } from "../ui/button";
import { Dialog as Plain } from "../ui/dialog";
import { Dialog, type One } from "./dialog_frame";
import { summary, useMacros } from "./macros_model";

const ApplyMacro = lazy(() =>
  import("./macro_apply").then((file) => ({ default: file.ApplyMacro })),
);
const MacroList = lazy(() => import("./macro_list").then((file) => ({ default: file.MacroList })));

export function Macros({ ticket }: { ticket: Ticket }) {
  const [open, setOpen] = useState<"choice" | "manage" | TicketMacro>();
  const macros = useMacros();
  const offered = () => mayFor("tickets.work", ticket.customer);
  const blocked = () => {
    if (ticket.mergedInto) return t("tickets.merge.blocked");
    return ticket.status === "closed" ? t("tickets.alreadyClosed") : undefined;
  };
  const common = { title: "tickets.macro.use" as const, icon: Zap, offered, blocked };
  useCommands([
    {
      ...common,
      id: "tickets.macro.use",
      group: "tickets.ticket",
      keys: ".",
      run: () => setOpen("choice"),
    },
    ...macros.map((macro) => ({
      ...common,
      // With its version: the palette reads a name again only under another id.
      id: `tickets.macro ${macro.id}.${macro.version}`,
      name: nameIn(macro),
      group: "tickets.macros" as const,
      run: () => setOpen(macro),
    })),
  ]);
  const close = () => setOpen(undefined);
  return (
    <Suspense>
      {open === "choice" && (
        <Choice
          ticket={ticket}
          macros={macros}
          onChoose={setOpen}
          onManage={() => setOpen("manage")}
          onClose={close}
        />
      )}
      {open === "manage" && (
        <Plain open wide title={t("tickets.macro.manage")} onClose={close}>
          <MacroList />
        </Plain>
      )}
      {typeof open === "object" && <ApplyMacro ticket={ticket} macro={open} onClose={close} />}
    </Suspense>
  );
}

interface ChoiceProps extends One {
  macros: TicketMacro[];
  onChoose(macro: TicketMacro): void;
  onManage(): void;
}

function Choice({ ticket, macros, onChoose, onManage, onClose }: ChoiceProps) {
  const [text, setText] = useState("");
  const wanted = folded(text.trim());
  const found = macros.filter((macro) => matches(folded(nameIn(macro)), wanted));
  return (
    <Dialog title={t("tickets.macro.use")} ticket={ticket} onClose={onClose}>
      <Cmdk shouldFilter={false} loop label={t("tickets.macro.use")}>
        <Cmdk.Input
          value={text}
          onValueChange={setText}
          placeholder={t("tickets.macro.find")}
          className="field"
        />
        <Cmdk.List tabIndex={0} className="mt-2 max-h-80 overflow-y-auto -outline-offset-2">
          <Cmdk.Empty className="px-3 py-6 text-center text-muted">
            {t(macros.length === 0 ? "tickets.macro.none" : "ui.nothingFound")}
          </Cmdk.Empty>
          {found.map((macro) => (
            <Cmdk.Item
              key={macro.id}
              value={String(macro.id)}
              onSelect={() => onChoose(macro)}
              className="cursor-pointer rounded-lg px-3 py-1.5 data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-text"
            >
              <span className="block [overflow-wrap:anywhere]">{nameIn(macro)}</span>
              <span className="block truncate text-xs text-muted">{summary(macro.effects)}</span>
            </Cmdk.Item>
          ))}
        </Cmdk.List>
      </Cmdk>
      <Button look="quiet" size="small" icon={Settings2} className="mt-3" onClick={onManage}>
        {t("tickets.macro.manage")}
      </Button>
    </Dialog>
  );
}
