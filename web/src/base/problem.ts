// What the server says when it refuses, and the words for it.
//
// A refusal is application/problem+json: the name of the reason, the parameters its sentence needs
// and every field that is wrong, by JSON pointer. Names are never shown; sentences are. A reason
// this program does not know yet is told plainly, with the trace id that support can look up.

import { language, say, t, type Values } from "./i18n";

export interface FieldProblem {
  pointer: string;
  reason: string;
  params: Values;
}

export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly reason: string,
    readonly params: Values = {},
    readonly fields: FieldProblem[] = [],
    readonly trace = "",
  ) {
    super(reason);
    this.name = "Problem";
  }
}

// Members of a problem that are not parameters of its sentence.
const reserved = new Set(["type", "title", "status", "reason", "errors", "trace", "detail"]);

function parameters(body: Record<string, unknown>): Values {
  const values: Values = {};
  for (const [name, value] of Object.entries(body)) {
    if (reserved.has(name) || name === "pointer") continue;
    if (typeof value === "string" || typeof value === "number") values[name] = value;
  }
  return values;
}

export function readProblem(status: number, body: unknown): Problem {
  const object = typeof body === "object" && body !== null ? (body as Record<string, unknown>) : {};
  const nested = object.params as Record<string, unknown> | undefined;
  const errors = Array.isArray(object.errors) ? (object.errors as Record<string, unknown>[]) : [];
  return new Problem(
    status,
    typeof object.reason === "string" ? object.reason : `status_${status}`,
    { ...parameters(object), ...parameters(nested ?? {}) },
    errors.map((error) => ({
      pointer: String(error.pointer ?? ""),
      reason: String(error.reason ?? ""),
      params: { ...parameters(error), ...parameters((error.params as Values) ?? {}) },
    })),
    typeof object.trace === "string" ? object.trace : "",
  );
}

const missing = (id: string, values: Values) => {
  // A sentence whose parameter the server left out is worse than the general one.
  try {
    return say(id, values);
  } catch {
    return undefined;
  }
};

// What comes in both languages is told in the reader's: "namesPl" or "namesEn" as "names".
function inLanguage(params: Values): Values {
  const told = { ...params };
  const ending = language.get() === "pl" ? "Pl" : "En";
  for (const [name, value] of Object.entries(params)) {
    if (name.endsWith(ending)) told[name.slice(0, -ending.length)] = value;
  }
  return told;
}

export function reasonText(reason: string, params: Values = {}): string | undefined {
  return missing(`refusal.${reason}`, inLanguage(params));
}

export function problemText(error: unknown): string {
  if (!(error instanceof Problem)) {
    console.error(error); // A fault of this program: its stack is what helps to find it.
    return t("refusal.unexpected");
  }
  const known = reasonText(error.reason, error.params);
  if (known) return known;
  const byStatus = missing(`refusal.status.${error.status}`, {});
  if (byStatus && !error.trace) return byStatus;
  return t("refusal.unknown", { trace: error.trace || error.reason });
}

export function fieldText(field: FieldProblem): string {
  return reasonText(field.reason, field.params) ?? t("refusal.field");
}
