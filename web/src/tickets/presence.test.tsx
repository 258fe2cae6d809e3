import { act, cleanup, render } from "@testing-library/react";
import { afterEach, expect, it, vi } from "vitest";
import { api } from "../api/client";
import type { BePresent, Ticket } from "../api/types";
import { Presence } from "./presence";
import { typedTo } from "./server_drafts";

const said: BePresent[] = [];
vi.spyOn(api.tickets, "bePresent").mockImplementation(async (wish) => {
  said.push(wish);
  return { items: [], againInSeconds: 15 };
});
afterEach(cleanup);

it("whoever begins to write is still there, and goes only with the page", async () => {
  const ticket = { id: 4 } as Ticket;
  const page = render(<Presence ticket={ticket} />);
  await act(async () => undefined);
  await act(async () => typedTo.set({ ticket: 4, at: Date.now() }));
  await act(async () => typedTo.set({ ticket: 4, at: Date.now() }));
  await act(async () => typedTo.set(undefined));
  expect(said).toEqual([{ ticket: 4 }, { ticket: 4, types: true }, { ticket: 4 }]);
  page.unmount();
  expect(said.at(-1)).toEqual({ ticket: 4, leaves: true });
});
