import { parse } from "@formatjs/icu-messageformat-parser";
import { beforeEach, describe, expect, it } from "vitest";
import en from "../ui/en.json";
import pl from "../ui/pl.json";
import { takeTexts } from "./i18n";
import {
  brief,
  clock,
  clockInput,
  date,
  dayIn,
  dayInput,
  duration,
  instantOf,
  localInput,
  moment,
  money,
} from "./time";

const compiled = (texts: Record<string, string>) =>
  Object.fromEntries(Object.entries(texts).map(([id, text]) => [id, parse(text)])) as never;

const at = (text: string) => new Date(text);

describe("in Polish", () => {
  beforeEach(() => takeTexts("pl", compiled(pl)));

  it("a moment is day.month.year, hour:minute", () => {
    expect(moment(at("2026-11-23T14:05:00"))).toBe("23.11.2026, 14:05");
    expect(moment(at("2026-01-02T00:05:00"))).toBe("02.01.2026, 00:05");
  });

  it.each([
    [75, "1\u00a0h\u00a015\u00a0min"],
    [60, "1\u00a0h"],
    [0, "0\u00a0min"],
    [-30, "−30\u00a0min"],
  ])("%d minutes are %s", (minutes, expected) => {
    expect(duration(minutes)).toBe(expected);
  });

  it("money has a comma, no-break spaces and its currency behind", () => {
    expect(money(123450, "PLN").replaceAll("\u202f", "\u00a0")).toBe("1\u00a0234,50\u00a0zł");
  });

  it("a list says how long ago, then the hour, then the day", () => {
    const now = at("2026-11-23T14:05:00");
    expect(brief("2026-11-23T14:04:40", now)).toBe("przed chwilą");
    expect(brief("2026-11-23T13:50:00", now)).toBe("15 min temu");
    expect(brief("2026-11-23T08:00:00", now)).toBe("08:00");
    expect(brief("2026-11-22T23:00:00", now)).toBe("wczoraj, 23:00");
    expect(brief("2026-11-01T10:00:00", now)).toBe("01.11.2026");
  });
});

it("in English a date names its month", () => {
  takeTexts("en", compiled(en));
  expect(date(at("2026-11-23T14:05:00"))).toBe("23 Nov 2026");
});

it("a moment is told on the clock of the zone that is named, whichever was asked for first", () => {
  takeTexts("pl", compiled(pl));
  const late = "2026-11-23T23:30:00Z";
  expect(moment(late, "Europe/Warsaw")).toBe("24.11.2026, 00:30");
  expect(moment(late, "America/New_York")).toBe("23.11.2026, 18:30");
  expect(clock(late, "UTC")).toBe("23:30");
});

it("a day is that of the zone that is named", () => {
  const late = "2026-11-23T23:30:00Z";
  expect(dayIn("Europe/Warsaw", late)).toBe("2026-11-24");
  expect(dayIn("America/New_York", late)).toBe("2026-11-23");
});

it("what is typed on the clock of this device comes back from the instant", () => {
  const instant = instantOf("2026-06-12T08:30");
  expect(localInput(instant)).toBe("2026-06-12T08:30");
  expect([dayInput(instant), clockInput(instant)]).toEqual(["2026-06-12", "08:30"]);
});
