// How many notices wait. Nobody is told of a notice itself: it comes with a change of a ticket that
// the person sees, so the count is asked for again after such a change, and once a minute.

import { api } from "../api/client";
import { events } from "../base/http";
import { observable } from "../base/observable";
import { refresh } from "../base/resource";

const minute = 60_000; // Milliseconds.
const breath = 1_500; // What changes together is asked for once.

export const noticesKey = "notices";
export const unread = observable(0);

let timer: ReturnType<typeof setInterval> | undefined;
let soon: ReturnType<typeof setTimeout> | undefined;

export async function countUnread(): Promise<void> {
  try {
    unread.set((await api.notices.listNotices({ unread: true, limit: 1 })).unread);
  } catch {
    // The next minute knows more; whoever is offline is told so elsewhere.
  }
}

export function startNotices(): void {
  void countUnread();
  clearInterval(timer);
  timer = setInterval(() => void countUnread(), minute);
}

export function somethingChanged(): void {
  clearTimeout(soon);
  soon = setTimeout(() => {
    void countUnread();
    refresh(noticesKey);
  }, breath);
}

// Whoever looks at a ticket has read what was told of it, also what is told while they look.
export async function readAbout(subjectKind: string, subject: number): Promise<void> {
  try {
    unread.set((await api.notices.readNotices({ subjectKind, subject })).unread);
    refresh(noticesKey);
  } catch {
    // They stay unread, and are read the next time.
  }
}

events.addEventListener("forgotten", () => {
  clearInterval(timer);
  clearTimeout(soon);
  unread.set(0);
});
