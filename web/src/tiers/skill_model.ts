// Skills, certificates and requirements, as screens read them: what is loaded once, and the words.

import { api } from "../api/client";
import type {
  Certificate,
  CertificateKind,
  Gap,
  HeldSkill,
  PlaceGaps,
  Requirement,
  Seniority,
  Skill,
  SkillGroup,
} from "../api/types";
import { language, type MessageId, t } from "../base/i18n";
import { allPages } from "../base/pages";
import { useResource } from "../base/resource";
import { date } from "../base/time";
import type { Tone } from "../ui/badge";
import type { Option } from "../ui/field";
import { nameIn } from "./model";

export const skillsKey = "skills/";
export const catalogueKey = `${skillsKey}catalogue`;
export const matrixKey = `${skillsKey}matrix`;
export const requirementsKey = `${skillsKey}requirements`;
export const gapsKey = `${skillsKey}gaps`;
export const personKey = (person: number) => `${skillsKey}person/${person}`;

export const levels = [1, 2, 3, 4] as const;
export const groups: SkillGroup[] = [
  "communication",
  "language",
  "product",
  "system",
  "network",
  "security",
  "process",
  "other",
];
export const seniorities: Seniority[] = ["junior", "regular", "senior", "lead"];

export interface Catalogue {
  skills: Skill[];
  kinds: CertificateKind[];
}

export async function loadCatalogue(): Promise<Catalogue> {
  const [skills, kinds] = await Promise.all([
    api.tiers.listSkills(),
    api.tiers.listCertificateKinds(),
  ]);
  return { skills: skills.items, kinds: kinds.items };
}

const nothing: Catalogue = { skills: [], kinds: [] };

// Until it is there, names are missing for a moment and nothing else.
export const useCatalogue = () => useResource(catalogueKey, loadCatalogue).value ?? nothing;

export const loadMatrix = () =>
  allPages((cursor) => api.tiers.readMatrix({ cursor: cursor ?? "", limit: 200 }));

// --- Words

export const groupText = (group: SkillGroup) => t(`tiers.group.${group}` as MessageId);
export const levelText = (level: number) => t(`tiers.level.${level}` as MessageId);
export const seniorityText = (one: Seniority) => t(`tiers.seniority.${one}` as MessageId);

export function skillText(catalogue: Catalogue, id: number): string {
  const skill = catalogue.skills.find((one) => one.id === id);
  return skill ? nameIn(skill) : `#${id}`;
}

export function kindText(catalogue: Catalogue, id: number): string {
  return catalogue.kinds.find((one) => one.id === id)?.name ?? `#${id}`;
}

interface Asked {
  skill?: number;
  least?: number;
  certificateKind?: number;
}

// "Linux servers, at least 2 · works alone"; for a certificate just its kind.
export function askedText(catalogue: Catalogue, asked: Asked): string {
  if (asked.certificateKind) return kindText(catalogue, asked.certificateKind);
  const skill = asked.skill ? skillText(catalogue, asked.skill) : "";
  if (!asked.least || asked.least === 1) return skill;
  return t("tiers.atLeast", { skill, level: asked.least, words: levelText(asked.least) });
}

export function gapText(catalogue: Catalogue, gap: Gap): string {
  const asked = askedText(catalogue, gap);
  if (gap.expiresOn) return t("tiers.lapsesOn", { what: asked, day: date(gap.expiresOn) });
  return gap.level ? t("tiers.hasLevel", { what: asked, level: gap.level }) : asked;
}

type PlaceOf = Pick<
  PlaceGaps | Requirement,
  "place" | "tier" | "queue" | "customer" | "sector" | "category" | "placeName" | "placeNameEn"
>;

export function placeText(place: PlaceOf): string {
  switch (place.place) {
    case "tier":
      return t("tiers.tierNumber", { number: place.tier ?? 0 });
    case "queue":
      return t("tiers.placeQueue", { name: place.placeName, tier: place.tier ?? 0 });
    case "customer":
      return t("tiers.placeCustomer", { name: place.placeName });
    case "category": {
      const name = language.get() === "pl" ? place.placeName : place.placeNameEn;
      return t("tiers.placeCategory", { name: name ?? place.placeName });
    }
    default:
      return t("tiers.placeSector", { name: place.sector ?? "" });
  }
}

export const placeKey = (one: PlaceOf) =>
  `${one.place}/${one.tier}/${one.queue}/${one.customer}/${one.sector}/${one.category}`;

export function certificateTone(one: Certificate): Tone {
  return one.state === "lapsed" ? "danger" : one.state === "lapsing" ? "warn" : "good";
}

// How long it still holds, in words.
export function validText(one: Certificate): string {
  if (!one.expiresOn || one.daysLeft === undefined) return t("tiers.validForEver");
  if (one.daysLeft < 0) return t("tiers.lapsedOn", { day: date(one.expiresOn) });
  if (one.daysLeft === 0) return t("tiers.lapsesToday");
  if (one.state === "lapsing") return t("tiers.lapsesIn", { days: one.daysLeft });
  return t("tiers.validTo", { day: date(one.expiresOn) });
}

// --- Lists of choices

export function skillGroups(skills: Skill[]): { label: string; options: Option[] }[] {
  return groups
    .map((group) => ({
      label: groupText(group),
      options: inOrder(skills.filter((one) => one.group === group)).map((one) => ({
        value: String(one.id),
        label: nameIn(one),
      })),
    }))
    .filter((one) => one.options.length > 0);
}

export const inOrder = (skills: Skill[]) =>
  [...skills].sort((a, b) => nameIn(a).localeCompare(nameIn(b), language.get()));

export const heldOf = (skills: HeldSkill[], skill: number) =>
  skills.find((one) => one.skill === skill);

// The day that is so many months after another one, as a certificate's last day usually is: the day
// before. The end of a shorter month stays its end.
export function lastDay(issuedOn: string, months: number): string {
  const [year = 0, month = 1, day = 1] = issuedOn.split("-").map(Number);
  const inMonth = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate();
  const then = new Date(Date.UTC(year, month - 1 + months, Math.min(day, inMonth)));
  then.setUTCDate(then.getUTCDate() - 1);
  return then.toISOString().slice(0, 10);
}
