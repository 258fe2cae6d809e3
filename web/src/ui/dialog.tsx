// A dialog over the page; on a phone it is a sheet from below.

import { X } from "lucide-react";
import { Dialog as Radix } from "radix-ui";
import { type ReactNode, useRef } from "react";
import { t } from "../base/i18n";
import { Button, IconButton, type Look } from "./button";
import { cx } from "./classes";

interface DialogProps {
  open: boolean;
  onClose(): void;
  title: string;
  note?: string;
  wide?: boolean;
  children: ReactNode;
}

export function Dialog({ open, onClose, title, note, wide, children }: DialogProps) {
  const body = useRef<HTMLDivElement>(null);
  // The first field, not the cross in the corner, is what a dialog was opened for.
  const focusField = (event: Event) => {
    const field = body.current?.querySelector<HTMLElement>(
      "input:not([type=hidden]):not(:disabled), select, textarea",
    );
    if (!field) return;
    event.preventDefault();
    field.focus();
  };
  return (
    <Radix.Root open={open} onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          onOpenAutoFocus={focusField}
          {...(note ? {} : { "aria-describedby": undefined })}
          className={cx(
            "rise fixed z-50 flex max-h-[92dvh] flex-col bg-surface shadow-float",
            "inset-x-0 bottom-0 rounded-t-2xl",
            "md:inset-x-auto md:bottom-auto md:top-[10vh] md:left-1/2 md:max-h-[80vh]",
            "md:w-[calc(100vw-4rem)] md:-translate-x-1/2 md:rounded-xl",
            wide ? "md:max-w-3xl" : "md:max-w-lg",
          )}
        >
          <div className="flex items-start gap-3 border-b border-line px-5 py-3.5">
            <div className="min-w-0 flex-1">
              <Radix.Title className="text-base font-semibold">{title}</Radix.Title>
              {note && (
                <Radix.Description className="mt-0.5 text-xs text-muted">{note}</Radix.Description>
              )}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label={t("ui.close")} className="-mr-2 -mt-1" />
            </Radix.Close>
          </div>
          <div ref={body} className="min-h-0 flex-1 overflow-y-auto px-5 py-4">
            {children}
          </div>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

interface ActionsProps {
  label: string;
  look?: Look;
  busy?: boolean;
  onCancel?(): void;
  children?: ReactNode;
}

// The last row of a form: what happens, and the way out.
export function Actions({ label, look = "main", busy, onCancel, children }: ActionsProps) {
  return (
    <div className="mt-5 flex flex-wrap items-center gap-2.5">
      <Button type="submit" look={look} busy={busy}>
        {label}
      </Button>
      {onCancel && (
        <Button look="quiet" onClick={onCancel}>
          {t("ui.cancel")}
        </Button>
      )}
      {children}
    </div>
  );
}
