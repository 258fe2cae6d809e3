// A long list that arrives page by page: order from the server, the next page when it is needed.
//
// The answer to an outdated question is thrown away, so typing fast in a filter never mixes lists.

import { useCallback, useEffect, useRef, useState } from "react";

export interface Page<Row> {
  items: Row[];
  next?: string | null;
}

// The whole of a list that is read from beginning to end, such as a talk; `most` is a fuse.
export async function allPages<Row>(
  load: (cursor: string | undefined) => Promise<Page<Row>>,
  most = 2_000,
): Promise<Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const page = await load(cursor);
    rows.push(...page.items);
    cursor = page.next ?? undefined;
  } while (cursor && rows.length < most);
  return rows;
}

export interface Pages<Row> {
  rows: Row[];
  complete: boolean;
  loading: boolean;
  error: unknown;
  more(): void;
  again(): void;
}

interface State<Row> {
  question: string;
  rows: Row[];
  next: string | null | undefined;
  loading: boolean;
  error: unknown;
}

const memory = new Map<string, State<unknown>>();
const kept = 20;
const firstPage = 50;

function remember<Row>(state: State<Row>) {
  memory.delete(state.question);
  memory.set(state.question, state);
  for (const key of memory.keys()) {
    if (memory.size <= kept) return;
    memory.delete(key);
  }
}

export function forgetPages(): void {
  memory.clear();
}

export function usePages<Row>(
  question: string,
  load: (cursor: string | undefined) => Promise<Page<Row>>,
): Pages<Row> {
  const empty: State<Row> = {
    question,
    rows: [],
    next: undefined,
    loading: true,
    error: undefined,
  };
  const [state, setState] = useState<State<Row>>(
    () => (memory.get(question) as State<Row> | undefined) ?? empty,
  );
  const asked = useRef("");
  const busy = useRef(false);
  const latest = useRef({ load, state, question });
  latest.current = { load, state, question };

  const fetchPage = useCallback(async (cursor: string | undefined) => {
    const mine = latest.current.question;
    asked.current = mine;
    busy.current = true;
    setState((before) => ({ ...before, loading: true, error: undefined }));
    let outcome: Partial<State<Row>>;
    try {
      const page = await latest.current.load(cursor);
      const before = cursor === undefined ? [] : latest.current.state.rows;
      outcome = { rows: [...before, ...page.items], next: page.next ?? null, error: undefined };
    } catch (error) {
      outcome = { error };
    }
    if (asked.current !== mine) return;
    busy.current = false;
    setState((before) => {
      const after = { ...before, ...outcome, question: mine, loading: false };
      if (!after.error) remember(after);
      return after;
    });
  }, []);

  useEffect(() => {
    const known = memory.get(question) as State<Row> | undefined;
    if (known) setState(known);
    else setState((before) => ({ ...before, question, loading: true }));
    // A list that was scrolled far keeps its length; a short one is asked for again.
    if (!known || known.rows.length <= firstPage) void fetchPage(undefined);
  }, [question, fetchPage]);

  return {
    rows: state.rows,
    complete: state.next === null,
    loading: state.loading,
    error: state.error,
    more: () => {
      const { next, error } = latest.current.state;
      if (!busy.current && next && !error) void fetchPage(next);
    },
    again: () => void fetchPage(undefined),
  };
}
