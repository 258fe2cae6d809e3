// The address of the figures. Apart, since it is read before the page is fetched.

import { readAttainmentSearch } from "../sla/attainment_search";

export interface FiguresSearch {
  from?: string; // Days, both included.
  to?: string;
  customer?: number;
}

export function readFiguresSearch(search: Record<string, unknown>): FiguresSearch {
  const { from, to, customer } = readAttainmentSearch(search);
  return { from, to, customer };
}
