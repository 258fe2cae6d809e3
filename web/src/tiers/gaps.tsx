// What places ask for, who lacks it, what lapses soon, and what nobody knows.

import { Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type {
  GapReport,
  Need,
  PersonGaps,
  PlaceGaps,
  Requirement,
  RequirementPlace,
  UnknownSkill,
} from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { date } from "../base/time";
import { findCustomers } from "../people/finders";
import { categoriesKey, categoryOptions, loadCategories } from "../tickets/kinds";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Choice, Field, Input, Select } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { loadStructure, structureKey } from "./model";
import {
  askedText,
  type Catalogue,
  gapsKey,
  gapText,
  levels,
  levelText,
  placeKey,
  placeText,
  requirementsKey,
  skillGroups,
  skillsKey,
  skillText,
  useCatalogue,
} from "./skill_model";

export function GapBadges({ gaps, catalogue }: { gaps: PersonGaps; catalogue: Catalogue }) {
  return (
    <ul className="flex flex-wrap gap-1.5">
      {gaps.missing.map((gap) => (
        <li key={gap.requirement} className="max-w-full">
          <Badge tone={gap.need === "mandatory" ? "danger" : "plain"}>
            <span className="whitespace-normal">
              {t(gap.need === "mandatory" ? "tiers.lacksMandatory" : "tiers.lacksHelpful", {
                what: gapText(catalogue, gap),
              })}
            </span>
          </Badge>
        </li>
      ))}
      {gaps.lapsing.map((gap) => (
        <li key={gap.requirement} className="max-w-full">
          <Badge tone="warn">
            <span className="whitespace-normal">{gapText(catalogue, gap)}</span>
          </Badge>
        </li>
      ))}
    </ul>
  );
}

export function Gaps() {
  const catalogue = useCatalogue();
  const report = useResource(gapsKey, () => api.tiers.readGaps());
  const asked = useResource(requirementsKey, () => api.tiers.listRequirements());
  return (
    <div className="space-y-4">
      <When shown={report} lines={6}>
        {(now) => (
          <>
            <Unknown report={now} catalogue={catalogue} />
            <Report report={now} catalogue={catalogue} />
          </>
        )}
      </When>
      <When shown={asked} lines={4}>
        {(list) => <Requirements requirements={list.items} catalogue={catalogue} />}
      </When>
    </div>
  );
}

// --- The report

function Report({ report, catalogue }: { report: GapReport; catalogue: Catalogue }) {
  if (report.places.length === 0) return null;
  return (
    <Section flush title={t("tiers.whoLacks")}>
      <ul className="divide-y divide-line/60">
        {report.places.map((place) => (
          <Place key={placeKey(place)} place={place} catalogue={catalogue} />
        ))}
      </ul>
    </Section>
  );
}

function Place({ place, catalogue }: { place: PlaceGaps; catalogue: Catalogue }) {
  const whole = place.ready === place.members;
  return (
    <li className="px-4 py-3">
      <h3 className="flex flex-wrap items-center gap-2 font-semibold">
        {placeText(place)}
        <Badge tone={place.ready === 0 ? "danger" : whole ? "good" : "warn"}>
          {t("tiers.readyOf", { ready: place.ready, members: place.members })}
        </Badge>
      </h3>
      {place.people.length > 0 && (
        <ul className="mt-2 space-y-2">
          {place.people.map((one) => (
            <li key={one.person} className="grid gap-x-4 gap-y-1 sm:grid-cols-[12rem_1fr]">
              <span>{one.name}</span>
              <GapBadges gaps={one} catalogue={catalogue} />
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

// --- What nobody knows

function Unknown({ report, catalogue }: { report: GapReport; catalogue: Catalogue }) {
  if (report.unknown.length === 0) return null;
  return (
    <Section flush title={t("tiers.nobodyKnows")}>
      <ul className="divide-y divide-line/60">
        {report.unknown.map((one) => (
          <UnknownRow key={one.skill} unknown={one} catalogue={catalogue} />
        ))}
      </ul>
    </Section>
  );
}

function UnknownRow({ unknown, catalogue }: { unknown: UnknownSkill; catalogue: Catalogue }) {
  const { skill, person, personName, dueOn } = unknown;
  const add = async () => {
    if (!person || !dueOn) return;
    if (await attempt(() => api.tiers.addLearning({ skill, person, dueOn }))) refresh(skillsKey);
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
      <span className="flex min-w-0 flex-1 basis-52 flex-wrap items-center gap-2 font-medium">
        {skillText(catalogue, skill)}
        {unknown.required && <Badge tone="danger">{t("tiers.isRequired")}</Badge>}
      </span>
      {person && dueOn && (
        <span className="text-muted">
          {t(unknown.learning ? "tiers.learns" : "tiers.wouldLearn", {
            name: personName,
            day: date(dueOn),
          })}
        </span>
      )}
      {!unknown.learning && person && may("tiers.edit_skills") && (
        <Button size="small" icon={Plus} onClick={() => void add()}>
          {t("tiers.makeTask")}
        </Button>
      )}
    </li>
  );
}

// --- Requirements

interface RequirementsProps {
  requirements: Requirement[];
  catalogue: Catalogue;
}

function Requirements({ requirements, catalogue }: RequirementsProps) {
  const [adding, setAdding] = useState(false);
  const mayEdit = may("tiers.edit_skills");
  const remove = async (requirement: number) => {
    if (await attempt(() => api.tiers.removeRequirement({ requirement }))) refresh(skillsKey);
  };
  return (
    <Section
      flush
      title={t("tiers.requirements")}
      actions={
        mayEdit && (
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            {t("tiers.addRequirement")}
          </Button>
        )
      }
    >
      {requirements.length === 0 && <p className="p-4 text-muted">{t("tiers.noRequirements")}</p>}
      <ul className="divide-y divide-line/60">
        {requirements.map((one) => (
          <li key={one.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2">
            <span className="w-full font-medium sm:w-56">{placeText(one)}</span>
            <span className="min-w-0 flex-1 basis-40">{askedText(catalogue, one)}</span>
            <Badge tone={one.need === "mandatory" ? "accent" : "plain"}>
              {t(`tiers.need.${one.need}` as MessageId)}
            </Badge>
            {mayEdit && (
              <IconButton
                icon={Trash2}
                label={t("tiers.removeRequirement", { what: askedText(catalogue, one) })}
                onClick={() => void remove(one.id)}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <AddRequirement catalogue={catalogue} onClose={() => setAdding(false)} />}
    </Section>
  );
}

const places: RequirementPlace[] = ["tier", "queue", "customer", "sector", "category"];
const needs: Need[] = ["mandatory", "helpful"];

interface Values {
  place: RequirementPlace;
  tier: string;
  queue: string;
  customer: Found | undefined;
  sector: string;
  category: string;
  what: "skill" | "kind";
  skill: string;
  least: string;
  certificateKind: string;
  need: Need;
}

function checkValues(values: Values) {
  const required = (name: keyof Values) => (values[name] ? undefined : "required");
  return {
    [values.place]: required(values.place),
    [values.what === "skill" ? "skill" : "certificateKind"]: required(
      values.what === "skill" ? "skill" : "certificateKind",
    ),
  };
}

function wishOf(values: Values) {
  const { place, need, what } = values;
  return {
    place,
    need,
    tier: place === "tier" ? Number(values.tier) : undefined,
    queue: place === "queue" ? Number(values.queue) : undefined,
    customer: place === "customer" ? values.customer?.id : undefined,
    sector: place === "sector" ? values.sector : undefined,
    category: place === "category" ? Number(values.category) : undefined,
    skill: what === "skill" ? Number(values.skill) : undefined,
    least: what === "skill" ? Number(values.least) : undefined,
    certificateKind: what === "kind" ? Number(values.certificateKind) : undefined,
  };
}

interface AddProps {
  catalogue: Catalogue;
  onClose(): void;
}

function AddRequirement({ catalogue, onClose }: AddProps) {
  const form = useForm<Values, unknown>({
    initial: {
      place: "tier",
      tier: "1",
      queue: "",
      customer: undefined,
      sector: "",
      category: "",
      what: "skill",
      skill: "",
      least: "2",
      certificateKind: "",
      need: "mandatory",
    },
    check: checkValues,
    send: (values) => api.tiers.setRequirement(wishOf(values)),
    done: () => {
      refresh(skillsKey);
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.addRequirement")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Choice
          label={t("tiers.where")}
          value={form.values.place}
          options={places.map((one) => ({
            value: one,
            label: t(`tiers.place.${one}` as MessageId),
          }))}
          onChange={(place) => form.set("place", place)}
        />
        <PlaceField form={form} />
        <Choice
          label={t("tiers.what")}
          value={form.values.what}
          options={[
            { value: "skill", label: t("tiers.skill") },
            { value: "kind", label: t("tiers.certificate") },
          ]}
          onChange={(what) => form.set("what", what)}
        />
        <AskedFields form={form} catalogue={catalogue} />
        <Choice
          label={t("tiers.needOf")}
          value={form.values.need}
          options={needs.map((one) => ({
            value: one,
            label: t(`tiers.need.${one}` as MessageId),
          }))}
          onChange={(need) => form.set("need", need)}
        />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function PlaceField({ form }: { form: Form<Values> }) {
  const structure = useResource(structureKey, loadStructure).value;
  const { place } = form.values;
  const label = t(`tiers.place.${place}` as MessageId);
  if (place === "customer") {
    return (
      <Field label={label} error={form.error("customer")} required>
        <Combobox
          name="customer"
          chosen={form.values.customer}
          onChoose={(customer) => form.set("customer", customer)}
          find={findCustomers}
        />
      </Field>
    );
  }
  if (place === "sector") {
    return (
      <Field label={label} hint={t("tiers.sectorHint")} error={form.error("sector")} required>
        <Input {...text(form, "sector")} maxLength={200} />
      </Field>
    );
  }
  if (place === "category") return <CategoryField form={form} />;
  const tiers = structure?.tiers ?? [];
  return (
    <Field label={label} error={form.error(place)} required>
      {place === "tier" ? (
        <Select
          {...text(form, "tier")}
          options={tiers.map(({ number }) => ({
            value: String(number),
            label: t("tiers.tierNumber", { number }),
          }))}
        />
      ) : (
        <Select
          {...text(form, "queue")}
          empty={t("tiers.choose")}
          groups={tiers.map((tier) => ({
            label: t("tiers.tierNumber", { number: tier.number }),
            options: tier.queues.map((one) => ({ value: String(one.id), label: one.name })),
          }))}
        />
      )}
    </Field>
  );
}

function CategoryField({ form }: { form: Form<Values> }) {
  const all = useResource(categoriesKey, loadCategories).value?.items ?? [];
  return (
    <Field
      label={t("tiers.place.category")}
      hint={t("tiers.categoryHint")}
      error={form.error("category")}
      required
    >
      <Select
        {...text(form, "category")}
        empty={t("tiers.choose")}
        options={categoryOptions(all)}
      />
    </Field>
  );
}

function AskedFields({ form, catalogue }: { form: Form<Values>; catalogue: Catalogue }) {
  if (form.values.what === "kind") {
    return (
      <Field label={t("tiers.kind")} error={form.error("certificateKind")} required>
        <Select
          {...text(form, "certificateKind")}
          empty={t("tiers.choose")}
          options={catalogue.kinds.map((one) => ({ value: String(one.id), label: one.name }))}
        />
      </Field>
    );
  }
  return (
    <div className="grid gap-4 sm:grid-cols-2">
      <Field label={t("tiers.skill")} error={form.error("skill")} required>
        <Select
          {...text(form, "skill")}
          empty={t("tiers.choose")}
          groups={skillGroups(catalogue.skills)}
        />
      </Field>
      <Field label={t("tiers.leastLevel")} error={form.error("least")}>
        <Select
          {...text(form, "least")}
          options={levels.map((one) => ({
            value: String(one),
            label: `${one} · ${levelText(one)}`,
          }))}
        />
      </Field>
    </div>
  );
}
