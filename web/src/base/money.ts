// Amounts as the server says them, in hundredths of a currency, and as people read and type them.

import type { Currency, Money } from "../api/types";
import { language } from "./i18n";
import { money } from "./time";

export const currencies: Currency[] = ["PLN", "EUR", "USD", "GBP", "CZK", "CHF"];

export const moneyText = ({ minor, currency }: Money) => money(minor, currency);

// One for each currency, in the order in which they first come.
export function sumsOf(amounts: Money[]): Money[] {
  const sums = new Map<Currency, number>();
  for (const { minor, currency } of amounts) {
    sums.set(currency, (sums.get(currency) ?? 0) + minor);
  }
  return [...sums].map(([currency, minor]) => ({ minor, currency }));
}

export const sumsText = (sums: Money[]) => sums.map(moneyText).join(" + ");

// As a field holds it: with the comma of whoever writes it so.
export const amountInput = (one: Money | null | undefined) =>
  one ? (one.minor / 100).toFixed(2).replace(".", language.get() === "pl" ? "," : ".") : "";

const most = 100_000_000_00; // Hundredths: no contract is about more.

// "1 250,5" is 125050; nothing for what is no amount, or not more than nothing.
export function readAmount(text: string): number | undefined {
  const plain = text.replace(/\s/g, "").replace(",", ".");
  if (!/^\d+(\.\d{1,2})?$/.test(plain)) return undefined;
  const minor = Math.round(Number(plain) * 100);
  return minor > 0 && minor <= most ? minor : undefined;
}
