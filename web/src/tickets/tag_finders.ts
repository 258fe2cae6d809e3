// Looking up tags by how they begin; a word that is not there yet can be chosen, too.

import { api } from "../api/client";
import type { Tag } from "../api/types";
import { t } from "../base/i18n";
import type { Found } from "../ui/combobox";

const few = 12;

export const usesText = (tag: Tag) =>
  tag.more
    ? t("tickets.tagUsesMore", { count: tag.uses })
    : t("tickets.tagUses", { count: tag.uses });

export async function findTags(text: string): Promise<Found[]> {
  const page = await api.tickets.listTags({ q: text.trim() || undefined, limit: few });
  return page.items.map((tag) => ({ id: tag.id, label: tag.name, note: usesText(tag) }));
}

const same = (a: string, b: string) => a.localeCompare(b, "pl", { sensitivity: "base" }) === 0;

// The new word stands last, with the number of nobody.
export async function findOrMakeTags(text: string): Promise<Found[]> {
  const wanted = text.trim().replace(/^#+\s*/, "");
  const found = await findTags(wanted.slice(0, 40));
  if (!wanted || wanted.length > 40 || found.some((one) => same(one.label, wanted))) return found;
  return [...found, { id: 0, label: wanted, note: t("tickets.newTag", { name: wanted }) }];
}
