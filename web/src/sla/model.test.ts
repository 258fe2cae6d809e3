import en from "messages:pages-en";
import pl from "messages:pages-pl";
import { beforeEach, describe, expect, it } from "vitest";
import type { Goal, Policy, PolicyWish } from "../api/types";
import { takeTexts } from "../base/i18n";
import { Problem } from "../base/problem";
import { contractValues } from "./contract_model";
import { goalText } from "./model";
import {
  added,
  blamed,
  changesOf,
  copied,
  type Draft,
  draftOf,
  hiddenIn,
  isAny,
  moved,
  type PolicyValues,
  policiesOf,
  policyOf,
  readGoal,
  removed,
  starters,
  valuesOf,
  wrongIn,
} from "./policy_model";

const plain = (text: string) => text.replaceAll("\u00a0", " ");

beforeEach(() => takeTexts("pl", pl));

describe("a goal in words", () => {
  it.each<[Goal, string, string]>([
    [{ kind: "working_time", minutes: 480 }, "8 h roboczych", "8 h of working time"],
    [{ kind: "elapsed_time", minutes: 90 }, "1 h 30 min zegarowych", "1 h 30 min on the clock"],
    [
      { kind: "end_of_day", days: 0, by: 720 },
      "do końca tego samego dnia roboczego (zgłoszone do 12:00)",
      "by the end of the same working day (reported by 12:00)",
    ],
    [
      { kind: "end_of_day", days: 1 },
      "do końca następnego dnia roboczego",
      "by the end of the next working day",
    ],
    [
      { kind: "end_of_day", days: 3 },
      "do końca 3. dnia roboczego",
      "by the end of the 3rd working day",
    ],
  ])("%o", (goal, polish, english) => {
    expect(plain(goalText(goal))).toBe(polish);
    takeTexts("en", en);
    expect(plain(goalText(goal))).toBe(english);
  });
});

describe("a goal as it is typed", () => {
  const typed = { kind: "working_time", time: "", days: "1", by: "" } as const;
  it.each<[string, number | undefined]>([
    ["8 h", 480],
    ["1 h 30 min", 90],
    ["1,5 godz.", 90],
    ["45", 45],
    ["100 h", 6000],
    ["jutro", undefined],
    ["0", undefined],
  ])("%s", (time, minutes) => expect(readGoal({ ...typed, time })?.minutes).toBe(minutes));

  it("is of days, and by an hour where that is said", () => {
    const days = { ...typed, kind: "end_of_day" as const };
    expect(readGoal(days)).toEqual({ kind: "end_of_day", days: 1, by: undefined });
    expect(readGoal({ ...days, days: "0", by: "12:00" })).toMatchObject({ days: 0, by: 720 });
    expect(readGoal({ ...days, days: "x" })).toBeUndefined();
  });
});

const policy = (id: number, more: Partial<Policy> = {}): Policy => ({
  id,
  name: `P${id}`,
  customers: [],
  types: [],
  categories: [],
  priorities: [],
  goals: [{ target: "resolution", goal: { kind: "working_time", minutes: 480 } }],
  counting: {
    pausesForCustomer: true,
    pausesForVendor: false,
    pausesForOther: false,
    workaround: "none",
    shares: [],
  },
  reactions: [],
  ...more,
});

const draftWith = (...items: Policy[]): Draft => draftOf({ version: 3, items, hidden: [] });
const namesOf = (draft: Draft) => draft.items.map((one) => one.policy.name);
const wishesOf = (draft: Draft): PolicyWish[] => draft.items.map((one) => one.policy);

describe("a draft of policies", () => {
  it("moves, copies, adds and removes, and knows what saving touches", () => {
    const before = [policy(1), policy(2), policy(3)];
    const draft = draftWith(...before);
    expect(isAny(changesOf(before, wishesOf(draft)))).toBe(false);
    const [first, second] = draft.items;
    const up = moved(draft, second?.key ?? 0, -1);
    expect(namesOf(up)).toEqual(["P2", "P1", "P3"]);
    expect(changesOf(before, wishesOf(up))).toMatchObject({ isReordered: true, changed: [] });
    expect(namesOf(moved(draft, first?.key ?? 0, -1))).toEqual(["P1", "P2", "P3"]);
    const twice = copied(copied(draft, first?.key ?? 0), first?.key ?? 0);
    expect(namesOf(twice)).toEqual(["P1", "P1 (kopia) 2", "P1 (kopia)", "P2", "P3"]);
    const fewer = added(removed(draft, second?.key ?? 0), [{ name: "Nowa", goals: [] }]);
    expect(changesOf(before, wishesOf(fewer))).toEqual({
      added: ["Nowa"],
      changed: [],
      removed: ["P2"],
      isReordered: false,
    });
  });

  it("comes out of its form as it went in", () => {
    const before = policy(7, {
      calendar: 2,
      counting: {
        pausesForCustomer: false,
        pausesForVendor: true,
        pausesForOther: false,
        workaround: "changes_goal",
        goalAfterWorkaround: { kind: "end_of_day", days: 5, by: 600 },
        shares: [{ tier: 2, share: 3 }],
      },
      reactions: [
        { percent: 75, kind: "warn", target: "resolution" },
        { percent: 90, kind: "raise" },
        { percent: 100, kind: "escalate", tier: 3 },
      ],
      waiting: { remindAfterDays: 3, closeAfterDays: 10 },
      contract: {
        name: "Opieka Plus",
        monthlyFee: { minor: 120000, currency: "EUR" },
        most: 30,
        credits: [
          { per: "breach", percent: 10 },
          {
            target: "resolution",
            per: "started_hour",
            amount: { minor: 5000, currency: "EUR" },
          },
        ],
      },
    });
    const after = policyOf(valuesOf(before), before.id);
    expect(changesOf([before], [after]).changed).toEqual([]);
    expect(changesOf([before], [{ ...after, name: "Inna" }]).changed).toEqual(["Inna"]);
  });

  it("finds those that never hold", () => {
    const all = draftWith(policy(1, { customers: [5] }), policy(2), policy(3, { customers: [5] }));
    expect([...hiddenIn(all.items)]).toEqual([all.items[2]?.key]);
    const wide = draftWith(policy(1, { customers: [5, 6] }), policy(2, { customers: [6] }));
    expect(hiddenIn(wide.items).size).toBe(1);
    const narrow = draftWith(policy(1, { types: ["incident"] }), policy(2, { customers: [6] }));
    expect(hiddenIn(narrow.items).size).toBe(0);
  });

  it("tells what was refused where it stands", () => {
    const draft = draftWith(policy(1), policy(2));
    const fault = (pointer: string) => ({ pointer, reason: "sla.calendar_unknown", params: {} });
    const problem = new Problem(422, "invalid", {}, [
      fault("/policies/1/calendar"),
      fault("/alsoSince"),
    ]);
    expect(blamed(draft, problem).refused).toMatchObject([
      { key: draft.items[1]?.key, name: "calendar" },
      { name: "alsoSince" },
    ]);
    expect(blamed(draft, new Error("no answer"))).toBe(draft);
  });

  it("begins with what nothing is wrong in", () => {
    for (const starter of starters) {
      const policies = policiesOf[starter]();
      for (const one of policies) expect(wrongIn(valuesOf(one), [])).toEqual({});
    }
  });
});

describe("what is wrong with a policy", () => {
  const values = (change: Partial<PolicyValues>) => ({ ...valuesOf(policy(1)), ...change });
  const goal = { target: "update", priority: "", kind: "working_time", days: "1", by: "" } as const;
  it.each<[string, Partial<PolicyValues>, Record<string, string>]>([
    ["no name", { name: " " }, { name: "required" }],
    ["a name of another", { name: "p2" }, { name: "sla.policy_name_taken" }],
    ["no goal", { goals: [] }, { goals: "sla.policy_without_goal" }],
    [
      "a goal that nobody can read, twice",
      { goals: [{ ...goal, time: "2 h" } as const, { ...goal, time: "x" } as const] },
      { "goals/1/goal/minutes": "sla.goal_incomplete", "goals/1": "sla.goal_doubled" },
    ],
    [
      "another goal that is not said",
      { workaround: "changes_goal" },
      { "counting/goalAfterWorkaround/minutes": "sla.workaround_goal_missing" },
    ],
    [
      "a tier twice, and parts of nothing",
      {
        shares: [
          { tier: "1", share: "2" },
          { tier: "1", share: "" },
        ],
      },
      { "counting/shares/1": "sla.share_doubled", "counting/shares/1/share": "required" },
    ],
    [
      "a reaction beyond what there is",
      { reactions: [{ target: "", percent: "301", kind: "warn", tier: "" }] },
      { "reactions/0/percent": "sla.percent" },
    ],
    [
      "a tier to which nothing is escalated",
      { reactions: [{ target: "", percent: "90", kind: "raise", tier: "2" }] },
      { "reactions/0/tier": "sla.reaction_tier_superfluous" },
    ],
    [
      "a contract without a name",
      { contract: { ...contractValues(undefined), fee: "1200" } },
      { "contract/name": "sla.contract_name_missing" },
    ],
    [
      "closed before anybody is reminded",
      { remindAfterDays: "5", closeAfterDays: "5" },
      { "waiting/closeAfterDays": "sla.waiting_closes_first" },
    ],
  ])("%s", (_, change, wrong) => expect(wrongIn(values(change), ["P2"])).toEqual(wrong));
});
