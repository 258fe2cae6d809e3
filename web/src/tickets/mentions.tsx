// Who can be meant by the "@" that is being typed. The focus stays in the text: arrows choose, Enter
// or Tab takes, Escape puts the list away.

import { useEffect, useId, useRef, useState } from "react";
import { api } from "../api/client";
import type { MentionedPerson } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { Avatar } from "../ui/badge";
import { cx } from "../ui/classes";
import { meant } from "./marks_model";
import { mentionableKey } from "./reading";

interface MentionsProps {
  ticket: number;
  area: HTMLTextAreaElement;
  typed: string;
  onChoose(person: MentionedPerson): void;
  onAway(): void;
}

export function Mentions({ ticket, area, typed, onChoose, onAway }: MentionsProps) {
  const shown = useResource(mentionableKey(ticket), () => api.tickets.listMentionable({ ticket }));
  const found = meant(shown.value?.items ?? [], typed);
  const [at, setAt] = useState({ typed, index: 0 });
  const index = at.typed === typed ? Math.min(at.index, Math.max(0, found.length - 1)) : 0;
  const list = useId();
  const latest = useRef({ found, index, onChoose, onAway, typed });
  latest.current = { found, index, onChoose, onAway, typed };

  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const now = latest.current;
      const one = now.found[now.index];
      if (!one || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === "ArrowDown" || event.key === "ArrowUp") {
        const step = event.key === "ArrowDown" ? 1 : -1;
        const count = now.found.length;
        setAt({ typed: now.typed, index: (now.index + step + count) % count });
      } else if (event.key === "Enter" || event.key === "Tab") {
        now.onChoose(one);
      } else if (event.key === "Escape") {
        now.onAway();
      } else {
        return;
      }
      event.preventDefault();
      event.stopPropagation();
    };
    area.addEventListener("keydown", press);
    return () => area.removeEventListener("keydown", press);
  }, [area]);

  const active = found[index];
  useEffect(() => {
    area.setAttribute("aria-controls", list);
    if (active) area.setAttribute("aria-activedescendant", `${list}-${active.person}`);
    return () => {
      area.removeAttribute("aria-controls");
      area.removeAttribute("aria-activedescendant");
    };
  }, [area, list, active]);

  if (found.length === 0) return null;
  return (
    <div
      id={list}
      role="listbox"
      aria-label={t("tickets.mentionList")}
      className="absolute bottom-full left-0 z-30 mb-1 w-72 max-w-full rounded-xl border border-line bg-surface p-1 text-ink shadow-float"
    >
      {found.map((one, place) => (
        <div
          key={one.person}
          id={`${list}-${one.person}`}
          role="option"
          tabIndex={-1}
          aria-selected={place === index}
          onMouseDown={(event) => {
            event.preventDefault();
            onChoose(one);
          }}
          className={cx(
            "flex cursor-pointer items-center gap-2 rounded-lg px-2.5 py-1.5",
            place === index && "bg-accent-soft text-accent-text",
          )}
        >
          <Avatar name={one.name} size={22} />
          <span className="truncate">{one.name}</span>
        </div>
      ))}
    </div>
  );
}
