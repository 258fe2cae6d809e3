// The address of the report. Apart, since it is read before the page is fetched.

import type { ReportBy } from "../api/types";

export interface AttainmentSearch {
  from?: string; // Days, both included.
  to?: string;
  by?: ReportBy;
  customer?: number;
}

export const reportBys: ReportBy[] = ["target", "tier", "customer", "priority", "policy", "month"];

const day = (value: unknown) =>
  typeof value === "string" && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

export function readAttainmentSearch(search: Record<string, unknown>): AttainmentSearch {
  return {
    from: day(search.from),
    to: day(search.to),
    by: reportBys.find((one) => one === search.by),
    customer: Number(search.customer) || undefined,
  };
}
