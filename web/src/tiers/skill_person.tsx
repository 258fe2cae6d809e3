// One person of ours: what they can do, their certificates, what their work asks for, what they are
// to learn. The same on their own page, on /skills and for a lead.

import { Check, Pencil, Plus, X } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { HeldSkill, Person, PersonSkills, Seniority, Skill } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may, useSession } from "../base/session";
import { date } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { CertificateRows, EditCertificate } from "./certificates";
import { GapBadges } from "./gaps";
import { nameIn } from "./model";
import {
  type Catalogue,
  groups,
  groupText,
  heldOf,
  inOrder,
  levels,
  levelText,
  personKey,
  placeKey,
  placeText,
  seniorities,
  seniorityText,
  skillGroups,
  skillsKey,
  skillText,
  useCatalogue,
} from "./skill_model";

// On the page of a person: only for people of ours, and only where the reader may see it.
export function SkillsOfPerson({ person }: { person: Person }) {
  const own = useSession().person === person.person;
  const shown = own ? may("tiers.own_skills") : may("tiers.see_skills");
  if (!person.isStaff || person.erasedAt || !shown) return null;
  return (
    <div className="mt-4">
      <PersonSection person={person.person} />
    </div>
  );
}

export function PersonSection({ person }: { person: number }) {
  const shown = useResource(personKey(person), () => api.tiers.showPersonSkills({ person }));
  const catalogue = useCatalogue();
  return (
    <When shown={shown} lines={8}>
      {(skills) => (
        <div className="grid grid-cols-1 items-start gap-4 lg:grid-cols-2">
          <Levels skills={skills} catalogue={catalogue} />
          <Certificates skills={skills} />
          <Places skills={skills} catalogue={catalogue} />
          <Learning skills={skills} catalogue={catalogue} />
        </div>
      )}
    </When>
  );
}

// --- Skills and their levels

interface PartProps {
  skills: PersonSkills;
  catalogue: Catalogue;
}

function Levels({ skills, catalogue }: PartProps) {
  const own = useSession().person === skills.person;
  const lead = may("tiers.edit_skills");
  const [open, setOpen] = useState<number | "new">();
  const known = skills.skills.flatMap((held) => {
    const skill = catalogue.skills.find((one) => one.id === held.skill);
    return skill ? [{ held, skill }] : [];
  });
  return (
    <Section
      flush
      title={t("tiers.skills")}
      actions={
        (lead || own) && (
          <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
            {t(lead ? "tiers.addSkillOf" : "tiers.proposeSkill")}
          </Button>
        )
      }
    >
      <SeniorityLine skills={skills} lead={lead} />
      {known.length === 0 && <p className="p-4 text-muted">{t("tiers.noSkills")}</p>}
      {groups.map((group) => {
        const rows = inOrder(known.map((one) => one.skill).filter((one) => one.group === group));
        if (rows.length === 0) return null;
        return (
          <div key={group} className="border-t border-line/60 px-4 py-2.5 first:border-0">
            <h3 className="mb-1 text-xs text-muted">{groupText(group)}</h3>
            <ul className="space-y-1">
              {rows.map((skill) => (
                <LevelRow
                  key={skill.id}
                  skill={skill}
                  held={heldOf(skills.skills, skill.id)}
                  person={skills.person}
                  edit={lead || own ? () => setOpen(skill.id) : undefined}
                  lead={lead}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {open && (
        <LevelDialog
          skills={skills}
          catalogue={catalogue}
          skill={open === "new" ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Section>
  );
}

async function setLevel(person: number, skill: number, level: number | undefined) {
  if (await attempt(() => api.tiers.setSkill({ person, skill, level }))) refresh(skillsKey);
}

interface LevelRowProps {
  skill: Skill;
  held: HeldSkill | undefined;
  person: number;
  lead: boolean;
  edit?(): void;
}

function LevelRow({ skill, held, person, lead, edit }: LevelRowProps) {
  const { level, proposed } = held ?? {};
  return (
    <li className="flex items-start gap-2">
      <div className="min-w-0 flex-1 py-1">
        <p className="font-medium">{nameIn(skill)}</p>
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          {level && (
            <span className="inline-flex items-center gap-2 text-muted">
              <Dots level={level} />
              {levelText(level)}
            </span>
          )}
          {proposed && (
            <Badge tone="warn">
              {t("tiers.proposed", { level: proposed, words: levelText(proposed) })}
            </Badge>
          )}
        </p>
      </div>
      <span className="flex shrink-0">
        {proposed && lead && (
          <>
            <IconButton
              icon={Check}
              label={t("tiers.accept", { skill: nameIn(skill) })}
              onClick={() => void setLevel(person, skill.id, proposed)}
            />
            <IconButton
              icon={X}
              label={t("tiers.declineSkill", { skill: nameIn(skill) })}
              onClick={() => void setLevel(person, skill.id, level ?? undefined)}
            />
          </>
        )}
        {edit && (
          <IconButton
            icon={Pencil}
            label={t("tiers.editLevel", { skill: nameIn(skill) })}
            onClick={edit}
          />
        )}
      </span>
    </li>
  );
}

// Four dots, as many filled as the level: the words beside them say the same.
export function Dots({ level }: { level: number }) {
  return (
    <span aria-hidden className="inline-flex gap-0.5">
      {levels.map((one) => (
        <span
          key={one}
          className={`size-2 rounded-full ${one <= level ? "bg-accent" : "bg-line"}`}
        />
      ))}
    </span>
  );
}

function SeniorityLine({ skills, lead }: { skills: PersonSkills; lead: boolean }) {
  const { person, seniority } = skills;
  if (!lead && !seniority) return null;
  const set = async (value: string) => {
    const wish = { person, seniority: (value || undefined) as Seniority | undefined };
    if (await attempt(() => api.tiers.setSeniority(wish))) refresh(skillsKey);
  };
  return (
    <div className="border-b border-line/60 px-4 py-3">
      {lead ? (
        <Field label={t("tiers.seniority")} className="max-w-56">
          <Select
            name="seniority"
            value={seniority ?? ""}
            empty={t("tiers.notSaid")}
            options={seniorities.map((one) => ({ value: one, label: seniorityText(one) }))}
            onChange={(event) => void set(event.target.value)}
          />
        </Field>
      ) : (
        <p>
          <span className="mr-2 text-muted">{t("tiers.seniority")}</span>
          {seniority && seniorityText(seniority)}
        </p>
      )}
    </div>
  );
}

interface LevelDialogProps extends PartProps {
  skill: number | undefined;
  onClose(): void;
}

// A lead sets; everybody else proposes.
function LevelDialog({ skills, catalogue, skill, onClose }: LevelDialogProps) {
  const lead = may("tiers.edit_skills");
  const held = skill ? heldOf(skills.skills, skill) : undefined;
  const form = useForm({
    initial: {
      skill: String(skill ?? ""),
      level: String(held?.proposed ?? held?.level ?? ""),
    },
    check: (values) => ({ skill: values.skill ? undefined : "required" }),
    send: (values) => {
      const wish = {
        person: skills.person,
        skill: Number(values.skill),
        level: Number(values.level) || undefined,
      };
      return lead ? api.tiers.setSkill(wish) : api.tiers.proposeSkill(wish);
    },
    done: () => {
      refresh(skillsKey);
      onClose();
    },
  });
  return (
    <Dialog
      open
      title={t(lead ? "tiers.addSkillOf" : "tiers.proposeSkill")}
      note={lead ? skills.name : t("tiers.proposeNote")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tiers.skill")} error={form.error("skill")} required>
          <Select
            {...text(form, "skill")}
            disabled={skill !== undefined}
            empty={t("tiers.choose")}
            groups={skillGroups(catalogue.skills)}
          />
        </Field>
        <Field label={t("tiers.levelOf")} error={form.error("level")}>
          <Select
            {...text(form, "level")}
            empty={t("tiers.noLevel")}
            options={levels.map((one) => ({
              value: String(one),
              label: `${one} · ${levelText(one)}`,
            }))}
          />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- Certificates

function Certificates({ skills }: { skills: PersonSkills }) {
  const own = useSession().person === skills.person;
  const [adding, setAdding] = useState(false);
  return (
    <Section
      flush
      title={t("tiers.certificates")}
      actions={
        (own || may("tiers.edit_skills")) && (
          <Button size="small" icon={Plus} onClick={() => setAdding(true)}>
            {t("tiers.addCertificate")}
          </Button>
        )
      }
    >
      {skills.certificates.length === 0 ? (
        <p className="p-4 text-muted">{t("tiers.noCertificates")}</p>
      ) : (
        <CertificateRows certificates={skills.certificates} />
      )}
      {adding && <EditCertificate person={skills.person} onClose={() => setAdding(false)} />}
    </Section>
  );
}

// --- What the work asks for, and what is to be learnt

function Places({ skills, catalogue }: PartProps) {
  if (skills.places.length === 0) return null;
  return (
    <Section flush title={t("tiers.askedOfYou")}>
      <ul className="divide-y divide-line/60">
        {skills.places.map((place) => {
          const lacks = place.people[0];
          return (
            <li key={placeKey(place)} className="space-y-1.5 px-4 py-2.5">
              <span className="flex flex-wrap items-center gap-2 font-medium">
                {placeText(place)}
                {place.ready > 0 && <Badge tone="good">{t("tiers.meetsMandatory")}</Badge>}
              </span>
              {lacks && <GapBadges gaps={lacks} catalogue={catalogue} />}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}

function Learning({ skills, catalogue }: PartProps) {
  if (skills.learning.length === 0) return null;
  return (
    <Section flush title={t("tiers.learning")}>
      <ul className="divide-y divide-line/60">
        {skills.learning.map((task) => (
          <li key={task.id} className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-2.5">
            <span className="min-w-0 flex-1 basis-40 font-medium">
              {skillText(catalogue, task.skill)}
            </span>
            {task.state === "open" ? (
              <Badge tone={task.overdue ? "danger" : "info"}>
                {t("tiers.learnBy", { day: date(task.dueOn) })}
              </Badge>
            ) : (
              <Badge tone={task.state === "done" ? "good" : "plain"}>
                {t(task.state === "done" ? "tiers.learnt" : "tiers.dropped")}
              </Badge>
            )}
          </li>
        ))}
      </ul>
    </Section>
  );
}
