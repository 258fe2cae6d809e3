// The dialogs of those verbs that need words, but for the moves between tiers (move_dialogs.tsx).
// Fetched when the first of them is opened.

import { lazy, Suspense, useState } from "react";
import { api } from "../api/client";
import type { Impact, TicketType, Urgency, WaitingFor } from "../api/types";
import { t } from "../base/i18n";
import { findStaff } from "../people/finders";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions } from "../ui/dialog";
import { Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import type { OpenDialog } from "./actions";
import { Dialog, type One } from "./dialog_frame";
import { impacts, impactText, statusMoves, statusText, urgencies, urgencyText } from "./model";
import { isOwn, useLifecycle } from "./states";
import { assign, move, settle } from "./verbs";

const Resolve = lazy(() => import("./resolve_dialog").then((file) => ({ default: file.Resolve })));
const Reopen = lazy(() => import("./reopen_dialog").then((file) => ({ default: file.Reopen })));
const StateDialog = lazy(() =>
  import("./state_dialog").then((file) => ({ default: file.StateDialog })),
);
const KindFields = lazy(() =>
  import("./kind_fields").then((file) => ({ default: file.KindFields })),
);

export function TicketDialogs({ ticket, open, onClose }: One & { open: OpenDialog }) {
  if (open === "assign") return <Assign ticket={ticket} onClose={onClose} />;
  if (open === "status") return <Status ticket={ticket} onClose={onClose} />;
  if (open?.startsWith("state ")) {
    return <StateDialog ticket={ticket} chosen={open.slice("state ".length)} onClose={onClose} />;
  }
  if (open === "lead") return <Lead ticket={ticket} onClose={onClose} />;
  if (open === "resolve") return <Resolve ticket={ticket} onClose={onClose} />;
  if (open === "reopen") return <Reopen ticket={ticket} onClose={onClose} />;
  if (open === "edit") return <Edit ticket={ticket} onClose={onClose} />;
  return null;
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
  const [waits, setWaits] = useState<WaitingFor>();
  if (isOwn(useLifecycle())) return <StateDialog ticket={ticket} onClose={onClose} />;
  if (waits) return <Waiting ticket={ticket} waitingFor={waits} onClose={onClose} />;
  return (
    <Dialog title={t("tickets.setStatus")} ticket={ticket} onClose={onClose}>
      <div className="flex flex-col gap-2">
        {statusMoves(ticket).map((to) => (
          <Button
            key={to.status + (to.waitingFor ?? "")}
            className="!justify-start"
            onClick={() => {
              if (to.waitingFor) return setWaits(to.waitingFor);
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

// For what: whoever reads "waiting" wants to know.
function Waiting({ ticket, waitingFor, onClose }: One & { waitingFor: WaitingFor }) {
  const form = useForm({
    initial: {
      waitingNote: ticket.waitingFor === waitingFor ? (ticket.waitingNote ?? "") : "",
    },
    check: (values) => ({ waitingNote: values.waitingNote.trim() ? undefined : "required" }),
    send: (values) =>
      settle(
        api.tickets.setTicketStatus({
          ticket: ticket.id,
          status: "waiting",
          waitingFor,
          waitingNote: values.waitingNote.trim(),
        }),
      ),
    done: onClose,
  });
  return (
    <Dialog title={statusText("waiting", waitingFor)} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.waitingNote")}
          hint={t("tickets.waitingNoteHint")}
          error={form.error("waitingNote")}
          required
        >
          <Input {...text(form, "waitingNote")} maxLength={500} autoFocus />
        </Field>
        <Actions label={t("tickets.setStatus")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// The ticket stays where it is; somebody is asked to look.
function Lead({ ticket, onClose }: One) {
  const form = useForm({
    initial: { note: "" },
    check: (values) => ({ note: values.note.trim() ? undefined : "required" }),
    send: (values) =>
      settle(api.tickets.informLead({ ticket: ticket.id, note: values.note.trim() })),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.informLead")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.leadNote")}
          hint={t("tickets.leadHint")}
          error={form.error("note")}
          required
        >
          <Textarea {...text(form, "note")} rows={3} maxLength={2_000} autoFocus />
        </Field>
        <Actions label={t("tickets.informLead")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Edit({ ticket, onClose }: One) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(ticket.version);
  const form = useForm({
    initial: {
      subject: ticket.subject,
      impact: ticket.impact,
      urgency: ticket.urgency,
      type: ticket.type,
      category: ticket.category ?? undefined,
    },
    check: (values) => ({ subject: values.subject.trim() ? undefined : "required" }),
    send: (values) =>
      settle(
        api.tickets.editTicket(
          {
            ticket: ticket.id,
            subject: values.subject.trim(),
            type: values.type as TicketType,
            category: values.category ?? null,
            // Sent only where it changed: setting it again asks the matrix again.
            ...(values.impact !== ticket.impact && { impact: values.impact as Impact }),
            ...(values.urgency !== ticket.urgency && { urgency: values.urgency as Urgency }),
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
        <Suspense>
          <KindFields
            type={form.values.type}
            category={form.values.category}
            error={form.error}
            onType={(type) => form.set("type", type)}
            onCategory={(category) => form.set("category", category)}
          />
        </Suspense>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
