import { expect, it } from "vitest";
import type { TicketField } from "../api/types";
import { bulkProblem, bulkWish } from "./bulk_field";

it("a bulk change of a field needs the field, and a value or to be emptied", () => {
  const field = { id: 12, kind: "text" } as TicketField;
  expect(bulkProblem({ clears: false })).toBe("field");
  expect(bulkProblem({ field, clears: false })).toBe("value");
  expect(bulkProblem({ field, clears: true })).toBeUndefined();
  expect(bulkProblem({ field, value: { field: 12, text: "A" }, clears: false })).toBeUndefined();
  expect(bulkWish({ field, value: { field: 12, text: " A " }, clears: false })).toEqual({
    field: 12,
    text: "A",
  });
  expect(bulkWish({ field, value: { field: 12, text: "A" }, clears: true })).toEqual({ field: 12 });
});
