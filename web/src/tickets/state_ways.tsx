// Which status may follow which, and who may do it: a table whose cells are pressed, and on a phone
// one status at a time with a list of where it leads. Nothing is saved before what it would strand
// was told.

import { Ban, Check, type LucideIcon, Settings2, UserStar } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Lifecycle, StatePlace, Stranded, WayFor } from "../api/types";
import { t } from "../base/i18n";
import { put } from "../base/resource";
import { cx } from "../ui/classes";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Select } from "../ui/field";
import { useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { StrandedNote } from "./state_stranded";
import {
  groupsAllow,
  lifecycleKey,
  type Place,
  placeKey,
  placesOf,
  type Ways,
  wayFors,
  waysOf,
  whoNext,
  whoOf,
  withWay,
} from "./states";

const icons: Record<WayFor, LucideIcon> = {
  everybody: Check,
  lead: UserStar,
  configurer: Settings2,
  nobody: Ban,
};
const tones: Record<WayFor, string> = {
  everybody: "text-muted",
  lead: "bg-info-soft text-info-text",
  configurer: "bg-warn-soft text-warn-text",
  nobody: "bg-danger-soft text-danger-text",
};
const whoText = (who: WayFor) => t(`tickets.way.${who}`);

interface TableProps {
  lifecycle: Lifecycle;
  places: Place[];
  ways: Ways;
  set(from: StatePlace, to: StatePlace, who: WayFor): void;
}

export function StateWays({ lifecycle, onClose }: { lifecycle: Lifecycle; onClose(): void }) {
  const [version] = useState(lifecycle.version);
  const [stranded, setStranded] = useState<Stranded[]>();
  const form = useForm({
    initial: { ways: waysOf(lifecycle) },
    send: async (values) => {
      const ways = [...values.ways.values()];
      if (!stranded) {
        const { items } = await api.tickets.previewLifecycle({ ways });
        const dead = items.filter((one) => one.why === "no_way_on");
        if (dead.length > 0) return setStranded(dead);
      }
      return api.tickets.setWays({ ways }, { version });
    },
    done: (saved) => {
      if (!saved) return;
      put(lifecycleKey, saved);
      onClose();
    },
  });
  const table: TableProps = {
    lifecycle,
    places: placesOf(lifecycle),
    ways: form.values.ways,
    set: (from, to, who) => {
      setStranded(undefined);
      form.set("ways", withWay(form.values.ways, { from, to, who }));
    },
  };
  return (
    <Dialog open wide title={t("tickets.ways")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <p className="text-muted">{t("tickets.waysHint")}</p>
        <ul className="flex flex-wrap gap-x-4 gap-y-1 text-xs max-sm:hidden">
          {wayFors.map((who) => {
            const Icon = icons[who];
            return (
              <li key={who} className="flex items-center gap-1.5">
                <Icon aria-hidden size={14} />
                {whoText(who)}
              </li>
            );
          })}
        </ul>
        <Table {...table} />
        <OneByOne {...table} />
        {stranded && <StrandedNote lifecycle={lifecycle} items={stranded} />}
        <Actions
          label={t(stranded ? "tickets.state.saveAnyway" : "ui.save")}
          busy={form.busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

function Table({ lifecycle, places, ways, set }: TableProps) {
  return (
    <div className="max-h-[60vh] overflow-auto rounded-xl border border-line max-sm:hidden">
      <table className="text-left text-xs">
        <caption className="sr-only">{t("tickets.ways")}</caption>
        <thead>
          <tr>
            <th scope="col" className="sticky top-0 left-0 z-20 bg-surface px-3 py-2 font-medium">
              {t("tickets.ways.from")} \ {t("tickets.ways.to")}
            </th>
            {places.map((to) => (
              <th
                key={placeKey(to)}
                scope="col"
                className={cx(
                  "sticky top-0 z-10 min-w-20 bg-surface px-2 py-2 align-bottom",
                  to.state ? "font-normal" : "font-semibold",
                )}
              >
                {to.name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="divide-y divide-line">
          {places.map((from) => (
            <tr key={placeKey(from)}>
              <th
                scope="row"
                className={cx(
                  "sticky left-0 z-10 bg-surface px-3 py-1 whitespace-nowrap",
                  from.state ? "pl-6 font-normal" : "font-semibold",
                )}
              >
                {from.name}
              </th>
              {places.map((to) => (
                <td key={placeKey(to)} className="px-1 py-1 text-center">
                  {groupsAllow(lifecycle, from, to) && (
                    <Cell
                      who={whoOf(ways, from, to)}
                      label={t("tickets.ways.cell", { from: from.name, to: to.name })}
                      onChange={(who) => set(from, to, who)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface CellProps {
  who: WayFor;
  label: string;
  onChange(who: WayFor): void;
}

function Cell({ who, label, onChange }: CellProps) {
  const Icon = icons[who];
  return (
    <button
      type="button"
      aria-label={`${label}: ${whoText(who)}`}
      title={whoText(who)}
      onClick={() => onChange(whoNext(who))}
      className={cx(
        "inline-flex size-8 items-center justify-center rounded-md hover:bg-sunken",
        tones[who],
      )}
    >
      <Icon aria-hidden size={15} />
    </button>
  );
}

function OneByOne({ lifecycle, places, ways, set }: TableProps) {
  const [key, setKey] = useState("new 0");
  const from = places.find((one) => placeKey(one) === key);
  if (!from) return null;
  return (
    <div className="space-y-3 sm:hidden">
      <Field label={t("tickets.ways.from")}>
        <Select
          value={key}
          onChange={(event) => setKey(event.target.value)}
          options={places.map((one) => ({ value: placeKey(one), label: one.name }))}
        />
      </Field>
      {places
        .filter((to) => groupsAllow(lifecycle, from, to))
        .map((to) => (
          <Field key={placeKey(to)} label={t("tickets.ways.toName", { name: to.name })}>
            <Select
              value={whoOf(ways, from, to)}
              onChange={(event) => set(from, to, event.target.value as WayFor)}
              options={wayFors.map((who) => ({ value: who, label: whoText(who) }))}
            />
          </Field>
        ))}
    </div>
  );
}
