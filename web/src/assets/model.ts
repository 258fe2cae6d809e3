// Assets without a screen: what kinds there are, how far a warranty reaches, and how lists are kept.

import {
  AppWindow,
  Box,
  Laptop,
  type LucideIcon,
  Phone,
  Printer,
  ReceiptText,
  Router,
  Server,
  ShoppingCart,
} from "lucide-react";
import { api } from "../api/client";
import type { Asset, AssetKind } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { allPages, forgetPages } from "../base/pages";
import { put, refresh } from "../base/resource";
import { dayInput, format } from "../base/time";

export const kinds: AssetKind[] = [
  "computer",
  "server",
  "printer",
  "phone",
  "network",
  "till",
  "fiscal_printer",
  "software",
  "other",
];

export const kindText = (kind: AssetKind) => t(`assets.kind.${kind}` as MessageId);

export const kindIcon: Record<AssetKind, LucideIcon> = {
  computer: Laptop,
  server: Server,
  printer: Printer,
  phone: Phone,
  network: Router,
  till: ShoppingCart,
  fiscal_printer: ReceiptText,
  software: AppWindow,
  other: Box,
};

export const makeOf = (asset: Asset) => [asset.maker, asset.model].filter(Boolean).join(" ");
export const placeOf = (asset: Asset) =>
  [asset.personName, asset.siteName].filter(Boolean).join(" · ");

const soon = 60; // Days before the end of a warranty, in which something may still be done.

export type Warranty = "valid" | "ending" | "over";

// A warranty holds to the end of its last day.
export function warranty(until: string | null | undefined, today: Date): Warranty | undefined {
  if (!until) return undefined;
  const now = dayInput(today);
  if (until < now) return "over";
  const days = (Date.parse(until) - Date.parse(now)) / 86_400_000;
  return days <= soon ? "ending" : "valid";
}

export const day = (iso: string) =>
  format("medium", { dateStyle: "medium" }, "UTC").format(new Date(`${iso}T00:00:00Z`));

// --- What is known of them

export const assetKey = (id: number) => `asset/${id}`;
export const loadAsset = (id: number) => api.assets.showAsset({ asset: id });

export interface Whose {
  customer?: number;
  person?: number;
  retired?: boolean;
}
export const assetsKey = (whose: Whose) => `assets/${JSON.stringify(whose)}`;
export const loadAssets = (whose: Whose) =>
  allPages((cursor) => api.assets.listAssets({ ...whose, cursor, limit: 200 }));

export function took(asset: Asset): void {
  put(assetKey(asset.id), asset);
  refresh("assets/");
  forgetPages();
}
