// Chooses one row found on the server: a customer, a person. Type, arrows, Enter.

import { ChevronsUpDown, X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { t } from "../base/i18n";
import { IconButton } from "./button";
import { cx } from "./classes";
import { useWiring } from "./field";

export interface Found {
  id: number;
  label: string;
  note?: string;
}

interface ComboboxProps {
  name: string;
  chosen: Found | undefined;
  onChoose(found: Found | undefined): void;
  find(text: string): Promise<Found[]>;
  disabled?: boolean;
  autoFocus?: boolean;
}

const pause = 150; // Milliseconds after the last key before the server is asked.

export function Combobox({ name, chosen, onChoose, find, disabled, autoFocus }: ComboboxProps) {
  const wiring = useWiring();
  const list = useId();
  const [text, setText] = useState<string>();
  const [found, setFound] = useState<Found[]>([]);
  const [active, setActive] = useState(0);
  const [answered, setAnswered] = useState(false);
  const finder = useRef(find);
  finder.current = find;
  const open = text !== undefined;
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (autoFocus) input.current?.focus();
  }, [autoFocus]);

  useEffect(() => {
    if (text === undefined) return;
    let current = true;
    const timer = setTimeout(async () => {
      try {
        const rows = await finder.current(text);
        if (!current) return;
        setFound(rows);
      } catch {
        // A list that cannot be had is an empty list; the form itself will tell what is wrong.
        if (current) setFound([]);
      }
      setAnswered(true);
      setActive(0);
    }, pause);
    return () => {
      current = false;
      clearTimeout(timer);
    };
  }, [text]);

  const close = () => {
    setText(undefined);
    setAnswered(false);
  };

  const choose = (one: Found | undefined) => {
    onChoose(one);
    close();
  };

  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return setText("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((active + step + found.length) % Math.max(1, found.length));
    } else if (event.key === "Enter" && open && found[active]) {
      event.preventDefault();
      choose(found[active]);
    } else if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <div className="relative">
      <input
        {...wiring}
        ref={input}
        name={name}
        role="combobox"
        aria-expanded={open}
        aria-controls={list}
        aria-autocomplete="list"
        aria-activedescendant={open && found[active] ? `${list}-${found[active].id}` : undefined}
        autoComplete="off"
        disabled={disabled}
        value={text ?? chosen?.label ?? ""}
        placeholder={t("ui.find")}
        onChange={(event) => setText(event.target.value)}
        onClick={() => !open && setText("")}
        onBlur={close}
        onKeyDown={press}
        className="field pr-10"
      />
      <span className="absolute inset-y-0 right-0 flex items-center">
        {chosen && !disabled ? (
          <IconButton icon={X} label={t("ui.clear")} onClick={() => choose(undefined)} />
        ) : (
          <ChevronsUpDown aria-hidden size={16} className="mr-2.5 text-muted" />
        )}
      </span>
      <div
        id={list}
        role="listbox"
        aria-label={t("ui.found")}
        className={cx(
          "absolute inset-x-0 top-full z-30 mt-1 max-h-64 overflow-y-auto rounded-xl border",
          "border-line bg-surface p-1 shadow-float",
          !open && "hidden",
        )}
      >
        {found.map((one, index) => (
          <div
            key={one.id}
            id={`${list}-${one.id}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => {
              event.preventDefault();
              choose(one);
            }}
            onMouseEnter={() => setActive(index)}
            className={cx(
              "cursor-pointer rounded-lg px-2.5 py-1.5",
              index === active && "bg-accent-soft text-accent-text",
            )}
          >
            <span className="block truncate">{one.label}</span>
            {one.note && <span className="block truncate text-xs text-muted">{one.note}</span>}
          </div>
        ))}
        {found.length === 0 && (
          <div
            role="option"
            aria-selected={false}
            aria-disabled
            tabIndex={-1}
            className="p-2.5 text-muted"
          >
            {answered ? t("ui.nothingFound") : t("ui.loading")}
          </div>
        )}
      </div>
    </div>
  );
}
