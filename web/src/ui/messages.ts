// Makes the kit's message ids known to the compiler.

import type en from "./en.json";
import type pages from "./pages.en.json";

declare module "../base/i18n" {
  interface Catalog extends Record<keyof typeof en | keyof typeof pages, string> {}
}
