// Tiers, their people and their queues, edited as one and saved as one.

import { Plus, Trash2, X } from "lucide-react";
import { api } from "../api/client";
import type { Structure } from "../api/types";
import { t } from "../base/i18n";
import { refresh } from "../base/resource";
import { findStaff } from "../people/finders";
import { Button, IconButton } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input } from "../ui/field";
import { type Form, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { type EditedTier, editedTiers, newTier, wishedTiers } from "./model";

interface EditProps {
  structure: Structure;
  onClose(): void;
}

interface Values {
  tiers: EditedTier[];
}

const tiersMost = 9;

// A name that is empty is blamed here, everything else by the server.
function checkTiers({ tiers }: Values) {
  const wrong: Record<string, string | undefined> = {};
  tiers.forEach((tier, at) => {
    if (!tier.namePl.trim()) wrong[`tiers/${at}/namePl`] = "required";
    if (!tier.nameEn.trim()) wrong[`tiers/${at}/nameEn`] = "required";
    tier.queues.forEach((queue, place) => {
      if (!queue.name.trim()) wrong[`tiers/${at}/queues/${place}/name`] = "required";
    });
  });
  return wrong;
}

export function EditTiers({ structure, onClose }: EditProps) {
  const form = useForm<Values, Structure>({
    initial: { tiers: editedTiers(structure) },
    check: checkTiers,
    send: ({ tiers }) =>
      api.tiers.editStructure({ tiers: wishedTiers(tiers) }, { version: structure.version }),
    done: () => {
      refresh("structure");
      refresh("tiers");
      onClose();
    },
  });
  const { tiers } = form.values;
  const change = (at: number, changed: Partial<EditedTier>) =>
    form.set(
      "tiers",
      tiers.map((tier, place) => (place === at ? { ...tier, ...changed } : tier)),
    );
  return (
    <Dialog open wide title={t("tiers.edit")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {tiers.map((tier, at) => (
          <TierFields
            key={tier.key}
            form={form}
            tier={tier}
            at={at}
            change={(changed) => change(at, changed)}
            remove={
              at > 0 && at === tiers.length - 1
                ? () => form.set("tiers", tiers.slice(0, -1))
                : undefined
            }
          />
        ))}
        {tiers.length < tiersMost && (
          <Button
            icon={Plus}
            onClick={() => form.set("tiers", [...tiers, newTier(tiers.length + 1)])}
          >
            {t("tiers.addTier")}
          </Button>
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

interface TierFieldsProps {
  form: Form<Values>;
  tier: EditedTier;
  at: number;
  change(changed: Partial<EditedTier>): void;
  remove?(): void;
}

function TierFields({ form, tier, at, change, remove }: TierFieldsProps) {
  const name = (field: string) => `tiers/${at}/${field}`;
  return (
    <fieldset className="rounded-xl border border-line p-4">
      <legend className="px-1.5 text-sm font-semibold">
        {t("tiers.tierNumber", { number: at + 1 })}
      </legend>
      <div className="space-y-3">
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tiers.namePl")} error={form.error(name("namePl"))} required>
            <Input
              name={name("namePl")}
              value={tier.namePl}
              maxLength={100}
              onChange={(event) => change({ namePl: event.target.value })}
            />
          </Field>
          <Field label={t("tiers.nameEn")} error={form.error(name("nameEn"))} required>
            <Input
              name={name("nameEn")}
              value={tier.nameEn}
              maxLength={100}
              onChange={(event) => change({ nameEn: event.target.value })}
            />
          </Field>
        </div>
        <Queues form={form} tier={tier} at={at} change={change} />
        <Members tier={tier} at={at} change={change} />
        <div className="flex flex-wrap items-center gap-x-6">
          <Checkbox
            label={t("tiers.mayResolve")}
            checked={tier.mayResolve}
            onChange={(event) => change({ mayResolve: event.target.checked })}
          />
          {at > 0 && (
            <Checkbox
              label={t("tiers.needsHandover")}
              checked={tier.needsHandover}
              onChange={(event) => change({ needsHandover: event.target.checked })}
            />
          )}
          {remove && (
            <Button icon={Trash2} className="ml-auto" onClick={remove}>
              {t("tiers.removeTier", { number: at + 1 })}
            </Button>
          )}
        </div>
      </div>
    </fieldset>
  );
}

type PartProps = Omit<TierFieldsProps, "remove">;

function Queues({ form, tier, at, change }: PartProps) {
  const { queues } = tier;
  return (
    <div>
      <p className="mb-1 text-xs font-medium">{t("tiers.queues")}</p>
      <ul className="grid gap-2 sm:grid-cols-2">
        {queues.map((queue, place) => (
          <li key={queue.id ?? `new ${place}`} className="flex items-start gap-1">
            <Field
              label={t("tiers.queueName")}
              hideLabel
              className="flex-1"
              error={form.error(`tiers/${at}/queues/${place}/name`)}
              required
            >
              <Input
                name={`tiers/${at}/queues/${place}/name`}
                value={queue.name}
                maxLength={100}
                onChange={(event) =>
                  change({
                    queues: queues.map((one, index) =>
                      index === place ? { ...one, name: event.target.value } : one,
                    ),
                  })
                }
              />
            </Field>
            {queues.length > 1 && (
              <IconButton
                icon={X}
                label={t("tiers.removeQueue", { name: queue.name })}
                onClick={() => change({ queues: queues.filter((_, index) => index !== place) })}
              />
            )}
          </li>
        ))}
      </ul>
      <Button
        size="small"
        icon={Plus}
        className="mt-2"
        onClick={() => change({ queues: [...queues, { name: "" }] })}
      >
        {t("tiers.addQueue")}
      </Button>
    </div>
  );
}

function Members({ tier, at, change }: Omit<PartProps, "form">) {
  const { members } = tier;
  return (
    <div>
      <p className="mb-1 text-xs font-medium">{t("tiers.members")}</p>
      {members.length > 0 && (
        <ul className="mb-2 flex flex-wrap gap-1.5">
          {members.map((member) => (
            <li
              key={member.person}
              className="inline-flex items-center gap-1 rounded-lg bg-sunken py-0.5 pr-0.5 pl-2.5"
            >
              {member.name}
              <IconButton
                icon={X}
                label={t("tiers.removeMember", { name: member.name })}
                onClick={() =>
                  change({ members: members.filter((one) => one.person !== member.person) })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <Field label={t("tiers.addMember")}>
        <Combobox
          name={`tiers/${at}/members`}
          chosen={undefined}
          onChoose={(found) => {
            if (!found || members.some((one) => one.person === found.id)) return;
            change({ members: [...members, { person: found.id, name: found.label }] });
          }}
          find={findStaff}
        />
      </Field>
    </div>
  );
}
