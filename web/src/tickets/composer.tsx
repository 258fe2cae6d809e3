// Where replies and internal notes are written.
//
// The two must never be mistaken for each other: a note turns the whole box amber, says in words who
// will not read it, and has another button. What is typed is kept on this device at once.

import { Lock, Send } from "lucide-react";
import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { newKey } from "../base/http";
import { t } from "../base/i18n";
import { observable, useObservable } from "../base/observable";
import { replyMode } from "../base/preferences";
import { isStaff, mayFor } from "../base/session";
import { Button, Keys } from "../ui/button";
import { cx } from "../ui/classes";
import { tellProblem } from "../ui/toast";
import { isDone, readDraft, writeDraft } from "./model";
import { pendingMessages } from "./thread";
import { reloadTicket } from "./verbs";

export type Kind = "reply" | "note";

const wanted = observable<{ kind: Kind; count: number } | undefined>(undefined);
let count = 0;

export function focusComposer(kind: Kind): void {
  wanted.set({ kind, count: ++count });
}

async function send(ticket: Ticket, kind: Kind, text: string): Promise<boolean> {
  const key = newKey();
  pendingMessages.set([...pendingMessages.get(), { key, ticket: ticket.id, kind, text }]);
  const wish = { ticket: ticket.id, text };
  try {
    await (kind === "note"
      ? api.tickets.noteOnTicket(wish, { key })
      : api.tickets.replyToTicket(wish, { key }));
    await reloadTicket(ticket.id);
    return true;
  } catch (problem) {
    // The words go back into the box; nothing typed is ever lost to a refusal.
    tellProblem(problem);
    return false;
  } finally {
    pendingMessages.set(pendingMessages.get().filter((one) => one.key !== key));
  }
}

// The same box speaks differently to us and to the customer's people.
function wordsOf(mode: Kind, done: boolean) {
  if (mode === "note") {
    return {
      hint: t("tickets.noteHint"),
      placeholder: t("tickets.notePlaceholder"),
      button: t("tickets.saveNote"),
    };
  }
  if (!isStaff()) {
    return {
      hint: done ? t("tickets.ownReopens") : t("tickets.ownHint"),
      placeholder: t("tickets.ownPlaceholder"),
      button: t("tickets.send"),
    };
  }
  return {
    hint: done ? t("tickets.replyReopens") : t("tickets.replyHint"),
    placeholder: t("tickets.replyPlaceholder"),
    button: t("tickets.sendReply"),
  };
}

export function Composer({ ticket }: { ticket: Ticket }) {
  const mayReply = mayFor("tickets.reply", ticket.customer);
  const mayNote = mayFor("tickets.note", ticket.customer);
  const [kind, setKind] = useState<Kind>(mayReply ? replyMode.get() : "note");
  const [texts, setTexts] = useState(() => ({
    reply: readDraft(ticket.id, "reply"),
    note: readDraft(ticket.id, "note"),
  }));
  const [busy, setBusy] = useState(false);
  const area = useRef<HTMLTextAreaElement>(null);
  const asked = useObservable(wanted);
  const note = (kind === "note" || !mayReply) && mayNote;
  const mode: Kind = note ? "note" : "reply";
  const text = texts[mode];

  useEffect(() => {
    if (!asked) return;
    wanted.set(undefined);
    setKind(asked.kind);
    area.current?.focus();
    area.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);

  const write = (value: string) => {
    setTexts((before) => ({ ...before, [mode]: value }));
    writeDraft(ticket.id, mode, value);
  };

  const submit = async () => {
    const written = text.trim();
    if (!written || busy) return;
    setBusy(true);
    write("");
    const sent = await send(ticket, mode, written);
    if (!sent) write(written);
    setBusy(false);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void submit();
  };

  const closedToReplies = mode === "reply" && ticket.status === "closed";
  const words = wordsOf(mode, isDone(ticket));
  const hint = closedToReplies ? t("tickets.closedHint") : words.hint;

  return (
    <section
      aria-label={note ? t("tickets.note") : t("tickets.reply")}
      className={cx("mt-4 rounded-xl p-3", note ? "private" : "border border-edge/60 bg-surface")}
    >
      {mayReply && mayNote && (
        <div className="mb-2 flex gap-1" role="group" aria-label={t("tickets.whatToWrite")}>
          <Button
            size="small"
            look={note ? "quiet" : "main"}
            icon={Send}
            aria-pressed={!note}
            onClick={() => setKind("reply")}
            className={note ? "!text-note-text" : ""}
          >
            {t("tickets.reply")}
          </Button>
          <Button
            size="small"
            look={note ? "note" : "quiet"}
            icon={Lock}
            aria-pressed={note}
            onClick={() => setKind("note")}
          >
            {t("tickets.note")}
          </Button>
        </div>
      )}
      <textarea
        ref={area}
        aria-label={note ? t("tickets.note") : t("tickets.reply")}
        aria-describedby="composer-hint"
        rows={4}
        maxLength={20_000}
        value={text}
        disabled={closedToReplies}
        placeholder={words.placeholder}
        onChange={(event) => write(event.target.value)}
        onKeyDown={press}
        className={cx(
          "field resize-y",
          note && "!border-note-line !bg-note !text-ink placeholder:!text-note-text",
        )}
      />
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          look={note ? "note" : "main"}
          icon={note ? Lock : Send}
          busy={busy}
          disabled={closedToReplies}
          onClick={() => void submit()}
        >
          {words.button}
        </Button>
        <span className="max-md:hidden">
          <Keys keys="mod+Enter" />
        </span>
        <p id="composer-hint" className={cx("min-w-0 flex-1 text-xs", !note && "text-muted")}>
          {hint}
        </p>
      </div>
    </section>
  );
}
