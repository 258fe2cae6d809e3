// Macros without a screen: their names, their effects in words, and what the form of one makes of
// them.

import { api } from "../api/client";
import type {
  Lifecycle,
  MacroEffect,
  MacroEffectKind,
  MacroEffects,
  MacroOutcome,
  TicketMacro,
  TicketMacroList,
  TicketStatus,
  WaitingFor,
} from "../api/types";
import { compareText, language, t } from "../base/i18n";
import { reasonText } from "../base/problem";
import { peek, useResource } from "../base/resource";
import { moment } from "../base/time";
import { nameIn } from "../tiers/model";
import type { Found } from "../ui/combobox";
import { categoryOf, typeText } from "./kinds";
import { dayText } from "./marks_model";
import { impactText, ownState, statusText, urgencyText } from "./model";
import { lifecycleKey, placeName, stateValue, stateWish } from "./states";

export const macrosKey = "macros";
export const macroUsesKey = "macros/uses"; // The same, with how often each was used.

const loadMacros = () => api.tickets.listMacros({});
export const loadMacroUses = () => api.tickets.listMacros({ uses: true });

export const byName = (macros: TicketMacro[]) =>
  [...macros].sort((a, b) => compareText(nameIn(a), nameIn(b)));

export function useMacros(): TicketMacro[] {
  return byName(useResource(macrosKey, loadMacros, true).value?.items ?? []);
}

// Where the list was read already.
export const knownMacro = (id: number) =>
  peek<TicketMacroList>(macrosKey)?.items.find((macro) => macro.id === id);

// --- What a macro does, in a few words

// Of the person at the screen, else the other one.
const inLanguage = <Text>(pl: Text | undefined, en: Text | undefined) =>
  language.get() === "pl" ? (pl ?? en) : (en ?? pl);

function standing({ status, state, waitingFor }: MacroEffects) {
  const lifecycle = peek<Lifecycle>(lifecycleKey);
  if (!status) return undefined;
  return state && lifecycle
    ? placeName(lifecycle, { status, state })
    : statusText(status, waitingFor);
}

export function summary(effects: MacroEffects): string {
  const { assign, addTags, removeTags, dueInDays, snoozeHours, snoozeDays } = effects;
  const steps = inLanguage(effects.stepsPl, effects.stepsEn);
  const parts = [
    (effects.replyPl ?? effects.replyEn) && t("tickets.macro.says.reply"),
    (effects.notePl ?? effects.noteEn) && t("tickets.macro.says.note"),
    standing(effects),
    effects.type && typeText(effects.type),
    effects.category && t("tickets.category"),
    effects.impact && `${t("tickets.impactTitle")}: ${impactText(effects.impact)}`,
    effects.urgency && `${t("tickets.urgencyTitle")}: ${urgencyText(effects.urgency)}`,
    assign && t(`tickets.macro.says.assign.${assign}`),
    effects.queue && t("tickets.macro.says.queue"),
    addTags?.map((tag) => `+${tag}`).join(" "),
    removeTags?.map((tag) => `−${tag}`).join(" "),
    dueInDays === 0 && t("tickets.macro.says.dueToday"),
    dueInDays && t("tickets.macro.says.due", { days: dueInDays }),
    snoozeHours && t("tickets.macro.says.snoozeHours", { hours: snoozeHours }),
    snoozeDays && t("tickets.macro.says.snoozeDays", { days: snoozeDays }),
    steps && t("tickets.macro.says.steps", { count: steps.length }),
  ];
  return parts.filter(Boolean).join(" · ");
}

// --- A preview: one line for each kind of effect

export interface EffectLine {
  kind: MacroEffectKind;
  effects: MacroEffect[];
  outcome: MacroOutcome;
  why?: string;
}

function outcomeOf(effects: MacroEffect[]): MacroOutcome {
  if (effects.some((one) => one.outcome === "refused")) return "refused";
  return effects.every((one) => one.outcome === "unchanged") ? "unchanged" : "changes";
}

function whyOf(effects: MacroEffect[]): string | undefined {
  const refused = effects.find((one) => one.outcome === "refused");
  if (!refused?.reason) return undefined;
  const values = Object.fromEntries(refused.shown.map((one) => [one.name, one.value]));
  return reasonText(refused.reason, values) ?? t("refusal.field");
}

export function linesOf(effects: MacroEffect[]): EffectLine[] {
  const kinds = [...new Set(effects.map((one) => one.kind))];
  return kinds.map((kind) => {
    const own = effects.filter((one) => one.kind === kind);
    return { kind, effects: own, outcome: outcomeOf(own), why: whyOf(own) };
  });
}

function editText(effect: MacroEffect): string {
  return [
    effect.type && typeText(effect.type),
    effect.category && categoryOf(effect),
    effect.impact && `${t("tickets.impactTitle")}: ${impactText(effect.impact)}`,
    effect.urgency && `${t("tickets.urgencyTitle")}: ${urgencyText(effect.urgency)}`,
  ]
    .filter(Boolean)
    .join(", ");
}

export function lineText({ kind, effects }: EffectLine): string {
  const [effect] = effects;
  if (!effect) return "";
  const words = effects.map((one) => one.text ?? "").join(", ");
  const what: Record<MacroEffectKind, string> = {
    edit: editText(effect),
    untag: words,
    tag: words,
    due: effect.dueOn ? dayText(effect.dueOn) : "",
    steps: (effect.text ?? "").split("\n").join(", "),
    queue: effect.queueName ?? "",
    assign: effect.assigneeName ?? t("tickets.nobody"),
    note: "",
    reply: "",
    status: effect.status ? (ownState(effect) ?? statusText(effect.status, effect.waitingFor)) : "",
    resolve: "",
    snooze: effect.until ? moment(effect.until) : "",
  };
  const said = t(`tickets.macro.effect.${kind}`, { what: what[kind] });
  const own = kind === "resolve" && ownState(effect);
  return own ? `${said}: ${own}` : said;
}

// Whose words can be changed before they are sent.
export const hasWords = ({ kind, effects }: EffectLine) =>
  kind === "note" ||
  kind === "reply" ||
  kind === "resolve" ||
  (kind === "status" && Boolean(effects[0]?.waitingFor));

// --- The form of a macro. Its fields are called as the server points at them.

export interface MacroValues {
  namePl: string;
  nameEn: string;
  shared: boolean;
  "effects/replyPl": string;
  "effects/replyEn": string;
  "effects/notePl": string;
  "effects/noteEn": string;
  "effects/status": string; // "waiting vendor"
  "effects/state": string;
  "effects/waitingNotePl": string;
  "effects/waitingNoteEn": string;
  "effects/type": string;
  "effects/category": string;
  "effects/impact": string;
  "effects/urgency": string;
  "effects/assign": string;
  "effects/assignee"?: Found;
  "effects/queue": string;
  "effects/queueReason": string;
  "effects/addTags": string; // With commas between them.
  "effects/removeTags": string;
  "effects/dueInDays": string;
  "effects/snoozeHours": string;
  "effects/snoozeDays": string;
  "effects/stepsPl": string; // One a line.
  "effects/stepsEn": string;
}

const shown = (value: number | string | undefined) => String(value ?? "");
const tagsText = (tags: string[] | undefined) => (tags ?? []).join(", ");
const lines = (steps: string[] | undefined) => (steps ?? []).join("\n");

// `assignee`: who it is, where the macro names somebody.
export function valuesOf(macro: TicketMacro | undefined, assignee?: Found): MacroValues {
  const effects = macro?.effects ?? {};
  return {
    namePl: macro?.namePl ?? "",
    nameEn: macro?.nameEn ?? "",
    shared: macro?.shared ?? false,
    "effects/replyPl": shown(effects.replyPl),
    "effects/replyEn": shown(effects.replyEn),
    "effects/notePl": shown(effects.notePl),
    "effects/noteEn": shown(effects.noteEn),
    "effects/status": [effects.status, effects.waitingFor].filter(Boolean).join(" "),
    "effects/state": stateValue(effects.state),
    "effects/waitingNotePl": shown(effects.waitingNotePl),
    "effects/waitingNoteEn": shown(effects.waitingNoteEn),
    "effects/type": shown(effects.type),
    "effects/category": shown(effects.category),
    "effects/impact": shown(effects.impact),
    "effects/urgency": shown(effects.urgency),
    "effects/assign": shown(effects.assign),
    "effects/assignee": assignee,
    "effects/queue": shown(effects.queue),
    "effects/queueReason": shown(effects.queueReason),
    "effects/addTags": tagsText(effects.addTags),
    "effects/removeTags": tagsText(effects.removeTags),
    "effects/dueInDays": shown(effects.dueInDays),
    "effects/snoozeHours": shown(effects.snoozeHours),
    "effects/snoozeDays": shown(effects.snoozeDays),
    "effects/stepsPl": lines(effects.stepsPl),
    "effects/stepsEn": lines(effects.stepsEn),
  };
}

const number = (text: string) => (text.trim() ? Number(text) : undefined);

const parts = (text: string, between: string) => {
  const found = text
    .split(between)
    .map((one) => one.trim())
    .filter(Boolean);
  return found.length > 0 ? found : undefined;
};

export function effectsOf(values: MacroValues): MacroEffects {
  const chosen = <Choice>(name: keyof MacroValues) =>
    (String(values[name] ?? "").trim() || undefined) as Choice | undefined;
  const [status, waitingFor] = values["effects/status"].split(" ") as [
    TicketStatus | "",
    WaitingFor | undefined,
  ];
  const waits = status === "waiting";
  const assign = chosen<MacroEffects["assign"]>("effects/assign");
  const queue = number(values["effects/queue"]);
  return {
    replyPl: chosen("effects/replyPl"),
    replyEn: chosen("effects/replyEn"),
    notePl: chosen("effects/notePl"),
    noteEn: chosen("effects/noteEn"),
    status: status || undefined,
    ...(status && stateWish(values["effects/state"])),
    waitingFor,
    waitingNotePl: waits ? chosen("effects/waitingNotePl") : undefined,
    waitingNoteEn: waits ? chosen("effects/waitingNoteEn") : undefined,
    type: chosen("effects/type"),
    category: number(values["effects/category"]),
    impact: chosen("effects/impact"),
    urgency: chosen("effects/urgency"),
    assign,
    assignee: assign === "person" ? values["effects/assignee"]?.id : undefined,
    queue,
    queueReason: queue ? chosen("effects/queueReason") : undefined,
    addTags: parts(values["effects/addTags"], ","),
    removeTags: parts(values["effects/removeTags"], ","),
    dueInDays: number(values["effects/dueInDays"]),
    snoozeHours: number(values["effects/snoozeHours"]),
    snoozeDays: number(values["effects/snoozeDays"]),
    stepsPl: parts(values["effects/stepsPl"], "\n"),
    stepsEn: parts(values["effects/stepsEn"], "\n"),
  };
}
