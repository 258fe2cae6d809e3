// Ctrl+K: every command by its name, and whatever the features find on the server.

import { Command as Cmdk } from "cmdk";
import { Dialog as Radix } from "radix-ui";
import { useEffect, useMemo, useState } from "react";
import { type Command, commands, titleOf, useCommandList } from "../base/commands";
import { find, type Hit } from "../base/feature";
import { compareText, t } from "../base/i18n";
import { folded, matches } from "../base/text";
import { Keys } from "./button";
import { cx } from "./classes";

const pause = 160; // Milliseconds after the last key before the server is asked.
const shortest = 2; // Letters before it is asked at all.

const itemClass = cx(
  "flex min-h-9 cursor-pointer items-center gap-3 rounded-lg px-3 py-1.5 text-sm",
  "data-[selected=true]:bg-accent-soft data-[selected=true]:text-accent-text",
  "data-[disabled=true]:cursor-default data-[disabled=true]:text-muted",
);

function useHits(text: string): Hit[] {
  const [hits, setHits] = useState<Hit[]>([]);
  useEffect(() => {
    if (text.trim().length < shortest) return setHits([]);
    let current = true;
    const timer = setTimeout(async () => {
      const found = await find(text.trim());
      if (current) setHits(found);
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);
  return hits;
}

function useGroups(text: string) {
  const list = useCommandList();
  return useMemo(() => {
    const wanted = folded(text.trim());
    const groups = new Map<string, Command[]>();
    for (const command of list) {
      if (command.offered?.() === false || command.id === "ui.palette") continue;
      const title = folded(`${titleOf(command)} ${t(command.group)}`);
      if (wanted && !matches(title, wanted)) continue;
      const group = t(command.group);
      groups.set(group, [...(groups.get(group) ?? []), command]);
    }
    for (const group of groups.values()) {
      group.sort((a, b) => compareText(titleOf(a), titleOf(b)));
    }
    return groups;
  }, [list, text]);
}

export function Palette({ onClose }: { onClose(): void }) {
  const [text, setText] = useState("");
  const groups = useGroups(text);
  const hits = useHits(text);

  const choose = (run: () => void) => {
    onClose();
    // After the dialog has given the focus back, so that what opens next may keep it.
    setTimeout(run);
  };

  return (
    <Radix.Root open onOpenChange={(next) => !next && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className="fixed inset-0 z-40 bg-shade" />
        <Radix.Content
          aria-describedby={undefined}
          className="rise fixed inset-x-2 top-2 z-50 overflow-hidden rounded-2xl border border-line bg-surface shadow-float md:inset-x-auto md:top-[12vh] md:left-1/2 md:w-xl md:-translate-x-1/2"
        >
          <Radix.Title className="sr-only">{t("ui.palette")}</Radix.Title>
          <Cmdk shouldFilter={false} loop label={t("ui.palette")}>
            <Cmdk.Input
              autoFocus
              value={text}
              onValueChange={setText}
              placeholder={t("ui.paletteHint")}
              className="w-full border-b border-line bg-transparent px-4 py-3.5 text-base outline-none"
            />
            <Cmdk.List
              tabIndex={0}
              className="max-h-[min(60vh,26rem)] overflow-y-auto p-1.5 -outline-offset-2"
            >
              <Cmdk.Empty className="px-3 py-6 text-center text-muted">
                {t("ui.nothingFound")}
              </Cmdk.Empty>
              {hits.length > 0 && (
                <Group title={t("ui.found")}>
                  {hits.map((hit) => (
                    <Cmdk.Item
                      key={hit.id}
                      value={hit.id}
                      onSelect={() => choose(hit.run)}
                      className={itemClass}
                    >
                      <hit.icon aria-hidden size={16} className="shrink-0 opacity-70" />
                      <span className="min-w-0 flex-1 truncate">{hit.label}</span>
                      {hit.note && <span className="truncate text-xs text-muted">{hit.note}</span>}
                    </Cmdk.Item>
                  ))}
                </Group>
              )}
              {[...groups].map(([title, group]) => (
                <Group key={title} title={title}>
                  {group.map((command) => (
                    <Entry key={command.id} command={command} choose={choose} />
                  ))}
                </Group>
              ))}
            </Cmdk.List>
          </Cmdk>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}

function Group({ title, children }: { title: string; children: React.ReactNode }) {
  return (
    <Cmdk.Group
      heading={title}
      className="[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-2.5 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-2xs [&_[cmdk-group-heading]]:font-medium [&_[cmdk-group-heading]]:text-muted"
    >
      {children}
    </Cmdk.Group>
  );
}

function Entry({ command, choose }: { command: Command; choose(run: () => void): void }) {
  const why = command.blocked?.();
  const Icon = command.icon;
  return (
    <Cmdk.Item
      value={command.id}
      disabled={why !== undefined}
      onSelect={() => choose(() => commands.run(command))}
      className={itemClass}
    >
      {Icon ? (
        <Icon aria-hidden size={16} className="shrink-0 opacity-70" />
      ) : (
        <span className="w-4 shrink-0" />
      )}
      <span className="min-w-0 flex-1 truncate">
        {titleOf(command)}
        {why && <span className="ml-2 text-xs text-muted">{why}</span>}
      </span>
      {command.keys && <Keys keys={command.keys} />}
    </Cmdk.Item>
  );
}
