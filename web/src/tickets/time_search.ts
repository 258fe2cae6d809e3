// The address of the page about work time. Apart, since it is read before the page is fetched.

export interface TimeSearch {
  tab?: "all" | "types";
  week?: string; // A day in it.
}

export function readTimeSearch(search: Record<string, unknown>): TimeSearch {
  const { tab, week } = search;
  return {
    tab: tab === "all" || tab === "types" ? tab : undefined,
    week: typeof week === "string" && /^\d{4}-\d{2}-\d{2}$/.test(week) ? week : undefined,
  };
}
