// Who is at the screen and what they may do. The server decides; this only avoids offering in vain.

import { api } from "../api/client";
import type { WhoAmI } from "../api/types";
import { feed } from "./feed";
import { events } from "./http";
import { hasChosenLanguage, language, switchLanguage } from "./i18n";
import { observable, useObservable } from "./observable";
import { forgetPages } from "./pages";
import { Problem } from "./problem";
import { forgetEverything } from "./resource";

// undefined: not asked yet; null: nobody is signed in.
export const session = observable<WhoAmI | null | undefined>(undefined);

let lastKnown: WhoAmI | undefined;
session.subscribe(() => {
  lastKnown = session.get() ?? lastKnown;
});

// A page that is being left after sign-out still says whose it was.
export function useSession(): WhoAmI {
  const current = useObservable(session) ?? lastKnown;
  if (!current) throw new Error("A page inside the program stands without a session.");
  return current;
}

export async function loadSession(): Promise<WhoAmI | null> {
  const known = session.get();
  if (known !== undefined) return known;
  try {
    const current = await api.people.session();
    // The browser's language was a guess; this is what the person said.
    if (!hasChosenLanguage() && current.language !== language.get()) {
      await switchLanguage(current.language);
    }
    session.set(current);
  } catch (problem) {
    // Not being signed in is an answer here, not a failure.
    if (!(problem instanceof Problem) || problem.status !== 401) throw problem;
    session.set(null);
  }
  return session.get() ?? null;
}

// The same person with other rights, without a moment in which nobody is signed in.
export async function refreshSession(): Promise<void> {
  session.set(await api.people.session());
}

// An answer "unauthenticated" says the rest by itself.
events.addEventListener("doubted", () => void api.people.session().catch(() => undefined));

export async function reloadSession(): Promise<WhoAmI | null> {
  session.set(undefined);
  return loadSession();
}

// Nothing one person has read may be seen by the next one at this screen.
export function forgetSession(): void {
  session.set(null);
  feed.over();
  forgetEverything();
  forgetPages();
  events.dispatchEvent(new Event("forgotten"));
}

// Company-wide, or for any customer at all.
export function may(right: string): boolean {
  const current = session.get();
  if (!current) return false;
  return (
    current.rights.includes(right) || current.customers.some((one) => one.rights.includes(right))
  );
}

export function mayFor(right: string, customer: number): boolean {
  const current = session.get();
  if (!current) return false;
  const own = current.customers.find((one) => one.customer === customer);
  return current.rights.includes(right) || Boolean(own?.rights.includes(right));
}

// What concerns the whole house: the same right for one customer is not enough.
export const mayEverywhere = (right: string) => session.get()?.rights.includes(right) ?? false;

export const isStaff = () => session.get()?.staff ?? false;

export const nameOf = (person: { givenName: string; familyName: string }) =>
  `${person.givenName} ${person.familyName}`.trim();
