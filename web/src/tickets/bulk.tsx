// One change of all marked tickets: chosen, tried, done, and taken back for a day.

import { type ReactNode, useState } from "react";
import type { BulkChange, BulkSummary, BulkVerb, Structure, TicketStatus } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { findStaff } from "../people/finders";
import { loadStructure, nameIn, structureKey } from "../tiers/model";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt, tell, tellWithWay } from "../ui/toast";
import { type BulkField, bulkProblem, bulkWish, FieldChoice } from "./bulk_field";
import {
  bulksKey,
  doing,
  loadBulks,
  type Outcome,
  preview,
  reasonsOf,
  stepText,
  undo,
  verbText,
} from "./bulk_model";
import { MacroField } from "./macro_bulk";
import { knownMacro } from "./macros_model";
import { impacts, impactText, statusText, urgencies, urgencyText, waitingFors } from "./model";
import { StateField } from "./state_field";
import { stateWish } from "./states";
import { findOrMakeTags, findTags } from "./tag_finders";

interface BulkProps {
  verb: BulkVerb;
  tickets: number[];
  onClose(): void;
  onDone(): void;
}

interface Tried {
  change: BulkChange;
  outcome: Outcome;
}

export function BulkDialog({ verb, tickets, onClose, onDone }: BulkProps) {
  const [tried, setTried] = useState<Tried>();
  return (
    <Dialog
      open
      wide
      title={t(`tickets.bulk.${verb}`)}
      note={t("tickets.marked", { count: tickets.length })}
      onClose={onClose}
    >
      <div hidden={tried !== undefined}>
        <Wish verb={verb} tickets={tickets} onClose={onClose} onTried={setTried} />
      </div>
      {tried && (
        <Preview
          tickets={tickets}
          tried={tried}
          onBack={() => setTried(undefined)}
          onDone={() => {
            onClose();
            onDone();
          }}
        />
      )}
    </Dialog>
  );
}

// --- What shall be changed

interface Values {
  "change/assignee"?: Found;
  "change/person"?: Found;
  "change/status": string;
  "change/state": string;
  "change/tier": string;
  "change/queue": string;
  "change/reason": string;
  "change/text": string;
  "change/impact": string;
  "change/urgency": string;
  "change/tag"?: Found;
  "change/macro": string;
  "change/field": BulkField;
}

const empty: Values = {
  "change/status": "",
  "change/state": "",
  "change/tier": "",
  "change/queue": "",
  "change/reason": "",
  "change/text": "",
  "change/impact": "",
  "change/urgency": "",
  "change/macro": "",
  "change/field": { clears: false },
};

const needed: Record<BulkVerb, (keyof Values)[]> = {
  assign: [],
  status: ["change/status"],
  move: ["change/tier", "change/reason", "change/text"],
  weigh: [],
  resolve: ["change/text"],
  follow: [],
  tag: [],
  untag: [],
  spam: [],
  macro: ["change/macro"],
  field: [],
};

function changeOf(verb: BulkVerb, values: Values): BulkChange {
  switch (verb) {
    case "assign":
      return { verb, assignee: values["change/assignee"]?.id };
    case "follow":
      return { verb, person: values["change/person"]?.id };
    case "status": {
      const [status, waitingFor] = values["change/status"].split(" ") as [
        BulkChange["status"],
        BulkChange["waitingFor"],
      ];
      return {
        verb,
        status,
        waitingFor,
        ...(waitingFor && { text: values["change/text"].trim() }),
        ...stateWish(values["change/state"]),
      };
    }
    case "move":
      return {
        verb,
        tier: Number(values["change/tier"]),
        queue: Number(values["change/queue"]) || undefined,
        reason: values["change/reason"],
        text: values["change/text"].trim(),
      };
    case "weigh":
      return {
        verb,
        impact: (values["change/impact"] || undefined) as BulkChange["impact"],
        urgency: (values["change/urgency"] || undefined) as BulkChange["urgency"],
      };
    case "resolve":
      return { verb, text: values["change/text"].trim() };
    case "tag":
    case "untag":
      return { verb, tag: values["change/tag"]?.label };
    case "spam":
      return { verb };
    case "macro": {
      const macro = Number(values["change/macro"]);
      return { verb, macro, macroVersion: knownMacro(macro)?.version };
    }
    case "field":
      return { verb, field: bulkWish(values["change/field"]) };
  }
}

const wantedOf = (chosen: BulkField) => {
  const lacking = bulkProblem(chosen);
  return lacking ? { [`change/${lacking}`]: "required" } : {};
};

interface WishProps {
  verb: BulkVerb;
  tickets: number[];
  onClose(): void;
  onTried(tried: Tried): void;
}

function Wish({ verb, tickets, onClose, onTried }: WishProps) {
  const form = useForm<Values, Tried>({
    initial: empty,
    check: (values) => ({
      ...Object.fromEntries(
        needed[verb].map((name) => [
          name,
          String(values[name] ?? "").trim() ? undefined : "required",
        ]),
      ),
      ...(verb === "status" &&
        values["change/status"].startsWith("waiting") && {
          "change/text": values["change/text"].trim() ? undefined : "required",
        }),
      "change/tag": verb.endsWith("tag") && !values["change/tag"] ? "required" : undefined,
      ...(verb === "field" && wantedOf(values["change/field"])),
      "change/impact":
        verb === "weigh" && !values["change/impact"] && !values["change/urgency"]
          ? "required"
          : undefined,
    }),
    send: async (values) => {
      const change = changeOf(verb, values);
      return { change, outcome: await preview(tickets, change) };
    },
    done: onTried,
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <Fields verb={verb} form={form} />
      <Actions label={t("tickets.tryBulk")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}

interface FieldsProps {
  verb: BulkVerb;
  form: Form<Values>;
}

function Fields({ verb, form }: FieldsProps): ReactNode {
  if (verb === "assign") {
    return <Person form={form} name="assignee" hint={t("tickets.assignHint")} />;
  }
  if (verb === "follow") {
    return <Person form={form} name="person" hint={t("tickets.bulkFollowHint")} />;
  }
  if (verb === "status") return <Status form={form} />;
  if (verb === "weigh") return <Weight form={form} />;
  if (verb === "tag" || verb === "untag") return <TagChoice form={form} verb={verb} />;
  if (verb === "macro") {
    return (
      <MacroField
        value={form.values["change/macro"]}
        error={form.error("change/macro")}
        onChoose={(macro) => form.set("change/macro", macro)}
      />
    );
  }
  if (verb === "field") {
    return (
      <FieldChoice
        chosen={form.values["change/field"]}
        error={form.error}
        onChange={(chosen) => form.set("change/field", chosen)}
      />
    );
  }
  if (verb === "spam") return <p>{t("tickets.isSpam")}</p>;
  if (verb === "resolve") {
    return <Words form={form} label={t("tickets.solution")} hint={t("tickets.bulkResolveHint")} />;
  }
  return <Move form={form} />;
}

function Person({
  form,
  name,
  hint,
}: {
  form: Form<Values>;
  name: "assignee" | "person";
  hint: string;
}) {
  const field = `change/${name}` as const;
  const label = t(name === "assignee" ? "tickets.assignee" : "tickets.bulkFollower");
  return (
    <div className="min-h-64">
      <Field label={label} hint={hint} error={form.error(field)}>
        <Combobox
          name={field}
          chosen={form.values[field]}
          onChoose={(found) => form.set(field, found)}
          find={findStaff}
        />
      </Field>
    </div>
  );
}

function TagChoice({ form, verb }: { form: Form<Values>; verb: "tag" | "untag" }) {
  return (
    <div className="min-h-64">
      <Field
        label={t("tickets.tagName")}
        hint={verb === "tag" ? t("tickets.tagHint") : undefined}
        error={form.error("change/tag")}
        required
      >
        <Combobox
          name="change/tag"
          chosen={form.values["change/tag"]}
          onChoose={(found) => form.set("change/tag", found)}
          find={verb === "tag" ? findOrMakeTags : findTags}
        />
      </Field>
    </div>
  );
}

function Status({ form }: { form: Form<Values> }) {
  const [group] = form.values["change/status"].split(" ") as [TicketStatus | ""];
  return (
    <>
      <Field label={t("tickets.statusTitle")} error={form.error("change/status")} required>
        <Select
          {...text(form, "change/status")}
          empty={t("ui.choose")}
          onChange={(event) => {
            form.set("change/status", event.target.value);
            form.set("change/state", "");
          }}
          options={[
            { value: "open", label: statusText("open") },
            ...waitingFors.map((whom) => ({
              value: `waiting ${whom}`,
              label: statusText("waiting", whom),
            })),
            { value: "closed", label: statusText("closed") },
          ]}
        />
      </Field>
      {group && (
        <StateField
          status={group}
          name="change/state"
          value={form.values["change/state"]}
          error={form.error("change/state")}
          onChange={(value) => form.set("change/state", value)}
        />
      )}
      {group === "waiting" && (
        <Field
          label={t("tickets.waitingNote")}
          hint={t("tickets.waitingNoteHint")}
          error={form.error("change/text")}
          required
        >
          <Input {...text(form, "change/text")} maxLength={500} />
        </Field>
      )}
    </>
  );
}

function Weight({ form }: { form: Form<Values> }) {
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field label={t("tickets.impactTitle")} error={form.error("change/impact")}>
        <Select
          {...text(form, "change/impact")}
          empty={t("tickets.asItIs")}
          options={impacts.map((one) => ({ value: one, label: impactText(one) }))}
        />
      </Field>
      <Field label={t("tickets.urgencyTitle")} error={form.error("change/urgency")}>
        <Select
          {...text(form, "change/urgency")}
          empty={t("tickets.asItIs")}
          options={urgencies.map((one) => ({ value: one, label: urgencyText(one) }))}
        />
      </Field>
    </div>
  );
}

function Words({ form, label, hint }: { form: Form<Values>; label: string; hint: string }) {
  return (
    <Field label={label} hint={hint} error={form.error("change/text")} required>
      <Textarea {...text(form, "change/text")} rows={4} maxLength={20_000} />
    </Field>
  );
}

function Move({ form }: { form: Form<Values> }) {
  const shown = useResource(structureKey, loadStructure);
  return (
    <When shown={shown}>
      {(structure) => (
        <>
          <MoveChoice form={form} structure={structure} />
          <Words form={form} label={t("tickets.sentence")} hint={t("tickets.bulkMoveHint")} />
        </>
      )}
    </When>
  );
}

// All reasons that lead to that tier from anywhere; the preview says which ticket one fits.
function MoveChoice({ form, structure }: { form: Form<Values>; structure: Structure }) {
  const tier = structure.tiers.find((one) => String(one.number) === form.values["change/tier"]);
  const codes = new Set(
    structure.moves.filter((move) => move.to === tier?.number).flatMap((move) => move.reasons),
  );
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("tickets.tier")} error={form.error("change/tier")} required>
          <Select
            {...text(form, "change/tier")}
            empty={t("ui.choose")}
            onChange={(event) => {
              form.set("change/tier", event.target.value);
              form.set("change/queue", "");
              form.set("change/reason", "");
            }}
            options={structure.tiers.map((one) => ({
              value: String(one.number),
              label: nameIn(one),
            }))}
          />
        </Field>
        <Field label={t("tickets.queue")} error={form.error("change/queue")}>
          <Select
            {...text(form, "change/queue")}
            empty={t("tickets.usualQueue")}
            options={(tier?.queues ?? []).map((queue) => ({
              value: String(queue.id),
              label: queue.name,
            }))}
          />
        </Field>
      </div>
      <Field label={t("tickets.reason")} error={form.error("change/reason")} required>
        <Select
          {...text(form, "change/reason")}
          empty={t("ui.choose")}
          options={structure.reasons
            .filter((one) => codes.has(one.code))
            .map((one) => ({ value: one.code, label: nameIn(one) }))}
        />
      </Field>
    </>
  );
}

// --- What would become of it

interface PreviewProps {
  tickets: number[];
  tried: Tried;
  onBack(): void;
  onDone(): void;
}

function Preview({ tickets, tried, onBack, onDone }: PreviewProps) {
  const { change, outcome } = tried;
  const [go] = useState(() => doing(tickets, change));
  const [busy, setBusy] = useState(false);
  const run = async () => {
    setBusy(true);
    let done: Outcome | undefined;
    const worked = await attempt(async () => {
      done = await go();
    });
    setBusy(false);
    if (!worked || !done) return;
    tellDone(done);
    onDone();
  };
  return (
    <div className="space-y-4">
      <Summary outcome={outcome} change={change} />
      {outcome.undo && outcome.undo !== "all" && outcome.changed > 0 && (
        <p className="text-muted">{t(`tickets.bulkUndo.${outcome.undo}`)}</p>
      )}
      <div className="flex flex-wrap items-center gap-2.5">
        <Button look="main" busy={busy} disabled={outcome.changed === 0} onClick={run}>
          {t("tickets.doBulk", { count: outcome.changed })}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t("tickets.bulkBack")}
        </Button>
      </div>
    </div>
  );
}

function tellDone(done: Outcome) {
  const said = t("tickets.bulkDone", { changed: done.changed, refused: done.refused });
  const { bulk } = done;
  if (!bulk || done.changed === 0 || done.undo === "nothing") return tell(said);
  tellWithWay(said, { label: t("tickets.undoBulk"), run: () => void takeBack(bulk) });
}

async function takeBack(bulk: number) {
  await attempt(async () => {
    const undone = await undo(bulk);
    tell(t("tickets.bulkUndone", { changed: undone.changed, refused: undone.refused }));
  });
}

const listed = 200; // Rows of a preview; more would not be read.

function Summary({ outcome, change }: { outcome: Outcome; change: BulkChange }) {
  const changed = outcome.items.filter((item) => item.outcome === "changed");
  return (
    <>
      <p role="status" className="font-medium">
        {t("tickets.bulkPreview", {
          changed: outcome.changed,
          unchanged: outcome.unchanged,
          refused: outcome.refused,
        })}
      </p>
      {reasonsOf(outcome, change).map((why) => (
        <section key={why.text} className="rounded-lg bg-warn-soft px-3 py-2 text-warn-text">
          <h3 className="text-sm font-medium">{why.text}</h3>
          <p className="mt-1 text-xs [overflow-wrap:anywhere]">
            {why.items.map((item) => `${item.ticket} · ${item.subject}`).join(", ")}
          </p>
        </section>
      ))}
      {changed.length > 0 && (
        <ul className="divide-y divide-line rounded-lg border border-line">
          {changed.slice(0, listed).map((item) => (
            <li key={item.ticket} className="flex flex-wrap gap-x-3 px-3 py-1.5">
              <span className="text-muted tabular-nums">{item.ticket}</span>
              <span className="min-w-0 flex-1 basis-40 truncate">{item.subject}</span>
              <span className="text-muted">{stepText(item, change)}</span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

// --- The last ones

export function LastBulks({ onClose }: { onClose(): void }) {
  const shown = useResource(bulksKey, loadBulks);
  return (
    <Dialog
      open
      wide
      title={t("tickets.lastBulks")}
      note={t("tickets.lastBulksNote")}
      onClose={onClose}
    >
      <When shown={shown}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={t("tickets.noBulks")} text={t("tickets.noBulksText")} />
          ) : (
            <ul className="divide-y divide-line">
              {items.map((bulk) => (
                <Last key={bulk.bulk} bulk={bulk} />
              ))}
            </ul>
          )
        }
      </When>
    </Dialog>
  );
}

function Last({ bulk }: { bulk: BulkSummary }) {
  const [busy, setBusy] = useState(false);
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-1 py-2.5">
      <div className="min-w-0 flex-1 basis-52">
        <p className="font-medium">{verbText(bulk)}</p>
        <p className="text-xs text-muted">
          {moment(bulk.at)} · {t("tickets.bulkCount", { count: bulk.changed })}
          {bulk.undoneAt && ` · ${t("tickets.wasUndone")}`}
        </p>
      </div>
      {bulk.mayUndo && (
        <Button
          size="small"
          busy={busy}
          onClick={async () => {
            setBusy(true);
            await takeBack(bulk.bulk);
            setBusy(false);
          }}
        >
          {t("tickets.undoBulk")}
        </Button>
      )}
    </li>
  );
}
