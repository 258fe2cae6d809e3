// The dialogs of those verbs that need words. Fetched when the first of them is opened.
//
// The ticket may change while a dialog stands open. The dialog then says what has changed, and leaves
// alone what was typed: who writes decides whether it still fits.

import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { api } from "../api/client";
import type { EscalationReason, HandBackReason, Impact, Ticket, Tier, Urgency } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { findStaff } from "../people/finders";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog as Plain } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Input, Select, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import type { OpenDialog } from "./actions";
import {
  differences,
  escalationReasons,
  escalationText,
  handBackReasons,
  handBackText,
  higherTiers,
  impacts,
  impactText,
  lowerTiers,
  statusMoves,
  statusText,
  tierName,
  urgencies,
  urgencyText,
} from "./model";
import { assign, move, settle } from "./verbs";

interface DialogsProps {
  ticket: Ticket;
  open: OpenDialog;
  onClose(): void;
}

export function TicketDialogs({ ticket, open, onClose }: DialogsProps) {
  if (open === "assign") return <Assign ticket={ticket} onClose={onClose} />;
  if (open === "status") return <Status ticket={ticket} onClose={onClose} />;
  if (open === "escalate") return <WithTiers Body={Escalate} ticket={ticket} onClose={onClose} />;
  if (open === "handBack") return <WithTiers Body={HandBack} ticket={ticket} onClose={onClose} />;
  if (open === "resolve") return <Resolve ticket={ticket} onClose={onClose} />;
  if (open === "reopen") return <Reopen ticket={ticket} onClose={onClose} />;
  if (open === "edit") return <Edit ticket={ticket} onClose={onClose} />;
  return null;
}

type One = { ticket: Ticket; onClose(): void };

interface TicketDialogProps extends One {
  title: string;
  children: ReactNode;
}

function Dialog({ title, ticket, onClose, children }: TicketDialogProps) {
  const [opened] = useState(ticket);
  const changed = ticket.version > opened.version;
  const what = changed ? differences(opened, ticket).map((name) => t(name)) : [];
  return (
    <Plain open title={title} note={`${ticket.number} · ${ticket.subject}`} onClose={onClose}>
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

function Refused({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-danger-text">
      {problem}
    </p>
  );
}

function Assign({ ticket, onClose }: One) {
  const form = useForm({
    initial: {
      assignee: ticket.assignee
        ? ({ id: ticket.assignee, label: ticket.assigneeName ?? "" } as Found)
        : (undefined as Found | undefined),
    },
    send: async ({ assignee }) => {
      // Shown at once, behind the closing dialog; a refusal is told in the corner.
      void assign(ticket, assignee && { person: assignee.id, name: assignee.label });
    },
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.assign")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-64 space-y-4">
        <Field label={t("tickets.assignee")} hint={t("tickets.assignHint")}>
          <Combobox
            name="assignee"
            chosen={form.values.assignee}
            onChoose={(found) => form.set("assignee", found)}
            find={findStaff}
          />
        </Field>
        <Actions label={t("tickets.assign")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Status({ ticket, onClose }: One) {
  return (
    <Dialog title={t("tickets.setStatus")} ticket={ticket} onClose={onClose}>
      <div className="flex flex-col gap-2">
        {statusMoves(ticket).map((to) => (
          <Button
            key={to.status + (to.waitingFor ?? "")}
            className="!justify-start"
            onClick={() => {
              onClose();
              void move(ticket, to);
            }}
          >
            {statusText(to.status, to.waitingFor)}
          </Button>
        ))}
      </div>
    </Dialog>
  );
}

// --- Up and down the chain

type TierBody = (props: One & { tiers: Tier[] }) => ReactNode;

function WithTiers({ Body, ticket, onClose }: One & { Body: TierBody }) {
  const shown = useResource("tiers", () => api.tiers.listTiers());
  return (
    <When shown={shown}>
      {(list) => <Body ticket={ticket} tiers={list.items} onClose={onClose} />}
    </When>
  );
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

interface MoveFieldsProps {
  form: Form<MoveValues>;
  tiers: Tier[];
  reasons: { value: string; label: string }[];
  noteHint: string;
}

function MoveFields({ form, tiers, reasons, noteHint }: MoveFieldsProps) {
  const tier = tiers.find((one) => String(one.number) === form.values.tier);
  return (
    <>
      <Refused problem={form.problem} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label={t("tickets.tier")} error={form.error("tier")} required>
          <Select
            {...text(form, "tier")}
            onChange={(event) => {
              form.set("tier", event.target.value);
              form.set("queue", "");
            }}
            options={tiers.map((one) => ({ value: String(one.number), label: tierName(one) }))}
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
        <Select {...text(form, "reason")} empty={t("ui.choose")} options={reasons} />
      </Field>
      <Field label={t("tickets.handover")} hint={noteHint} error={form.error("note")} required>
        <Textarea {...text(form, "note")} rows={4} maxLength={20_000} />
      </Field>
    </>
  );
}

function moveWish(ticket: Ticket, values: MoveValues) {
  return {
    ticket: ticket.id,
    tier: Number(values.tier),
    note: values.note.trim(),
    ...(values.queue && { queue: Number(values.queue) }),
  };
}

function Escalate({ ticket, tiers, onClose }: One & { tiers: Tier[] }) {
  const possible = higherTiers(tiers, ticket.tier);
  const form = useForm({
    initial: { tier: String(possible[0]?.number ?? ""), queue: "", reason: "", note: "" },
    check: moveChecks,
    send: (values) =>
      settle(
        api.tickets.escalateTicket({
          ...moveWish(ticket, values),
          reason: values.reason as EscalationReason,
        }),
      ),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.escalate")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <MoveFields
          form={form}
          tiers={possible}
          reasons={escalationReasons.map((one) => ({ value: one, label: escalationText(one) }))}
          noteHint={t("tickets.escalateHint")}
        />
        <Actions label={t("tickets.escalate")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function HandBack({ ticket, tiers, onClose }: One & { tiers: Tier[] }) {
  const possible = lowerTiers(tiers, ticket.tier);
  const form = useForm({
    initial: { tier: String(possible[0]?.number ?? ""), queue: "", reason: "", note: "" },
    check: moveChecks,
    send: (values) =>
      settle(
        api.tickets.handBackTicket({
          ...moveWish(ticket, values),
          reason: values.reason as HandBackReason,
        }),
      ),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.handBack")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <MoveFields
          form={form}
          tiers={possible}
          reasons={handBackReasons.map((one) => ({ value: one, label: handBackText(one) }))}
          noteHint={t("tickets.handBackHint")}
        />
        <Actions label={t("tickets.handBack")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- The end, and back from it

function Resolve({ ticket, onClose }: One) {
  const form = useForm({
    initial: { text: "" },
    check: (values) => ({ text: values.text.trim() ? undefined : "required" }),
    send: (values) =>
      settle(api.tickets.resolveTicket({ ticket: ticket.id, text: values.text.trim() })),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.resolve")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.solution")}
          hint={t("tickets.solutionHint")}
          error={form.error("text")}
          required
        >
          <Textarea {...text(form, "text")} rows={5} maxLength={20_000} autoFocus />
        </Field>
        <Actions label={t("tickets.resolve")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Reopen({ ticket, onClose }: One) {
  const form = useForm({
    initial: { reason: "" },
    check: (values) => ({ reason: values.reason.trim() ? undefined : "required" }),
    send: (values) =>
      settle(api.tickets.reopenTicket({ ticket: ticket.id, reason: values.reason.trim() })),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.reopen")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.reopenReason")} error={form.error("reason")} required>
          <Textarea {...text(form, "reason")} rows={3} maxLength={2_000} autoFocus />
        </Field>
        <Actions label={t("tickets.reopen")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Edit({ ticket, onClose }: One) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(ticket.version);
  const form = useForm({
    initial: { subject: ticket.subject, impact: ticket.impact, urgency: ticket.urgency },
    check: (values) => ({ subject: values.subject.trim() ? undefined : "required" }),
    send: (values) =>
      settle(
        api.tickets.editTicket(
          {
            ticket: ticket.id,
            subject: values.subject.trim(),
            impact: values.impact as Impact,
            urgency: values.urgency as Urgency,
          },
          { version },
        ),
      ),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.edit")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.subject")} error={form.error("subject")} required>
          <Input {...text(form, "subject")} maxLength={300} autoFocus />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.impactTitle")} error={form.error("impact")}>
            <Select
              {...text(form, "impact")}
              options={impacts.map((one) => ({ value: one, label: impactText(one) }))}
            />
          </Field>
          <Field label={t("tickets.urgencyTitle")} error={form.error("urgency")}>
            <Select
              {...text(form, "urgency")}
              options={urgencies.map((one) => ({ value: one, label: urgencyText(one) }))}
            />
          </Field>
        </div>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
