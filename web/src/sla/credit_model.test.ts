import en from "messages:pages-en";
import pl from "messages:pages-pl";
import { beforeEach, describe, expect, it } from "vitest";
import type { Contract, Credit, CreditRule, Money, Policy } from "../api/types";
import { takeTexts } from "../base/i18n";
import {
  type ContractValues,
  type CreditValues,
  contractOf,
  contractText,
  contractValues,
  creditLines,
  inCurrency,
  newCredit,
  wrongInContract,
} from "./contract_model";
import {
  byCustomer,
  decidingOrder,
  limitOf,
  limitText,
  offeredMonths,
  originText,
  subjectText,
  sumsIn,
} from "./credit_model";
import { readCreditsSearch } from "./credits_search";

const plain = (text: string | undefined) => text?.replaceAll(/[\u00a0\u202f]/g, " ");
const zl = (minor: number): Money => ({ minor, currency: "PLN" });

beforeEach(() => takeTexts("pl", pl));

const contract: Contract = {
  name: "Opieka Plus",
  monthlyFee: zl(120000),
  most: 30,
  credits: [
    { per: "breach", percent: 10 },
    { target: "resolution", per: "started_hour", amount: zl(5000) },
  ],
};

describe("a contract in its form", () => {
  it("is none where nothing is typed, and comes out as it went in", () => {
    expect(contractOf(contractValues(undefined))).toBeUndefined();
    expect(contractOf(contractValues(contract))).toEqual(contract);
    expect(contractValues(contract).fee).toBe("1200,00");
  });

  it("keeps to one currency, but for what has another one on purpose", () => {
    const credits: CreditRule[] = [
      { per: "breach", amount: zl(500) },
      { per: "breach", target: "update", amount: { minor: 200, currency: "EUR" } },
    ];
    const values = inCurrency(contractValues({ name: "A", credits }), "GBP");
    expect(values.credits.map((one) => one.currency)).toEqual(["GBP", "EUR"]);
    expect(newCredit(values)).toMatchObject({ target: "resolution", of: "amount" });
    expect(newCredit({ ...values, fee: "10" }).of).toBe("percent");
  });

  const rule = (change: Partial<CreditValues> = {}): CreditValues => ({
    target: "",
    per: "breach",
    of: "amount",
    amount: "50",
    currency: "PLN",
    percent: "",
    ...change,
  });
  const values = (change: Partial<ContractValues>): ContractValues => ({
    ...contractValues({ name: "Opieka Plus" }),
    ...change,
  });
  const ofPercent = rule({ of: "percent", percent: "10" });
  it.each<[string, Partial<ContractValues>, Record<string, string>]>([
    ["nothing", { credits: [rule()], fee: "1 200,50", most: "30" }, {}],
    ["no name", { name: " ", fee: "5" }, { "contract/name": "sla.contract_name_missing" }],
    ["a fee of nothing", { fee: "0" }, { "contract/monthlyFee": "sla.money_not_positive" }],
    ["a limit of no fee", { most: "30" }, { "contract/most": "sla.credit_without_fee" }],
    ["a limit above all", { fee: "5", most: "101" }, { "contract/most": "sla.hundredths" }],
    [
      "neither amount nor percentage",
      { credits: [rule({ amount: " " })] },
      { "contract/credits/0/amount": "sla.credit_incomplete" },
    ],
    [
      "an amount that nobody can read",
      { credits: [rule({ amount: "5 zł" })] },
      { "contract/credits/0/amount": "sla.money_not_positive" },
    ],
    [
      "a percentage of no fee",
      { credits: [ofPercent] },
      { "contract/credits/0/percent": "sla.credit_without_fee" },
    ],
    [
      "a percentage that is none",
      { fee: "5", credits: [rule({ of: "percent", percent: "0" })] },
      { "contract/credits/0/percent": "sla.hundredths" },
    ],
    [
      "two of one target",
      { credits: [rule(), rule({ target: "update" }), rule()] },
      { "contract/credits/2": "sla.credit_doubled" },
    ],
    [
      "an amount of another currency than the fee's",
      { fee: "5", credits: [rule({ currency: "EUR" })] },
      { "contract/credits/0/amount": "sla.credit_currency" },
    ],
  ])("says what is wrong: %s", (_, change, wrong) =>
    expect(wrongInContract(values(change))).toEqual(wrong),
  );

  it("is told in the list of policies", () => {
    expect(plain(contractText(contract))).toBe("Opieka Plus, 1 200,00 zł miesięcznie");
    expect(creditLines(contract).map(plain)).toEqual([
      "Pozostałe cele: 10% opłaty miesięcznej za przekroczenie terminu",
      "Rozwiązanie: 50,00 zł za każdą rozpoczętą godzinę po terminie",
      "najwyżej 30% opłaty w miesiącu",
    ]);
    takeTexts("en", en);
    const { credits = [] } = contract;
    expect(creditLines({ name: "A", credits: credits.slice(0, 1) })).toEqual([
      "All targets: 10 % of the monthly fee for a breach",
    ]);
  });
});

const credit = (change: Partial<Credit> = {}): Credit => ({
  ticket: 7,
  number: 107,
  subject: "Drukarka",
  target: "resolution",
  run: 1,
  customer: 3,
  customerName: "Śruba",
  policy: 5,
  contract: "Opieka Plus",
  endedAt: "2026-11-03T10:00:00Z",
  over: 130,
  per: "started_hour",
  hours: 3,
  computed: zl(15000),
  amount: zl(15000),
  state: "proposed",
  ...change,
});

describe("how a credit came about", () => {
  const breach = { per: "breach", hours: undefined } as const;
  it.each<[string, Partial<Credit>, string]>([
    ["by the hour", {}, "3 rozpoczęte godziny po 50,00 zł"],
    ["by one hour", { hours: 1 }, "1 rozpoczęta godzina po 150,00 zł"],
    [
      "by a percentage for each hour",
      { percent: 5 },
      "3 rozpoczęte godziny po 5% opłaty miesięcznej",
    ],
    ["once", breach, "150,00 zł za przekroczenie terminu"],
    [
      "once, by a percentage",
      { ...breach, percent: 10 },
      "10% opłaty miesięcznej za przekroczenie terminu",
    ],
  ])("%s", (_, change, text) => expect(plain(originText(credit(change)))).toBe(text));

  it("is limited by the month, and says to what where that is certain", () => {
    const first = credit({ amount: zl(30000), computed: zl(30000) });
    const capped = credit({ ticket: 8, amount: zl(6000) });
    const refused = credit({ ticket: 9, state: "refused" });
    const policies = [{ id: 5, name: "P", contract } as Policy];
    const month = [first, capped, refused];
    expect(limitText(first, limitOf(first, month, policies))).toBeUndefined();
    expect(plain(limitText(capped, limitOf(capped, month, policies)))).toBe(
      "ograniczono z 150,00 zł do limitu 30% opłaty w miesiącu",
    );
    // The policy says something else by now, or nothing to this reader.
    for (const known of [[{ id: 5, contract: { ...contract, most: 20 } } as Policy], []]) {
      expect(plain(limitText(capped, limitOf(capped, month, known)))).toBe(
        "ograniczono z 150,00 zł do limitu miesięcznego umowy",
      );
    }
  });

  it("tells nothing of a ticket that may not be seen", () => {
    expect(subjectText(credit())).toBe("107 · Drukarka");
    expect(subjectText(credit({ number: undefined, subject: undefined }))).toBe(
      "Zgłoszenie, którego nie można tu pokazać",
    );
  });
});

describe("credits of a month", () => {
  const granted = credit({
    ticket: 9,
    state: "granted",
    endedAt: "2026-11-09T10:00:00Z",
    amount: zl(4000),
    decided: { amount: zl(4000), by: 1, at: "2026-11-20T10:00:00Z" },
  });
  const other = credit({ ticket: 8, customer: 4, customerName: undefined });

  it("are those of customers, with a sum of each state", () => {
    const [first, second] = byCustomer([credit(), other, granted]);
    expect(first?.items.map((one) => one.ticket)).toEqual([7, 9]);
    expect(second).toMatchObject({ customer: 4, name: "#4" });
    expect(sumsIn(first?.items ?? [], "proposed")).toEqual([zl(15000)]);
    expect(sumsIn(first?.items ?? [], "granted")).toEqual([zl(4000)]);
    expect(sumsIn(first?.items ?? [], "refused")).toEqual([]);
  });

  it("are decided from the last one on", () => {
    expect(decidingOrder([credit(), granted]).map((one) => one.ticket)).toEqual([9, 7]);
  });

  it("are of a month in the address", () => {
    expect(readCreditsSearch({ month: "2026-11" })).toEqual({ month: "2026-11" });
    expect(readCreditsSearch({ month: "2026-13" }).month).toBeUndefined();
    expect(offeredMonths("2026-02-27", "2026-01").slice(0, 3)).toEqual([
      "2026-02",
      "2026-01",
      "2025-12",
    ]);
    expect(offeredMonths("2026-02-27", "2020-05").at(-1)).toBe("2020-05");
  });
});
