// One status of the company's own: its names, what customers read, whether time stands still. Before
// one with tickets in it is retired, that is told; the second press means it.

import { useState } from "react";
import { api } from "../api/client";
import type { Lifecycle, Stranded, TicketState, TicketStatus } from "../api/types";
import { t } from "../base/i18n";
import { put } from "../base/resource";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { statuses, statusText } from "./model";
import { StrandedNote } from "./state_stranded";
import { lifecycleKey } from "./states";

interface StateFormProps {
  lifecycle: Lifecycle;
  state?: TicketState; // Absent: a new one.
  onClose(): void;
}

export function StateForm({ lifecycle, state, onClose }: StateFormProps) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(lifecycle.version);
  const [stranded, setStranded] = useState<Stranded[]>();
  const form = useForm({
    initial: {
      status: state?.status ?? ("open" as TicketStatus),
      namePl: state?.namePl ?? "",
      nameEn: state?.nameEn ?? "",
      shownPl: state?.shownPl ?? "",
      shownEn: state?.shownEn ?? "",
      pauses: state?.pauses ?? false,
      isDefault: state?.isDefault ?? false,
      retired: Boolean(state?.retiredAt),
    },
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: values.nameEn.trim() ? undefined : "required",
    }),
    send: async ({ status, retired, isDefault, shownPl, shownEn, ...values }) => {
      const shown = { shownPl: shownPl.trim(), shownEn: shownEn.trim() };
      if (!state) return api.tickets.addState({ status, ...values, ...shown, isDefault });
      if (retired && !state.retiredAt && !stranded) {
        const { items } = await api.tickets.previewLifecycle({ retire: state.id });
        if (items.length > 0) return setStranded(items);
      }
      return api.tickets.editState(
        { state: state.id, ...values, ...shown, retired, isDefault: isDefault && !retired },
        { version },
      );
    },
    done: (saved) => {
      if (!saved) return;
      put(lifecycleKey, saved);
      onClose();
    },
  });
  const box = (name: "pauses" | "isDefault" | "retired") => ({
    name,
    checked: form.values[name],
    onChange: (event: { target: { checked: boolean } }) => form.set(name, event.target.checked),
  });
  return (
    <Dialog open title={t(state ? "tickets.state.edit" : "tickets.state.add")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {!state && (
          <Field label={t("tickets.state.group")} hint={t("tickets.state.groupHint")}>
            <Select
              {...text(form, "status")}
              options={statuses.map((one) => ({ value: one, label: statusText(one) }))}
            />
          </Field>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.namePl")} error={form.error("namePl")} required>
            <Input {...text(form, "namePl")} maxLength={40} autoFocus />
          </Field>
          <Field label={t("tickets.nameEn")} error={form.error("nameEn")} required>
            <Input {...text(form, "nameEn")} maxLength={40} />
          </Field>
          <Field label={t("tickets.state.shownPl")} error={form.error("shownPl")} optional>
            <Input {...text(form, "shownPl")} maxLength={40} />
          </Field>
          <Field label={t("tickets.state.shownEn")} error={form.error("shownEn")} optional>
            <Input {...text(form, "shownEn")} maxLength={40} />
          </Field>
        </div>
        <p className="text-xs text-muted">{t("tickets.state.shownHint")}</p>
        <Checkbox
          label={t("tickets.state.pauses")}
          hint={t("tickets.state.pausesHint")}
          {...box("pauses")}
        />
        <Checkbox
          label={t("tickets.state.isDefault", { group: statusText(form.values.status) })}
          hint={t("tickets.state.isDefaultHint")}
          {...box("isDefault")}
        />
        {state && (
          <Checkbox
            label={t("tickets.retire")}
            hint={t("tickets.state.retireHint")}
            {...box("retired")}
          />
        )}
        {stranded && form.values.retired && <StrandedNote lifecycle={lifecycle} items={stranded} />}
        <Actions
          label={t(stranded && form.values.retired ? "tickets.state.saveAnyway" : "ui.save")}
          busy={form.busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
