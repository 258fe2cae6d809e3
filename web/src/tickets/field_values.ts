// Values of the field that a list is ordered by, as they came with its pages.

import type { FieldsOfTicket, FieldValue } from "../api/types";
import { feed } from "../base/feed";
import { events } from "../base/http";
import { observable } from "../base/observable";

export const listedValues = observable<ReadonlyMap<number, FieldValue[]>>(new Map());

// Somebody else may not see them, nor may whoever has lost a right.
const forget = () => listedValues.set(new Map());
events.addEventListener("forgotten", forget);
feed.onReset(forget);

export function takeValues(fields: FieldsOfTicket[] | null | undefined): void {
  if (!fields?.length) return;
  const all = new Map(listedValues.get());
  for (const one of fields) all.set(one.ticket, one.values);
  listedValues.set(all);
}
