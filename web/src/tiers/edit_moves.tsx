// Which moves are allowed, and for which reasons: a row per move, a column per reason.

import { Plus, X } from "lucide-react";
import { api } from "../api/client";
import type { MoveReason, Structure, TierMove } from "../api/types";
import { t } from "../base/i18n";
import { refresh } from "../base/resource";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input } from "../ui/field";
import { type Form, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { moveText, nameIn } from "./model";

interface Values {
  reasons: MoveReason[];
  moves: TierMove[];
}

interface Pair {
  from: number;
  to: number;
}

function pairsOf(structure: Structure): Pair[] {
  const numbers = structure.tiers.map((tier) => tier.number);
  const pairs = numbers.flatMap((from) => numbers.map((to) => ({ from, to })));
  const up = pairs.filter(({ from, to }) => to > from);
  const within = structure.tiers.filter((tier) => tier.queues.length > 1);
  return [
    ...up,
    ...pairs.filter(({ from, to }) => to < from),
    ...within.map(({ number }) => ({ from: number, to: number })),
  ];
}

function checkReasons({ reasons }: Values) {
  const wrong: Record<string, string | undefined> = {};
  reasons.forEach((reason, at) => {
    for (const field of ["code", "namePl", "nameEn"] as const) {
      if (!reason[field].trim()) wrong[`reasons/${at}/${field}`] = "required";
    }
  });
  return wrong;
}

export function EditMoves({ structure, onClose }: { structure: Structure; onClose(): void }) {
  const form = useForm<Values, Structure>({
    initial: { reasons: structure.reasons, moves: structure.moves },
    check: checkReasons,
    send: (values) =>
      api.tiers.editStructure(
        { reasons: values.reasons, moves: values.moves.filter((move) => move.reasons.length > 0) },
        { version: structure.version },
      ),
    done: () => {
      refresh("structure");
      onClose();
    },
  });
  return (
    <Dialog open wide title={t("tiers.editMoves")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-5">
        <Refused problem={form.problem} />
        <Reasons form={form} known={structure.reasons.map((reason) => reason.code)} />
        <Moves form={form} pairs={pairsOf(structure)} />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// On a phone a group of fields, each with its label; else a row of a table.
const row =
  "flex items-start gap-2 max-sm:flex-col max-sm:rounded-xl max-sm:border max-sm:border-line max-sm:p-3";

function Reasons({ form, known }: { form: Form<Values>; known: string[] }) {
  const { reasons, moves } = form.values;
  const change = (at: number, changed: Partial<MoveReason>) =>
    form.set(
      "reasons",
      reasons.map((reason, place) => (place === at ? { ...reason, ...changed } : reason)),
    );
  const remove = (at: number) => {
    const code = reasons[at]?.code;
    form.set(
      "moves",
      moves.map((move) => ({ ...move, reasons: move.reasons.filter((one) => one !== code) })),
    );
    form.set(
      "reasons",
      reasons.filter((_, place) => place !== at),
    );
  };
  const fields = ["code", "namePl", "nameEn"] as const;
  const labels = {
    code: t("tiers.reasonCode"),
    namePl: t("tiers.namePl"),
    nameEn: t("tiers.nameEn"),
  };
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t("tiers.reasons")}</legend>
      <ul className="space-y-2">
        {reasons.map((reason, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a new reason has nothing but its place.
          <li key={at} className={row}>
            {fields.map((field) => (
              <Field
                key={field}
                label={labels[field]}
                hideLabel={at > 0 && "wide"}
                className="w-full sm:flex-1 sm:basis-32"
                error={form.error(`reasons/${at}/${field}`)}
                required
              >
                <Input
                  name={`reasons/${at}/${field}`}
                  value={reason[field]}
                  maxLength={field === "code" ? 40 : 100}
                  // A code stands in the journal: it is written once.
                  readOnly={field === "code" && known.includes(reason.code)}
                  onChange={(event) => change(at, { [field]: event.target.value })}
                />
              </Field>
            ))}
            {reasons.length > 1 && (
              <IconButton
                icon={X}
                className={cx("max-sm:self-end", at === 0 && "sm:mt-5")}
                label={t("tiers.removeReason", { name: nameIn(reason) })}
                onClick={() => remove(at)}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        size="small"
        icon={Plus}
        className="mt-2"
        onClick={() => form.set("reasons", [...reasons, { code: "", namePl: "", nameEn: "" }])}
      >
        {t("tiers.addReason")}
      </Button>
    </fieldset>
  );
}

function Moves({ form, pairs }: { form: Form<Values>; pairs: Pair[] }) {
  const { reasons, moves } = form.values;
  const held = ({ from, to }: Pair) =>
    moves.find((move) => move.from === from && move.to === to)?.reasons ?? [];
  const toggle = (pair: Pair, code: string) => {
    const before = held(pair);
    const after = before.includes(code) ? before.filter((one) => one !== code) : [...before, code];
    const others = moves.filter((move) => move.from !== pair.from || move.to !== pair.to);
    form.set("moves", [...others, { ...pair, reasons: after }]);
  };
  const told = reasons.filter((reason) => reason.code.trim());
  return (
    <fieldset>
      <legend className="mb-2 text-sm font-semibold">{t("tiers.moves")}</legend>
      <ul className="divide-y divide-line rounded-xl border border-line">
        {pairs.map((pair) => (
          <li key={`${pair.from}>${pair.to}`} className="px-4 py-2.5">
            <p className="flex items-center gap-2 font-medium">
              {moveText(pair)}
              {held(pair).length === 0 && (
                <span className="text-xs font-normal text-muted">
                  {t(pair.from === pair.to ? "tiers.noReasonNeeded" : "tiers.notAllowed")}
                </span>
              )}
            </p>
            <div className="mt-1.5 flex flex-wrap gap-x-4 gap-y-1">
              {told.map((reason) => (
                <label key={reason.code} className="inline-flex items-center gap-1.5">
                  <input
                    type="checkbox"
                    className="size-4.5 accent-accent"
                    checked={held(pair).includes(reason.code)}
                    onChange={() => toggle(pair, reason.code)}
                  />
                  {nameIn(reason) || reason.code}
                </label>
              ))}
            </div>
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
