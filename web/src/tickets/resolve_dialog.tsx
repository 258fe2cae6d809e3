// Resolving: the answer to the customer, and what the ticket's form still wants.

import { lazy, Suspense, useRef, useState } from "react";
import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { Actions } from "../ui/dialog";
import { Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { Dialog, type One } from "./dialog_frame";
import type { Needed } from "./field_needed";
import { linksKey } from "./reading";
import { StateField } from "./state_field";
import { stateValue, stateWish } from "./states";
import { settle } from "./verbs";

const NeededFields = lazy(() =>
  import("./field_needed").then((file) => ({ default: file.NeededFields })),
);

// A warning, no more: whoever resolves knows best.
function OpenChildren({ ticket }: { ticket: Ticket }) {
  const sees = mayFor("tickets.see_notes", ticket.customer);
  const load = () => api.tickets.listLinks({ ticket: ticket.id });
  const links = useResource(sees ? linksKey(ticket.id) : undefined, load, true).value;
  if (!links?.openChildren) return null;
  return (
    <p role="status" className="rounded-lg bg-warn-soft px-3 py-2 text-warn-text">
      {t("tickets.resolveChildren", { count: links.openChildren })}
    </p>
  );
}

export function Resolve({ ticket, state, onClose }: One & { state?: number | null }) {
  const fields = useRef<Needed>(undefined);
  const [refused, setRefused] = useState<unknown>();
  const form = useForm({
    initial: { text: "", state: stateValue(state) },
    check: (values) => ({ text: values.text.trim() ? undefined : "required" }),
    send: async (values) => {
      await fields.current?.save();
      try {
        const text = values.text.trim();
        const wish = { ticket: ticket.id, text, ...stateWish(values.state) };
        return await settle(api.tickets.resolveTicket(wish));
      } catch (problem) {
        setRefused(problem);
        throw problem;
      }
    },
    done: onClose,
  });
  return (
    <Dialog title={t("tickets.resolve")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <OpenChildren ticket={ticket} />
        <Refused problem={form.problem} />
        <Field
          label={t("tickets.solution")}
          hint={t("tickets.solutionHint")}
          error={form.error("text")}
          required
        >
          <Textarea {...text(form, "text")} rows={5} maxLength={20_000} autoFocus />
        </Field>
        <StateField
          status="resolved"
          value={form.values.state}
          error={form.error("state")}
          onChange={(value) => form.set("state", value)}
        />
        <Suspense>
          <NeededFields ticket={ticket} handle={fields} problem={refused} />
        </Suspense>
        <Actions label={t("tickets.resolve")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
