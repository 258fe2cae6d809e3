// The address of the credits of a month. Apart, since it is read before the page is fetched.

export interface CreditsSearch {
  month?: string; // 2026-11; absent: the one that it is now.
}

export function readCreditsSearch({ month }: Record<string, unknown>): CreditsSearch {
  const isMonth = typeof month === "string" && /^\d{4}-(0[1-9]|1[0-2])$/.test(month);
  return { month: isMonth ? month : undefined };
}
