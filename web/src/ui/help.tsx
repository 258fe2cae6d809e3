// Every key there is, read off the commands; and the switch for single keys.

import { type Command, useCommandList } from "../base/commands";
import { type MessageId, t } from "../base/i18n";
import { isSingle } from "../base/keys";
import { useObservable } from "../base/observable";
import { singleKeys } from "../base/preferences";
import { Keys } from "./button";
import { Dialog } from "./dialog";
import { Checkbox } from "./field";

// What lists answer themselves; marking is for those in which many can be chosen at once.
const inLists = (single: boolean): { title: MessageId; keys: string }[] => [
  { title: "ui.nextRow", keys: single ? "j ↓" : "↓" },
  { title: "ui.previousRow", keys: single ? "k ↑" : "↑" },
  { title: "ui.openRow", keys: "Enter" },
  ...(single ? [{ title: "ui.markRow" as const, keys: "x" }] : []),
];

export function Help({ onClose }: { onClose(): void }) {
  const mode = useObservable(singleKeys);
  const list = useCommandList().filter((command) => command.keys && command.offered?.() !== false);
  const groups = Map.groupBy(list, (command) => t(command.group));
  return (
    <Dialog open wide title={t("ui.keys")} onClose={onClose}>
      <Checkbox
        label={t("ui.singleKeys")}
        hint={t("ui.singleKeysHint")}
        checked={mode === "on"}
        onChange={(event) => singleKeys.set(event.target.checked ? "on" : "off")}
        className="mb-4"
      />
      <div className="gap-8 sm:columns-2">
        {[...groups].map(([title, group]) => (
          <section key={title} className="mb-5 break-inside-avoid">
            <h3 className="mb-1.5 text-xs text-muted">{title}</h3>
            <ul>
              {group.map((command) => (
                <Line key={command.id} command={command} off={mode === "off"} />
              ))}
            </ul>
          </section>
        ))}
        <section className="mb-5 break-inside-avoid">
          <h3 className="mb-1.5 text-xs text-muted">{t("ui.inLists")}</h3>
          <ul>
            {inLists(mode === "on").map(({ title, keys }) => (
              <li key={title} className="flex items-center justify-between py-1">
                {t(title)}
                <Keys keys={keys} />
              </li>
            ))}
          </ul>
        </section>
      </div>
    </Dialog>
  );
}

function Line({ command, off }: { command: Command; off: boolean }) {
  const silent = off && isSingle(command.keys ?? "");
  return (
    <li className="flex items-center justify-between gap-3 py-1">
      <span>{t(command.title)}</span>
      {silent ? (
        <span className="text-xs text-muted">{t("ui.keyOff")}</span>
      ) : (
        <Keys keys={command.keys ?? ""} />
      )}
    </li>
  );
}
