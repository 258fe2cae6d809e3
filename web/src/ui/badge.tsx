// Small marks: a badge says a state in words (colour only helps), an avatar a person in two letters.

import type { ReactNode } from "react";
import { cx } from "./classes";

export type Tone = "plain" | "accent" | "good" | "warn" | "danger" | "info";

const tones: Record<Tone, string> = {
  plain: "bg-sunken text-ink",
  accent: "bg-accent-soft text-accent-text",
  good: "bg-good-soft text-good-text",
  warn: "bg-warn-soft text-warn-text",
  danger: "bg-danger-soft text-danger-text",
  info: "bg-info-soft text-info-text",
};

export function Badge({ tone = "plain", children }: { tone?: Tone; children: ReactNode }) {
  return (
    <span
      className={cx(
        "inline-flex items-center gap-1 rounded-md px-1.5 py-0.5 text-2xs font-medium whitespace-nowrap",
        tones[tone],
      )}
    >
      {children}
    </span>
  );
}

// First letters of the first and the last word.
export function initials(name: string): string {
  const words = name.trim().split(/\s+/).filter(Boolean);
  const first = words[0]?.[0] ?? "?";
  const last = words.length > 1 ? (words.at(-1)?.[0] ?? "") : "";
  return (first + last).toLocaleUpperCase("pl");
}

const avatarTones: Tone[] = ["accent", "info", "good", "warn", "plain", "danger"];

export function Avatar({ name, size = 28 }: { name: string; size?: number }) {
  let sum = 0;
  for (const letter of name) sum += letter.codePointAt(0) ?? 0;
  const tone = avatarTones[sum % avatarTones.length] ?? "plain";
  return (
    <span
      aria-hidden
      style={{ width: size, height: size, fontSize: Math.round(size * 0.4) }}
      className={cx(
        "inline-flex shrink-0 items-center justify-center rounded-full font-semibold",
        tones[tone],
      )}
    >
      {initials(name)}
    </span>
  );
}
