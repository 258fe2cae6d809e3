// Some messages of a talk become a ticket of their own.

import { useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketMessage } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { duration, moment } from "../base/time";
import { findPersonsOf } from "../people/finders";
import { Combobox, type Found } from "../ui/combobox";
import { Actions } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { tellWithWay } from "../ui/toast";
import { Dialog, type One } from "./dialog_frame";
import { openTicket, renewBoth, undoSplit } from "./merge_model";
import { briefly, toggled } from "./message_ticks";
import { loadMessages, loadTime, messagesKey, timeKey } from "./reading";
import { stands } from "./time_model";
import { settle } from "./verbs";

export function SplitDialog({ ticket, onClose }: One) {
  const shown = useResource(messagesKey(ticket.id), () => loadMessages(ticket.id));
  return (
    <Dialog title={t("tickets.split")} wide ticket={ticket} onClose={onClose}>
      <When shown={shown} lines={6}>
        {(messages) =>
          messages.length === 0 ? (
            <Empty title={t("tickets.split.none")} />
          ) : (
            <SplitForm ticket={ticket} messages={messages} onClose={onClose} />
          )
        }
      </When>
    </Dialog>
  );
}

function SplitForm({ ticket, messages, onClose }: One & { messages: TicketMessage[] }) {
  const [requester, setRequester] = useState<Found>();
  const form = useForm<{ subject: string; messages: number[]; time: number[] }, Ticket>({
    initial: { subject: "", messages: [], time: [] },
    check: (values) => ({
      subject: values.subject.trim() ? undefined : "required",
      messages: values.messages.length > 0 ? undefined : "required",
    }),
    send: (values) =>
      settle(
        api.tickets.splitTicket({
          ticket: ticket.id,
          subject: values.subject.trim(),
          messages: values.messages,
          ...(values.time.length > 0 && { time: values.time }),
          ...(requester && { requester: requester.id }),
        }),
      ),
    done: async (split) => {
      onClose();
      openTicket(split.id);
      await renewBoth(ticket.id);
      tellWithWay(t("tickets.split.done", { number: String(split.number) }), {
        label: t("tickets.split.undo"),
        run: () => void undoSplit(split.id, ticket.id),
      });
    },
  });
  const { values } = form;
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <p className="text-muted">{t("tickets.split.what")}</p>
      <Field label={t("tickets.subject")} error={form.error("subject")} required>
        <Input {...text(form, "subject")} maxLength={300} autoFocus />
      </Field>
      <fieldset>
        <legend className="mb-1.5 font-medium">{t("tickets.split.messages")}</legend>
        <ul className="max-h-72 space-y-1 overflow-y-auto rounded-xl border border-line p-2">
          {messages.map((message) => (
            <li key={message.id}>
              <Checkbox
                name={`message-${message.id}`}
                label={briefly(message)}
                hint={[message.authorName ?? t("tickets.system"), moment(message.at)].join(" · ")}
                checked={values.messages.includes(message.id)}
                onChange={(event) =>
                  form.set("messages", toggled(values.messages, message.id, event.target.checked))
                }
              />
            </li>
          ))}
        </ul>
        {form.error("messages") && (
          <p role="alert" className="mt-1 text-xs text-danger-text">
            {t("tickets.split.choose")}
          </p>
        )}
      </fieldset>
      {mayFor("tickets.see_time", ticket.customer) && (
        <TimeChoice
          ticket={ticket}
          chosen={values.time}
          onChange={(time) => form.set("time", time)}
        />
      )}
      <Field label={t("tickets.requester")} hint={t("tickets.split.requesterHint")} optional>
        <Combobox
          name="requester"
          chosen={requester}
          onChoose={setRequester}
          find={findPersonsOf(ticket.customer)}
        />
      </Field>
      <Actions label={t("tickets.split.do")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}

interface TimeChoiceProps {
  ticket: Ticket;
  chosen: number[];
  onChange(chosen: number[]): void;
}

function TimeChoice({ ticket, chosen, onChange }: TimeChoiceProps) {
  const entries = useResource(timeKey(ticket.id), () => loadTime(ticket.id)).value?.items ?? [];
  const open = entries.filter(stands);
  if (open.length === 0) return null;
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{t("tickets.split.time")}</legend>
      <ul className="max-h-40 space-y-1 overflow-y-auto rounded-xl border border-line p-2">
        {open.map((entry) => (
          <li key={entry.id}>
            <Checkbox
              name={`time-${entry.id}`}
              label={[duration(entry.minutes), entry.customerText].filter(Boolean).join(" · ")}
              hint={entry.personName ?? undefined}
              checked={chosen.includes(entry.id)}
              onChange={(event) => onChange(toggled(chosen, entry.id, event.target.checked))}
            />
          </li>
        ))}
      </ul>
    </fieldset>
  );
}
