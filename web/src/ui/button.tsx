// Buttons. One per screen is "main"; a command button reads title, key and reason from its command.

import type { LucideIcon } from "lucide-react";
import type { ButtonHTMLAttributes, Ref } from "react";
import { type Command, commands } from "../base/commands";
import { t } from "../base/i18n";
import { spelled } from "../base/keys";
import { cx } from "./classes";

export type Look = "main" | "plain" | "quiet" | "danger" | "note";
export type Size = "normal" | "small";

const looks: Record<Look, string> = {
  main: "bg-accent text-on-accent border-transparent hover:bg-accent-over",
  plain: "bg-surface text-ink border-line hover:bg-hover",
  quiet: "bg-transparent text-ink border-transparent hover:bg-hover",
  danger: "bg-danger text-on-danger border-transparent hover:bg-danger-over",
  note: "bg-note-button text-on-note-button border-transparent hover:opacity-90",
};

const sizes: Record<Size, string> = {
  normal: "min-h-9 px-3.5 text-sm gap-2",
  small: "min-h-7 px-2 text-xs gap-1.5",
};

export function buttonClass(look: Look = "plain", size: Size = "normal", extra = ""): string {
  return cx(
    "inline-flex items-center justify-center rounded-lg border font-medium whitespace-nowrap",
    "select-none disabled:opacity-55 aria-disabled:opacity-55 aria-disabled:cursor-not-allowed",
    looks[look],
    sizes[size],
    extra,
  );
}

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: Look;
  size?: Size;
  icon?: LucideIcon;
  busy?: boolean;
  ref?: Ref<HTMLButtonElement>;
}

export function Button({
  look,
  size,
  icon: Icon,
  busy,
  className,
  children,
  ...rest
}: ButtonProps) {
  return (
    <button
      type="button"
      aria-busy={busy || undefined}
      aria-disabled={busy || undefined}
      {...rest}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
      className={buttonClass(look, size, className)}
    >
      {Icon && <Icon aria-hidden size={size === "small" ? 14 : 16} className="shrink-0" />}
      {children}
    </button>
  );
}

export function IconButton({
  icon: Icon,
  label,
  className,
  ...rest
}: Omit<ButtonProps, "children" | "look" | "size" | "busy"> & { icon: LucideIcon; label: string }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      {...rest}
      className={cx(
        "inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-muted",
        "hover:bg-hover hover:text-ink disabled:opacity-50",
        className,
      )}
    >
      <Icon aria-hidden size={18} />
    </button>
  );
}

export function CommandButton({ id, look, size }: { id: string; look?: Look; size?: Size }) {
  const command = commands.find(id);
  if (!command || command.offered?.() === false) return null;
  return <ButtonOf command={command} look={look} size={size} />;
}

export function ButtonOf({ command, look, size }: { command: Command; look?: Look; size?: Size }) {
  const why = command.blocked?.();
  const keys = command.keys ? spelled(command.keys).map((one) => one.join("+")) : undefined;
  return (
    <Button
      look={look}
      size={size}
      icon={command.icon}
      aria-disabled={why ? true : undefined}
      aria-keyshortcuts={keys?.length === 1 ? keys[0] : undefined}
      title={why ?? (keys ? `${t(command.title)} (${keys.join(" ")})` : undefined)}
      onClick={() => commands.run(command)}
    >
      {t(command.title)}
    </Button>
  );
}

export function Keys({ keys }: { keys: string }) {
  return (
    <span className="inline-flex items-center gap-1">
      {spelled(keys).map((one) => (
        <kbd
          key={one.join("+")}
          className="rounded border border-line bg-paper px-1.5 py-0.5 font-sans text-2xs text-muted"
        >
          {one.join("+")}
        </kbd>
      ))}
    </span>
  );
}
