import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeAll, expect, it, vi } from "vitest";
import type { Lifecycle, TicketState } from "../api/types";
import { put } from "../base/resource";
import { StateField } from "./state_field";
import { lifecycleKey } from "./states";

vi.mock("../base/session", async (original) => ({
  ...(await original<typeof import("../base/session")>()),
  may: () => true,
}));
afterEach(cleanup);

const old: TicketState = {
  id: 2,
  status: "open",
  namePl: "Stary",
  nameEn: "Old",
  pauses: false,
  isDefault: false,
  place: 1,
  retiredAt: "2025-06-12T08:00:00Z",
};
const lifecycle: Lifecycle = { version: 2, states: [old], ways: [], groups: [] };
beforeAll(() => put(lifecycleKey, lifecycle));

const shown = (value: string, error?: string) => {
  render(<StateField status="open" value={value} error={error} onChange={() => undefined} />);
  return screen.queryByRole<HTMLSelectElement>("combobox");
};

it("a group without statuses in use offers none", () => {
  expect(shown("")).toBeNull();
});

it("what was retired since it was chosen is still seen, and so is what is wrong with it", () => {
  const field = shown("2", "retired");
  expect(field?.value).toBe("2");
  expect(screen.getByText("retired")).toBeTruthy();
});
