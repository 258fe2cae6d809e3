// Files on their way into a message.
//
// A file is uploaded as soon as it is chosen and waits at the ticket until a message takes it along.
// Replies and notes have a box each, so that a file meant for us never travels to the customer. A
// file that did not get through stays in its box and says why; nothing is dropped silently. What is
// uploaded is remembered with the draft, on this device.

import { api } from "../api/client";
import type { Attachment } from "../api/types";
import { base64 } from "../base/files";
import { events } from "../base/http";
import { type Observable, observable } from "../base/observable";
import { Problem } from "../base/problem";
import { draftKey, type Kind } from "./model";

export const mostBytes = 20 * 1024 * 1024; // As the server has it.

export interface Upload {
  key: number;
  name: string;
  bytes: number;
  state: "sending" | "ready" | "failed";
  share: number; // How much of it is on its way: 0 to 1.
  id?: number; // Of the attachment, once it is ready.
  problem?: unknown;
  file?: File;
}

interface Box {
  ticket: number;
  kind: Kind;
  uploads: Observable<Upload[]>;
}

const boxes = new Map<string, Box>();
const aborts = new Map<number, AbortController>();
let last = 0;
let before: Promise<unknown> = Promise.resolve(); // One after the other: a phone has one uplink.

events.addEventListener("forgotten", () => {
  for (const one of aborts.values()) one.abort();
  boxes.clear();
});

const storageKey = (ticket: number, kind: Kind) => `${draftKey(ticket, kind)}.files`;

function remembered(ticket: number, kind: Kind): Upload[] {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey(ticket, kind)) ?? "[]") as Attachment[];
    return kept.map(({ id, name, bytes }) => ({
      key: ++last,
      id,
      name,
      bytes,
      state: "ready" as const,
      share: 1,
    }));
  } catch {
    return []; // Something else wrote there; a draft without files is still a draft.
  }
}

function boxOf(ticket: number, kind: Kind): Box {
  const name = `${ticket}.${kind}`;
  let box = boxes.get(name);
  if (!box) {
    box = { ticket, kind, uploads: observable(remembered(ticket, kind)) };
    boxes.set(name, box);
  }
  return box;
}

export const uploadsOf = (ticket: number, kind: Kind) => boxOf(ticket, kind).uploads;

function keep(box: Box, uploads: Upload[]) {
  box.uploads.set(uploads);
  const ready = uploads.filter((one) => one.state === "ready");
  const name = storageKey(box.ticket, box.kind);
  if (ready.length === 0) localStorage.removeItem(name);
  else {
    const kept = ready.map(({ id, name, bytes }) => ({ id, name, bytes }));
    localStorage.setItem(name, JSON.stringify(kept));
  }
}

const change = (box: Box, key: number, to: Partial<Upload>) =>
  keep(
    box,
    box.uploads.get().map((one) => (one.key === key ? { ...one, ...to } : one)),
  );

export async function send(
  ticket: number,
  file: File,
  options: { progress?(share: number): void; signal?: AbortSignal } = {},
): Promise<Attachment> {
  if (file.size > mostBytes) throw new Problem(413, "tickets.attachment_too_large");
  const content = await base64(file);
  const progress = options.progress ?? (() => undefined);
  const wish = { ticket, name: file.name, content };
  return api.tickets.attachFile(wish, { progress, signal: options.signal });
}

// Of several that are chosen before there is a box: which one is on its way, and how far.
export interface Step {
  file: number; // Counted from 1.
  files: number;
  share: number;
}

export async function sendAll<Sent>(
  files: File[],
  tell: (step: Step) => void,
  sendOne: (file: File, progress: (share: number) => void) => Promise<Sent>,
): Promise<Sent[]> {
  const sent: Sent[] = [];
  for (const [at, file] of files.entries()) {
    const progress = (share: number) => tell({ file: at + 1, files: files.length, share });
    progress(0);
    sent.push(await sendOne(file, progress));
  }
  return sent;
}

async function run(box: Box, key: number, file: File) {
  const abort = new AbortController();
  aborts.set(key, abort);
  const mine = before.then(async () => {
    if (abort.signal.aborted) return;
    try {
      const sent = await send(box.ticket, file, {
        progress: (share) => change(box, key, { share }),
        signal: abort.signal,
      });
      change(box, key, { state: "ready", share: 1, id: sent.id, file: undefined });
    } catch (problem) {
      // Told at the file itself, where it can be tried again.
      if (!abort.signal.aborted) change(box, key, { state: "failed", problem });
    } finally {
      aborts.delete(key);
    }
  });
  before = mine;
  await mine;
}

export function addFiles(ticket: number, kind: Kind, files: Iterable<File>): void {
  const box = boxOf(ticket, kind);
  for (const file of files) {
    const key = ++last;
    const upload: Upload = {
      key,
      name: file.name,
      bytes: file.size,
      state: "sending",
      share: 0,
      file,
    };
    keep(box, [...box.uploads.get(), upload]);
    void run(box, key, file);
  }
}

export function tryAgain(ticket: number, kind: Kind, upload: Upload): void {
  const box = boxOf(ticket, kind);
  if (!upload.file) return;
  change(box, upload.key, { state: "sending", share: 0, problem: undefined });
  void run(box, upload.key, upload.file);
}

export function removeFile(ticket: number, kind: Kind, key: number): void {
  const box = boxOf(ticket, kind);
  aborts.get(key)?.abort();
  keep(
    box,
    box.uploads.get().filter((one) => one.key !== key),
  );
}

// Takes the files out of the box for a message; `restore` puts them back if it is refused.
export function takeFiles(ticket: number, kind: Kind): Upload[] {
  const box = boxOf(ticket, kind);
  const taken = box.uploads.get();
  keep(box, []);
  return taken;
}

export function restoreFiles(ticket: number, kind: Kind, uploads: Upload[]): void {
  const box = boxOf(ticket, kind);
  keep(box, [...uploads, ...box.uploads.get()]);
}

// --- Words

export const fileAddress = (attachment: { id: number }, inline = false) =>
  `/api/v1/attachments/${attachment.id}${inline ? "?inline=true" : ""}`;

// What a browser may show as it is; everything else is only downloaded.
export const isPicture = (attachment: { mediaType: string }) =>
  /^image\/(png|jpeg|gif|webp)$/.test(attachment.mediaType);

// A pasted picture has no name of its own.
export function namedPaste(file: File, word: string, now: Date): File {
  const two = (value: number) => String(value).padStart(2, "0");
  const stamp = `${two(now.getHours())}-${two(now.getMinutes())}-${two(now.getSeconds())}`;
  const ending = file.type.split("/")[1] ?? "png";
  const isNamed = file.name && !/^image\.\w+$/.test(file.name);
  return isNamed ? file : new File([file], `${word} ${stamp}.${ending}`, { type: file.type });
}
