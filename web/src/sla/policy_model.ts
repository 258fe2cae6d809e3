// Policies while somebody edits them: a draft of the whole order, which is saved as one; what a form
// holds of one of them; and what saving would touch. Without a screen.

import { api } from "../api/client";
import type {
  CountingRules,
  Goal,
  GoalKind,
  Policy,
  PolicyList,
  PolicyWish,
  Priority,
  ReactionKind,
  Target,
  TicketType,
  WorkaroundEffect,
} from "../api/types";
import { events } from "../base/http";
import { t } from "../base/i18n";
import { observable } from "../base/observable";
import { Problem } from "../base/problem";
import { duration } from "../base/time";
import { minutesOf, minutesText } from "../people/model";
import { readMinutes } from "../tickets/time_model";
import type { Reasons } from "../ui/form";
import { type ContractValues, contractOf, contractValues, wrongInContract } from "./contract_model";
import { whole } from "./model";

export const policiesKey = "sla/policies";
export const loadPolicies = () => api.sla.listPolicies();

// --- The draft

export interface DraftPolicy {
  key: number; // Stays with it while it is edited.
  policy: PolicyWish;
}

export interface Draft {
  version: number; // Of the order that it began with.
  items: DraftPolicy[];
  refused: Refused[];
}

export interface Refused {
  key?: number; // Of which policy; absent: of the whole.
  name: string; // The pointer within it.
  field: Problem["fields"][number];
}

let lastKey = 0;

export const wishOf = (policy: Policy): PolicyWish => ({ ...policy });

const drafted = (policy: PolicyWish): DraftPolicy => ({ key: ++lastKey, policy });

export const draftOf = (list: PolicyList): Draft => ({
  version: list.version,
  items: list.items.map((one) => drafted(wishOf(one))),
  refused: [],
});

// Kept while the reader looks something up elsewhere; nothing: nobody has changed anything.
export const draft = observable<Draft | undefined>(undefined);
events.addEventListener("forgotten", () => draft.set(undefined));

const withItems = (from: Draft, items: DraftPolicy[]): Draft => ({ ...from, items });

export function moved(from: Draft, key: number, by: 1 | -1): Draft {
  const items = [...from.items];
  const at = items.findIndex((one) => one.key === key);
  const [one] = items.splice(at, 1);
  if (!one || at + by < 0) return from;
  items.splice(at + by, 0, one);
  return withItems(from, items);
}

export const removed = (from: Draft, key: number): Draft =>
  withItems(
    from,
    from.items.filter((one) => one.key !== key),
  );

export const added = (from: Draft, policies: PolicyWish[]): Draft =>
  withItems(from, [...from.items, ...policies.map(drafted)]);

// Below the one it was copied from, as a new one with a name of its own.
export function copied(from: Draft, key: number): Draft {
  const at = from.items.findIndex((one) => one.key === key);
  const one = from.items[at];
  if (!one) return from;
  const taken = new Set(from.items.map(({ policy }) => folded(policy.name)));
  let name = t("sla.copyOf", { name: one.policy.name });
  for (let count = 2; taken.has(folded(name)); count++) {
    name = `${t("sla.copyOf", { name: one.policy.name })} ${count}`;
  }
  const copy = drafted({ ...one.policy, id: undefined, name });
  return withItems(from, [...from.items.slice(0, at + 1), copy, ...from.items.slice(at + 1)]);
}

export const replaced = (from: Draft, key: number, policy: PolicyWish): Draft => ({
  ...from,
  items: from.items.map((one) => (one.key === key ? { key, policy } : one)),
  refused: from.refused.filter((one) => one.key !== key),
});

const folded = (name: string) => name.trim().toLocaleLowerCase();

// What the server refused, at the policies it is about.
export function blamed(from: Draft, problem: unknown): Draft {
  if (!(problem instanceof Problem)) return from;
  const refused = problem.fields.map((field): Refused => {
    const [, at, name] = /^\/policies\/(\d+)\/(.*)$/.exec(field.pointer) ?? [];
    if (at === undefined) return { name: field.pointer.replace(/^\//, ""), field };
    return { key: from.items[Number(at)]?.key, name: name ?? "", field };
  });
  return { ...from, refused };
}

// --- What saving touches

export interface Changes {
  added: string[];
  changed: string[];
  removed: string[];
  isReordered: boolean;
}

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

export function changesOf(before: Policy[], after: PolicyWish[]): Changes {
  const kept = after.filter((one) => before.some((old) => old.id === one.id));
  const stayed = before.filter((old) => after.some((one) => one.id === old.id));
  const isChanged = (one: PolicyWish) => {
    const old = before.find((other) => other.id === one.id);
    return old !== undefined && !same(plain(wishOf(old)), plain(one));
  };
  return {
    added: after.filter((one) => !kept.includes(one)).map((one) => one.name),
    changed: kept.filter(isChanged).map((one) => one.name),
    removed: before.filter((old) => !stayed.includes(old)).map((old) => old.name),
    isReordered: !same(
      kept.map((one) => one.id),
      stayed.map((old) => old.id),
    ),
  };
}

export const isAny = ({ added, changed, removed, isReordered }: Changes) =>
  added.length + changed.length + removed.length > 0 || isReordered;

// In one order, and without what says nothing.
function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, one]) => one !== undefined && one !== null)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, one]) => [name, plain(one)]),
  );
}

// Those that never hold, since one above takes all that they are for: as the server finds them.
export function hiddenIn(items: DraftPolicy[]): Set<number> {
  const takesAll = <Value>(above: Value[] = [], own: Value[] = []) =>
    above.length === 0 || (own.length > 0 && own.every((one) => above.includes(one)));
  const covers = (above: PolicyWish, own: PolicyWish) =>
    takesAll(above.customers, own.customers) &&
    takesAll(above.types, own.types) &&
    takesAll(above.categories, own.categories) &&
    takesAll(above.priorities, own.priorities);
  const hidden = items.filter((one, at) =>
    items.slice(0, at).some((above) => covers(above.policy, one.policy)),
  );
  return new Set(hidden.map((one) => one.key));
}

// --- One policy in a form

export interface GoalValues {
  kind: GoalKind;
  time: string; // As people write it: "1 h 30 min".
  days: string;
  by: string; // 12:00, or nothing.
}

export interface EditedGoal extends GoalValues {
  target: Target;
  priority: Priority | ""; // Nothing: all that have no goal of their own.
}

export interface PolicyValues {
  name: string;
  customers: number[];
  types: TicketType[];
  categories: number[];
  priorities: Priority[];
  calendar: string;
  goals: EditedGoal[];
  pausesForCustomer: boolean;
  pausesForVendor: boolean;
  pausesForOther: boolean;
  workaround: WorkaroundEffect;
  after: GoalValues;
  shares: { tier: string; share: string }[];
  reactions: ReactionValues[];
  remindAfterDays: string;
  closeAfterDays: string;
  contract: ContractValues;
}

export interface ReactionValues {
  target: Target | "";
  percent: string;
  kind: ReactionKind;
  tier: string; // Only where it is escalated; nothing: the next one that may be reached.
}

const most = { minutes: 60 * 24 * 366, days: 260, percent: 300, share: 1_000 };

const noGoal: GoalValues = { kind: "working_time", time: "", days: "1", by: "" };

export const goalValues = (goal: Goal | undefined | null): GoalValues => ({
  kind: goal?.kind ?? noGoal.kind,
  time: goal?.minutes ? duration(goal.minutes) : "",
  days: String(goal?.days ?? 1),
  by: goal?.by === undefined || goal.by === null ? "" : minutesText(goal.by),
});

export const newGoal = (target: Target): EditedGoal => ({ ...noGoal, target, priority: "" });

const textOf = (number: number | undefined | null) => String(number ?? "");

export function valuesOf(policy: PolicyWish): PolicyValues {
  const counting: CountingRules = policy.counting ?? {};
  return {
    name: policy.name,
    customers: policy.customers ?? [],
    types: policy.types ?? [],
    categories: policy.categories ?? [],
    priorities: policy.priorities ?? [],
    calendar: textOf(policy.calendar),
    goals: policy.goals.map(({ target, priority, goal }) => ({
      target,
      priority: priority ?? "",
      ...goalValues(goal),
    })),
    pausesForCustomer: counting.pausesForCustomer ?? true,
    pausesForVendor: counting.pausesForVendor ?? false,
    pausesForOther: counting.pausesForOther ?? false,
    workaround: counting.workaround ?? "none",
    after: goalValues(counting.goalAfterWorkaround),
    shares: (counting.shares ?? []).map(({ tier, share }) => ({
      tier: String(tier),
      share: String(share),
    })),
    reactions: (policy.reactions ?? []).map(({ target, percent, kind, tier }) => ({
      target: target ?? "",
      percent: String(percent),
      kind,
      tier: textOf(tier),
    })),
    remindAfterDays: textOf(policy.waiting?.remindAfterDays),
    closeAfterDays: textOf(policy.waiting?.closeAfterDays),
    contract: contractValues(policy.contract),
  };
}

// Nothing: not readable yet.
export function readGoal(values: GoalValues): Goal | undefined {
  if (values.kind === "end_of_day") {
    const days = whole(values.days, 0, most.days);
    const by = minutesOf(values.by);
    return days === undefined ? undefined : { kind: values.kind, days, by };
  }
  const minutes = readMinutes(values.time, most.minutes);
  return minutes === undefined ? undefined : { kind: values.kind, minutes };
}

const fieldOf = ({ kind }: GoalValues) => (kind === "end_of_day" ? "days" : "minutes");

// Field by field, as the server's pointers name them within a policy.
export function wrongIn(values: PolicyValues, otherNames: string[]): Reasons {
  const wrong: Reasons = {};
  const name = folded(values.name);
  if (!name) wrong.name = "required";
  else if (otherNames.some((other) => folded(other) === name)) wrong.name = "sla.policy_name_taken";
  if (values.goals.length === 0) wrong.goals = "sla.policy_without_goal";
  const seen = new Set<string>();
  values.goals.forEach((goal, at) => {
    if (!readGoal(goal)) wrong[`goals/${at}/goal/${fieldOf(goal)}`] = "sla.goal_incomplete";
    const what = `${goal.target} ${goal.priority}`;
    if (seen.has(what)) wrong[`goals/${at}`] = "sla.goal_doubled";
    seen.add(what);
  });
  if (values.workaround === "changes_goal" && !readGoal(values.after)) {
    wrong[`counting/goalAfterWorkaround/${fieldOf(values.after)}`] = "sla.workaround_goal_missing";
  }
  return { ...wrong, ...wrongBelow(values), ...wrongInContract(values.contract) };
}

function wrongBelow(values: PolicyValues): Reasons {
  const wrong: Reasons = {};
  values.shares.forEach(({ tier, share }, at) => {
    if (whole(share, 0, most.share) === undefined)
      wrong[`counting/shares/${at}/share`] = "required";
    if (values.shares.findIndex((one) => one.tier === tier) < at) {
      wrong[`counting/shares/${at}`] = "sla.share_doubled";
    }
  });
  values.reactions.forEach((one, at) => {
    if (!whole(one.percent, 1, most.percent)) wrong[`reactions/${at}/percent`] = "sla.percent";
    if (values.reactions.findIndex((other) => same(other, one)) < at) {
      wrong[`reactions/${at}`] = "sla.reaction_doubled";
    }
    if (one.tier && one.kind !== "escalate") {
      wrong[`reactions/${at}/tier`] = "sla.reaction_tier_superfluous";
    }
  });
  const [remind, close] = [values.remindAfterDays, values.closeAfterDays];
  if (remind.trim() && !whole(remind, 1, most.days)) wrong["waiting/remindAfterDays"] = "sla.days";
  if (close.trim() && !whole(close, 1, most.days)) wrong["waiting/closeAfterDays"] = "sla.days";
  else if (remind.trim() && close.trim() && Number(close) <= Number(remind)) {
    wrong["waiting/closeAfterDays"] = "sla.waiting_closes_first";
  }
  return wrong;
}

// Of values in which nothing is wrong.
export function policyOf(values: PolicyValues, id: number | undefined): PolicyWish {
  const waiting = {
    remindAfterDays: whole(values.remindAfterDays, 1, most.days),
    closeAfterDays: whole(values.closeAfterDays, 1, most.days),
  };
  const changesGoal = values.workaround === "changes_goal";
  return {
    id,
    name: values.name.trim(),
    customers: values.customers,
    types: values.types,
    categories: values.categories,
    priorities: values.priorities,
    calendar: Number(values.calendar) || undefined,
    goals: values.goals.map((one) => ({
      target: one.target,
      priority: one.priority || undefined,
      goal: readGoal(one) ?? { kind: one.kind },
    })),
    counting: {
      pausesForCustomer: values.pausesForCustomer,
      pausesForVendor: values.pausesForVendor,
      pausesForOther: values.pausesForOther,
      workaround: values.workaround,
      goalAfterWorkaround: changesGoal ? readGoal(values.after) : undefined,
      shares: values.shares.map((one) => ({ tier: Number(one.tier), share: Number(one.share) })),
    },
    reactions: values.reactions.map((one) => ({
      target: one.target || undefined,
      percent: Number(one.percent),
      kind: one.kind,
      tier: Number(one.tier) || undefined,
    })),
    waiting: waiting.remindAfterDays || waiting.closeAfterDays ? waiting : undefined,
    contract: contractOf(values.contract),
  };
}

// --- To begin with

const hours = (count: number): Goal => ({ kind: "working_time", minutes: count * 60 });
const elapsed = (count: number): Goal => ({ kind: "elapsed_time", minutes: count * 60 });
const endOfDay = (days: number, by?: number): Goal => ({ kind: "end_of_day", days, by });
const noon = 12 * 60;

const everybody = (): PolicyWish => ({
  name: t("sla.starter.everybodyName"),
  goals: [
    { target: "first_response", goal: endOfDay(0, noon) },
    { target: "resolution", goal: endOfDay(1) },
  ],
  reactions: [{ percent: 75, kind: "warn" }],
});

const contract = (): PolicyWish => ({
  name: t("sla.starter.contractName"),
  goals: [
    { target: "first_response", goal: hours(1) },
    { target: "resolution", goal: hours(8) },
  ],
  reactions: [
    { percent: 75, kind: "warn" },
    { percent: 100, kind: "inform" },
  ],
});

const byPriority = (): PolicyWish => ({
  name: t("sla.starter.everybodyName"),
  goals: [
    { target: "first_response", priority: "critical", goal: elapsed(1) },
    { target: "first_response", goal: hours(4) },
    { target: "resolution", priority: "critical", goal: elapsed(4) },
    { target: "resolution", priority: "high", goal: hours(8) },
    { target: "resolution", goal: endOfDay(3) },
  ],
  reactions: [
    { percent: 75, kind: "warn" },
    { percent: 100, kind: "inform" },
  ],
});

export const starters = ["contract", "everybody", "priority"] as const;
export type Starter = (typeof starters)[number];

export const policiesOf: Record<Starter, () => PolicyWish[]> = {
  contract: () => [contract(), everybody()],
  everybody: () => [everybody()],
  priority: () => [byPriority()],
};
