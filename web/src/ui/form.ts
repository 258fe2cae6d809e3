// The state of a form: values, errors by field, and what happens between "send" and the answer.
//
// Errors come from two sides with one meaning: `check` while the person types (a field is only
// blamed after they left it), and the server's field errors by JSON pointer ("/billing/postCode").
// The first wrong field gets the focus.

import { type FormEvent, useRef, useState } from "react";
import { fieldText, Problem, problemText, reasonText } from "../base/problem";
import { refresh } from "../base/resource";

export type Reasons = Record<string, string | undefined>; // Pointer without the first slash -> reason.

export interface FormOptions<Values, Answer> {
  initial: Values;
  check?(values: Values): Reasons;
  send(values: Values): Promise<Answer>;
  done?(answer: Answer): void;
}

export interface Form<Values> {
  values: Values;
  busy: boolean;
  changed: boolean;
  problem: string | undefined;
  set<Name extends keyof Values>(name: Name, value: Values[Name]): void;
  error(name: string): string | undefined;
  leave(name: string): void;
  submit(event?: FormEvent<HTMLFormElement>): Promise<void>;
  reset(values: Values): void;
}

// For plain text fields: value, onChange and onBlur at once.
export function text<Values>(form: Form<Values>, name: keyof Values & string) {
  return {
    name,
    value: String(form.values[name] ?? ""),
    onChange: (event: { target: { value: string } }) =>
      form.set(name, event.target.value as Values[typeof name]),
    onBlur: () => form.leave(name),
  };
}

// Of an edit: what is not there any more is taken away.
export const cleared = <Words extends object>(words: Words) =>
  Object.fromEntries(Object.entries(words).map(([name, one]) => [name, one ?? null])) as {
    [Name in keyof Words]: Exclude<Words[Name], undefined> | null;
  };

export function useForm<Values extends object, Answer>(
  options: FormOptions<Values, Answer>,
): Form<Values> {
  const [values, setValues] = useState(options.initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [refused, setRefused] = useState<Record<string, string>>({});
  const [problem, setProblem] = useState<string>();
  const [sent, setSent] = useState(false);
  const [busy, setBusy] = useState(false);
  const [changed, setChanged] = useState(false);
  const latest = useRef(options);
  latest.current = options;

  const wrong = options.check?.(values) ?? {};

  const error = (name: string) => {
    if (refused[name]) return refused[name];
    // Nobody is scolded for a field they have only passed by.
    const due = sent || (left.has(name) && wrong[name] !== "required");
    const reason = due ? wrong[name] : undefined;
    return reason ? (reasonText(reason) ?? reason) : undefined;
  };

  const takeRefusal = (cause: unknown) => {
    const byField: Record<string, string> = {};
    if (cause instanceof Problem) {
      for (const field of cause.fields) {
        const name = field.pointer.replace(/^\//, "");
        byField[name] ??= fieldText(field);
      }
    }
    setRefused(byField);
    // Somebody else was quicker: what stands behind the form shows it once the form is closed.
    if (cause instanceof Problem && cause.reason === "stale") refresh("");
    const names = Object.keys(byField);
    const shownAtFields = names.length > 0 && names.every((name) => fieldStands(name));
    setProblem(shownAtFields ? undefined : problemText(cause));
    focusFirstError();
  };

  const submit = async (event?: FormEvent<HTMLFormElement>) => {
    event?.preventDefault();
    if (busy) return;
    const blamed = Object.keys(wrong).filter((name) => wrong[name]);
    if (blamed.length > 0) {
      setSent(true);
      focusFirstError();
      return;
    }
    setBusy(true);
    setProblem(undefined);
    try {
      const answer = await latest.current.send(values);
      setChanged(false);
      setRefused({});
      latest.current.done?.(answer);
    } catch (cause) {
      // Whatever went wrong belongs under the eyes of who pressed the button.
      takeRefusal(cause);
    } finally {
      setBusy(false);
    }
  };

  return {
    values,
    busy,
    changed,
    problem,
    error,
    submit,
    set(name, value) {
      setValues((before) => ({ ...before, [name]: value }));
      setChanged(true);
      setRefused((before) => without(before, String(name)));
    },
    leave(name) {
      afterPress(() => setLeft((before) => new Set([...before, name])));
    },
    reset(fresh) {
      setValues(fresh);
      setLeft(new Set());
      setSent(false);
      setRefused({});
      setProblem(undefined);
      setChanged(false);
    },
  };
}

// A field is left the moment a button is pressed. Blamed at once, it would push that button away
// from under the pointer, and the press would land on nothing.
let pressing = false;
const presses = ["pointerdown", "pointerup", "pointercancel"] as const;
for (const kind of presses) {
  window.addEventListener(kind, () => (pressing = kind === "pointerdown"), { capture: true });
}

function afterPress(then: () => void) {
  if (!pressing) return then();
  const over = new AbortController();
  const released = () => {
    over.abort();
    setTimeout(then); // The click itself comes right after.
  };
  for (const kind of presses.slice(1)) {
    window.addEventListener(kind, released, { signal: over.signal });
  }
}

function without(errors: Record<string, string>, name: string) {
  const rest = Object.entries(errors).filter(
    ([key]) => key !== name && !key.startsWith(`${name}/`),
  );
  return Object.fromEntries(rest);
}

const fieldStands = (name: string) =>
  document.getElementsByName(name).length > 0 ||
  document.querySelector(`[data-field="${CSS.escape(name)}"]`) !== null;

function focusFirstError() {
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      document.querySelector<HTMLElement>('form [aria-invalid="true"]')?.focus();
    }),
  );
}
