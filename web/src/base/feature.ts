// What a slice adds to the program: places to go and things to do. main.tsx collects them.

import type { AnyRoute } from "@tanstack/react-router";
import type { LucideIcon } from "lucide-react";
import type { ComponentType } from "react";
import type { Asset, Customer, Person } from "../api/types";
import type { Command } from "./commands";
import type { MessageId } from "./i18n";
import type { Observable } from "./observable";

export interface Place {
  to: string;
  title: MessageId;
  icon: LucideIcon;
  keys: string;
  phone: "bar" | "more"; // On a narrow screen: in the bar below, or behind "more".
  part: "work" | "house"; // Upper or lower part of the side bar.
  offered?(): boolean;
  count?: Observable<number>; // How much waits there.
}

// Something found by its name in the palette.
export interface Hit {
  id: string;
  label: string;
  note?: string;
  icon: LucideIcon;
  run(): void;
}

// A part of a customer's page.
export interface CustomerTab {
  title: MessageId;
  offered(customer: number): boolean;
  body: ComponentType<{ customer: Customer }>;
}

export interface Feature<Routes extends readonly AnyRoute[] = readonly AnyRoute[]> {
  id: string;
  places: Place[];
  commands: Command[];
  find?(text: string): Promise<Hit[]>;
  notice?: ComponentType; // Above every page; nothing most of the time.
  customerTab?: CustomerTab;
  onPerson?: ComponentType<{ person: Person }>; // Below what a person's page says by itself.
  onAsset?: ComponentType<{ asset: Asset }>; // The same on an asset's.
  start?(): void; // Somebody is signed in: may be called again for the same person.
  routes: Routes;
}

export function feature<const Routes extends readonly AnyRoute[]>(
  parts: Feature<Routes>,
): Feature<Routes> {
  return parts;
}

let collected: Feature[] = [];

export function collect(features: Feature[]): void {
  collected = features;
}

export function places(): Place[] {
  return collected.flatMap((one) => one.places).filter((place) => place.offered?.() !== false);
}

export const noticing = () => collected.filter((one) => one.notice);
export const customerTabs = () =>
  collected.flatMap(({ id, customerTab }) => (customerTab ? [{ id, ...customerTab }] : []));
export const onPerson = () => collected.filter((one) => one.onPerson);
export const onAsset = () => collected.filter((one) => one.onAsset);

export async function find(text: string): Promise<Hit[]> {
  const answers = await Promise.allSettled(collected.map((one) => one.find?.(text) ?? []));
  return answers.flatMap((answer) => (answer.status === "fulfilled" ? answer.value : []));
}
