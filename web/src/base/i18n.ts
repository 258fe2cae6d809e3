// Words: one message by its id, in the language of the person at the screen.
//
// Each slice keeps pl.json and en.json beside its code; the build joins them and compiles the
// messages that have arguments into syntax trees. What stands only on pages that not everybody opens
// is in pages.pl.json and pages.en.json, and comes behind the first page. A slice makes its
// ids known to the compiler by extending Catalog, so a message that does not exist is a type error.

import { IntlMessageFormat } from "intl-messageformat";
import { observable } from "./observable";

// biome-ignore lint/suspicious/noEmptyInterface: slices extend it.
export interface Catalog {}
export type MessageId = keyof Catalog & string;
export type Language = "pl" | "en";
export type Values = Record<string, string | number | boolean | Date | null | undefined>;

type Message = string | ConstructorParameters<typeof IntlMessageFormat>[0];
type Texts = Record<string, Message>;

export const languages: readonly Language[] = ["pl", "en"];
const locales: Record<Language, string> = { pl: "pl-PL", en: "en-GB" };

const loaders: Record<Language, () => Promise<{ default: Texts }>> = {
  pl: () => import("messages:pl"),
  en: () => import("messages:en"),
};

const pageLoaders: typeof loaders = {
  pl: () => import("messages:pages-pl"),
  en: () => import("messages:pages-en"),
};

const stored = "ogniwo.language";
let texts: Texts = {};
let hasPageTexts = false;
let formatters = new Map<string, IntlMessageFormat>();

export const language = observable<Language>("pl");

export const locale = () => locales[language.get()];

// What the person chose on this device, else the first language of the browser that we speak.
export function preferredLanguage(wanted: readonly string[] = navigator.languages): Language {
  const chosen = readStored();
  if (chosen) return chosen;
  for (const tag of wanted) {
    const known = languages.find((language) => tag.toLowerCase().split("-")[0] === language);
    if (known) return known;
  }
  return "en";
}

function readStored(): Language | undefined {
  const value = localStorage.getItem(stored);
  return languages.find((language) => language === value);
}

export const hasChosenLanguage = () => readStored() !== undefined;

export async function switchLanguage(wanted: Language): Promise<void> {
  const parts = hasPageTexts ? [loaders, pageLoaders] : [loaders];
  const loaded = await Promise.all(parts.map((part) => part[wanted]()));
  // Those of the pages came meanwhile, in the language from before.
  if (hasPageTexts && parts.length === 1) return switchLanguage(wanted);
  takeTexts(wanted, Object.assign({}, ...loaded.map((one) => one.default)));
}

// Behind a letter's link: in the language of whom the letter was for.
export function speak(theirs: Language | undefined): void {
  if (theirs && languages.includes(theirs) && theirs !== language.get()) {
    void switchLanguage(theirs);
  }
}

// A page that needs more than the first texts: it waits for them.
export function withPageTexts<Page>(load: () => Promise<Page>): () => Promise<Page> {
  return async () => (await Promise.all([load(), addPageTexts()]))[0];
}

// Also called as soon as the first page stands: refusals are among them.
export async function addPageTexts(): Promise<void> {
  if (hasPageTexts) return;
  const wanted = language.get();
  const more = await pageLoaders[wanted]();
  // Somebody chose another language meanwhile.
  if (wanted !== language.get()) return addPageTexts();
  texts = { ...texts, ...more.default };
  hasPageTexts = true;
}

export async function chooseLanguage(wanted: Language): Promise<void> {
  localStorage.setItem(stored, wanted);
  await switchLanguage(wanted);
}

// Also the door for tests, which bring their own texts.
export function takeTexts(wanted: Language, wantedTexts: Texts): void {
  texts = wantedTexts;
  formatters = new Map();
  if (typeof document !== "undefined") document.documentElement.lang = wanted;
  language.set(wanted);
}

export function known(id: string): id is MessageId {
  return id in texts;
}

export function t(id: MessageId, values?: Values): string {
  return say(id, values) ?? id;
}

// For ids that are computed (reasons, statuses): undefined where no such message exists.
export function say(id: string, values?: Values): string | undefined {
  const message = texts[id];
  if (message === undefined) return undefined;
  if (typeof message === "string") return message;
  let formatter = formatters.get(id);
  if (!formatter) {
    formatter = new IntlMessageFormat(message, locale());
    formatters.set(id, formatter);
  }
  return String(formatter.format(values as Record<string, string>));
}

const collators = new Map<string, Intl.Collator>();

export function compareText(a: string, b: string): number {
  const tag = locale();
  let collator = collators.get(tag);
  if (!collator) {
    collator = new Intl.Collator(tag, { numeric: true });
    collators.set(tag, collator);
  }
  return collator.compare(a, b);
}
