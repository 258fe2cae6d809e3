// Who is on call, tier by tier: a first person, and maybe a second one who is called next.

import { PhoneCall, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { OnCall, StructureTier } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { instantOf, moment } from "../base/time";
import { findStaff } from "../people/finders";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { onCallKey, refreshDuty, today } from "./duty_model";
import { loadStructure, nameIn, structureKey } from "./model";

export function OnCallTab() {
  const shown = useResource(structureKey, loadStructure);
  const [adding, setAdding] = useState<StructureTier>();
  return (
    <When shown={shown} lines={6}>
      {({ tiers }) => (
        <div className="space-y-4">
          {tiers.map((tier) => (
            <Rota key={tier.number} tier={tier} add={() => setAdding(tier)} />
          ))}
          {adding && <AddOnCall tier={adding} onClose={() => setAdding(undefined)} />}
        </div>
      )}
    </When>
  );
}

function Rota({ tier, add }: { tier: StructureTier; add(): void }) {
  const shown = useResource(onCallKey(tier.number), () =>
    api.tiers.listOnCall({ tier: tier.number }),
  );
  const plans = may("tiers.plan_duty");
  const remove = async (span: OnCall) => {
    if (await attempt(() => api.tiers.removeOnCall({ onCall: span.id }))) refreshDuty();
  };
  return (
    <Section
      flush
      title={`${tier.number}. ${nameIn(tier)}`}
      actions={
        plans && (
          <Button size="small" icon={Plus} onClick={add}>
            {t("tiers.addOnCall")}
          </Button>
        )
      }
    >
      <When shown={shown}>
        {(list) =>
          list.items.length === 0 ? (
            <p className="p-4 text-muted">{t("tiers.nobodyOnCall")}</p>
          ) : (
            <ul className="divide-y divide-line">
              {list.items.map((span) => (
                <li key={span.id} className="flex items-center gap-3 px-4 py-2.5">
                  <PhoneCall aria-hidden size={16} className="shrink-0 text-muted" />
                  <span className="min-w-0 flex-1">
                    <span className="flex flex-wrap items-center gap-2 font-medium">
                      {span.firstName}
                      {new Date(span.startsAt) <= new Date() && (
                        <Badge tone="good">{t("tiers.isNow")}</Badge>
                      )}
                    </span>
                    <span className="block text-xs text-muted">
                      {moment(span.startsAt)} – {moment(span.endsAt)}
                      {span.secondName && ` · ${t("tiers.secondIs", { name: span.secondName })}`}
                    </span>
                  </span>
                  {plans && (
                    <IconButton
                      icon={Trash2}
                      label={`${t("tiers.removeOnCall")}: ${span.firstName}, ${moment(span.startsAt)}`}
                      onClick={() => void remove(span)}
                    />
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </When>
    </Section>
  );
}

interface Values {
  startsAt: string;
  endsAt: string;
  first: Found | undefined;
  second: Found | undefined;
}

const week = 7 * 86_400_000;

function AddOnCall({ tier, onClose }: { tier: StructureTier; onClose(): void }) {
  const form = useForm<Values, OnCall>({
    initial: {
      startsAt: `${today()}T08:00`,
      endsAt: `${today(new Date(Date.now() + week))}T08:00`,
      first: undefined,
      second: undefined,
    },
    check: ({ startsAt, endsAt, first }) => ({
      startsAt: startsAt ? undefined : "required",
      endsAt: endsAt ? undefined : "required",
      first: first ? undefined : "required",
    }),
    send: ({ startsAt, endsAt, first, second }) =>
      api.tiers.addOnCall({
        tier: tier.number,
        startsAt: instantOf(startsAt),
        endsAt: instantOf(endsAt),
        first: first?.id ?? 0,
        second: second?.id,
      }),
    done: () => {
      refreshDuty();
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.addOnCallTo", { tier: nameIn(tier) })} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tiers.firstPerson")} error={form.error("first")} required>
          <Combobox
            name="first"
            chosen={form.values.first}
            onChoose={(found) => form.set("first", found)}
            find={findStaff}
          />
        </Field>
        <Field label={t("tiers.secondPerson")} error={form.error("second")} optional>
          <Combobox
            name="second"
            chosen={form.values.second}
            onChoose={(found) => form.set("second", found)}
            find={findStaff}
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tiers.from")} error={form.error("startsAt")} required>
            <Input {...text(form, "startsAt")} type="datetime-local" />
          </Field>
          <Field label={t("tiers.to")} error={form.error("endsAt")} required>
            <Input {...text(form, "endsAt")} type="datetime-local" />
          </Field>
        </div>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
