// Work calendars, as the rest of the program sees them: their place and their pages.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CalendarCog } from "lucide-react";
import { type Feature, feature } from "../base/feature";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may } from "../base/session";
import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

export interface CalendarsSearch {
  tab?: string;
  retired?: boolean;
}

export interface CalendarSearch {
  month?: string; // "2026-12"
}

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/calendars",
    validateSearch: (search: Record<string, unknown>): CalendarsSearch => ({
      tab: search.tab === "sets" ? "sets" : undefined,
      retired: search.retired ? true : undefined,
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./calendars")),
      "Calendars",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/calendars/$calendar",
    validateSearch: (search: Record<string, unknown>): CalendarSearch => ({
      month: typeof search.month === "string" ? search.month : undefined,
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./calendar_page")),
      "CalendarPage",
    ),
  }),
] as const;

export const calendars: Feature<typeof routes> = feature({
  id: "calendars",
  places: [
    {
      to: "/calendars",
      title: "calendars.calendars",
      icon: CalendarCog,
      keys: "g h",
      phone: "more",
      part: "house",
      offered: () => may("calendars.see"),
    },
  ],
  commands: [],
  routes,
});
