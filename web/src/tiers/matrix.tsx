// People against the skills of one group; a lead sets a level in its cell.

import { Link } from "@tanstack/react-router";
import { Users } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { HeldSkill, MatrixRow, Skill, SkillGroup } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { matches } from "../base/text";
import { Empty, When } from "../ui/empty";
import { Field, Input, Select } from "../ui/field";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { nameIn } from "./model";
import {
  groups,
  groupText,
  heldOf,
  inOrder,
  levels,
  levelText,
  loadMatrix,
  matrixKey,
  seniorityText,
  skillsKey,
  useCatalogue,
} from "./skill_model";

export function Matrix() {
  const shown = useResource(matrixKey, loadMatrix);
  const { skills } = useCatalogue();
  const [group, setGroup] = useState<SkillGroup>("communication");
  const [wanted, setWanted] = useState("");
  const columns = inOrder(skills.filter((one) => one.group === group));
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-3">
        <Field label={t("tiers.groupOf")} className="w-56">
          <Select
            name="group"
            value={group}
            options={groups.map((one) => ({ value: one, label: groupText(one) }))}
            onChange={(event) => setGroup(event.target.value as SkillGroup)}
          />
        </Field>
        <Field label={t("tiers.person")} className="w-56">
          <Input
            name="q"
            type="search"
            value={wanted}
            onChange={(event) => setWanted(event.target.value)}
          />
        </Field>
      </div>
      <When shown={shown} lines={8}>
        {(rows) => {
          const found = rows.filter((row) => matches(row.name, wanted));
          if (columns.length === 0 || found.length === 0) {
            return <Empty icon={Users} title={t("tiers.matrixEmpty")} />;
          }
          return (
            <Section flush className="overflow-hidden">
              <Table rows={found} columns={columns} />
            </Section>
          );
        }}
      </When>
      <p className="flex flex-wrap gap-x-4 gap-y-0.5 text-xs text-muted">
        {levels.map((one) => (
          <span key={one}>{`${one} · ${levelText(one)}`}</span>
        ))}
      </p>
    </div>
  );
}

function Table({ rows, columns }: { rows: MatrixRow[]; columns: Skill[] }) {
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
      tabIndex={0}
      role="region"
      aria-label={t("tiers.matrix")}
      className="overflow-x-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-sm">
        <thead>
          <tr className="border-b border-line text-xs">
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-36 bg-surface px-4 py-2.5 text-left font-medium"
            >
              {t("tiers.person")}
            </th>
            {columns.map((skill) => (
              <th
                key={skill.id}
                scope="col"
                className="min-w-24 px-2 py-2.5 text-center font-medium"
              >
                {nameIn(skill)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.person} className="border-b border-line/60 last:border-0">
              <th
                scope="row"
                className="sticky left-0 z-10 bg-surface px-4 py-1.5 text-left font-normal"
              >
                <Link
                  to={"/people/$person" as never}
                  params={{ person: String(row.person) } as never}
                  className="block text-accent-text hover:underline"
                >
                  {row.name}
                </Link>
                <span className="block text-xs text-muted">{aboutText(row)}</span>
              </th>
              {columns.map((skill) => (
                <td key={skill.id} className="px-2 py-1.5 text-center">
                  <Cell row={row} skill={skill} held={heldOf(row.skills, skill.id)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function aboutText(row: MatrixRow): string {
  const tiers = row.tiers.map((number) => t("tiers.tierNumber", { number }));
  return [row.seniority && seniorityText(row.seniority), ...tiers].filter(Boolean).join(" · ");
}

interface CellProps {
  row: MatrixRow;
  skill: Skill;
  held: HeldSkill | undefined;
}

function Cell({ row, skill, held }: CellProps) {
  const { level, proposed } = held ?? {};
  const about = `${row.name}, ${nameIn(skill)}`;
  const proposal = proposed ? t("tiers.proposedShort", { level: proposed }) : undefined;
  if (!may("tiers.edit_skills")) {
    return (
      <span title={level ? levelText(level) : undefined}>
        {level ?? "–"}
        {proposal && <span className="block text-xs text-muted">{proposal}</span>}
      </span>
    );
  }
  const set = async (value: string) => {
    const wish = { person: row.person, skill: skill.id, level: Number(value) || undefined };
    if (await attempt(() => api.tiers.setSkill(wish))) refresh(skillsKey);
  };
  return (
    <>
      <Select
        aria-label={proposal ? `${about}, ${proposal}` : about}
        value={String(level ?? "")}
        empty="–"
        options={levels.map((one) => ({ value: String(one), label: String(one) }))}
        onChange={(event) => void set(event.target.value)}
        className="mx-auto w-20"
      />
      {proposal && <span className="mt-0.5 block text-xs text-warn-text">{proposal}</span>}
    </>
  );
}
