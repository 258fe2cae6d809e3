import { describe, expect, it, vi } from "vitest";
import { LiveStore } from "./live";

interface Row {
  id: number;
  version: number;
  status: string;
  note?: string;
}

const row = (version: number, status: string, rest: Partial<Row> = {}): Row => ({
  id: 1,
  version,
  status,
  ...rest,
});

function filled() {
  const store = new LiveStore<Row>((flush) => flush());
  store.upsert(row(3, "open"));
  return store;
}

const toClosed = (before: Row): Row => ({ ...before, status: "closed" });

describe("the live store", () => {
  it("shows a pending operation at once", () => {
    const store = filled();
    void store.mutate(1, toClosed, () => new Promise(() => undefined));
    expect(store.get(1)?.status).toBe("closed");
    expect(store.isPending(1)).toBe(true);
  });

  it("takes the server's answer in place of the operation", async () => {
    const store = filled();
    await store.mutate(1, toClosed, async () => row(4, "resolved"));
    expect(store.get(1)).toEqual(row(4, "resolved"));
    expect(store.isPending(1)).toBe(false);
  });

  it("falls back by itself when the server refuses", async () => {
    const store = filled();
    const refused = store.mutate(1, toClosed, () => Promise.reject(new Error("no")));
    expect(store.get(1)?.status).toBe("closed");
    await expect(refused).rejects.toThrow("no");
    expect(store.get(1)?.status).toBe("open");
  });

  it("keeps a pending operation over a row that arrives meanwhile", async () => {
    const store = filled();
    let answer = (_: Row) => {};
    const done = store.mutate(1, toClosed, () => new Promise<Row>((resolve) => (answer = resolve)));
    store.upsert(row(4, "waiting", { note: "by somebody else" }));
    expect(store.get(1)).toMatchObject({ status: "closed", note: "by somebody else" });
    answer(row(5, "closed"));
    await done;
    expect(store.get(1)?.version).toBe(5);
  });

  it("ignores a row that is older than the known one", () => {
    const store = filled();
    store.upsert(row(2, "new"));
    expect(store.get(1)?.status).toBe("open");
  });

  it("lets a row of the same version add what a list left out", () => {
    const store = filled();
    store.upsert(row(3, "open", { note: "whole" }));
    store.upsert(row(3, "open"));
    expect(store.get(1)?.note).toBe("whole");
  });

  it("forgets what may no longer be seen", () => {
    const store = filled();
    store.apply({ op: "del", id: 1 });
    expect(store.get(1)).toBeUndefined();
    store.upsert(row(9, "open"));
    store.apply({ op: "reset" });
    expect(store.get(1)).toBeUndefined();
  });

  it("tells only the readers of the touched row, once for many changes", async () => {
    const store = new LiveStore<Row>();
    const mine = vi.fn();
    const other = vi.fn();
    store.subscribeRow(1, mine);
    store.subscribeRow(2, other);
    for (let version = 1; version <= 50; version++) store.upsert(row(version, "open"));
    await Promise.resolve();
    expect(mine).toHaveBeenCalledTimes(1);
    expect(other).not.toHaveBeenCalled();
  });

  it("hands out the same object until the row changes", () => {
    const store = filled();
    expect(store.get(1)).toBe(store.get(1));
  });

  it("takes an empty field of a newer row for empty", () => {
    const store = filled();
    store.upsert(row(4, "open", { note: "whole" }));
    store.upsert(row(5, "open"));
    expect(store.get(1)?.note).toBeUndefined();
  });

  it("lets no older answer bring back what went away since it was asked for", () => {
    const store = filled();
    const mark = store.mark();
    store.remove(1);
    store.take([row(9, "open")], mark);
    expect(store.get(1)).toBeUndefined();
    expect(store.isGone(1)).toBe(true);
    store.take([row(9, "open")], store.mark());
    expect(store.get(1)?.version).toBe(9);
  });

  it("throws away answers to what was asked before everything was dropped", () => {
    const store = filled();
    const mark = store.mark();
    store.apply({ op: "reset" });
    store.take([row(3, "open")], mark);
    expect(store.get(1)).toBeUndefined();
    expect(store.isGone(1)).toBe(false);
  });
});
