// Backups, as the rest of the program sees them: their place, and the notice when one failed.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { DatabaseBackup } from "lucide-react";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may } from "../base/session";
import type en from "./en.json";
import { Notice } from "./notice";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/backups",
    component: lazyRouteComponent(
      withPageTexts(() => import("./backups")),
      "Backups",
    ),
  }),
] as const;

export const backups: Feature<typeof routes> = feature({
  id: "backups",
  places: [
    {
      to: "/backups",
      title: "backups.backups",
      icon: DatabaseBackup,
      keys: "g b",
      phone: "more",
      part: "house",
      offered: () => may("backups.see"),
    },
  ],
  commands: [],
  notice: Notice,
  routes,
});
