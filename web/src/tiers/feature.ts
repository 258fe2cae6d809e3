// The support structure, as the rest of the program sees it.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CalendarClock, Layers } from "lucide-react";
import type { Availability } from "../api/types";
import type { Command } from "../base/commands";
import { type Feature, feature } from "../base/feature";
import { bringTexts, type Loaders } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { isStaff, may } from "../base/session";
import type duty from "./duty.en.json";
import type en from "./en.json";
import type structure from "./structure.en.json";

declare module "../base/i18n" {
  interface Catalog
    extends Record<keyof typeof en | keyof typeof duty | keyof typeof structure, string> {}
}

const dutyTexts: Loaders = {
  pl: () => import("messages:tiers/duty.pl"),
  en: () => import("messages:tiers/duty.en"),
};

const structureTexts: Loaders = {
  pl: () => import("messages:tiers/structure.pl"),
  en: () => import("messages:tiers/structure.en"),
};

export interface DutySearch {
  tab?: string;
  person?: number;
}

const readDutySearch = (search: Record<string, unknown>): DutySearch => ({
  tab: typeof search.tab === "string" ? search.tab : undefined,
  person: Number(search.person) || undefined,
});

const stand = (availability: Availability): Command => ({
  id: `tiers.be.${availability}`,
  title: `tiers.be.${availability}`,
  group: "tiers.availabilityTitle",
  offered: () => may("tiers.own_duty") && isStaff(),
  run: async () => {
    await bringTexts(dutyTexts);
    return (await import("./availability")).setAvailability(availability);
  },
});

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/structure",
    component: lazyRouteComponent(async () => {
      const [page] = await Promise.all([import("./structure"), bringTexts(structureTexts)]);
      return page;
    }, "StructurePage"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/duty",
    validateSearch: readDutySearch,
    component: lazyRouteComponent(async () => {
      const texts = [bringTexts(dutyTexts), bringTexts(structureTexts)];
      const [page] = await Promise.all([import("./duty"), ...texts]);
      return page;
    }, "DutyPage"),
  }),
] as const;

export const tiers: Feature<typeof routes> = feature({
  id: "tiers",
  places: [
    {
      to: "/duty",
      title: "tiers.duty",
      icon: CalendarClock,
      keys: "g d",
      phone: "more",
      part: "work",
      offered: () => may("tiers.see"),
    },
    {
      to: "/structure",
      title: "tiers.structure",
      icon: Layers,
      keys: "g s",
      phone: "more",
      part: "house",
      offered: () => may("tiers.see"),
    },
  ],
  commands: [stand("on"), stand("busy"), stand("away")],
  routes,
});
