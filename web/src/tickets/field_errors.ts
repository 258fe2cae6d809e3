// Which field a refusal is about: by its place in the list that was sent, or by its number.

import { useState } from "react";
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

// What is wrong with a field is told at the field, until something is changed.
export function useFieldErrors() {
  const [refusal, setRefusal] = useState<{ problem: unknown; sent: FieldValue[] }>();
  return {
    problem: refusal?.problem,
    errors: fieldErrors(refusal?.problem, refusal?.sent ?? []),
    clear: () => setRefusal(undefined),
    async sending<Answer>(sent: FieldValue[], send: () => Promise<Answer>): Promise<Answer> {
      try {
        return await send();
      } catch (problem) {
        setRefusal({ problem, sent });
        throw problem;
      }
    },
  };
}
