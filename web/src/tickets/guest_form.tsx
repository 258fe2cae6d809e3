// The dialogs about a guest expert: whom to let in with which question, what they may read, what is
// said to them, and for how long they stay.

import { useState } from "react";
import { api } from "../api/client";
import type { Language, Ticket, TicketGuest, TicketGuests, TicketMessage } from "../api/types";
import { language, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { Actions } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";
import { ChosenFiles } from "./chosen_files";
import { Dialog, type One } from "./dialog_frame";
import { closeGuestDialog, type GuestDialog } from "./guest_dialogs";
import { guestName, settleGuests, showable } from "./guest_model";
import { briefly, toggled } from "./message_ticks";
import { loadMessages, messagesKey } from "./reading";
import { type Step, sendAll, send as upload } from "./uploads";

const usualDays = 14;
const mostDays = 90;

export function GuestDialogs({ open }: { open: GuestDialog }) {
  const one = { ticket: open.ticket, onClose: closeGuestDialog };
  if (open.what === "invite") return <InviteDialog {...one} />;
  const of = { ...one, guest: open.guest };
  if (open.what === "tell") return <TellDialog {...of} />;
  if (open.what === "show") return <ShowDialog {...of} />;
  return <TermDialog {...of} />;
}

type OfGuest = One & { guest: TicketGuest };

const dayProblem = (days: string) =>
  /^\d+$/.test(days) && Number(days) >= 1 && Number(days) <= mostDays ? undefined : "out_of_range";

function InviteDialog({ ticket, onClose }: One) {
  const form = useForm({
    initial: {
      name: "",
      email: "",
      company: "",
      question: "",
      language: language.get() as string,
      days: String(usualDays),
      messages: [] as number[],
    },
    check: (values) => ({
      name: values.name.trim() ? undefined : "required",
      email: values.email.trim() ? undefined : "required",
      question: values.question.trim() ? undefined : "required",
      days: dayProblem(values.days),
    }),
    send: (values) =>
      settleGuests(
        ticket.id,
        api.tickets.inviteGuest({
          ticket: ticket.id,
          name: values.name.trim(),
          email: values.email.trim(),
          ...(values.company.trim() && { company: values.company.trim() }),
          question: values.question.trim(),
          language: values.language as Language,
          days: Number(values.days),
          messages: values.messages,
        }),
      ),
    done: () => {
      tell(t("tickets.guest.invited"));
      onClose();
    },
  });
  return (
    <Dialog title={t("tickets.guest.invite")} wide ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <p className="text-muted">{t("tickets.guest.what")}</p>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.guest.name")} error={form.error("name")} required>
            <Input {...text(form, "name")} maxLength={200} autoComplete="off" />
          </Field>
          <Field label={t("tickets.guest.company")} error={form.error("company")} optional>
            <Input {...text(form, "company")} maxLength={200} autoComplete="off" />
          </Field>
          <Field label={t("tickets.guest.email")} error={form.error("email")} required>
            <Input {...text(form, "email")} type="email" maxLength={254} autoComplete="off" />
          </Field>
          <Field label={t("tickets.guest.language")}>
            <Select
              {...text(form, "language")}
              options={[
                { value: "pl", label: "Polski" },
                { value: "en", label: "English" },
              ]}
            />
          </Field>
        </div>
        <Field
          label={t("tickets.guest.question")}
          hint={t("tickets.guest.questionHint")}
          error={form.error("question")}
          required
        >
          <Textarea {...text(form, "question")} rows={4} maxLength={20_000} />
        </Field>
        <Ticks
          ticket={ticket}
          chosen={form.values.messages}
          onChange={(messages) => form.set("messages", messages)}
        />
        <Days value={text(form, "days")} error={form.error("days")} />
        <Actions label={t("tickets.guest.send")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface DaysProps {
  value: object; // What a text field of a form is.
  error: string | undefined;
}

function Days({ value, error }: DaysProps) {
  return (
    <Field
      label={t("tickets.guest.days")}
      hint={t("tickets.guest.daysHint")}
      error={error}
      required
    >
      <Input {...value} inputMode="numeric" maxLength={2} className="max-w-24 tabular-nums" />
    </Field>
  );
}

function about(message: TicketMessage): string {
  const files = message.attachments.length;
  return [
    message.authorName ?? message.guests?.find((one) => one.part === "wrote")?.name,
    moment(message.at),
    message.kind === "note" && t("tickets.note"),
    files > 0 && t("tickets.guest.filesToo", { count: files }),
  ]
    .filter(Boolean)
    .join(" · ");
}

interface TicksProps {
  ticket: Ticket;
  guest?: number;
  chosen: number[];
  onChange(chosen: number[]): void;
}

function Ticks({ ticket, guest, chosen, onChange }: TicksProps) {
  const shown = useResource(messagesKey(ticket.id), () => loadMessages(ticket.id));
  return (
    <fieldset>
      <legend className="font-medium">{t("tickets.guest.messages")}</legend>
      <p className="mb-1.5 text-xs text-muted">{t("tickets.guest.messagesHint")}</p>
      <When shown={shown} lines={4}>
        {(messages) => {
          const all = showable(messages, guest);
          if (all.length === 0) return <p className="text-muted">{t("tickets.noMessages")}</p>;
          return (
            <ul className="max-h-72 space-y-1 overflow-y-auto rounded-xl border border-line p-2">
              {all.map((message) => (
                <li
                  key={message.id}
                  className={message.kind === "note" ? "private rounded-lg px-2" : "px-2"}
                >
                  <Checkbox
                    name={`message-${message.id}`}
                    label={briefly(message)}
                    hint={about(message)}
                    checked={chosen.includes(message.id)}
                    onChange={(event) =>
                      onChange(toggled(chosen, message.id, event.target.checked))
                    }
                  />
                </li>
              ))}
            </ul>
          );
        }}
      </When>
    </fieldset>
  );
}

function ShowDialog({ ticket, guest, onClose }: OfGuest) {
  const form = useForm({
    initial: { messages: guest.shown },
    send: ({ messages }) =>
      settleGuests(
        ticket.id,
        api.tickets.showToGuest({
          ticket: ticket.id,
          guest: guest.id,
          messages,
          before: guest.shown,
        }),
      ),
    done: () => {
      tell(t("tickets.guest.wasShown"));
      onClose();
    },
  });
  return (
    <Dialog
      title={t("tickets.guest.showTo", { name: guestName(guest) })}
      wide
      ticket={ticket}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit}>
        <Refused problem={form.problem} />
        <Ticks
          ticket={ticket}
          guest={guest.id}
          chosen={form.values.messages}
          onChange={(messages) => form.set("messages", messages)}
        />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function TermDialog({ ticket, guest, onClose }: OfGuest) {
  const form = useForm({
    initial: { days: String(usualDays) },
    check: (values) => ({ days: dayProblem(values.days) }),
    send: ({ days }) =>
      settleGuests(
        ticket.id,
        api.tickets.prolongGuest({ ticket: ticket.id, guest: guest.id, days: Number(days) }),
      ),
    done: () => {
      tell(t("tickets.guest.wasProlonged"));
      onClose();
    },
  });
  return (
    <Dialog
      title={t("tickets.guest.prolongOf", { name: guestName(guest) })}
      ticket={ticket}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit}>
        <Refused problem={form.problem} />
        <Days value={text(form, "days")} error={form.error("days")} />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// What is typed here goes to somebody outside the house: the dialog says so.
function TellDialog({ ticket, guest, onClose }: OfGuest) {
  const [files, setFiles] = useState<File[]>([]);
  const [step, setStep] = useState<Step>();
  const form = useForm<{ text: string }, TicketGuests>({
    initial: { text: "" },
    check: (values) => ({ text: values.text.trim() ? undefined : "required" }),
    send: async (values) => {
      const attachments = await sendAll(
        files,
        setStep,
        async (file, progress) => (await upload(ticket.id, file, { progress })).id,
      );
      const wish = { ticket: ticket.id, guest: guest.id, text: values.text.trim() };
      return settleGuests(
        ticket.id,
        api.tickets.tellGuest({ ...wish, ...(attachments.length > 0 && { attachments }) }),
      );
    },
    done: () => {
      tell(t("tickets.guest.wasTold"));
      onClose();
    },
  });
  return (
    <Dialog
      title={t("tickets.guest.tellTo", { name: guestName(guest) })}
      ticket={ticket}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.guest.words")}
          hint={t("tickets.guest.wordsHint")}
          error={form.error("text")}
          required
        >
          <Textarea {...text(form, "text")} rows={5} maxLength={20_000} />
        </Field>
        <ChosenFiles files={files} onChange={setFiles} step={step} />
        <Actions label={t("tickets.guest.sendWords")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
