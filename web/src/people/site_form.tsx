// A site of a customer: where it is and when somebody opens the door.

import { useState } from "react";
import { api } from "../api/client";
import type { Site } from "../api/types";
import { t } from "../base/i18n";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { withoutEmpty } from "./customer_form";
import { AddressEditor, addressReasons, HoursEditor } from "./editors";
import { type AddressValues, addressValues, addressWish, readHours, writeHours } from "./model";

interface SiteDialogProps {
  customer: number;
  site?: Site;
  onClose(): void;
  onSaved(): void;
}

export function SiteDialog({ customer, site, onClose, onSaved }: SiteDialogProps) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(site?.version ?? 0);
  const form = useForm({
    initial: {
      name: site?.name ?? "",
      address: addressValues(site?.address),
      hours: writeHours(site?.hours),
      hoursText: site?.hoursText ?? "",
    },
    check: (values) => ({
      name: values.name.trim() ? undefined : "required",
      hours: readHours(values.hours) ? undefined : "people.hours_malformed",
      ...addressReasons("address", values.address),
    }),
    send: (values) => {
      const wish = {
        name: values.name.trim(),
        address: addressWish(values.address),
        hours: readHours(values.hours) ?? [],
        hoursText: values.hoursText.trim(),
      };
      return site
        ? api.people.editSite({ site: site.site, ...wish }, { version })
        : api.people.addSite({ customer, ...withoutEmpty(wish) });
    },
    done: () => {
      onSaved();
      onClose();
    },
  });
  return (
    <Dialog open wide title={site ? t("people.editSite") : t("people.addSite")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-5">
        <Refused problem={form.problem} />
        <Field label={t("people.siteName")} error={form.error("name")} required>
          <Input {...text(form, "name")} autoFocus />
        </Field>
        <AddressEditor
          name="address"
          title={t("people.address")}
          value={form.values.address}
          onChange={(value: AddressValues) => form.set("address", value)}
          error={form.error}
          leave={form.leave}
        />
        <HoursEditor
          value={form.values.hours}
          error={form.error("hours")}
          onChange={(hours) => form.set("hours", hours)}
        />
        <Field
          label={t("people.hoursText")}
          hint={t("people.hoursTextHint")}
          error={form.error("hoursText")}
          optional
        >
          <Input {...text(form, "hoursText")} />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
