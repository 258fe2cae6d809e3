import { cleanup, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import type { Ticket } from "../api/types";
import { commands, titleOf } from "../base/commands";
import { BulkBar } from "./bulk_bar";
import { ticketStore } from "./model";
import { RowActions } from "./row_actions";

vi.mock("../base/session", async (original) => ({
  ...(await original<typeof import("../base/session")>()),
  may: () => true,
  mayFor: () => true,
}));
afterEach(cleanup);

const keysOf = () =>
  commands.list().flatMap((one) => (one.offered?.() === false || !one.keys ? [] : [one.keys]));

it("the row that is held has the keys of its ticket's page, and takes them along when it is left", () => {
  ticketStore.upsert({ id: 4, number: 1204, version: 1, customer: 7, status: "open" } as Ticket);
  const row = render(<RowActions id={4} />);
  expect(keysOf()).toEqual(["z", "y", "#", "v", "!"]);
  const snooze = commands.find("tickets.snooze");
  expect(snooze && titleOf(snooze)).toContain("1204");
  expect(commands.find("tickets.notSpam")?.blocked?.()).toBeTruthy();
  row.unmount();
  expect(keysOf()).toEqual([]);
});

it("what is done to all marked tickets is in the palette, for as long as any is marked", () => {
  const clear = () => undefined;
  const bar = render(<BulkBar tickets={[4, 5]} clear={clear} />);
  expect(commands.list().map((one) => one.id)).toContain("tickets.bulk.resolve");
  expect(keysOf()).toEqual(["#", "!"]);
  bar.rerender(<BulkBar tickets={[]} clear={clear} />);
  expect(commands.list()).toEqual([]);
});
