// The form of an asset. Its customer is for ever, so it is asked for once.

import { useState } from "react";
import { api } from "../api/client";
import type { Asset, AssetKind } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { findCustomers, findPersonsOf } from "../people/finders";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Field, Input, Select, Textarea } from "../ui/field";
import { cleared, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { kinds, kindText, took } from "./model";

function valuesOf(asset: Asset | undefined) {
  return {
    customer: undefined as Found | undefined,
    kind: (asset?.kind ?? "computer") as AssetKind,
    name: asset?.name ?? "",
    maker: asset?.maker ?? "",
    model: asset?.model ?? "",
    serialNumber: asset?.serialNumber ?? "",
    inventoryNumber: asset?.inventoryNumber ?? "",
    site: String(asset?.site ?? ""),
    person:
      asset?.person && asset.personName
        ? ({ id: asset.person, label: asset.personName } as Found)
        : undefined,
    purchasedOn: asset?.purchasedOn ?? "",
    warrantyUntil: asset?.warrantyUntil ?? "",
    note: asset?.note ?? "",
  };
}

type Values = ReturnType<typeof valuesOf>;

const wordsOf = (values: Values) => ({
  kind: values.kind,
  name: values.name.trim(),
  maker: values.maker.trim(),
  model: values.model.trim(),
  serialNumber: values.serialNumber.trim(),
  inventoryNumber: values.inventoryNumber.trim(),
  note: values.note.trim(),
});

const restOf = (values: Values) => ({
  site: Number(values.site) || undefined,
  person: values.person?.id,
  purchasedOn: values.purchasedOn || undefined,
  warrantyUntil: values.warrantyUntil || undefined,
});

export interface AssetDialogProps {
  customer?: number; // Nobody in particular: it is asked for.
  asset?: Asset; // Absent: a new one.
  onClose(): void;
  onSaved?(asset: Asset): void;
}

export function AssetDialog({ customer, asset, onClose, onSaved }: AssetDialogProps) {
  // The version that was read when the form was opened: a later one would overwrite unseen.
  const [version] = useState(asset?.version ?? 0);
  const form = useForm<Values, Asset>({
    initial: valuesOf(asset),
    check: (values) => ({
      customer: customer || values.customer ? undefined : "required",
      name: values.name.trim() ? undefined : "required",
      warrantyUntil:
        values.purchasedOn && values.warrantyUntil && values.warrantyUntil < values.purchasedOn
          ? "assets.warranty_before_purchase"
          : undefined,
    }),
    send: (values) =>
      asset
        ? api.assets.editAsset(
            { asset: asset.id, ...wordsOf(values), ...cleared(restOf(values)) },
            { version },
          )
        : api.assets.addAsset({
            customer: customer ?? values.customer?.id ?? 0,
            ...wordsOf(values),
            ...restOf(values),
          }),
    done: (saved) => {
      took(saved);
      onSaved?.(saved);
      onClose();
    },
  });
  const owner = customer ?? form.values.customer?.id;
  const sites =
    useResource(
      owner ? `sites/${owner}` : undefined,
      async () => (await api.people.listSites({ customer: owner ?? 0 })).items,
      true,
    ).value ?? [];
  return (
    <Dialog open wide title={t(asset ? "assets.edit" : "assets.new")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {!customer && (
          <Field label={t("people.customer")} error={form.error("customer")} required>
            <Combobox
              name="customer"
              autoFocus
              chosen={form.values.customer}
              onChoose={(found) => {
                form.set("customer", found);
                form.set("site", "");
                form.set("person", undefined);
              }}
              find={findCustomers}
            />
          </Field>
        )}
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("assets.name")} error={form.error("name")} required>
            <Input {...text(form, "name")} maxLength={120} autoFocus={Boolean(customer)} />
          </Field>
          <Field label={t("assets.kindTitle")} error={form.error("kind")}>
            <Select
              {...text(form, "kind")}
              options={kinds.map((kind) => ({ value: kind, label: kindText(kind) }))}
            />
          </Field>
          <Field label={t("assets.maker")} error={form.error("maker")} optional>
            <Input {...text(form, "maker")} maxLength={120} />
          </Field>
          <Field label={t("assets.model")} error={form.error("model")} optional>
            <Input {...text(form, "model")} maxLength={120} />
          </Field>
          <Field label={t("assets.serialNumber")} error={form.error("serialNumber")} optional>
            <Input {...text(form, "serialNumber")} maxLength={80} />
          </Field>
          <Field label={t("assets.inventoryNumber")} error={form.error("inventoryNumber")} optional>
            <Input {...text(form, "inventoryNumber")} maxLength={80} />
          </Field>
          <Field label={t("assets.person")} error={form.error("person")} optional>
            <Combobox
              name="person"
              disabled={!owner}
              chosen={form.values.person}
              onChoose={(found) => form.set("person", found)}
              find={findPersonsOf(owner)}
            />
          </Field>
          <Field label={t("assets.site")} error={form.error("site")} optional>
            <Select
              {...text(form, "site")}
              disabled={sites.length === 0}
              empty={t("assets.noSite")}
              options={sites.map((one) => ({ value: String(one.site), label: one.name }))}
            />
          </Field>
          <Field label={t("assets.purchasedOn")} error={form.error("purchasedOn")} optional>
            <Input {...text(form, "purchasedOn")} type="date" />
          </Field>
          <Field label={t("assets.warrantyUntil")} error={form.error("warrantyUntil")} optional>
            <Input {...text(form, "warrantyUntil")} type="date" />
          </Field>
        </div>
        <Field
          label={t("assets.note")}
          hint={t("assets.noteHint")}
          error={form.error("note")}
          optional
        >
          <Textarea {...text(form, "note")} rows={3} maxLength={4000} />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
