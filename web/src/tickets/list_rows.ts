// Rows for a grid, from either side: the live ones that are here, or pages of the server's answer.

import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { compareText } from "../base/i18n";
import type { LiveList } from "../base/live_list";
import { useList } from "../base/live_list";
import { useObservable } from "../base/observable";
import { usePages } from "../base/pages";
import { unread } from "../notices/model";
import type { Rows } from "../ui/grid";
import { takeValues } from "./field_values";
import { filterOf, rememberList, type TicketSearch, ticketStore } from "./model";
import { followed, loadAgain, loading, worked } from "./open_tickets";
import { grouped, useGrouping, useSettled } from "./views_model";

const savedPage = 200;

export interface TicketRows {
  rows: Rows<Ticket>;
  complete: boolean;
  loading: boolean;
  error: unknown;
  more?(): void;
  again(): void;
}

export function useLiveRows(list: LiveList<Ticket>): TicketRows {
  const state = useList(list);
  const { state: got, problem } = useObservable(loading);
  const rows = useMemo((): Rows<Ticket> => {
    const { ids } = state;
    return {
      get length() {
        return ids.length;
      },
      at: (index) => ticketStore.get(ids[index] ?? 0),
    };
  }, [state]);
  useEffect(() => rememberList(state.ids), [state]);
  return {
    rows,
    complete: got === "whole",
    loading: got === "loading" || got === "none",
    error: got === "failed" ? problem : undefined,
    again: loadAgain,
  };
}

// Which tickets one follows is asked whenever the view is opened; until then nothing is shown.
export function useFollowed(wanted: boolean) {
  const [state, setState] = useState<{ known: boolean; error?: unknown }>({ known: false });
  const [asked, setAsked] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asking again is a new question.
  useEffect(() => {
    if (!wanted) return;
    let current = true;
    followed.load().then(
      () => current && setState({ known: true }),
      (error) => current && setState({ known: false, error }),
    );
    return () => {
      current = false;
    };
  }, [wanted, asked]);
  return { ...state, again: () => setAsked(asked + 1) };
}

// The same for those that one works on beside others: what one has oneself is shown meanwhile.
export function useWorked(wanted: boolean) {
  const heard = useObservable(unread);
  // biome-ignore lint/correctness/useExhaustiveDependencies: being let in comes with a notice.
  useEffect(() => {
    if (wanted) worked.load().catch(() => undefined);
  }, [wanted, heard]);
}

// Rows of an answer with what has happened to them since.
export function useFoundRows(search: TicketSearch): TicketRows {
  const pages = usePages(`tickets?${JSON.stringify(search)}`, async (cursor) => {
    const mark = ticketStore.mark();
    const page = await (search.saved
      ? api.tickets.listMatching({ view: search.saved, cursor, limit: savedPage })
      : api.tickets.listTickets({ ...filterOf(search), cursor }));
    ticketStore.take(page.items, mark);
    takeValues(page.fields);
    return page;
  });
  // Whether a row belongs to a saved view, or where in the order of a field, only the server knows. A list that was scrolled on stays.
  const { again } = pages;
  const anew = useRef(again);
  anew.current = again;
  const whole = pages.rows.length <= savedPage;
  const changed = useSettled(Boolean(search.saved || search.field) && whole);
  const seen = useRef(changed);
  useEffect(() => {
    if (seen.current !== changed) anew.current();
    seen.current = changed;
  }, [changed]);
  const grouping = useGrouping(search);
  const [stamp] = useState(() => ({ count: 0 }));
  const count = useSyncExternalStore(
    (listener) =>
      ticketStore.subscribe(() => {
        stamp.count++;
        listener();
      }),
    () => stamp.count,
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: the count says the store has changed.
  const rows = useMemo(
    () =>
      grouped(
        pages.rows
          .filter((row) => !ticketStore.isGone(row.id))
          .map((row) => ticketStore.get(row.id) ?? row),
        grouping,
        compareText,
      ),
    [pages.rows, count, grouping],
  );
  useEffect(() => rememberList(rows.map((row) => row.id)), [rows]);
  return { ...pages, rows };
}
