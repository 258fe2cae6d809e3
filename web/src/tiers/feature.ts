// The support structure, as the rest of the program sees it.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CalendarClock, GraduationCap, Layers } from "lucide-react";
import { createElement, lazy, Suspense } from "react";
import type { Availability, Person } from "../api/types";
import type { Command } from "../base/commands";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { isStaff, may } from "../base/session";
import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

// Loaded with the first person of ours that is looked at.
const SkillsOfPerson = lazy(
  withPageTexts(() => import("./skill_person").then((file) => ({ default: file.SkillsOfPerson }))),
);

const OnPerson = ({ person }: { person: Person }) =>
  createElement(Suspense, undefined, createElement(SkillsOfPerson, { person }));

export interface DutySearch {
  tab?: string;
  person?: number;
}

const readDutySearch = (search: Record<string, unknown>): DutySearch => ({
  tab: typeof search.tab === "string" ? search.tab : undefined,
  person: Number(search.person) || undefined,
});

const loadAvailability = withPageTexts(() => import("./availability"));

const stand = (availability: Availability): Command => ({
  id: `tiers.be.${availability}`,
  title: `tiers.be.${availability}`,
  group: "tiers.availabilityTitle",
  offered: () => may("tiers.own_duty") && isStaff(),
  run: async () => (await loadAvailability()).setAvailability(availability),
});

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/structure",
    component: lazyRouteComponent(
      withPageTexts(() => import("./structure")),
      "StructurePage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/skills",
    component: lazyRouteComponent(
      withPageTexts(() => import("./skills")),
      "SkillsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/duty",
    validateSearch: readDutySearch,
    component: lazyRouteComponent(
      withPageTexts(() => import("./duty")),
      "DutyPage",
    ),
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
    {
      to: "/skills",
      title: "tiers.skills",
      icon: GraduationCap,
      keys: "g k",
      phone: "more",
      part: "house",
      offered: () => may("tiers.own_skills") || may("tiers.see_skills"),
    },
  ],
  commands: [stand("on"), stand("busy"), stand("away")],
  onPerson: OnPerson,
  routes,
});
