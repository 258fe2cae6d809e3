// All macros somebody has: the shared ones and their own, what each does, how often it was used and
// when last; and the ways to make and change them.

import { Plus, Zap } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import { api } from "../api/client";
import type { TicketMacro } from "../api/types";
import { t } from "../base/i18n";
import { put, refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { date } from "../base/time";
import { nameIn } from "../tiers/model";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { byName, loadMacroUses, macrosKey, macroUsesKey, summary } from "./macros_model";

const MacroEditor = lazy(() =>
  import("./macro_editor").then((file) => ({ default: file.MacroEditor })),
);

function usesText({ uses = 0, moreUses, usedAt }: TicketMacro): string {
  if (!usedAt) return t("tickets.macro.unused");
  const count = moreUses
    ? t("tickets.macro.usesMore", { count: uses })
    : t("tickets.macro.uses", { count: uses });
  return `${count}, ${t("tickets.macro.usedAt", { date: date(usedAt) })}`;
}

export function MacroList() {
  const shown = useResource(macroUsesKey, loadMacroUses);
  const [open, setOpen] = useState<TicketMacro | "new">();
  const mayShare = may("tickets.configure");
  const start = () =>
    attempt(async () => {
      put(macroUsesKey, await api.tickets.startMacros());
      refresh(macrosKey);
    });
  return (
    <Section
      title={t("tickets.macros")}
      flush
      actions={
        <>
          {mayShare && (
            <Button size="small" onClick={() => void start()}>
              {t("tickets.macro.start")}
            </Button>
          )}
          <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
            {t("tickets.macro.add")}
          </Button>
        </>
      }
    >
      <When shown={shown} lines={4}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={Zap} title={t("tickets.macro.none")} text={t("tickets.macro.noneText")} />
          ) : (
            <ul className="divide-y divide-line">
              {byName(items).map((macro) => (
                <Line key={macro.id} macro={macro} edit={() => setOpen(macro)} />
              ))}
            </ul>
          )
        }
      </When>
      <Suspense>
        {open && (
          <MacroEditor
            key={open === "new" ? "new" : open.id}
            macro={open === "new" ? undefined : open}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Suspense>
    </Section>
  );
}

function Line({ macro, edit }: { macro: TicketMacro; edit(): void }) {
  const name = nameIn(macro);
  const mayEdit = !macro.shared || may("tickets.configure");
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <div className="min-w-0 flex-1 basis-52">
        <p className="[overflow-wrap:anywhere]">{name}</p>
        <p className="text-xs text-muted [overflow-wrap:anywhere]">{summary(macro.effects)}</p>
      </div>
      {!macro.shared && <Badge>{t("tickets.macro.own")}</Badge>}
      <span className="text-xs text-muted">{usesText(macro)}</span>
      {mayEdit && (
        <Button
          size="small"
          look="quiet"
          aria-label={t("tickets.macro.editOf", { name })}
          onClick={edit}
        >
          {t("tickets.macro.edit")}
        </Button>
      )}
    </li>
  );
}
