// Tickets, as the rest of the program sees them: their place, commands and addresses.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { CalendarDays, Inbox, SlidersHorizontal, Star, Ticket, Timer } from "lucide-react";
import { createElement, lazy, Suspense } from "react";
import { api } from "../api/client";
import type { Asset } from "../api/types";
import { type Feature, feature, type Hit } from "../base/feature";
import { go } from "../base/go";
import { withPageTexts } from "../base/i18n";
import { insideRoute, rootRoute } from "../base/routes";
import { may } from "../base/session";
import type en from "./en.json";
import { readSearch } from "./model";
import { startTickets } from "./open_tickets";
import type pages from "./pages.en.json";
import { readTimeSearch } from "./time_search";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

// The pages behind letters' links: nobody signs in.
export const outsideTickets = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/rating",
    component: lazyRouteComponent(
      withPageTexts(() => import("./rating_link")),
      "RatingLink",
    ),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/guest",
    component: lazyRouteComponent(
      withPageTexts(() => import("./guest_page")),
      "GuestPage",
    ),
  }),
] as const;

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/tickets",
    validateSearch: readSearch,
    component: lazyRouteComponent(() => import("./tickets"), "Tickets"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/tickets/$ticket",
    validateSearch: (search: Record<string, unknown>): { tab?: string } => ({
      tab: search.tab === "history" || search.tab === "time" ? search.tab : undefined,
    }),
    component: lazyRouteComponent(() => import("./ticket_page"), "TicketPage"),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/tickets/$ticket/clocks",
    validateSearch: (search: Record<string, unknown>): { of?: string } => ({
      of: typeof search.of === "string" ? search.of : undefined,
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./clock_page")),
      "ClockPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/ticket-settings",
    component: lazyRouteComponent(
      withPageTexts(() => import("./settings_page")),
      "SettingsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/ratings",
    component: lazyRouteComponent(
      withPageTexts(() => import("./ratings_page")),
      "RatingsPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/time",
    validateSearch: readTimeSearch,
    component: lazyRouteComponent(
      withPageTexts(() => import("./time_page")),
      "TimePage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/calendar",
    validateSearch: (search: Record<string, unknown>): { week?: string } => ({
      week: typeof search.week === "string" ? search.week : undefined,
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./calendar_page")),
      "CalendarPage",
    ),
  }),
] as const;

// Behind the link in a letter about an appointment.
export const appointmentRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/appointment",
  component: lazyRouteComponent(
    withPageTexts(() => import("./appointment_page")),
    "AppointmentPage",
  ),
});

const TicketsOfAsset = lazy(
  withPageTexts(() => import("./of_asset").then((file) => ({ default: file.TicketsOfAsset }))),
);

const maySee = () => may("tickets.see") || may("tickets.see_own");

async function find(wanted: string): Promise<Hit[]> {
  if (!maySee()) return [];
  const page = await api.tickets.listTickets({ q: wanted, limit: 5 });
  return page.items.map((row) => ({
    id: `ticket ${row.id}`,
    label: `${row.number} · ${row.subject}`,
    note: row.customerName,
    icon: Ticket,
    run: () => go("/tickets/$ticket", { ticket: String(row.id) }),
  }));
}

export const tickets: Feature<typeof routes> = feature({
  id: "tickets",
  places: [
    {
      to: "/tickets",
      title: "tickets.tickets",
      icon: Inbox,
      keys: "g t",
      phone: "bar",
      part: "work",
      offered: maySee,
    },
    {
      to: "/time",
      title: "tickets.time.title",
      icon: Timer,
      keys: "g w",
      phone: "more",
      part: "work",
      offered: () => may("tickets.book_time") || may("tickets.see_all_time"),
    },
    {
      to: "/ratings",
      title: "tickets.rating.titleAll",
      icon: Star,
      keys: "g v",
      phone: "more",
      part: "work",
      offered: () => may("tickets.see_ratings"),
    },
    {
      to: "/calendar",
      title: "tickets.calendar.title",
      icon: CalendarDays,
      keys: "g l",
      phone: "more",
      part: "work",
      offered: () => may("tickets.work"),
    },
    {
      to: "/ticket-settings",
      title: "tickets.settings",
      icon: SlidersHorizontal,
      keys: "g x",
      phone: "more",
      part: "house",
      offered: () => may("tickets.configure"),
    },
  ],
  commands: [
    {
      id: "tickets.newTicket",
      title: "tickets.newTicket",
      group: "ui.create",
      icon: Ticket,
      keys: "n t",
      offered: () => may("tickets.create"),
      run: () => go("/tickets", undefined, { new: true }),
    },
    {
      id: "tickets.mine",
      title: "tickets.mine",
      group: "ui.go",
      keys: "g m",
      offered: () => may("tickets.work"),
      run: () => go("/tickets", undefined, { view: "mine" }),
    },
    {
      id: "tickets.unassigned",
      title: "tickets.unassigned",
      group: "ui.go",
      keys: "g u",
      offered: () => may("tickets.work"),
      run: () => go("/tickets", undefined, { view: "unassigned" }),
    },
  ],
  find,
  notice: lazy(
    withPageTexts(() =>
      import("./stopwatch_notice").then((file) => ({ default: file.StopwatchNotice })),
    ),
  ),
  onAsset: ({ asset }: { asset: Asset }) =>
    maySee() ? createElement(Suspense, undefined, createElement(TicketsOfAsset, { asset })) : null,
  start: startTickets,
  routes,
});
