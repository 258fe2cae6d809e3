import { afterEach, describe, expect, it, vi } from "vitest";
import { address, call, events } from "./http";
import { Problem } from "./problem";

function answer(status: number, body?: unknown) {
  const fetch = vi.fn(
    async (_url: string, _request: RequestInit) =>
      new Response(body === undefined ? null : JSON.stringify(body), { status }),
  );
  vi.stubGlobal("fetch", fetch);
  return fetch;
}

const headersOf = (fetch: ReturnType<typeof answer>) =>
  fetch.mock.calls[0]?.[1].headers as Record<string, string>;

afterEach(() => vi.unstubAllGlobals());

describe("a wish becomes a request", () => {
  it("whose path takes its fields out of the wish", () => {
    expect(address("POST", "/tickets/{ticket}/replies", { ticket: 7, text: "Tak" })).toEqual({
      url: "/api/v1/tickets/7/replies",
      rest: { text: "Tak" },
    });
  });

  it("whose query leaves out what is empty and repeats lists", () => {
    const wish = { q: "", marks: ["vip", "overdue"], staff: false, cursor: undefined };
    expect(address("GET", "/customers", wish).url).toBe(
      "/api/v1/customers?marks=vip&marks=overdue&staff=false",
    );
  });

  it("with its own key for every POST, and the version a change was made on", async () => {
    const post = answer(200, {});
    await call("POST", "/customers", { name: "Sowa" });
    expect(headersOf(post)["idempotency-key"]).toMatch(/^[0-9a-f]{32}$/);
    const patch = answer(200, {});
    await call("PATCH", "/customers/{customer}", { customer: 1, nip: "" }, { version: 4 });
    expect(headersOf(patch)["if-match"]).toBe('"v4"');
    expect(patch.mock.calls[0]?.[1].body).toBe('{"nip":""}');
  });
});

describe("an answer", () => {
  it("without content is undefined", async () => {
    answer(204);
    await expect(call("DELETE", "/session")).resolves.toBeUndefined();
  });

  it("that refuses is a Problem with all its field errors", async () => {
    answer(422, {
      reason: "invalid",
      trace: "abc",
      errors: [{ pointer: "/text", reason: "too_long", most: "20000" }],
    });
    const problem = await call("POST", "/x").catch((error) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      status: 422,
      reason: "invalid",
      trace: "abc",
      fields: [{ pointer: "/text", reason: "too_long", params: { most: "20000" } }],
    });
  });

  it("of a proxy that speaks no JSON is still a Problem", async () => {
    vi.stubGlobal("fetch", async () => new Response("<html>", { status: 502 }));
    await expect(call("GET", "/x")).rejects.toMatchObject({ status: 502, reason: "status_502" });
  });

  it("that never came is the network's problem", async () => {
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("failed");
    });
    await expect(call("GET", "/x")).rejects.toMatchObject({ reason: "network" });
  });

  it("that says who are you ends the session, a wrong password does not", async () => {
    const ended = vi.fn();
    events.addEventListener("signed-out", ended);
    answer(401, { reason: "people.sign_in_refused" });
    await call("POST", "/session").catch(() => undefined);
    expect(ended).not.toHaveBeenCalled();
    answer(401, { reason: "unauthenticated" });
    await call("GET", "/tickets").catch(() => undefined);
    expect(ended).toHaveBeenCalledTimes(1);
  });
});
