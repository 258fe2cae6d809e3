import { parse } from "@formatjs/icu-messageformat-parser";
import { beforeAll, describe, expect, test } from "vitest";
import type { MacroEffect, MacroEffects, TicketMacro } from "../api/types";
import { takeTexts } from "../base/i18n";
import { byName, effectsOf, hasWords, linesOf, lineText, summary, valuesOf } from "./macros_model";

beforeAll(() => {
  takeTexts("pl", {
    "tickets.impactTitle": "Wpływ",
    "tickets.impact.high": "duży",
    "tickets.nobody": "nikt",
    "tickets.waiting.vendor": "Czeka na dostawcę",
    "tickets.macro.says.reply": "odpowiedź",
    "tickets.macro.says.steps": parse("{count} kroki"),
    "tickets.macro.effect.edit": parse("Ustaw: {what}"),
    "tickets.macro.effect.tag": parse("Dodaj tagi: {what}"),
    "tickets.macro.effect.assign": parse("Przydziel: {what}"),
    "tickets.macro.effect.status": parse("Status: {what}"),
    "tickets.macro.effect.queue": parse("Kolejka: {what}"),
    "refusal.tickets.voice_kept": parse("Rozmawia {name}."),
  });
});

const macro = (effects: MacroEffects, name = "Makro"): TicketMacro => ({
  id: 1,
  version: 3,
  namePl: name,
  nameEn: name,
  shared: false,
  effects,
});

const effect = (one: Partial<MacroEffect>): MacroEffect => ({
  kind: "edit",
  outcome: "changes",
  shown: [],
  ...one,
});

describe("the form of a macro", () => {
  test("gives back what it was given, and leaves out what is empty", () => {
    const all: MacroEffects = {
      replyPl: "Dzień dobry, {person}",
      replyEn: "Hello, {person}",
      notePl: "Notatka",
      noteEn: "Note",
      status: "waiting",
      state: 12,
      waitingFor: "vendor",
      waitingNotePl: "Cena",
      waitingNoteEn: "A price",
      type: "request",
      category: 4,
      impact: "high",
      urgency: "low",
      assign: "person",
      assignee: 7,
      queue: 2,
      queueReason: "wrong_tier",
      addTags: ["vip", "druk"],
      removeTags: ["stare"],
      dueInDays: 0,
      snoozeHours: 2,
      snoozeDays: undefined,
      stepsPl: ["Toner", "Kabel"],
      stepsEn: ["Toner"],
    };
    expect(effectsOf(valuesOf(macro(all), { id: 7, label: "Anna Nowak" }))).toEqual(all);
    expect(JSON.parse(JSON.stringify(effectsOf(valuesOf(undefined))))).toEqual({});
  });

  test("forgets what belongs to another choice", () => {
    const values = valuesOf(macro({ status: "waiting", waitingFor: "vendor", waitingNotePl: "x" }));
    const open = effectsOf({ ...values, "effects/status": "open" });
    expect(open.status).toBe("open");
    expect(open.waitingFor).toBeUndefined();
    expect(open.waitingNotePl).toBeUndefined();
    const me = effectsOf({
      ...values,
      "effects/assign": "me",
      "effects/assignee": { id: 7, label: "Anna" },
    });
    expect(me.assignee).toBeUndefined();
    expect(effectsOf({ ...values, "effects/queueReason": "other" }).queueReason).toBeUndefined();
  });

  test("takes tags by commas and steps by lines", () => {
    const values = {
      ...valuesOf(undefined),
      "effects/addTags": " vip,, druk ,",
      "effects/stepsPl": "Toner\n\n Kabel \n",
    };
    expect(effectsOf(values).addTags).toEqual(["vip", "druk"]);
    expect(effectsOf(values).stepsPl).toEqual(["Toner", "Kabel"]);
  });
});

describe("a macro in words", () => {
  test("says what it does, in a few of them", () => {
    const says = summary({
      replyEn: "Hello",
      status: "waiting",
      waitingFor: "vendor",
      addTags: ["vip", "druk"],
      removeTags: ["stare"],
      stepsEn: ["a", "b"],
    });
    expect(says).toBe("odpowiedź · Czeka na dostawcę · +vip +druk · −stare · 2 kroki");
  });

  test("stands in a list by its name", () => {
    const names = byName([macro({}, "Żeton"), macro({}, "Ćwierć"), macro({}, "Adres")]);
    expect(names.map((one) => one.namePl)).toEqual(["Adres", "Ćwierć", "Żeton"]);
  });
});

describe("a preview", () => {
  test("has one line for each kind of effect", () => {
    const lines = linesOf([
      effect({ kind: "tag", text: "vip", outcome: "unchanged" }),
      effect({ kind: "tag", text: "druk" }),
      effect({ kind: "assign" }),
      effect({ kind: "status", status: "waiting", waitingFor: "vendor", text: "Cena" }),
    ]);
    const own = effect({ kind: "status", status: "open", statePl: "Naprawa", stateEn: "Repair" });
    expect(linesOf([own]).map(lineText)).toEqual(["Status: Naprawa"]);
    expect(lines.map(lineText)).toEqual([
      "Dodaj tagi: vip, druk",
      "Przydziel: nikt",
      "Status: Czeka na dostawcę",
    ]);
    expect(lines.map((line) => line.outcome)).toEqual(["changes", "changes", "changes"]);
    expect(lines.map(hasWords)).toEqual([false, false, true]);
  });

  test("says why an effect is refused, with the words its reason needs", () => {
    const [line] = linesOf([
      effect({
        kind: "reply",
        outcome: "refused",
        reason: "tickets.voice_kept",
        shown: [{ name: "name", value: "Anna Nowak" }],
      }),
    ]);
    expect(line?.outcome).toBe("refused");
    expect(line?.why).toBe("Rozmawia Anna Nowak.");
    expect(linesOf([effect({ outcome: "unchanged" })])[0]?.outcome).toBe("unchanged");
  });
});
