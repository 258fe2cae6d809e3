import { afterEach, describe, expect, it, vi } from "vitest";
import { api } from "../api/client";
import { Problem } from "../base/problem";
import {
  addFiles,
  mostBytes,
  namedPaste,
  removeFile,
  restoreFiles,
  takeFiles,
  tryAgain,
  uploadsOf,
} from "./uploads";

const attach = vi.spyOn(api.tickets, "attachFile");
const file = (name: string) => new File(["abc"], name, { type: "text/plain" });
const states = (ticket: number, kind: "reply" | "note") =>
  uploadsOf(ticket, kind)
    .get()
    .map((one) => `${one.name} ${one.state}`);
const until = (look: () => boolean) => vi.waitFor(() => expect(look()).toBe(true));

afterEach(() => attach.mockReset());

describe("files on their way into a message", () => {
  it("are sent as base64 and wait with their number", async () => {
    attach.mockResolvedValue({ id: 4, name: "a.txt", bytes: 3, mediaType: "text/plain" });
    addFiles(1, "reply", [file("a.txt")]);
    expect(states(1, "reply")).toEqual(["a.txt sending"]);
    await until(() => states(1, "reply")[0] === "a.txt ready");
    expect(attach.mock.calls[0]?.[0]).toEqual({ ticket: 1, name: "a.txt", content: "YWJj" });
    expect(takeFiles(1, "reply").map((one) => one.id)).toEqual([4]);
    expect(uploadsOf(1, "reply").get()).toEqual([]);
  });

  it("of a note are never those of a reply", async () => {
    attach.mockResolvedValue({ id: 5, name: "b.txt", bytes: 3, mediaType: "text/plain" });
    addFiles(2, "note", [file("b.txt")]);
    expect(uploadsOf(2, "reply").get()).toEqual([]);
    await until(() => states(2, "note")[0] === "b.txt ready");
  });

  it("stay with their problem when they did not get through, and can be tried again", async () => {
    attach.mockRejectedValueOnce(new Problem(0, "network"));
    attach.mockResolvedValueOnce({ id: 6, name: "c.txt", bytes: 3, mediaType: "text/plain" });
    addFiles(3, "reply", [file("c.txt")]);
    await until(() => states(3, "reply")[0] === "c.txt failed");
    const failed = uploadsOf(3, "reply").get()[0]!;
    expect(failed.problem).toMatchObject({ reason: "network" });
    tryAgain(3, "reply", failed);
    await until(() => states(3, "reply")[0] === "c.txt ready");
  });

  it("that are too large are refused before they are sent", async () => {
    const large = file("d.txt");
    Object.defineProperty(large, "size", { value: mostBytes + 1 });
    addFiles(4, "reply", [large]);
    await until(() => states(4, "reply")[0] === "d.txt failed");
    expect(attach).not.toHaveBeenCalled();
  });

  it("can be taken out, and come back when their message is refused", async () => {
    attach.mockResolvedValue({ id: 7, name: "e.txt", bytes: 3, mediaType: "text/plain" });
    addFiles(5, "reply", [file("e.txt"), file("f.txt")]);
    await until(() => states(5, "reply").join() === "e.txt ready,f.txt ready");
    removeFile(5, "reply", uploadsOf(5, "reply").get()[0]!.key);
    const taken = takeFiles(5, "reply");
    restoreFiles(5, "reply", taken);
    expect(states(5, "reply")).toEqual(["f.txt ready"]);
    expect(localStorage.getItem("ogniwo.draft.5.reply.files")).toContain("f.txt");
  });
});

it("a pasted picture gets a name, a file keeps its own", () => {
  const now = new Date(2026, 10, 26, 9, 5, 7);
  const picture = new File(["x"], "image.png", { type: "image/png" });
  expect(namedPaste(picture, "obraz", now).name).toBe("obraz 09-05-07.png");
  expect(namedPaste(file("plan.txt"), "obraz", now).name).toBe("plan.txt");
});
