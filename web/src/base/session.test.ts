import { afterEach, expect, it } from "vitest";
import type { WhoAmI } from "../api/types";
import { may, mayEverywhere, mayFor, session } from "./session";

afterEach(() => session.set(undefined));

const merge = "people.merge_customers";

it("whoever leads one customer may there, and nothing that concerns the whole house", () => {
  const lead = { rights: [], customers: [{ customer: 7, rights: [merge] }] };
  session.set(lead as unknown as WhoAmI);
  expect([may(merge), mayFor(merge, 7), mayFor(merge, 8)]).toEqual([true, true, false]);
  expect(mayEverywhere(merge)).toBe(false);
  session.set({ rights: [merge], customers: [] } as unknown as WhoAmI);
  expect(mayEverywhere(merge)).toBe(true);
});
