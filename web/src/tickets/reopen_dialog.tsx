// Opening again what was resolved or closed, with the reason.

import { api } from "../api/client";
import { t } from "../base/i18n";
import { isStaff } from "../base/session";
import { Actions } from "../ui/dialog";
import { Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { Dialog, type One } from "./dialog_frame";
import { StateField } from "./state_field";
import { stateValue, stateWish } from "./states";
import { settle } from "./verbs";

export function Reopen({ ticket, state, onClose }: One & { state?: number | null }) {
  const form = useForm({
    initial: { reason: "", state: stateValue(state) },
    check: (values) => ({ reason: values.reason.trim() ? undefined : "required" }),
    send: (values) =>
      settle(
        api.tickets.reopenTicket({
          ticket: ticket.id,
          reason: values.reason.trim(),
          ...stateWish(values.state),
        }),
      ),
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.reopen")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.reopenReason")} error={form.error("reason")} required>
          <Textarea {...text(form, "reason")} rows={3} maxLength={2_000} autoFocus />
        </Field>
        {isStaff() && (
          <StateField
            status="open"
            value={form.values.state}
            error={form.error("state")}
            onChange={(value) => form.set("state", value)}
          />
        )}
        <Actions label={t("tickets.reopen")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
