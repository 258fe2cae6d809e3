import { parse } from "@formatjs/icu-messageformat-parser";
import { beforeEach, describe, expect, it } from "vitest";
import { takeTexts } from "./i18n";
import { fieldText, Problem, problemText, readProblem } from "./problem";

beforeEach(() =>
  takeTexts("en", {
    "refusal.people.nip_taken": "Taken.",
    "refusal.people.slow": parse("Wait {retryAfterSeconds} s."),
    "refusal.names": parse("Possible: {possible}."),
    "refusal.status.429": "Too often.",
    "refusal.unknown": parse("Number: {trace}"),
    "refusal.field": "Not right.",
  } as never),
);

describe("a refusal", () => {
  it("is told in its own sentence", () => {
    expect(problemText(new Problem(409, "people.nip_taken"))).toBe("Taken.");
  });

  it("fills its sentence with the server's parameters", () => {
    const problem = readProblem(429, { reason: "people.slow", retryAfterSeconds: "8" });
    expect(problemText(problem)).toBe("Wait 8 s.");
  });

  it("whose parameters are missing is told in general words", () => {
    expect(problemText(new Problem(429, "people.slow"))).toBe("Too often.");
  });

  it("nobody translated yet shows the number that support can look up", () => {
    expect(problemText(new Problem(409, "new.reason", {}, [], "0af7"))).toBe("Number: 0af7");
  });

  it("of a field that nobody translated yet is still told at the field", () => {
    expect(fieldText({ pointer: "/x", reason: "new", params: {} })).toBe("Not right.");
  });

  it("of what comes in both languages tells the reader's", () => {
    const params = { possiblePl: "W toku", possibleEn: "Open" };
    expect(problemText(new Problem(409, "names", params))).toBe("Possible: Open.");
  });
});
