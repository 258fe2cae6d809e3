// The support structure, as the rest of the program sees it.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { GraduationCap, Layers } from "lucide-react";
import { createElement, lazy, Suspense } from "react";
import type { Person } from "../api/types";
import { type Feature, feature } from "../base/feature";
import { moreWords } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may } from "../base/session";
import type en from "./en.json";
import type late from "./late.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof late, string> {}
}

// But for the names of its places, this slice brings its words with its pages.
const words = {
  pl: () => import("messages:tiers/pl"),
  en: () => import("messages:tiers/en"),
};

// Loaded with the first person of ours that is looked at.
const SkillsOfPerson = lazy(async () => ({
  default: (await Promise.all([import("./skill_person"), moreWords(words)]))[0].SkillsOfPerson,
}));

const OnPerson = ({ person }: { person: Person }) =>
  createElement(Suspense, undefined, createElement(SkillsOfPerson, { person }));

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/structure",
    component: lazyRouteComponent(
      async () => (await Promise.all([import("./structure"), moreWords(words)]))[0],
      "StructurePage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/skills",
    component: lazyRouteComponent(
      async () => (await Promise.all([import("./skills"), moreWords(words)]))[0],
      "SkillsPage",
    ),
  }),
] as const;

export const tiers: Feature<typeof routes> = feature({
  id: "tiers",
  places: [
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
  commands: [],
  onPerson: OnPerson,
  routes,
});
