// Whether the customer was asked if it may be done, and what they said. The same panel for us and for
// them; only who may decide sees the buttons.

import { ShieldQuestion } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { ApprovalOfTicket, Ticket, TicketApproval } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { isStaff } from "../base/session";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { isDone, mayWorkOn } from "./model";
import { approvalKey } from "./reading";
import { reloadTicket } from "./verbs";

type Open = "ask" | "approve" | "refuse";

export function Approval({ ticket }: { ticket: Ticket }) {
  const [open, setOpen] = useState<Open>();
  const load = () => api.tickets.readApproval({ ticket: ticket.id });
  const shown = useResource<ApprovalOfTicket>(approvalKey(ticket.id), load).value;
  const approval = shown?.approval;
  const undecided = approval && !approval.decidedAt;
  useCommands([
    {
      id: "tickets.askApproval",
      title: "tickets.askApproval",
      group: "tickets.ticket",
      icon: ShieldQuestion,
      offered: () => mayWorkOn(ticket),
      blocked: () =>
        isDone(ticket)
          ? t("tickets.alreadyResolved")
          : undecided
            ? t("refusal.tickets.approval_open")
            : undefined,
      run: () => setOpen("ask"),
    },
  ]);
  return (
    <>
      {approval && (
        <Section title={t("tickets.approval")} className="mb-4">
          <Said approval={approval} />
          {undecided && shown.approvers && shown.approvers.length > 0 && (
            <p className="mt-1 text-muted">
              {t("tickets.approvers", { names: shown.approvers.join(", ") })}
            </p>
          )}
          {undecided && isStaff() && (shown.approvers ?? []).length === 0 && (
            <p className="mt-1 text-muted">{t("tickets.noApprovers")}</p>
          )}
          {shown.mayDecide && (
            <div className="mt-3 flex flex-wrap gap-2">
              <Button look={isStaff() ? "plain" : "main"} onClick={() => setOpen("approve")}>
                {t("tickets.approve")}
              </Button>
              <Button onClick={() => setOpen("refuse")}>{t("tickets.refuseApproval")}</Button>
            </div>
          )}
        </Section>
      )}
      {open === "ask" && <Ask ticket={ticket.id} onClose={() => setOpen(undefined)} />}
      {(open === "approve" || open === "refuse") && (
        <Decide
          ticket={ticket.id}
          isApproved={open === "approve"}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Said({ approval }: { approval: TicketApproval }) {
  const { decidedAt, isApproved, note } = approval;
  return (
    <>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone={!decidedAt ? "info" : isApproved ? "good" : "danger"}>
          {t(
            !decidedAt
              ? "tickets.approvalOpen"
              : isApproved
                ? "tickets.approved"
                : "tickets.approvalRefused",
          )}
        </Badge>
        <span className="text-xs text-muted">
          {decidedAt
            ? `${approval.decidedByName ?? ""} · ${moment(decidedAt)}`
            : `${approval.askedByName ?? ""} · ${moment(approval.askedAt)}`}
        </span>
      </p>
      {note && <p className="mt-1.5 whitespace-pre-wrap [overflow-wrap:anywhere]">{note}</p>}
    </>
  );
}

function settle(ticket: number, answer: ApprovalOfTicket, onClose: () => void) {
  put(approvalKey(ticket), answer);
  void reloadTicket(ticket).catch(() => undefined); // The live feed will tell it, too.
  onClose();
}

function Ask({ ticket, onClose }: { ticket: number; onClose(): void }) {
  const form = useForm({
    initial: { note: "" },
    check: (values) => ({ note: values.note.trim() ? undefined : "required" }),
    send: (values) => api.tickets.askApproval({ ticket, note: values.note.trim() }),
    done: (answer) => settle(ticket, answer, onClose),
  });
  return (
    <Dialog open title={t("tickets.askApproval")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.approvalNote")}
          hint={t("tickets.approvalNoteHint")}
          error={form.error("note")}
        >
          <Input {...text(form, "note")} maxLength={500} autoFocus />
        </Field>
        <Actions label={t("tickets.askApproval")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface DecideProps {
  ticket: number;
  isApproved: boolean;
  onClose(): void;
}

function Decide({ ticket, isApproved, onClose }: DecideProps) {
  const needsNote = isStaff() || !isApproved;
  const title = t(isApproved ? "tickets.approve" : "tickets.refuseApproval");
  const form = useForm({
    initial: { note: "" },
    check: (values) => ({ note: !needsNote || values.note.trim() ? undefined : "required" }),
    send: (values) =>
      api.tickets.decideApproval({
        ticket,
        isApproved,
        ...(values.note.trim() && { note: values.note.trim() }),
      }),
    done: (answer) => settle(ticket, answer, onClose),
  });
  return (
    <Dialog open title={title} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.approvalWhy")}
          hint={isStaff() ? t("tickets.approvalWhose") : undefined}
          error={form.error("note")}
          optional={!needsNote}
        >
          <Textarea {...text(form, "note")} rows={3} maxLength={2000} autoFocus />
        </Field>
        <Actions label={title} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
