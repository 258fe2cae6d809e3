// People, as the rest of the program sees them: their places, commands and addresses.

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { Building2, Contact, Plus, ShieldCheck, UserPlus, UserRound, Users } from "lucide-react";
import { api } from "../api/client";
import { type Feature, feature, type Hit } from "../base/feature";
import { go } from "../base/go";
import { withPageTexts } from "../base/i18n";
import { insideRoute, rootRoute } from "../base/routes";
import { isStaff, may, mayEverywhere, nameOf } from "../base/session";
import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}

const text = (value: unknown) =>
  typeof value === "string" || typeof value === "number" ? String(value) || undefined : undefined;

const entrance = () => import("./entrance");

export const outside = [
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/setup",
    component: lazyRouteComponent(entrance, "SetUp"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/signin",
    validateSearch: (search: Record<string, unknown>): { to?: string } => ({
      to: text(search.to),
    }),
    component: lazyRouteComponent(entrance, "SignIn"),
  }),
  createRoute({
    getParentRoute: () => rootRoute,
    path: "/link",
    component: lazyRouteComponent(entrance, "LinkPage"),
  }),
] as const;

const routes = [
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/customers",
    validateSearch: (search: Record<string, unknown>): { q?: string; new?: boolean } => ({
      q: text(search.q),
      new: search.new ? true : undefined,
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./customers")),
      "Customers",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/customers/$customer",
    validateSearch: (search: Record<string, unknown>): { tab?: string } => ({
      tab: text(search.tab),
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./customer_page")),
      "CustomerPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/people",
    validateSearch: (
      search: Record<string, unknown>,
    ): { q?: string; whose?: "staff" | "customers"; new?: boolean } => ({
      q: text(search.q),
      whose: search.whose === "staff" || search.whose === "customers" ? search.whose : undefined,
      new: search.new ? true : undefined,
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./people")),
      "People",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/people/$person",
    component: lazyRouteComponent(
      withPageTexts(() => import("./person_page")),
      "PersonPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/duplicates",
    validateSearch: (search: Record<string, unknown>): { tab?: string } => ({
      tab: text(search.tab),
    }),
    component: lazyRouteComponent(
      withPageTexts(() => import("./duplicates")),
      "Duplicates",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/roles",
    component: lazyRouteComponent(
      withPageTexts(() => import("./roles")),
      "Roles",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/company",
    component: lazyRouteComponent(
      withPageTexts(() => import("./company")),
      "CompanyPage",
    ),
  }),
  createRoute({
    getParentRoute: () => insideRoute,
    path: "/account",
    component: lazyRouteComponent(
      withPageTexts(() => import("./account")),
      "Account",
    ),
  }),
] as const;

const few = 5;

async function find(wanted: string): Promise<Hit[]> {
  const [customers, persons] = await Promise.all([
    may("people.see_customers")
      ? api.people.listCustomers({ q: wanted, limit: few })
      : { items: [] },
    may("people.see_persons") ? api.people.listPersons({ q: wanted, limit: few }) : { items: [] },
  ]);
  return [
    ...customers.items.map((row) => ({
      id: `customer ${row.customer}`,
      label: row.name,
      note: row.city,
      icon: Building2,
      run: () => go("/customers/$customer", { customer: String(row.customer) }),
    })),
    ...persons.items.map((row) => ({
      id: `person ${row.person}`,
      label: nameOf(row),
      note: row.email,
      icon: UserRound,
      run: () => go("/people/$person", { person: String(row.person) }),
    })),
  ];
}

export const people: Feature<typeof routes> = feature({
  id: "people",
  places: [
    {
      to: "/customers",
      title: "people.customers",
      icon: Building2,
      keys: "g c",
      phone: "bar",
      part: "work",
      offered: () => isStaff() && may("people.see_customers"),
    },
    {
      to: "/people",
      title: "people.people",
      icon: Users,
      keys: "g p",
      phone: "more",
      part: "work",
      offered: () => may("people.see_persons"),
    },
    {
      to: "/company",
      title: "people.company",
      icon: Contact,
      keys: "g o",
      phone: "more",
      part: "house",
      offered: isStaff,
    },
    {
      to: "/company",
      title: "people.supportContact",
      icon: Contact,
      keys: "g o",
      phone: "more",
      part: "house",
      offered: () => !isStaff(),
    },
    {
      to: "/roles",
      title: "people.rolesAndRights",
      icon: ShieldCheck,
      keys: "g r",
      phone: "more",
      part: "house",
      offered: isStaff,
    },
    {
      to: "/account",
      title: "people.account",
      icon: UserRound,
      keys: "g a",
      phone: "more",
      part: "house",
    },
  ],
  commands: [
    {
      id: "people.newCustomer",
      title: "people.newCustomer",
      group: "ui.create",
      icon: Plus,
      keys: "n c",
      offered: () => may("people.edit_customers"),
      run: () => go("/customers", undefined, { new: true }),
    },
    {
      id: "people.newPerson",
      title: "people.newPerson",
      group: "ui.create",
      icon: UserPlus,
      keys: "n p",
      offered: () => may("people.edit_persons"),
      run: () => go("/people", undefined, { new: true }),
    },
    {
      id: "people.duplicates",
      title: "people.duplicates",
      group: "people.people",
      icon: Users,
      offered: () => may("people.merge_persons") || mayEverywhere("people.merge_customers"),
      run: () => go("/duplicates"),
    },
  ],
  find,
  routes,
});
