// Moving in, as the rest of the program sees it: its place in the house.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { PackageOpen } from "lucide-react";
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
    path: "/moving",
    component: lazyRouteComponent(
      withPageTexts(() => import("./movings")),
      "Movings",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/moving/$moving",
    component: lazyRouteComponent(
      withPageTexts(() => import("./moving_page")),
      "MovingPage",
    ),
  }),
] as const;

export const moving: Feature<typeof routes> = feature({
  id: "moving",
  places: [
    {
      to: "/moving",
      title: "moving.moving",
      icon: PackageOpen,
      keys: "g j",
      phone: "more",
      part: "house",
      offered: () => may("moving.bring_in"),
    },
  ],
  commands: [],
  routes,
});
