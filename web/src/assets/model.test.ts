import { describe, expect, it } from "vitest";
import type { Asset } from "../api/types";
import { kindIcon, kinds, makeOf, placeOf, warranty } from "./model";

describe("assets", () => {
  it("have a picture for every kind", () => {
    expect(kinds.map((kind) => kindIcon[kind]).filter(Boolean)).toHaveLength(kinds.length);
  });

  it("are under warranty to the end of its last day", () => {
    const today = new Date(2026, 4, 10, 23, 30);
    expect(warranty(undefined, today)).toBeUndefined();
    expect(warranty("2026-05-09", today)).toBe("over");
    expect(warranty("2026-05-10", today)).toBe("ending");
    expect(warranty("2026-07-09", today)).toBe("ending");
    expect(warranty("2026-07-10", today)).toBe("valid");
  });

  it("say what they are and where in one line", () => {
    const asset = { maker: "Dell", model: "", personName: "Jan Nowak", siteName: "Biuro" } as Asset;
    expect(makeOf(asset)).toBe("Dell");
    expect(placeOf(asset)).toBe("Jan Nowak · Biuro");
    expect(placeOf({} as Asset)).toBe("");
  });
});
