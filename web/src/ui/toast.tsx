// Short news in a corner, read out politely; failures stay until they are closed.

import { CircleAlert, CircleCheck, X } from "lucide-react";
import { t } from "../base/i18n";
import { observable, useObservable } from "../base/observable";
import { problemText } from "../base/problem";
import { Button, IconButton } from "./button";
import { cx } from "./classes";

interface Toast {
  id: number;
  kind: "good" | "bad";
  text: string;
  again?(): void;
  way?: { label: string; run(): void }; // What can still be done about it.
}

const shown = observable<Toast[]>([]);
const goodFor = 5_000; // Milliseconds,
const choiceFor = 20_000; // and with something to decide.
let last = 0;

function add(kind: Toast["kind"], text: string, more: Pick<Toast, "again" | "way"> = {}) {
  const id = ++last;
  shown.set([...shown.get().slice(-3), { id, kind, text, ...more }]);
  if (kind === "good") setTimeout(() => close(id), more.way ? choiceFor : goodFor);
}

function close(id: number) {
  shown.set(shown.get().filter((toast) => toast.id !== id));
}

export const tell = (text: string) => add("good", text);
// Done, and for a while there is a way back.
export const tellWithWay = (text: string, way: { label: string; run(): void }) =>
  add("good", text, { way });
export const tellBad = (text: string) => add("bad", text);
export const tellProblem = (problem: unknown) => add("bad", problemText(problem));

// What was shown and then refused: what it was, why not, and a way to try once more.
export const tellUndone = (what: string, problem: unknown, again: () => void) =>
  add("bad", `${what} ${problemText(problem)}`, { again });

// Runs what a button does; a refusal becomes a toast.
export async function attempt(action: () => Promise<unknown>, done?: string): Promise<boolean> {
  try {
    await action();
    if (done) tell(done);
    return true;
  } catch (problem) {
    // The outermost place of a click: whatever failed is told to the person.
    tellProblem(problem);
    return false;
  }
}

export function Toasts() {
  const toasts = useObservable(shown);
  return (
    <section
      aria-live="polite"
      aria-label={t("ui.news")}
      className="pointer-events-none fixed inset-x-3 bottom-18 z-60 flex flex-col items-end gap-2 md:right-5 md:bottom-5 md:left-auto"
    >
      {toasts.map((toast) => {
        const Icon = toast.kind === "good" ? CircleCheck : CircleAlert;
        return (
          <div
            key={toast.id}
            className={cx(
              "rise pointer-events-auto flex w-full max-w-sm items-start gap-2.5 rounded-xl border",
              "bg-surface py-2 pr-1.5 pl-3.5 shadow-float",
              toast.kind === "good" ? "border-line" : "border-danger-text",
            )}
          >
            <Icon
              aria-hidden
              size={18}
              className={cx(
                "mt-2 shrink-0",
                toast.kind === "good" ? "text-good-text" : "text-danger-text",
              )}
            />
            <div className="min-w-0 flex-1 py-1.5">
              <p>{toast.text}</p>
              {toast.way && (
                <Button
                  size="small"
                  className="mt-2"
                  onClick={() => {
                    close(toast.id);
                    toast.way?.run();
                  }}
                >
                  {toast.way.label}
                </Button>
              )}
              {toast.again && (
                <Button
                  size="small"
                  className="mt-2"
                  onClick={() => {
                    close(toast.id);
                    toast.again?.();
                  }}
                >
                  {t("ui.tryAgain")}
                </Button>
              )}
            </div>
            <IconButton icon={X} label={t("ui.close")} onClick={() => close(toast.id)} />
          </div>
        );
      })}
    </section>
  );
}
