// Everything a person can do is an object: the palette, menus, the help page and buttons read it.
//
// Features declare theirs up front; a page adds those about what it shows for as long as it stands.
// A command that cannot run now says why, in words, instead of vanishing.

import type { LucideIcon } from "lucide-react";
import { useEffect, useRef, useSyncExternalStore } from "react";
import { type MessageId, t } from "./i18n";

export interface Command {
  id: string;
  title: MessageId;
  name?: string; // In place of the title: what people have called something themselves.
  group: MessageId;
  keys?: string; // "c", "g t", "mod+k"
  icon?: LucideIcon;
  offered?(): boolean; // False hides it: the person's role never has it.
  blocked?(): string | undefined; // Why not now.
  run(): unknown;
}

export const titleOf = (command: Command) => command.name ?? t(command.title);

export class Commands {
  private sets: Command[][] = [];
  private current: Command[] = [];
  private listeners = new Set<() => void>();

  add(commands: Command[]): () => void {
    this.sets.push(commands);
    this.changed();
    return () => {
      this.sets = this.sets.filter((set) => set !== commands);
      this.changed();
    };
  }

  // The newest declaration of an id wins: a page may sharpen a general command.
  list = (): Command[] => this.current;

  find(id: string): Command | undefined {
    return this.current.find((command) => command.id === id);
  }

  run(command: Command): void {
    if (command.offered?.() === false || command.blocked?.()) return;
    void command.run();
  }

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  private changed() {
    const byId = new Map<string, Command>();
    for (const set of this.sets) for (const command of set) byId.set(command.id, command);
    this.current = [...byId.values()];
    for (const listener of [...this.listeners]) listener();
  }
}

export const commands = new Commands();

export function useCommandList(): Command[] {
  return useSyncExternalStore(commands.subscribe, commands.list);
}

// Declares a page's commands while it is mounted. Bodies are read at the time they run, so they may
// close over fresh values; only a changed set of ids is announced.
export function useCommands(own: Command[]): void {
  const latest = useRef(own);
  latest.current = own;
  const ids = own.map((command) => command.id).join(" ");
  // biome-ignore lint/correctness/useExhaustiveDependencies: the ids stand for the commands.
  useEffect(() => {
    const bound = latest.current.map((command): Command => {
      const now = () => latest.current.find((other) => other.id === command.id) ?? command;
      return {
        ...command,
        offered: () => now().offered?.() ?? true,
        blocked: () => now().blocked?.(),
        run: () => now().run(),
      };
    });
    return commands.add(bound);
  }, [ids]);
}
