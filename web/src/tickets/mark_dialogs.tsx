// The dialogs that stick something to a ticket: a tag, a link, a due date, a sleep.

import { useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketLinkKind } from "../api/types";
import { t } from "../base/i18n";
import { put } from "../base/resource";
import { clockInput, date, dayInput, instantOf, moment } from "../base/time";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions } from "../ui/dialog";
import { Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { Dialog, type One } from "./dialog_frame";
import { snooze } from "./mark_verbs";
import { linkKinds, type SnoozeChoice, snoozeUntil } from "./marks_model";
import { linksKey } from "./reading";
import { findOrMakeTags } from "./tag_finders";
import { settle } from "./verbs";

type Open = "snooze" | "due" | "tag" | "link";

export function MarkDialogs({ ticket, open, onClose }: One & { open: Open }) {
  if (open === "snooze") return <Snooze ticket={ticket} onClose={onClose} />;
  if (open === "due") return <DueDate ticket={ticket} onClose={onClose} />;
  if (open === "tag") return <AddTag ticket={ticket} onClose={onClose} />;
  return <AddLink ticket={ticket} onClose={onClose} />;
}

// --- Snoozing: three moments at one press, and any other one

const choices: {
  choice: SnoozeChoice;
  label: "tickets.snoozeTwoHours" | "tickets.snoozeTomorrow" | "tickets.snoozeMonday";
}[] = [
  { choice: "twoHours", label: "tickets.snoozeTwoHours" },
  { choice: "tomorrow", label: "tickets.snoozeTomorrow" },
  { choice: "monday", label: "tickets.snoozeMonday" },
];

function Snooze({ ticket, onClose }: One) {
  const [busy, setBusy] = useState(false);
  const form = useForm({
    initial: { until: "" },
    check: (values) => ({ until: values.until ? undefined : "required" }),
    send: (values) => snooze(ticket, new Date(values.until)),
    done: onClose,
  });
  const choose = async (choice: SnoozeChoice) => {
    setBusy(true);
    const done = await attempt(() => snooze(ticket, snoozeUntil(choice, new Date())));
    setBusy(false);
    if (done) onClose();
  };
  return (
    <Dialog title={t("tickets.snooze")} ticket={ticket} onClose={onClose}>
      <p className="mb-3 text-muted">{t("tickets.snoozeHint")}</p>
      <ul className="space-y-1.5">
        {choices.map(({ choice, label }, index) => (
          <li key={choice}>
            <Button
              autoFocus={index === 0}
              busy={busy}
              className="w-full !justify-between"
              onClick={() => void choose(choice)}
            >
              {t(label)}
              <span className="text-xs font-normal text-muted tabular-nums">
                {moment(snoozeUntil(choice, new Date()))}
              </span>
            </Button>
          </li>
        ))}
      </ul>
      <form noValidate onSubmit={form.submit} className="mt-4 space-y-3 border-t border-line pt-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.snoozeOwn")} error={form.error("until")}>
          <Input {...text(form, "until")} type="datetime-local" />
        </Field>
        <Actions label={t("tickets.snooze")} look="plain" busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- Due dates

function DueDate({ ticket, onClose }: One) {
  const { dueAt, dueOn } = ticket;
  const form = useForm({
    initial: {
      on: dueOn ?? (dueAt ? dayInput(dueAt) : ""),
      at: dueAt && !dueOn ? clockInput(dueAt) : "",
    },
    check: (values) => ({ on: values.on ? undefined : "required" }),
    send: ({ on, at }) =>
      settle(
        api.tickets.setDue({
          ticket: ticket.id,
          ...(at ? { at: instantOf(`${on}T${at}`) } : { on }),
        }),
      ),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.due")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.dueDay")} error={form.error("on")} required>
            <Input {...text(form, "on")} type="date" />
          </Field>
          <Field
            label={t("tickets.dueTime")}
            hint={t("tickets.dueTimeHint")}
            error={form.error("at")}
            optional
          >
            <Input {...text(form, "at")} type="time" />
          </Field>
        </div>
        <p className="text-xs text-muted">{t("tickets.dueHint")}</p>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- Tags

function AddTag({ ticket, onClose }: One) {
  const form = useForm({
    initial: { name: undefined as Found | undefined },
    check: (values) => ({ name: values.name ? undefined : "required" }),
    send: (values) =>
      settle(api.tickets.addTicketTag({ ticket: ticket.id, name: values.name?.label ?? "" })),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.addTag")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-72 space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.tagName")}
          hint={t("tickets.tagHint")}
          error={form.error("name")}
          required
        >
          <Combobox
            name="name"
            chosen={form.values.name}
            onChoose={(found) => form.set("name", found)}
            find={findOrMakeTags}
          />
        </Field>
        <Actions label={t("tickets.addTag")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- Links

const findTickets =
  (self: Ticket) =>
  async (words: string): Promise<Found[]> => {
    const page = await api.tickets.listTickets({
      q: words.trim() || undefined,
      customer: words.trim() ? undefined : self.customer,
      limit: 12,
    });
    return page.items
      .filter((row) => row.id !== self.id)
      .map((row) => ({
        id: row.id,
        label: `${row.number} · ${row.subject}`,
        note: `${row.customerName} · ${date(row.createdAt)}`,
      }));
  };

function AddLink({ ticket, onClose }: One) {
  const form = useForm({
    initial: { kind: "relates", other: undefined as Found | undefined },
    check: (values) => ({ other: values.other ? undefined : "required" }),
    send: ({ kind, other }) =>
      api.tickets.linkTicket({
        ticket: ticket.id,
        other: other?.id ?? 0,
        kind: kind as TicketLinkKind,
      }),
    done: (links) => {
      put(linksKey(ticket.id), links);
      onClose();
    },
  });
  return (
    <Dialog title={t("tickets.addLink")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-80 space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.linkKind")} error={form.error("kind")}>
          <Select
            {...text(form, "kind")}
            options={linkKinds.map((kind) => ({ value: kind, label: t(`tickets.link.${kind}`) }))}
          />
        </Field>
        <Field
          label={t("tickets.linkOther")}
          hint={t("tickets.linkOtherHint")}
          error={form.error("other")}
          required
        >
          <Combobox
            name="other"
            chosen={form.values.other}
            onChoose={(found) => form.set("other", found)}
            find={findTickets(ticket)}
          />
        </Field>
        <Actions label={t("tickets.addLink")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
