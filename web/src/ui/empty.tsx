// What stands where nothing stands: an empty list, a failure, a wait longer than 200 ms.

import type { LucideIcon } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { t } from "../base/i18n";
import { problemText } from "../base/problem";
import type { Shown } from "../base/resource";
import { Button } from "./button";
import { cx } from "./classes";

interface EmptyProps {
  icon?: LucideIcon;
  title: string;
  text?: string;
  children?: ReactNode;
}

export function Empty({ icon: Icon, title, text, children }: EmptyProps) {
  return (
    <div className="mx-auto flex max-w-sm flex-col items-center px-4 py-14 text-center">
      {Icon && (
        <span className="mb-3 inline-flex size-11 items-center justify-center rounded-full bg-accent-soft text-accent-text">
          <Icon aria-hidden size={22} />
        </span>
      )}
      <p className="text-base font-semibold">{title}</p>
      {text && <p className="mt-1 text-muted">{text}</p>}
      {children && <div className="mt-4 flex gap-2">{children}</div>}
    </div>
  );
}

export function Failure({ problem, again }: { problem: unknown; again?(): void }) {
  return (
    <div role="alert">
      <Empty title={t("ui.failed")} text={problemText(problem)}>
        {again && <Button onClick={again}>{t("ui.tryAgain")}</Button>}
      </Empty>
    </div>
  );
}

const patience = 200; // Milliseconds without any sign of waiting.

export function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return setLate(false);
    const timer = setTimeout(() => setLate(true), patience);
    return () => clearTimeout(timer);
  }, [waiting]);
  return waiting && late;
}

export function Skeleton({ lines = 4, className }: { lines?: number; className?: string }) {
  const late = useLate(true);
  const widths = ["w-2/3", "w-full", "w-5/6", "w-1/2"];
  return (
    <div role="status" aria-busy="true" className={cx("space-y-3 p-4", className)}>
      {late && <span className="sr-only">{t("ui.loading")}</span>}
      {late &&
        Array.from({ length: lines }, (_, line) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: bars have no identity.
          <div key={line} className={cx("skeleton h-4", widths[line % widths.length])} />
        ))}
    </div>
  );
}

interface WhenProps<Value> {
  shown: Shown<Value>;
  lines?: number;
  children(value: Value): ReactNode;
}

// A resource on a page: its value, else its failure, else patience.
export function When<Value>({ shown, lines, children }: WhenProps<Value>) {
  if (shown.value !== undefined) return children(shown.value);
  if (shown.error) return <Failure problem={shown.error} />;
  return <Skeleton lines={lines} />;
}
