// The steps of a ticket: ticked off one by one, each with who did it when.

import { ListPlus, X } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { ChecklistStep, Ticket, TicketChecklist } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { moment } from "../base/time";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { mayWorkOn } from "./model";
import { checklistKey } from "./reading";

export function Checklist({ ticket }: { ticket: Ticket }) {
  const key = checklistKey(ticket.id);
  const shown = useResource(key, () => api.tickets.listSteps({ ticket: ticket.id })).value;
  const [adding, setAdding] = useState(false);
  const closed = ticket.status === "closed";
  const mayWork = mayWorkOn(ticket);
  useCommands([
    {
      id: "tickets.addSteps",
      title: "tickets.addSteps",
      group: "tickets.ticket",
      keys: "k",
      icon: ListPlus,
      offered: () => mayWork,
      blocked: () => (closed ? t("tickets.alreadyClosed") : undefined),
      run: () => setAdding(true),
    },
  ]);
  const take = (send: () => Promise<TicketChecklist>) =>
    attempt(async () => put(key, await send()));
  return (
    <>
      {shown && shown.items.length > 0 && (
        <Section
          title={t("tickets.checklist", { ticked: shown.ticked, all: shown.items.length })}
          actions={
            mayWork &&
            !closed && (
              <Button size="small" icon={ListPlus} onClick={() => setAdding(true)}>
                {t("tickets.addSteps")}
              </Button>
            )
          }
        >
          <ul className="-my-1 space-y-1">
            {shown.items.map((step) => (
              <Step
                key={step.id}
                step={step}
                fixed={!mayWork || closed}
                tick={(ticked) =>
                  take(() => api.tickets.tickStep({ ticket: ticket.id, step: step.id, ticked }))
                }
                remove={() =>
                  take(() => api.tickets.removeStep({ ticket: ticket.id, step: step.id }))
                }
              />
            ))}
          </ul>
        </Section>
      )}
      {adding && <AddSteps ticket={ticket.id} onClose={() => setAdding(false)} />}
    </>
  );
}

interface StepProps {
  step: ChecklistStep;
  fixed: boolean;
  tick(ticked: boolean): void;
  remove(): void;
}

function Step({ step, fixed, tick, remove }: StepProps) {
  const words = step.text ?? t("tickets.erasedText");
  return (
    <li className="flex items-start gap-1">
      <Checkbox
        label={words}
        hint={step.tickedAt ? `${step.tickedByName ?? ""} · ${moment(step.tickedAt)}` : undefined}
        checked={Boolean(step.tickedAt)}
        disabled={fixed}
        onChange={(event) => tick(event.target.checked)}
        className={cx("min-w-0 flex-1 [overflow-wrap:anywhere]", step.tickedAt && "text-muted")}
      />
      {!fixed && (
        <IconButton icon={X} label={t("tickets.removeStep", { step: words })} onClick={remove} />
      )}
    </li>
  );
}

function AddSteps({ ticket, onClose }: { ticket: number; onClose(): void }) {
  const form = useForm({
    initial: { steps: "" },
    check: (values) => ({ steps: values.steps.trim() ? undefined : "required" }),
    send: (values) => api.tickets.addSteps({ ticket, texts: values.steps.split("\n") }),
    done: (answer) => {
      put(checklistKey(ticket), answer);
      onClose();
    },
  });
  return (
    <Dialog open title={t("tickets.addSteps")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.steps")} hint={t("tickets.stepsHint")} error={form.error("steps")}>
          <Textarea {...text(form, "steps")} rows={6} autoFocus />
        </Field>
        <Actions label={t("tickets.addSteps")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
