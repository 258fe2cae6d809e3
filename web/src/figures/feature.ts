// The figures of the desk, as the rest of the program sees them.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { ChartNoAxesCombined } from "lucide-react";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may } from "../base/session";
import type en from "./en.json";
import { readFiguresSearch } from "./figures_search";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/figures",
    validateSearch: readFiguresSearch,
    component: lazyRouteComponent(
      withPageTexts(() => import("./figures")),
      "FiguresPage",
    ),
  }),
] as const;

export const figures: Feature<typeof routes> = feature({
  id: "figures",
  places: [
    {
      to: "/figures",
      title: "figures.title",
      icon: ChartNoAxesCombined,
      keys: "g f",
      phone: "more",
      part: "work",
      offered: () => may("figures.see"),
    },
  ],
  commands: [],
  routes,
});
