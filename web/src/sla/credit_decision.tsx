// Granting or refusing credits, one or all of a customer's: the last look before it holds.

import { useRef, useState } from "react";
import { api } from "../api/client";
import type { Credit } from "../api/types";
import { t } from "../base/i18n";
import { moneyText, sumsText } from "../base/money";
import { refresh } from "../base/resource";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Lines } from "../ui/lines";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";
import { decidingOrder, subjectText, sumsIn } from "./credit_model";
import { targetText } from "./model";

export interface Decision {
  credits: Credit[]; // Of one customer, at least one, all of them proposed.
  decision: "granted" | "refused";
  customer: string; // Its name.
}

// With the amount as it stands on the screen: another one by now is a refusal. Whatever comes of it,
// the page is read again, since under a limit one decision may change the amounts of others.
export async function decide(one: Credit, decision: Credit["state"], note?: string) {
  const { ticket, target, run, amount } = one;
  try {
    return await api.sla.decideCredit({ ticket, target, run, decision, amount, note });
  } finally {
    refresh("credits/");
  }
}

interface DialogProps extends Decision {
  onClose(): void;
}

export function DecisionDialog({ credits, decision, customer, onClose }: DialogProps) {
  const left = useRef(decidingOrder(credits)); // What a second try begins with.
  const [done, setDone] = useState(0);
  const form = useForm<{ note: string }, void>({
    initial: { note: "" },
    check: ({ note }) =>
      decision === "refused" && !note.trim() ? { note: "sla.credit_note_missing" } : {},
    send: async ({ note }) => {
      for (let one = left.current[0]; one; one = left.current[0]) {
        await decide(one, decision, note.trim() || undefined);
        left.current.shift();
        setDone((before) => before + 1);
      }
    },
    done: () => {
      tell(t(`sla.credits.told.${decision}`, { count: credits.length }));
      onClose();
    },
  });
  const isGrant = decision === "granted";
  const sum = sumsText(sumsIn(credits, "proposed"));
  const title = t(isGrant ? "sla.credits.grantOf" : "sla.credits.refuseOf", {
    sum,
    customer,
  });
  return (
    <Dialog open title={title} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {form.problem && done > 0 && (
          <p>{t("sla.credits.doneSoFar", { done, all: credits.length })}</p>
        )}
        <Lines lines={credits.map(lineOf)} />
        <Field
          label={t("sla.credits.note")}
          hint={t(isGrant ? "sla.credits.noteHint" : "sla.credits.whyHint")}
          error={form.error("note")}
          optional={isGrant}
          required={!isGrant}
        >
          <Textarea {...text(form, "note")} rows={3} maxLength={500} />
        </Field>
        <Actions
          label={t(isGrant ? "sla.credits.grant" : "sla.credits.refuse")}
          look={isGrant ? "main" : "danger"}
          busy={form.busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}

const lineOf = (one: Credit) =>
  `${subjectText(one)} · ${targetText(one.target)}: ${moneyText(one.amount)}`;
