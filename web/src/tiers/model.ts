// The support structure, as screens read it: which moves there are, and in whose words.

import { api } from "../api/client";
import type { MoveReason, Structure, StructureTier } from "../api/types";
import { language, t } from "../base/i18n";

export const structureKey = "structure";
export const loadStructure = () => api.tiers.readStructure({});

interface Named {
  namePl: string;
  nameEn: string;
}
export const nameIn = (one: Named) => (language.get() === "pl" ? one.namePl : one.nameEn);

// Where a ticket may go from there: the nearest tier first.
export function reachable(structure: Structure, from: number, up: boolean): StructureTier[] {
  const targets = structure.moves
    .filter((move) => move.from === from && move.to > from === up)
    .map((move) => move.to);
  const found = structure.tiers.filter((tier) => targets.includes(tier.number));
  return up ? found : found.reverse();
}

export function reasonsFor(structure: Structure, from: number, to: number): MoveReason[] {
  const codes = structure.moves.find((move) => move.from === from && move.to === to)?.reasons ?? [];
  return structure.reasons.filter((reason) => codes.includes(reason.code));
}

// To the same tier: another queue there.
export function moveText({ from, to }: { from: number; to: number }): string {
  if (from === to) return t("tiers.moveWithin", { tier: from });
  return t(to > from ? "tiers.moveUp" : "tiers.moveDown", { from, to });
}

// --- The structure while somebody edits it

export interface EditedQueue {
  id?: number;
  name: string;
}

export interface EditedTier {
  key: number; // Stays with the tier while it is edited.
  namePl: string;
  nameEn: string;
  mayResolve: boolean;
  needsHandover: boolean;
  queues: EditedQueue[];
  members: { person: number; name: string }[];
}

let lastKey = 0;

export const editedTiers = (structure: Structure): EditedTier[] =>
  structure.tiers.map((tier) => ({
    key: ++lastKey,
    namePl: tier.namePl,
    nameEn: tier.nameEn,
    mayResolve: tier.mayResolve,
    needsHandover: tier.needsHandover,
    queues: tier.queues.map(({ id, name }) => ({ id, name })),
    members: tier.members.map(({ person, name }) => ({ person, name })),
  }));

export const newTier = (number: number): EditedTier => ({
  key: ++lastKey,
  namePl: `Linia ${number}`,
  nameEn: `Line ${number}`,
  mayResolve: true,
  needsHandover: false,
  queues: [{ name: language.get() === "pl" ? `Linia ${number}` : `Line ${number}` }],
  members: [],
});

export const wishedTiers = (tiers: EditedTier[]) =>
  tiers.map(({ key, members, ...tier }) => ({
    ...tier,
    members: members.map((member) => member.person),
  }));
