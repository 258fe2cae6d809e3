// A company's own fields without a screen: which of them a ticket shows, what stands in them, and how
// it is said.

import { api } from "../api/client";
import type {
  Category,
  ChoiceColour,
  FieldKind,
  FieldValue,
  TicketField,
  TicketForm,
} from "../api/types";
import { locale, t } from "../base/i18n";
import { format } from "../base/time";
import { nameIn } from "../tiers/model";
import type { Tone } from "../ui/badge";

export const loadFields = () => api.tickets.listFields();
export const formsKey = "ticket forms";
export const loadForms = () => api.tickets.listForms();
export const loadValues = (ticket: number) => api.tickets.readTicketFields({ ticket });

export const kinds: FieldKind[] = [
  "text",
  "number",
  "money",
  "date",
  "choice",
  "choices",
  "person",
  "asset",
  "checkbox",
];

export const fieldName = (field: Pick<TicketField, "namePl" | "nameEn">) => nameIn(field);

export const fieldHelp = (field: Pick<TicketField, "helpPl" | "helpEn">) =>
  nameIn({ namePl: field.helpPl ?? "", nameEn: field.helpEn ?? "" }) || undefined;

export const colourTone: Record<ChoiceColour, Tone> = {
  plain: "plain",
  blue: "info",
  green: "good",
  yellow: "warn",
  red: "danger",
  accent: "accent",
};

export const choiceOf = (field: TicketField, key: string) =>
  field.choices.find((one) => one.key === key);

// As the server decides: the category's own form, else that of the nearest above, else the general one.
export function formOf(
  categories: Category[],
  forms: TicketForm[],
  category: number | undefined,
): number[] {
  const own = (id: number | undefined) => forms.find((form) => (form.category ?? undefined) === id);
  let at = category;
  while (at !== undefined) {
    const form = own(at);
    if (form) return form.fields;
    at = categories.find((one) => one.id === at)?.parent ?? undefined;
  }
  return own(undefined)?.fields ?? [];
}

// In the order of their ids in the form; what is not in use any more is not asked for.
export const formFields = (fields: TicketField[], form: number[]): TicketField[] =>
  form.flatMap((id) => fields.find((field) => field.id === id && !field.retiredAt) ?? []);

// --- A value while it is typed is one as it is sent, perhaps not right yet

export function isEmpty(value: FieldValue | undefined): boolean {
  if (!value) return true;
  const { text, number, amount, date, choice, choices, person, asset, checked } = value;
  const words = [text, number, amount, date, choice].some((one) => one?.trim());
  return !words && !choices?.length && !person && !asset && (checked ?? undefined) === undefined;
}

// "1 234,5" as people write it is 1234.5.
const plain = (number: string) => number.replace(/[\s  ]/g, "").replace(",", ".");

// Without what is not meant; of an empty one only the field is left, which empties it.
export function wishOf(value: FieldValue): FieldValue {
  const { field } = value;
  if (isEmpty(value)) return { field };
  const { text, number, amount, date, choice, choices, person, asset, checked } = value;
  if (text) return { field, text: text.trim() };
  if (number) return { field, number: plain(number) };
  if (amount) return { field, amount: plain(amount) };
  if (date) return { field, date };
  if (choice) return { field, choice };
  if (choices) return { field, choices };
  if (person) return { field, person };
  if (asset) return { field, asset };
  return { field, checked };
}

// What a field of a new ticket begins with, as the server would fill it in.
export function initialOf(field: TicketField): FieldValue | undefined {
  const written = field.initial;
  if (!written) return undefined;
  const at = { field: field.id };
  switch (field.kind) {
    case "text":
      return { ...at, text: written };
    case "number":
      return { ...at, number: written };
    case "money":
      return { ...at, amount: written };
    case "date":
      return { ...at, date: written };
    case "choice":
      return choiceOf(field, written)?.retired ? undefined : { ...at, choice: written };
    case "choices":
      return { ...at, choices: written.split(" ").filter((key) => !choiceOf(field, key)?.retired) };
    case "checkbox":
      return { ...at, checked: written === "true" };
    default:
      return undefined;
  }
}

// --- In words

const number = (text: string, decimals: number) =>
  new Intl.NumberFormat(locale(), {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(Number(text));

const day = (iso: string) =>
  format("medium", { dateStyle: "medium" }, "UTC").format(new Date(`${iso}T00:00:00Z`));

const choiceName = (field: TicketField, key: string) => {
  const choice = choiceOf(field, key);
  return choice ? nameIn(choice) : key;
};

export function valueText(field: TicketField, value: FieldValue): string {
  switch (field.kind) {
    case "text":
      return value.text ?? t("tickets.erasedText");
    case "number":
      return [value.number && number(value.number, field.decimals), field.unit]
        .filter(Boolean)
        .join(" ");
    case "money":
      return new Intl.NumberFormat(locale(), {
        style: "currency",
        currency: field.currency ?? "PLN",
      }).format(Number(value.amount));
    case "date":
      return value.date ? day(value.date) : "";
    case "choice":
      return value.choice ? choiceName(field, value.choice) : "";
    case "choices":
      return (value.choices ?? []).map((key) => choiceName(field, key)).join(", ");
    case "person":
      return value.personName ?? `#${value.person}`;
    case "asset": // Nothing is told of another customer's.
      return value.assetName ?? (value.asset ? `#${value.asset}` : "–");
    case "checkbox":
      return t(value.checked ? "ui.yes" : "ui.no");
    default:
      return "";
  }
}

// The value as an address and the server's list have it.
export function writtenValue(value: FieldValue): string {
  const sent = wishOf(value);
  const { text, number, amount, date, choice, choices, person, asset, checked } = sent;
  const one =
    text ?? number ?? amount ?? date ?? choice ?? choices?.[0] ?? person ?? asset ?? checked;
  return one === undefined || one === null ? "" : String(one);
}

export function readValue(field: TicketField, written: string): FieldValue {
  if (field.kind === "choices") return { field: field.id, choices: [written] };
  if (field.kind === "person") return { field: field.id, person: Number(written) };
  if (field.kind === "asset") return { field: field.id, asset: Number(written) };
  return initialOf({ ...field, initial: written }) ?? { field: field.id };
}

// Persons are grouped, not sorted; of several choices only one can be asked for.
export const isSortable = (field: TicketField) =>
  field.kind !== "choices" && field.kind !== "person";
