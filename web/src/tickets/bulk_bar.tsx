// What can be done with all marked tickets, below the list for as long as any is marked.

import {
  ArrowLeftRight,
  CircleCheckBig,
  CircleDot,
  Eye,
  type LucideIcon,
  Scale,
  ShieldX,
  Tag,
  Tags,
  TextCursorInput,
  UserRoundPlus,
  X,
} from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { BulkVerb } from "../api/types";
import { useCommands } from "../base/commands";
import { type MessageId, t, withPageTexts } from "../base/i18n";
import { may } from "../base/session";
import { Button, IconButton } from "../ui/button";

const BulkDialog = lazy(
  withPageTexts(() => import("./bulk").then((file) => ({ default: file.BulkDialog }))),
);

// With the key that the verb has on a single ticket, where that is for it alone.
const verbs: { verb: BulkVerb; icon: LucideIcon; right: string; keys?: string }[] = [
  { verb: "assign", icon: UserRoundPlus, right: "tickets.assign" },
  { verb: "status", icon: CircleDot, right: "tickets.work" },
  { verb: "move", icon: ArrowLeftRight, right: "tickets.work" },
  { verb: "weigh", icon: Scale, right: "tickets.work" },
  { verb: "resolve", icon: CircleCheckBig, right: "tickets.work" },
  { verb: "follow", icon: Eye, right: "tickets.work" },
  { verb: "tag", icon: Tag, right: "tickets.work", keys: "#" },
  { verb: "untag", icon: Tags, right: "tickets.work" },
  { verb: "field", icon: TextCursorInput, right: "tickets.work" },
  { verb: "spam", icon: ShieldX, right: "tickets.work", keys: "!" },
];

// A company without macros is not shown any.
const MacroButton = lazy(
  withPageTexts(() => import("./macro_bulk").then((file) => ({ default: file.MacroButton }))),
);

export function BulkBar({ tickets, clear }: { tickets: number[]; clear(): void }) {
  const [verb, setVerb] = useState<BulkVerb>();
  useCommands(
    (tickets.length > 0 ? verbs : []).map(({ verb: name, icon, right, keys }) => ({
      id: `tickets.bulk.${name}`,
      title: `tickets.bulk.${name}` as MessageId,
      group: "tickets.bulkBar",
      icon,
      keys,
      offered: () => may(right),
      run: () => setVerb(name),
    })),
  );
  if (tickets.length === 0) return null;
  return (
    <>
      <div
        role="toolbar"
        aria-label={t("tickets.bulkBar")}
        className="rise mb-3 flex flex-wrap items-center gap-1.5 rounded-xl border border-line bg-accent-soft px-3 py-1.5"
      >
        <span aria-live="polite" className="mr-1.5 text-sm font-medium text-accent-text">
          {t("tickets.marked", { count: tickets.length })}
        </span>
        {verbs
          .filter((one) => may(one.right))
          .map(({ verb: name, icon }) => (
            <Button key={name} size="small" icon={icon} onClick={() => setVerb(name)}>
              {t(`tickets.bulk.${name}`)}
            </Button>
          ))}
        <Suspense>{may("tickets.work") && <MacroButton open={() => setVerb("macro")} />}</Suspense>
        <IconButton icon={X} label={t("tickets.unmark")} className="ml-auto" onClick={clear} />
      </div>
      <Suspense>
        {verb && (
          <BulkDialog
            verb={verb}
            tickets={tickets}
            onClose={() => setVerb(undefined)}
            onDone={clear}
          />
        )}
      </Suspense>
    </>
  );
}
