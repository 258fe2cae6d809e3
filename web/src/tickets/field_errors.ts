// Which field a refusal is about: by its place in the list that was sent, or by its number.

import type { FieldValue } from "../api/types";
import { fieldText, Problem } from "../base/problem";

export function fieldErrors(problem: unknown, sent: FieldValue[]): Record<number, string> {
  const errors: Record<number, string> = {};
  if (!(problem instanceof Problem)) return errors;
  for (const one of problem.fields) {
    const place = /^\/(?:fields|values)\/(\d+)/.exec(one.pointer)?.[1];
    const field = place === undefined ? Number(one.params.field) : sent[Number(place)]?.field;
    if (field) errors[field] ??= fieldText(one);
  }
  return errors;
}
