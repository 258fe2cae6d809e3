import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parse, TYPE } from "@formatjs/icu-messageformat-parser";
import { beforeEach, describe, expect, it } from "vitest";
import { compareText, preferredLanguage, say, takeTexts } from "./i18n";

const source = join(import.meta.dirname, "..");
// "tickets/" of all pages, "tiers/duty." of one.
const slices = readdirSync(source, { withFileTypes: true })
  .filter((folder) => folder.isDirectory())
  .flatMap((folder) =>
    readdirSync(join(source, folder.name))
      .filter((name) => name.endsWith("en.json"))
      .map((name) => `${folder.name}/${name.slice(0, -"en.json".length)}`),
  );

const texts = (slice: string, language: string): Record<string, string> =>
  JSON.parse(readFileSync(join(source, `${slice}${language}.json`), "utf8"));

type Parts = ReturnType<typeof parse>;

function argumentsOf(parts: Parts, found = new Set<string>()): Set<string> {
  for (const part of parts) {
    if (part.type !== TYPE.literal && part.type !== TYPE.pound && "value" in part) {
      found.add(String(part.value));
    }
    if (part.type === TYPE.plural || part.type === TYPE.select) {
      for (const option of Object.values(part.options)) argumentsOf(option.value, found);
    }
  }
  return found;
}

describe.each(slices)("the messages of %s", (slice) => {
  const pl = texts(slice, "pl");
  const en = texts(slice, "en");

  it("exist in Polish and English alike", () => {
    expect(Object.keys(pl).sort()).toEqual(Object.keys(en).sort());
  });

  it("are never empty", () => {
    for (const [id, text] of [...Object.entries(pl), ...Object.entries(en)]) {
      expect(text.trim(), id).not.toBe("");
    }
  });

  it("of both languages take no arguments that the other does not know of", () => {
    for (const id of Object.keys(en)) {
      const english = argumentsOf(parse(en[id] ?? ""));
      for (const name of argumentsOf(parse(pl[id] ?? ""))) expect(english, id).toContain(name);
    }
  });

  it("have every Polish plural form where they have plurals", () => {
    for (const [id, text] of Object.entries(pl)) {
      for (const part of parse(text)) {
        if (part.type !== TYPE.plural) continue;
        expect(Object.keys(part.options).sort(), id).toEqual(["few", "many", "one", "other"]);
      }
    }
  });

  it("keep to the house's Polish words", () => {
    for (const [id, text] of Object.entries(pl)) {
      const forbidden = /blok godzin|nadgodzin|bilet|odmow|eskaluj|incydent|przypisał|wniosek/i;
      expect(text, id).not.toMatch(forbidden);
    }
  });
});

it("no two slices claim one message", () => {
  const ids = slices.flatMap((slice) => Object.keys(texts(slice, "en")));
  expect(new Set(ids).size).toBe(ids.length);
});

describe("a message with a plural", () => {
  const message = "{count, plural, one {# dzień} few {# dni} many {# dni} other {# dnia}}";
  beforeEach(() => takeTexts("pl", { days: parse(message), plain: "zwykły" } as never));

  it.each([
    [1, "1 dzień"],
    [2, "2 dni"],
    [5, "5 dni"],
    [22, "22 dni"],
    [1.5, "1,5 dnia"],
  ])("says %d as Polish does", (count, expected) => {
    expect(say("days", { count })).toBe(expected);
  });

  it("that does not exist is nothing, not an exception", () => {
    expect(say("nobody.wrote.this")).toBeUndefined();
    expect(say("plain")).toBe("zwykły");
  });
});

describe("the first language", () => {
  beforeEach(() => localStorage.clear());

  it.each([
    [["pl-PL", "en"], "pl"],
    [["de-DE", "pl"], "pl"],
    [["en-US"], "en"],
    [["fr"], "en"],
  ])("of a browser that wants %j is %s", (wanted, expected) => {
    expect(preferredLanguage(wanted)).toBe(expected);
  });

  it("is the one that was chosen on this device", () => {
    localStorage.setItem("ogniwo.language", "pl");
    expect(preferredLanguage(["en"])).toBe("pl");
  });
});

it("names sort as Polish does", () => {
  takeTexts("pl", {});
  expect(["Magda", "Łukasz", "Lucjan"].sort(compareText)).toEqual(["Lucjan", "Łukasz", "Magda"]);
});
