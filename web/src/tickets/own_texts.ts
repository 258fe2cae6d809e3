// Words that only the customer's own pages need.

import type { Loaders } from "../base/i18n";
import type own from "./own.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof own, string> {}
}

export const ownTexts: Loaders = {
  pl: () => import("messages:tickets/own.pl"),
  en: () => import("messages:tickets/own.en"),
};
