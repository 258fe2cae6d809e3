// The contract that a policy is a part of: what a form holds of it, what is wrong with that, and what
// is credited for a promise that was not kept, in words. Without a screen.

import type { Contract, CreditPer, CreditRule, Currency, Target } from "../api/types";
import { t } from "../base/i18n";
import { amountInput, currencies, moneyText, readAmount } from "../base/money";
import type { Reasons } from "../ui/form";
import { targetText, whole } from "./model";

export const creditPers: CreditPer[] = ["breach", "started_hour"];
export const mostCredits = 20;

const hundred = 100;

// --- In a form

export interface CreditValues {
  target: Target | ""; // Nothing: all that have no rule of their own.
  per: CreditPer;
  of: "amount" | "percent";
  amount: string;
  currency: Currency;
  percent: string;
}

export interface ContractValues {
  name: string;
  fee: string;
  currency: Currency;
  most: string;
  credits: CreditValues[];
}

export const newCredit = ({ fee, currency, credits }: ContractValues): CreditValues => ({
  target: credits.length === 0 ? "" : "resolution",
  per: "breach",
  of: fee.trim() ? "percent" : "amount",
  amount: "",
  currency,
  percent: "",
});

export function contractValues(contract: Contract | null | undefined): ContractValues {
  const rules = contract?.credits ?? [];
  const inUse = contract?.monthlyFee ?? rules.find((rule) => rule.amount)?.amount;
  const currency = inUse?.currency ?? currencies[0] ?? "PLN";
  return {
    name: contract?.name ?? "",
    fee: amountInput(contract?.monthlyFee),
    currency,
    most: String(contract?.most ?? ""),
    credits: rules.map((rule) => ({
      target: rule.target ?? "",
      per: rule.per,
      of: rule.amount ? "amount" : "percent",
      amount: amountInput(rule.amount),
      currency: rule.amount?.currency ?? currency,
      percent: String(rule.percent ?? ""),
    })),
  };
}

// Credits in the currency of the fee follow it.
export const inCurrency = (values: ContractValues, currency: Currency): ContractValues => ({
  ...values,
  currency,
  credits: values.credits.map((one) =>
    one.currency === values.currency ? { ...one, currency } : one,
  ),
});

// Where nothing is typed, the policy is a part of none.
export const hasContract = ({ name, fee, most, credits }: ContractValues) =>
  [name, fee, most].some((one) => one.trim()) || credits.length > 0;

// Field by field, as the server's pointers name them within a policy.
export function wrongInContract(values: ContractValues): Reasons {
  const wrong: Reasons = {};
  if (!hasContract(values)) return wrong;
  const hasFee = values.fee.trim() !== "";
  if (!values.name.trim()) wrong["contract/name"] = "sla.contract_name_missing";
  if (hasFee && !readAmount(values.fee)) wrong["contract/monthlyFee"] = "sla.money_not_positive";
  if (values.most.trim()) {
    if (!whole(values.most, 1, hundred)) wrong["contract/most"] = "sla.hundredths";
    else if (!hasFee) wrong["contract/most"] = "sla.credit_without_fee";
  }
  values.credits.forEach((one, at) => {
    const place = creditPlace(at);
    wrong[`${place}/${one.of}`] = wrongWithCredit(one, values);
    if (values.credits.findIndex(({ target }) => target === one.target) < at) {
      wrong[place] = "sla.credit_doubled";
    }
  });
  return wrong;
}

export const creditPlace = (at: number) => `contract/credits/${at}`;

function wrongWithCredit(one: CreditValues, { fee, currency }: ContractValues) {
  const hasFee = fee.trim() !== "";
  if (one.of === "percent") {
    if (!whole(one.percent, 1, hundred)) return "sla.hundredths";
    return hasFee ? undefined : "sla.credit_without_fee";
  }
  if (!one.amount.trim()) return "sla.credit_incomplete";
  if (!readAmount(one.amount)) return "sla.money_not_positive";
  return hasFee && one.currency !== currency ? "sla.credit_currency" : undefined;
}

// Of values in which nothing is wrong.
export function contractOf(values: ContractValues): Contract | undefined {
  if (!hasContract(values)) return undefined;
  const money = (text: string, currency: Currency) => {
    const minor = readAmount(text);
    return minor === undefined ? undefined : { minor, currency };
  };
  return {
    name: values.name.trim(),
    monthlyFee: money(values.fee, values.currency),
    most: whole(values.most, 1, hundred),
    credits: values.credits.map((one) => ({
      target: one.target || undefined,
      per: one.per,
      amount: one.of === "amount" ? money(one.amount, one.currency) : undefined,
      percent: one.of === "percent" ? whole(one.percent, 1, hundred) : undefined,
    })),
  };
}

// --- In words

// "50,00 zł" or "10% of the monthly fee".
export function rateText({ amount, percent }: CreditRule): string {
  return amount ? moneyText(amount) : t("sla.credit.percentOfFee", { percent: percent ?? 0 });
}

export function ruleText(rule: CreditRule): string {
  const much = rateText(rule);
  return rule.per === "breach"
    ? t("sla.credit.perBreach", { much })
    : t("sla.credit.perHour", { much });
}

// "Care Plus, 1 200,00 zł a month"
export function contractText({ name, monthlyFee }: Contract): string {
  return monthlyFee ? t("sla.contract.withFee", { name, fee: moneyText(monthlyFee) }) : name;
}

// What is credited for which target, and the limit of a month.
export function creditLines({ credits = [], most }: Contract): string[] {
  const rest = credits.length > 1 ? t("sla.otherTargets") : t("sla.anyTarget");
  return [
    ...credits.map((rule) => `${rule.target ? targetText(rule.target) : rest}: ${ruleText(rule)}`),
    ...(most ? [t("sla.credit.atMost", { most })] : []),
  ];
}
