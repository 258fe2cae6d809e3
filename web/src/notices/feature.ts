// Notices, as the rest of the program sees them: their place, and how many wait.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { Bell } from "lucide-react";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import type en from "./en.json";
import { startNotices, unread } from "./model";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/notices",
    component: lazyRouteComponent(
      withPageTexts(() => import("./notices")),
      "Notices",
    ),
  }),
] as const;

export const notices: Feature<typeof routes> = feature({
  id: "notices",
  places: [
    {
      to: "/notices",
      title: "notices.notices",
      icon: Bell,
      keys: "g n",
      phone: "bar",
      part: "work",
      count: unread,
    },
  ],
  commands: [],
  start: startNotices,
  routes,
});
