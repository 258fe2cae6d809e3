// Credits of a month, without a screen: whose they are, how an amount came about, and in which order
// many of them are decided.

import type { Credit, Money, Policy } from "../api/types";
import { t } from "../base/i18n";
import { moneyText, sumsOf } from "../base/money";
import { rateText } from "./contract_model";
import { monthAfter } from "./report_model";

export const creditKey = ({ ticket, target, run }: Credit) => `${ticket} ${target} ${run}`;

// --- Months, as the address has them: 2026-11

const offered = 24;

// The latest first, and the one that is shown however old it is.
export function offeredMonths(today: string, shown: string): string[] {
  const months = Array.from({ length: offered }, (_, back) => monthAfter(today, -back).slice(0, 7));
  return months.includes(shown) ? months : [...months, shown].sort().reverse();
}

// --- By customer

export interface CustomerCredits {
  customer: number;
  name: string;
  items: Credit[];
}

// In the order in which customers first come.
export function byCustomer(items: Credit[]): CustomerCredits[] {
  const groups = new Map<number, CustomerCredits>();
  for (const one of items) {
    const group = groups.get(one.customer);
    const name = one.customerName ?? `#${one.customer}`;
    if (group) group.items.push(one);
    else groups.set(one.customer, { customer: one.customer, name, items: [one] });
  }
  return [...groups.values()];
}

export const sumsIn = (items: Credit[], state: Credit["state"]): Money[] =>
  sumsOf(items.filter((one) => one.state === state).map(({ amount }) => amount));

// Under a limit of the month, what ended later gets what is left. From the end on, no refusal changes
// an amount that is still to be decided as it was seen.
export const decidingOrder = (items: Credit[]): Credit[] => [...items].reverse();

// The reader may not see the ticket: nothing of it is told.
export const subjectText = ({ number, subject }: Credit) =>
  number ? `${number} · ${subject ?? t("tickets.erasedText")}` : t("sla.credit.unseen");

// --- How an amount came about

const timesOf = ({ per, hours }: Credit) => (per === "started_hour" ? (hours ?? 1) : 1);

// "3 started hours at 50,00 zł each"
export function originText(credit: Credit): string {
  const { per, percent, computed } = credit;
  const times = timesOf(credit);
  const each = { ...computed, minor: Math.round(computed.minor / times) };
  const much = rateText({ per, percent, amount: percent ? undefined : each });
  return per === "breach"
    ? t("sla.credit.perBreach", { much })
    : t("sla.credit.hoursAt", { hours: times, much });
}

// That it is less than that, and why. `of`: the limit's percentage of the fee, where it is known.
export function limitText({ computed, amount }: Credit, of: number | undefined) {
  if (amount.minor >= computed.minor) return undefined;
  const full = moneyText(computed);
  return of
    ? t("sla.credit.cappedAt", { computed: full, most: of })
    : t("sla.credit.capped", { computed: full });
}

// The limit as the policy says it now, if it is what the month's credits come to: they were limited by
// what it said when each promise was missed. `credits` are all of the month.
export function limitOf(credit: Credit, credits: Credit[], policies: Policy[]): number | undefined {
  const { customer, policy } = credit;
  const { monthlyFee, most } = policies.find((one) => one.id === policy)?.contract ?? {};
  if (!monthlyFee || !most) return undefined;
  const sum = credits
    .filter((one) => one.customer === customer && one.policy === policy && one.state !== "refused")
    .reduce((minor, one) => minor + one.amount.minor, 0);
  return sum === Math.round((monthlyFee.minor * most) / 100) ? most : undefined;
}
