// Choices that belong to this device: theme, and whether single keys act as shortcuts.

import { type Observable, observable } from "./observable";

export type Theme = "system" | "light" | "dark";

function kept<Value extends string>(name: string, values: readonly Value[]): Observable<Value> {
  const stored = localStorage.getItem(name) as Value | null;
  const first = values[0] as Value;
  const inner = observable<Value>(stored && values.includes(stored) ? stored : first);
  return {
    ...inner,
    set(value) {
      localStorage.setItem(name, value);
      inner.set(value);
    },
  };
}

export const theme = kept<Theme>("ogniwo.theme", ["system", "light", "dark"]);
export const singleKeys = kept<"on" | "off">("ogniwo.singleKeys", ["on", "off"]);
export const replyMode = kept<"reply" | "note">("ogniwo.replyMode", ["reply", "note"]);

export function applyTheme(): void {
  const dark = matchMedia("(prefers-color-scheme: dark)");
  const paint = () => {
    const wanted = theme.get();
    const isDark = wanted === "dark" || (wanted === "system" && dark.matches);
    document.documentElement.dataset.theme = isDark ? "dark" : "light";
  };
  theme.subscribe(paint);
  dark.addEventListener("change", paint);
  paint();
}
