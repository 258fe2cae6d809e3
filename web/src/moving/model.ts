// What a file's columns mean, as the form keeps it, and the words of moving in. No DOM.

import type {
  ColumnMeaning,
  MovedRow,
  Moving,
  MovingKind,
  MovingState,
  RowVerdict,
  WordMeaning,
} from "../api/types";
import { kinds as assetKinds } from "../assets/model";
import { type MessageId, say, t } from "../base/i18n";
import { reasonText } from "../base/problem";
import type { Tone } from "../ui/badge";

export const kinds: MovingKind[] = ["customers", "persons", "tickets", "assets"];
export const verdicts: RowVerdict[] = ["new", "changed", "unchanged", "duplicate", "wrong"];
export const encodings = ["utf-8", "windows-1250", "iso-8859-2", "utf-16"] as const;
export const separators = ["semicolon", "comma", "tab"] as const;

export const kindText = (kind: MovingKind) => t(`moving.kind.${kind}` as MessageId);
export const stateText = (state: MovingState) => t(`moving.state.${state}` as MessageId);
export const verdictText = (verdict: RowVerdict) => t(`moving.verdict.${verdict}` as MessageId);

export const fieldText = (kind: MovingKind, field: string) =>
  say(`moving.field.${kind}.${field}`) ?? field;

export const stateTone: Record<MovingState, Tone> = {
  loading: "plain",
  ready: "plain",
  checking: "info",
  checked: "accent",
  importing: "info",
  done: "good",
  failed: "danger",
};

export const verdictTone: Record<RowVerdict, Tone> = {
  new: "good",
  changed: "info",
  unchanged: "plain",
  duplicate: "warn",
  wrong: "danger",
};

export const isRunning = (state: MovingState) => state === "checking" || state === "importing";

// Column -> field; a column that is not taken is not in it.
export type Meanings = Record<string, string>;

export const meaningsOf = (columns: ColumnMeaning[]): Meanings =>
  Object.fromEntries(columns.map(({ column, field }) => [column, field]));

// In the order of the file.
export const columnsOf = (header: string[], meanings: Meanings): ColumnMeaning[] =>
  header.flatMap((column) => {
    const field = meanings[column];
    return field ? [{ column, field }] : [];
  });

// A field means one column: whoever gives it to another one takes it from the first.
export function withMeaning(meanings: Meanings, column: string, field: string): Meanings {
  const rest = Object.entries(meanings).filter(([one, its]) => one !== column && its !== field);
  return Object.fromEntries(field ? [...rest, [column, field]] : rest);
}

// Words of tickets and assets that a file may use in its own way, and ours for them.
export const ourWords: Record<string, string[]> = {
  status: ["new", "open", "waiting", "resolved", "closed"],
  priority: ["low", "normal", "high", "critical"],
  type: ["incident", "request", "question", "task", "maintenance"],
  kind: assetKinds,
};

// Those that rows were refused for, each once, by the field of their column.
export function unknownWords(rows: MovedRow[], meanings: Meanings): WordMeaning[] {
  const found = new Map<string, WordMeaning>();
  for (const problem of rows.flatMap((row) => row.problems)) {
    const field = meanings[problem.column ?? ""] ?? "";
    if (problem.reason !== "moving.word_unknown" || !ourWords[field] || !problem.value) continue;
    found.set(`${field} ${problem.value}`, { field, theirs: problem.value, ours: "" });
  }
  return [...found.values()];
}

// The first cells of a column, for whoever wonders what is in it.
export function examples(moving: Moving, column: string, most = 3): string[] {
  const place = moving.header.indexOf(column);
  const cells = moving.sample.map((line) => line.cells[place]?.trim() ?? "").filter(Boolean);
  return [...new Set(cells)].slice(0, most);
}

export const problemWords = (reason: string) => reasonText(reason) ?? reason;

// "klienci 2024.xlsx" -> "klienci 2024": what a source is called until somebody says otherwise.
export const sourceFrom = (fileName: string) => fileName.replace(/\.[^.]*$/, "").slice(0, 100);
