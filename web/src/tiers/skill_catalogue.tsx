// The catalogue: skills by group, and the kinds of certificates.

import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { CertificateKind, Skill, SkillGroup } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { Button, IconButton } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { nameIn } from "./model";
import { catalogueKey, groups, groupText, inOrder, loadCatalogue, skillsKey } from "./skill_model";

export function SkillCatalogue() {
  const shown = useResource(catalogueKey, loadCatalogue);
  return (
    <When shown={shown} lines={8}>
      {({ skills, kinds }) => (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <Skills skills={skills} />
          <Kinds kinds={kinds} />
        </div>
      )}
    </When>
  );
}

// --- Skills

function Skills({ skills }: { skills: Skill[] }) {
  const [open, setOpen] = useState<Skill | "new">();
  const mayEdit = may("tiers.edit_skills");
  const retire = async (skill: Skill) => {
    if (await attempt(() => api.tiers.retireSkill({ skill: skill.id }))) refresh(skillsKey);
  };
  return (
    <Section
      flush
      title={t("tiers.skills")}
      actions={
        mayEdit && (
          <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
            {t("tiers.addSkill")}
          </Button>
        )
      }
    >
      {groups.map((group) => {
        const rows = inOrder(skills.filter((one) => one.group === group));
        if (rows.length === 0) return null;
        return (
          <div key={group} className="border-t border-line/60 px-4 py-2 first:border-0">
            <h3 className="text-xs text-muted">{groupText(group)}</h3>
            <ul>
              {rows.map((skill) => (
                <li key={skill.id} className="flex items-center gap-2">
                  <span className="min-w-0 flex-1 py-1">{nameIn(skill)}</span>
                  {mayEdit && (
                    <>
                      <IconButton
                        icon={Pencil}
                        label={t("tiers.editSkill", { name: nameIn(skill) })}
                        onClick={() => setOpen(skill)}
                      />
                      <IconButton
                        icon={Trash2}
                        label={t("tiers.retire", { name: nameIn(skill) })}
                        onClick={() => void retire(skill)}
                      />
                    </>
                  )}
                </li>
              ))}
            </ul>
          </div>
        );
      })}
      {open && (
        <SkillDialog skill={open === "new" ? undefined : open} onClose={() => setOpen(undefined)} />
      )}
    </Section>
  );
}

function SkillDialog({ skill, onClose }: { skill: Skill | undefined; onClose(): void }) {
  const form = useForm({
    initial: {
      group: (skill?.group ?? "product") as SkillGroup,
      namePl: skill?.namePl ?? "",
      nameEn: skill?.nameEn ?? "",
    },
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: values.nameEn.trim() ? undefined : "required",
    }),
    send: (values) =>
      skill
        ? api.tiers.editSkill({ skill: skill.id, ...values }, { version: skill.version })
        : api.tiers.addSkill(values),
    done: () => {
      refresh(skillsKey);
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={skill ? t("tiers.editSkill", { name: nameIn(skill) }) : t("tiers.addSkill")}
      note={t("tiers.productNote")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tiers.namePl")} error={form.error("namePl")} required>
          <Input {...text(form, "namePl")} maxLength={100} />
        </Field>
        <Field label={t("tiers.nameEn")} error={form.error("nameEn")} required>
          <Input {...text(form, "nameEn")} maxLength={100} />
        </Field>
        <Field label={t("tiers.groupOf")}>
          <Select
            {...text(form, "group")}
            options={groups.map((one) => ({ value: one, label: groupText(one) }))}
          />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- Kinds of certificates

function Kinds({ kinds }: { kinds: CertificateKind[] }) {
  const [adding, setAdding] = useState(false);
  const mayEdit = may("tiers.edit_skills");
  const retire = async (kind: CertificateKind) => {
    const done = await attempt(() => api.tiers.retireCertificateKind({ kind: kind.id }));
    if (done) refresh(skillsKey);
  };
  return (
    <Section
      flush
      title={t("tiers.kinds")}
      actions={
        mayEdit && (
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            {t("tiers.addKind")}
          </Button>
        )
      }
    >
      <ul className="divide-y divide-line/60">
        {kinds.map((kind) => (
          <li key={kind.id} className="flex items-center gap-2 px-4 py-1.5">
            <span className="min-w-0 flex-1">
              <span className="block">{kind.name}</span>
              <span className="block text-xs text-muted">
                {[
                  kind.issuer,
                  kind.months
                    ? t("tiers.validMonths", { months: kind.months })
                    : t("tiers.validForEver"),
                ]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </span>
            {mayEdit && (
              <IconButton
                icon={Trash2}
                label={t("tiers.retire", { name: kind.name })}
                onClick={() => void retire(kind)}
              />
            )}
          </li>
        ))}
      </ul>
      {adding && <KindDialog onClose={() => setAdding(false)} />}
    </Section>
  );
}

function KindDialog({ onClose }: { onClose(): void }) {
  const form = useForm({
    initial: { name: "", issuer: "", months: "" },
    check: (values) => ({ name: values.name.trim() ? undefined : "required" }),
    send: (values) =>
      api.tiers.addCertificateKind({
        name: values.name,
        issuer: values.issuer,
        months: Number(values.months) || undefined,
      }),
    done: () => {
      refresh(skillsKey);
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.addKind")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tiers.certificateName")} error={form.error("name")} required>
          <Input {...text(form, "name")} maxLength={100} />
        </Field>
        <Field label={t("tiers.issuer")} error={form.error("issuer")} optional>
          <Input {...text(form, "issuer")} maxLength={100} />
        </Field>
        <Field
          label={t("tiers.months")}
          hint={t("tiers.monthsHint")}
          error={form.error("months")}
          optional
        >
          <Input {...text(form, "months")} type="number" min={1} max={600} />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
