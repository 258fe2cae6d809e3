// Assets, as the rest of the program sees them: their place, and what they add to others' pages.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { MonitorSmartphone, Plus } from "lucide-react";
import { createElement, lazy, Suspense } from "react";
import { api } from "../api/client";
import type { Customer, Person } from "../api/types";
import { type Feature, feature, type Hit } from "../base/feature";
import { go } from "../base/go";
import { withPageTexts } from "../base/i18n";
import { insideRoute } from "../base/routes";
import { may, mayFor } from "../base/session";
import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

export interface AssetsSearch {
  q?: string;
  kind?: string;
  retired?: boolean;
  new?: boolean;
}

const text = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) || undefined : undefined;

const readSearch = (search: Record<string, unknown>): AssetsSearch => ({
  q: text(search.q),
  kind: text(search.kind),
  retired: search.retired ? true : undefined,
  new: search.new ? true : undefined,
});

// Not "/assets": there the server has the parts of this program.
const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/equipment",
    validateSearch: readSearch,
    component: lazyRouteComponent(
      withPageTexts(() => import("./assets")),
      "Assets",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/equipment/$asset",
    component: lazyRouteComponent(
      withPageTexts(() => import("./asset_page")),
      "AssetPage",
    ),
  }),
] as const;

const OfCustomer = lazy(
  withPageTexts(() => import("./of_customer").then((file) => ({ default: file.AssetsOfCustomer }))),
);
const OfPerson = lazy(
  withPageTexts(() => import("./of_person").then((file) => ({ default: file.AssetsOfPerson }))),
);

const maySee = () => may("assets.see") || may("assets.see_own");

async function find(wanted: string): Promise<Hit[]> {
  if (!maySee()) return [];
  const page = await api.assets.listAssets({ q: wanted, limit: 5 });
  return page.items.map((row) => ({
    id: `asset ${row.id}`,
    label: row.name,
    note: row.customerName,
    icon: MonitorSmartphone,
    run: () => go("/equipment/$asset", { asset: String(row.id) }),
  }));
}

export const assets: Feature<typeof routes> = feature({
  id: "assets",
  places: [
    {
      to: "/equipment",
      title: "assets.assets",
      icon: MonitorSmartphone,
      keys: "g e",
      phone: "more",
      part: "work",
      offered: maySee,
    },
  ],
  commands: [
    {
      id: "assets.new",
      title: "assets.new",
      group: "ui.create",
      icon: Plus,
      keys: "n e",
      offered: () => may("assets.edit"),
      run: () => go("/equipment", undefined, { new: true }),
    },
  ],
  find,
  customerTab: {
    title: "assets.assets",
    offered: (customer: number) =>
      mayFor("assets.see", customer) || mayFor("assets.see_own", customer),
    body: ({ customer }: { customer: Customer }) =>
      createElement(Suspense, undefined, createElement(OfCustomer, { customer })),
  },
  onPerson: ({ person }: { person: Person }) =>
    maySee() ? createElement(Suspense, undefined, createElement(OfPerson, { person })) : null,
  routes,
});
