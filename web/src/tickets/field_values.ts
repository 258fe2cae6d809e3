// Values of the field that a list is ordered by, as they came with its pages.

import type { FieldsOfTicket, FieldValue } from "../api/types";
import { observable } from "../base/observable";

export const listedValues = observable<ReadonlyMap<number, FieldValue[]>>(new Map());

export function takeValues(fields: FieldsOfTicket[] | null | undefined): void {
  if (!fields?.length) return;
  const all = new Map(listedValues.get());
  for (const one of fields) all.set(one.ticket, one.values);
  listedValues.set(all);
}
