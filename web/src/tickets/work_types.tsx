// The kinds of work that entries are made of: renamed, made free, retired; never deleted.

import { Plus } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { WorkType } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { nameIn } from "../tiers/model";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";

export function WorkTypes() {
  const shown = useResource("work-types", () => api.tickets.listWorkTypes());
  const [open, setOpen] = useState<WorkType | "new">();
  return (
    <div className="space-y-4">
      <div className="flex flex-wrap items-center gap-3">
        <p className="min-w-0 flex-1 basis-72 text-muted">{t("tickets.time.typesNote")}</p>
        <Button icon={Plus} onClick={() => setOpen("new")}>
          {t("tickets.time.addType")}
        </Button>
      </div>
      <When shown={shown} lines={6}>
        {({ items }) => (
          <Section flush>
            <ul className="divide-y divide-line">
              {items.map((one) => (
                <li key={one.id} className="flex flex-wrap items-center gap-2.5 px-4 py-2.5">
                  <span className={one.retiredAt ? "flex-1 text-muted" : "flex-1"}>
                    {nameIn(one)}
                  </span>
                  {!one.billable && <Badge>{t("tickets.time.notBillable")}</Badge>}
                  {one.retiredAt && <Badge tone="warn">{t("tickets.time.retired")}</Badge>}
                  <Button size="small" look="quiet" onClick={() => setOpen(one)}>
                    {t("ui.edit")}
                    <span className="sr-only">: {nameIn(one)}</span>
                  </Button>
                </li>
              ))}
            </ul>
          </Section>
        )}
      </When>
      {open && (
        <TypeForm type={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </div>
  );
}

interface TypeFormProps {
  type: WorkType | undefined;
  onClose(): void;
}

function TypeForm({ type, onClose }: TypeFormProps) {
  const form = useForm({
    initial: {
      namePl: type?.namePl ?? "",
      nameEn: type?.nameEn ?? "",
      billable: type?.billable ?? true,
      retired: Boolean(type?.retiredAt),
    },
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: values.nameEn.trim() ? undefined : "required",
    }),
    send: ({ namePl, nameEn, billable, retired }) =>
      type
        ? api.tickets.editWorkType(
            { workType: type.id, namePl, nameEn, billable, retired },
            { version: type.version },
          )
        : api.tickets.addWorkType({ namePl, nameEn, billable }),
    done: () => {
      refresh("work-types");
      onClose();
    },
  });
  const title = t(type ? "tickets.time.editType" : "tickets.time.addType");
  return (
    <Dialog open title={title} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.time.namePl")} error={form.error("namePl")} required>
          <Input {...text(form, "namePl")} maxLength={60} autoFocus />
        </Field>
        <Field label={t("tickets.time.nameEn")} error={form.error("nameEn")} required>
          <Input {...text(form, "nameEn")} maxLength={60} />
        </Field>
        <Checkbox
          label={t("tickets.time.billable")}
          hint={t("tickets.time.billableHint")}
          checked={form.values.billable}
          onChange={(event) => form.set("billable", event.target.checked)}
        />
        {type && (
          <Checkbox
            label={t("tickets.time.retire")}
            hint={t("tickets.time.retireHint")}
            checked={form.values.retired}
            onChange={(event) => form.set("retired", event.target.checked)}
          />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
