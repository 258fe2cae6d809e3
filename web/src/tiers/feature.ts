// The support structure, as the rest of the program sees it.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { Layers } from "lucide-react";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may } from "../base/session";
import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/structure",
    component: lazyRouteComponent(
      withPageTexts(() => import("./structure")),
      "StructurePage",
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
  ],
  commands: [],
  routes,
});
