// Up and down the chain: escalating with a handover, handing back, returning what is incomplete.

import { type ReactNode, useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import type { HandoverPart, HandoverText, Structure, StructureTier, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { nameOf, useSession } from "../base/session";
import { loadStructure, nameIn, reachable, reasonsFor, structureKey } from "../tiers/model";
import { Button } from "../ui/button";
import { Actions } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { Dialog, type One } from "./dialog_frame";
import { completeness, gapText, handoverParts } from "./model";
import { handoversKey, loadHandovers } from "./reading";
import { settle } from "./verbs";

function WithStructure({ children }: { children(structure: Structure): ReactNode }) {
  const shown = useResource(structureKey, loadStructure);
  return <When shown={shown}>{children}</When>;
}

interface MoveValues {
  tier: string;
  queue: string;
  reason: string;
  note: string;
}

const moveChecks = (values: MoveValues) => ({
  tier: values.tier ? undefined : "required",
  reason: values.reason ? undefined : "required",
  note: values.note.trim() ? undefined : "required",
});

interface MoveFieldsProps<Values extends MoveValues> {
  form: Form<Values>;
  ticket: Ticket;
  structure: Structure;
  tiers: StructureTier[];
  noteLabel: string;
  noteHint: string;
}

function MoveFields<Values extends MoveValues>(props: MoveFieldsProps<Values>) {
  const { form, ticket, structure, tiers } = props;
  const tier = tiers.find((one) => String(one.number) === form.values.tier);
  const reasons = tier ? reasonsFor(structure, ticket.tier, tier.number) : [];
  return (
    <>
      <Refused problem={form.problem} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("tickets.tier")} error={form.error("tier")} required>
          <Select
            {...text(form, "tier")}
            onChange={(event) => {
              form.set("tier", event.target.value as Values["tier"]);
              form.set("queue", "" as Values["queue"]);
              form.set("reason", "" as Values["reason"]);
            }}
            options={tiers.map((one) => ({ value: String(one.number), label: nameIn(one) }))}
          />
        </Field>
        <Field label={t("tickets.queue")} error={form.error("queue")}>
          <Select
            {...text(form, "queue")}
            empty={t("tickets.usualQueue")}
            options={(tier?.queues ?? []).map((queue) => ({
              value: String(queue.id),
              label: queue.name,
            }))}
          />
        </Field>
      </div>
      <Field label={t("tickets.reason")} error={form.error("reason")} required>
        <Select
          {...text(form, "reason")}
          empty={t("ui.choose")}
          options={reasons.map((one) => ({ value: one.code, label: nameIn(one) }))}
        />
      </Field>
      <Field label={props.noteLabel} hint={props.noteHint} error={form.error("note")} required>
        <Textarea {...text(form, "note")} rows={3} maxLength={20_000} />
      </Field>
    </>
  );
}

function moveWish(ticket: Ticket, values: MoveValues) {
  return {
    ticket: ticket.id,
    tier: Number(values.tier),
    reason: values.reason,
    note: values.note.trim(),
    ...(values.queue && { queue: Number(values.queue) }),
  };
}

const noMove = { tier: "", queue: "", reason: "", note: "" };
const firstMove = (tiers: StructureTier[]) => ({
  ...noMove,
  tier: String(tiers[0]?.number ?? ""),
});

type OpenMove = "escalate" | "handBack" | "returnHandover" | "moveQueue";

export function MoveDialogs({ open, ...one }: One & { open: OpenMove }) {
  if (open === "escalate") return <Escalate {...one} />;
  if (open === "handBack") return <HandBack {...one} />;
  if (open === "moveQueue") return <MoveQueue {...one} />;
  return <ReturnHandover {...one} />;
}

function Escalate({ ticket, onClose }: One) {
  return (
    <Dialog title={t("tickets.escalate")} wide ticket={ticket} onClose={onClose}>
      <WithStructure>
        {(structure) => <EscalateForm ticket={ticket} structure={structure} onClose={onClose} />}
      </WithStructure>
    </Dialog>
  );
}

interface EscalateValues extends MoveValues {
  handover: HandoverText;
  keepVoice: boolean;
}

function EscalateForm({ ticket, structure, onClose }: One & { structure: Structure }) {
  const session = useSession();
  const possible = reachable(structure, ticket.tier, true);
  const form = useForm<EscalateValues, Ticket>({
    initial: { ...firstMove(possible), handover: {}, keepVoice: false },
    check: moveChecks,
    send: (values) =>
      settle(
        api.tickets.escalateTicket({
          ...moveWish(ticket, values),
          handover: values.handover,
          ...(values.keepVoice && { keepVoice: true }),
        }),
      ),
    done: () => {
      refresh(handoversKey(ticket.id));
      onClose();
    },
  });
  const tier = possible.find((one) => String(one.number) === form.values.tier);
  if (possible.length === 0) return <Empty title={t("tickets.noMoveUp")} />;
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <MoveFields
        form={form}
        ticket={ticket}
        structure={structure}
        tiers={possible}
        noteLabel={t("tickets.sentence")}
        noteHint={t("tickets.escalateHint")}
      />
      {!ticket.voice && (
        <Checkbox
          name="keepVoice"
          label={t("tickets.keepVoice", { name: ticket.assigneeName ?? nameOf(session) })}
          hint={t("tickets.keepVoiceHint")}
          checked={form.values.keepVoice}
          onChange={(event) => form.set("keepVoice", event.target.checked)}
        />
      )}
      <HandoverFields form={form} ticket={ticket} needed={tier?.needsHandover ?? false} />
      <Actions label={t("tickets.escalate")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}

interface HandoverFieldsProps {
  form: Form<EscalateValues>;
  ticket: Ticket;
  needed: boolean;
}

// Filled in from the ticket, and folded: one sentence is enough where the tier asks for no more.
function HandoverFields({ form, ticket, needed }: HandoverFieldsProps) {
  const draft = useResource(`handover-draft/${ticket.id}`, () =>
    api.tickets.draftHandover({ ticket: ticket.id }),
  ).value;
  const filled = useRef(false);
  const [open, setOpen] = useState(needed);
  useEffect(() => {
    if (!draft || filled.current) return;
    filled.current = true;
    form.set("handover", { ...draft, ...form.values.handover });
  }, [draft, form]);
  const wrong = handoverParts.some((part) => form.error(`handover/${part}`));
  const { handover } = form.values;
  return (
    <details
      open={open || needed || wrong}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line px-4 py-3"
    >
      <summary className="flex cursor-pointer items-center gap-2 font-medium">
        <span className="flex-1">{t("tickets.handoverMore")}</span>
        <span className="text-xs font-normal text-muted tabular-nums">
          {t("tickets.handoverComplete", { percent: completeness(handover) })}
        </span>
      </summary>
      {needed && <p className="mt-1 text-xs text-muted">{t("tickets.handoverNeeded")}</p>}
      <div className="mt-3 space-y-3">
        {handoverParts.map((part) => (
          <Field
            key={part}
            label={t(`tickets.part.${part}`)}
            error={form.error(`handover/${part}`)}
            required={needed}
          >
            <Textarea
              name={`handover/${part}`}
              rows={part === "scope" || part === "evidence" ? 1 : 2}
              maxLength={10_000}
              value={handover[part] ?? ""}
              onChange={(event) =>
                form.set("handover", { ...form.values.handover, [part]: event.target.value })
              }
            />
          </Field>
        ))}
      </div>
    </details>
  );
}

// Another queue of the same tier: a reason only where the structure demands one.
function MoveQueue({ ticket, onClose }: One) {
  return (
    <Dialog title={t("tickets.moveQueue")} ticket={ticket} onClose={onClose}>
      <WithStructure>
        {(structure) => <MoveQueueForm ticket={ticket} structure={structure} onClose={onClose} />}
      </WithStructure>
    </Dialog>
  );
}

function MoveQueueForm({ ticket, structure, onClose }: One & { structure: Structure }) {
  const tier = structure.tiers.find((one) => one.number === ticket.tier);
  const queues = (tier?.queues ?? []).filter((one) => one.id !== ticket.queue);
  const reasons = reasonsFor(structure, ticket.tier, ticket.tier);
  const form = useForm({
    initial: { queue: String(queues[0]?.id ?? ""), reason: "", note: "" },
    check: (values) => ({
      reason: reasons.length === 0 || values.reason ? undefined : "required",
    }),
    send: (values) =>
      settle(
        api.tickets.moveQueue({
          ticket: ticket.id,
          queue: Number(values.queue),
          reason: values.reason || undefined,
          note: values.note.trim() || undefined,
        }),
      ),
    done: onClose,
  });
  if (queues.length === 0) return <Empty title={t("tickets.oneQueue")} />;
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <Field label={t("tickets.queue")} hint={t("tickets.moveQueueHint")} required>
        <Select
          {...text(form, "queue")}
          options={queues.map((one) => ({ value: String(one.id), label: one.name }))}
        />
      </Field>
      {reasons.length > 0 && (
        <Field label={t("tickets.reason")} error={form.error("reason")} required>
          <Select
            {...text(form, "reason")}
            empty={t("ui.choose")}
            options={reasons.map((one) => ({ value: one.code, label: nameIn(one) }))}
          />
        </Field>
      )}
      <Field label={t("tickets.moveQueueNote")} error={form.error("note")} optional>
        <Textarea {...text(form, "note")} rows={2} maxLength={20_000} />
      </Field>
      <Actions label={t("tickets.moveQueue")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}

function HandBack({ ticket, onClose }: One) {
  return (
    <Dialog title={t("tickets.handBack")} ticket={ticket} onClose={onClose}>
      <WithStructure>
        {(structure) => <HandBackForm ticket={ticket} structure={structure} onClose={onClose} />}
      </WithStructure>
    </Dialog>
  );
}

function HandBackForm({ ticket, structure, onClose }: One & { structure: Structure }) {
  const possible = reachable(structure, ticket.tier, false);
  const form = useForm<MoveValues, Ticket>({
    initial: firstMove(possible),
    check: moveChecks,
    send: (values) => settle(api.tickets.handBackTicket(moveWish(ticket, values))),
    done: onClose,
  });
  if (possible.length === 0) return <Empty title={t("tickets.noMoveDown")} />;
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <MoveFields
        form={form}
        ticket={ticket}
        structure={structure}
        tiers={possible}
        noteLabel={t("tickets.handover")}
        noteHint={t("tickets.handBackHint")}
      />
      <Actions label={t("tickets.handBack")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}

// One click says what is missing, and sends it back.
function ReturnHandover({ ticket, onClose }: One) {
  const shown = useResource(handoversKey(ticket.id), () => loadHandovers(ticket.id));
  const [note, setNote] = useState("");
  const last = shown.value?.items.at(-1);
  const send = (gap: HandoverPart) => {
    if (!last) return;
    const wish = { ticket: ticket.id, handover: last.id, gap };
    onClose();
    void attempt(async () => {
      await settle(api.tickets.returnHandover(note.trim() ? { ...wish, note: note.trim() } : wish));
      refresh(handoversKey(ticket.id));
    });
  };
  return (
    <Dialog title={t("tickets.returnHandover")} ticket={ticket} onClose={onClose}>
      <When shown={shown}>
        {() =>
          !last || last.returnedAt || last.tier !== ticket.tier ? (
            <Empty title={t("tickets.noHandoverToReturn")} />
          ) : (
            <div className="space-y-4">
              <Field label={t("tickets.returnNote")} optional>
                <Input
                  name="note"
                  value={note}
                  maxLength={2_000}
                  onChange={(event) => setNote(event.target.value)}
                />
              </Field>
              <p className="text-muted">{t("tickets.returnHint")}</p>
              <div className="flex flex-wrap gap-2">
                {handoverParts.map((part) => (
                  <Button key={part} onClick={() => send(part)}>
                    {gapText(part)}
                  </Button>
                ))}
              </div>
            </div>
          )
        }
      </When>
    </Dialog>
  );
}
