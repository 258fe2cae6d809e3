// Promises, as the rest of the program sees them: the page of policies, how they were kept, and
// what is credited where they were not.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { Gauge, HandCoins, Handshake } from "lucide-react";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may } from "../base/session";
import { readAttainmentSearch } from "./attainment_search";
import { readCreditsSearch } from "./credits_search";
import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/sla",
    component: lazyRouteComponent(
      withPageTexts(() => import("./policies")),
      "Policies",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/attainment",
    validateSearch: readAttainmentSearch,
    component: lazyRouteComponent(
      withPageTexts(() => import("./attainment")),
      "AttainmentPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/credits",
    validateSearch: readCreditsSearch,
    component: lazyRouteComponent(
      withPageTexts(() => import("./credits")),
      "CreditsPage",
    ),
  }),
] as const;

export const sla: Feature<typeof routes> = feature({
  id: "sla",
  places: [
    {
      to: "/attainment",
      title: "sla.attainment",
      icon: Gauge,
      keys: "g i",
      phone: "more",
      part: "work",
      offered: () => may("sla.see_reports"),
    },
    {
      to: "/credits",
      title: "sla.credits",
      icon: HandCoins,
      keys: "g z",
      phone: "more",
      part: "work",
      offered: () => may("sla.decide_credits"),
    },
    {
      to: "/sla",
      title: "sla.policies",
      icon: Handshake,
      keys: "g y",
      phone: "more",
      part: "house",
      offered: () => may("sla.see_policies"),
    },
  ],
  commands: [],
  routes,
});
