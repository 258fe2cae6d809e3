// The keyboard: which command a key means.
//
// Keys are written "c", "g t" (one after the other) or "mod+k" (Ctrl, or Cmd on a Mac). Single keys
// never act inside a field and can be switched off altogether (WCAG 2.1.4). AltGr types Polish
// letters and arrives as Ctrl+Alt on some systems: nothing with Alt is ever taken.

import type { Command, Commands } from "./commands";
import { singleKeys } from "./preferences";

const patience = 1_200; // Milliseconds between the two keys of a sequence.

export function chord(event: KeyboardEvent): string | undefined {
  if (event.isComposing || event.altKey || event.getModifierState?.("AltGraph")) return undefined;
  const key = event.key.length === 1 ? event.key.toLowerCase() : event.key;
  if (key === "Shift" || key === "Control" || key === "Meta" || key === "AltGraph")
    return undefined;
  const mod = event.ctrlKey || event.metaKey ? "mod+" : "";
  const shift = event.shiftKey && event.key.length > 1 ? "shift+" : "";
  return `${mod}${shift}${key}`;
}

export const isSingle = (keys: string) => !keys.includes("mod+");

export function typesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target.isContentEditable || target.tagName === "TEXTAREA" || target.tagName === "SELECT") {
    return true;
  }
  if (target.tagName !== "INPUT") return false;
  return !["checkbox", "radio", "button", "submit"].includes((target as HTMLInputElement).type);
}

export class Keyboard {
  private pending = "";
  private pendingSince = 0;

  constructor(private readonly source: Commands) {}

  // True when the key was used.
  press(event: KeyboardEvent, now: number): boolean {
    const pressed = chord(event);
    if (!pressed || event.defaultPrevented) return false;
    const single = isSingle(pressed);
    if (single && (singleKeys.get() === "off" || typesText(event.target) || openDialog())) {
      this.pending = "";
      return false;
    }
    const started = now - this.pendingSince < patience ? this.pending : "";
    const sequence = started ? `${started} ${pressed}` : pressed;
    const command = this.match(sequence) ?? (started ? this.match(pressed) : undefined);
    if (command) {
      this.pending = "";
      this.source.run(command);
      return true;
    }
    const begins = this.usable().some((other) => other.keys?.startsWith(`${sequence} `));
    this.pending = begins ? sequence : "";
    this.pendingSince = now;
    return begins;
  }

  private usable(): Command[] {
    return this.source.list().filter((command) => command.offered?.() !== false);
  }

  private match(sequence: string): Command | undefined {
    return this.usable().find((command) => command.keys === sequence);
  }
}

const openDialog = () => document.querySelector('[role="dialog"],[role="menu"]') !== null;

export function listenToKeys(keyboard: Keyboard): void {
  window.addEventListener("keydown", (event) => {
    if (keyboard.press(event, performance.now())) event.preventDefault();
  });
}

const names: Record<string, string> = {
  mod: navigator.platform?.startsWith("Mac") ? "⌘" : "Ctrl",
  shift: "Shift",
  Enter: "Enter",
  Escape: "Esc",
};

// For the help page and hints: [["Ctrl", "K"]] or [["G"], ["T"]].
export function spelled(keys: string): string[][] {
  return keys
    .split(" ")
    .map((one) => one.split("+").map((part) => names[part] ?? part.toUpperCase()));
}
