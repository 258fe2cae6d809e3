// Types, categories and the settings of the desk: what forms offer, and how they are named.

import { api } from "../api/client";
import type { Category, Sector, Ticket, TicketType } from "../api/types";
import { language, locale, type MessageId, t } from "../base/i18n";
import { nameIn } from "../tiers/model";
import type { Option } from "../ui/field";

export const ticketTypes: TicketType[] = ["incident", "request", "question", "task", "maintenance"];
export const sectors: Sector[] = ["office", "retail", "production", "software"];

export const typeText = (type: TicketType) => t(`tickets.type.${type}` as MessageId);
export const sectorText = (sector: Sector) => t(`tickets.sector.${sector}` as MessageId);

export const categoriesKey = "ticket categories";
export const loadCategories = () => api.tickets.listCategories();
export const settingsKey = "ticket settings";
export const loadSettings = () => api.tickets.readSettings();

// With those above it, as the server puts it together.
export const categoryOf = (ticket: Pick<Ticket, "categoryPl" | "categoryEn">) =>
  (language.get() === "pl" ? ticket.categoryPl : ticket.categoryEn) ?? "";

export interface Branch {
  category: Category;
  level: number; // From 1.
  path: string;
  retired: boolean; // Itself, or one above it.
}

// Depth first, brothers and sisters by their name.
export function branches(categories: Category[]): Branch[] {
  const found: Branch[] = [];
  const add = (above: Branch | undefined) => {
    const parent = above?.category.id;
    categories
      .filter((one) => (one.parent ?? undefined) === parent)
      .sort((a, b) => nameIn(a).localeCompare(nameIn(b), locale()))
      .forEach((category) => {
        const name = nameIn(category);
        const branch = {
          category,
          level: (above?.level ?? 0) + 1,
          path: above ? `${above.path} / ${name}` : name,
          retired: Boolean(above?.retired || category.retiredAt),
        };
        found.push(branch);
        add(branch);
      });
  };
  add(undefined);
  return found;
}

// What a ticket may get, and what it has already.
export const categoryOptions = (categories: Category[], present?: number | null): Option[] =>
  branches(categories)
    .filter((branch) => !branch.retired || branch.category.id === present)
    .map((branch) => ({ value: String(branch.category.id), label: branch.path }));

// Where a category may be put: not below itself, and with room for what is below it.
export function parentOptions(categories: Category[], moved?: Category): Option[] {
  const levels = 3;
  const all = branches(categories);
  const own = moved && all.find((branch) => branch.category.id === moved.id);
  const isBelow = (branch: Branch) => own && `${branch.path} / `.startsWith(`${own.path} / `);
  const depth = own
    ? Math.max(...all.filter(isBelow).map((branch) => branch.level)) - own.level + 1
    : 1;
  return all
    .filter((branch) => !branch.retired && !isBelow(branch) && branch.level + depth <= levels)
    .map((branch) => ({ value: String(branch.category.id), label: branch.path }));
}
