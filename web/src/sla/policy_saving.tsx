// What saving the order of policies touches, and since when it counts: the last look before it holds.

import { useState } from "react";
import { api } from "../api/client";
import type { PolicyList } from "../api/types";
import { t } from "../base/i18n";
import { Problem } from "../base/problem";
import { put, refresh } from "../base/resource";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Lines } from "../ui/lines";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";
import { blamed, type Changes, changesOf, type Draft, draft, policiesKey } from "./policy_model";

function linesOf({ added, changed, removed, isReordered }: Changes): string[] {
  return [
    ...added.map((name) => t("sla.change.added", { name })),
    ...changed.map((name) => t("sla.change.changed", { name })),
    ...removed.map((name) => t("sla.change.removed", { name })),
    ...(isReordered ? [t("sla.change.reordered")] : []),
  ];
}

interface SaveProps {
  list: PolicyList;
  draft: Draft;
  onClose(): void;
}

export function SaveDialog({ list, draft: now, onClose }: SaveProps) {
  const policies = now.items.map((one) => one.policy);
  const [advanced, setAdvanced] = useState(false);
  const form = useForm<{ alsoSince: string }, PolicyList>({
    initial: { alsoSince: "" },
    send: async (values) => {
      const alsoSince = values.alsoSince || undefined;
      try {
        return await api.sla.savePolicies({ policies, alsoSince }, { version: now.version });
      } catch (problem) {
        // What is wrong with a policy is told where it stands; what is wrong here stays here.
        const next = blamed(now, problem);
        draft.set(next);
        if (problem instanceof Problem && next.refused.some((one) => one.key)) onClose();
        throw problem;
      }
    },
    done: (saved) => {
      put(policiesKey, saved);
      draft.set(undefined);
      refresh("clocks/");
      tell(t("sla.saved"));
      onClose();
    },
  });
  return (
    <Dialog open title={t("sla.saveAll")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Lines lines={linesOf(changesOf(list.items, policies))} />
        <p>{t("sla.touches")}</p>
        <details open={advanced} onToggle={(event) => setAdvanced(event.currentTarget.open)}>
          <summary className="py-1 text-muted">{t("tickets.advanced")}</summary>
          <Field
            label={t("sla.alsoSince")}
            hint={t("sla.alsoSinceHint")}
            error={form.error("alsoSince")}
            className="mt-2"
            optional
          >
            <Input {...text(form, "alsoSince")} type="date" />
          </Field>
        </details>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
