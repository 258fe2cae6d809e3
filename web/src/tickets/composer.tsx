// Where replies and internal notes are written.
//
// The two must never be mistaken for each other: the first line says who will read it, a note turns
// the whole box amber and has another button, and each has its own text and its own files. What is
// sent is what was in the box when the button was pressed. What is typed is kept on this device at
// once, and no word of somebody else that arrives meanwhile touches it: it is only announced.

import { ArrowUp, Eye, Lock, Paperclip, Send } from "lucide-react";
import {
  type ClipboardEvent,
  type KeyboardEvent,
  lazy,
  Suspense,
  useEffect,
  useRef,
  useState,
} from "react";
import { api } from "../api/client";
import type { MentionablePeople, Ticket, TicketMessage } from "../api/types";
import { useCommands } from "../base/commands";
import { newKey } from "../base/http";
import { t, withPageTexts } from "../base/i18n";
import { observable, useObservable } from "../base/observable";
import { replyMode } from "../base/preferences";
import { Problem } from "../base/problem";
import { amend, peek, put, useResource } from "../base/resource";
import { isStaff, mayFor, useSession } from "../base/session";
import { Button, Keys } from "../ui/button";
import { cx } from "../ui/classes";
import { tellProblem } from "../ui/toast";
import { add, DropZone, FileBox, PickFiles, pickFiles } from "./files";
import { mentionAt, mentionedIn } from "./marks_model";
import { isDone, type Kind, messagesOfOthers, readDraft } from "./model";
import { loadMessages, mentionableKey, messagesKey } from "./reading";
import { useSeen } from "./seen";
import { dropDraft, keepDraft, loadDrafts, missingHere, typedTo } from "./server_drafts";
import { pendingMessages } from "./thread";
import { namedPaste, restoreFiles, takeFiles, type Upload, uploadsOf } from "./uploads";
import { reloadTicket } from "./verbs";

const Mentions = lazy(
  withPageTexts(() => import("./mentions").then((file) => ({ default: file.Mentions }))),
);

const wanted = observable<{ kind: Kind; count: number } | undefined>(undefined);
let count = 0;

export function focusComposer(kind: Kind): void {
  wanted.set({ kind, count: ++count });
}

interface Letter {
  kind: Kind;
  text: string;
  files: Upload[];
}

// Those whose names stand behind an "@"; who there is was asked when the first one was typed.
async function mentionsIn(ticket: number, text: string): Promise<number[]> {
  if (!text.includes("@")) return [];
  const known = peek<MentionablePeople>(mentionableKey(ticket));
  const people = known ?? (await api.tickets.listMentionable({ ticket }));
  return mentionedIn(text, people.items);
}

type Outcome = "sent" | "refused" | "talk moved on";

// `after`: the last message that was there to be read. Undefined: it is sent whatever has come since.
async function send(
  ticket: number,
  { kind, text, files }: Letter,
  after?: number,
): Promise<Outcome> {
  const key = newKey();
  pendingMessages.set([...pendingMessages.get(), { key, ticket, kind, text }]);
  const attachments = files.flatMap((one) => one.id ?? []);
  const wish = { ticket, text, ...(attachments.length > 0 && { attachments }) };
  try {
    const mentions = kind === "note" ? await mentionsIn(ticket, text) : [];
    const sent = await (kind === "note"
      ? api.tickets.noteOnTicket({ ...wish, ...(mentions.length > 0 && { mentions }) }, { key })
      : api.tickets.replyToTicket({ ...wish, ...(after && { after }) }, { key }));
    // The message stands where the pending one stood, before the whole talk is read again.
    amend<TicketMessage[]>(messagesKey(ticket), (messages) =>
      messages.some((one) => one.id === sent.id) ? messages : [...messages, sent],
    );
    void reloadTicket(ticket).catch(() => undefined); // The live feed will tell it, too.
    return "sent";
  } catch (problem) {
    // The words go back into the box; nothing typed is ever lost to a refusal.
    tellProblem(problem);
    const moved = problem instanceof Problem && problem.reason === "tickets.talk_moved_on";
    return moved ? "talk moved on" : "refused";
  } finally {
    pendingMessages.set(pendingMessages.get().filter((one) => one.key !== key));
  }
}

const newestOf = (messages: TicketMessage[]) => messages.at(-1)?.id ?? 0;

async function readAgain(ticket: number): Promise<number> {
  const messages = await loadMessages(ticket);
  put(messagesKey(ticket), messages);
  return newestOf(messages);
}

// The same box speaks differently to us and to the customer's people.
function wordsOf(mode: Kind, ticket: Ticket) {
  const done = isDone(ticket);
  if (mode === "note") {
    return {
      readers: t("tickets.noteReaders"),
      hint: t("tickets.noteHint"),
      placeholder: t("tickets.notePlaceholder"),
      button: t("tickets.saveNote"),
    };
  }
  if (!isStaff()) {
    return {
      readers: "",
      hint: done ? t("tickets.ownReopens") : t("tickets.ownHint"),
      placeholder: t("tickets.ownPlaceholder"),
      button: t("tickets.send"),
    };
  }
  return {
    readers: ticket.requesterName
      ? t("tickets.replyReadersNamed", { name: ticket.requesterName })
      : t("tickets.replyReaders"),
    hint: done ? t("tickets.replyReopens") : "",
    placeholder: t("tickets.replyPlaceholder"),
    button: t("tickets.sendReply"),
  };
}

export function Composer({ ticket }: { ticket: Ticket }) {
  const mayReply = mayFor("tickets.reply", ticket.customer);
  const mayNote = mayFor("tickets.note", ticket.customer) && !ticket.mergedInto;
  const [kind, setKind] = useState<Kind>(mayReply ? replyMode.get() : "note");
  const [texts, setTexts] = useState(() => ({
    reply: readDraft(ticket.id, "reply"),
    note: readDraft(ticket.id, "note"),
  }));
  const [busy, setBusy] = useState(false);
  const [caret, setCaret] = useState(0);
  const [away, setAway] = useState(-1); // The "@" whose list was put away.
  const area = useRef<HTMLTextAreaElement>(null);
  const asked = useObservable(wanted);
  const note = (kind === "note" || !mayReply) && mayNote;
  const mode: Kind = note ? "note" : "reply";
  const text = texts[mode];
  const files = useObservable(uploadsOf(ticket.id, mode));

  useEffect(() => {
    if (!asked) return;
    wanted.set(undefined);
    setKind(asked.kind);
    area.current?.focus();
    area.current?.scrollIntoView({ block: "nearest" });
  }, [asked]);

  const write = (value: string, of: Kind = mode) => {
    setTexts((before) => ({ ...before, [of]: value }));
    keepDraft(ticket.id, of, value);
    if (of === "reply" && value) typedTo.set({ ticket: ticket.id, at: Date.now() });
  };

  // What was typed on another device, or here before everything was cleared.
  useEffect(() => {
    loadDrafts(ticket.id)
      .then((drafts) => setTexts((now) => ({ ...now, ...missingHere(ticket.id, drafts) })))
      .catch(() => undefined);
  }, [ticket.id]);

  const writing = busy || text.trim() !== "" || files.length > 0; // What is sent may come back.
  const known = useResource(messagesKey(ticket.id), () => loadMessages(ticket.id)).value;
  const [seen, see] = useSeen(known && newestOf(known), writing);
  const messages = known ?? [];

  const typed = note ? mentionAt(text, caret) : undefined;
  const mention = (name: string) => {
    if (!typed) return;
    const put = `@${name} `;
    write(text.slice(0, typed.from) + put + text.slice(caret));
    const after = typed.from + put.length;
    setCaret(after);
    requestAnimationFrame(() => area.current?.setSelectionRange(after, after));
  };

  // Where it goes on decides over a merged one.
  const closedToReplies = mode === "reply" && ticket.status === "closed" && !ticket.mergedInto;
  const waitsFor = files.some((one) => one.state === "sending")
    ? t("tickets.filesSending")
    : files.some((one) => one.state === "failed")
      ? t("tickets.filesFailed")
      : undefined;

  const submit = async () => {
    const written = text.trim();
    if ((!written && files.length === 0) || busy || waitsFor || closedToReplies) return;
    setBusy(true);
    setTexts((before) => ({ ...before, [mode]: "" }));
    dropDraft(ticket.id, mode);
    const letter: Letter = {
      kind: mode,
      text: written || t("tickets.filesAlone"),
      files: takeFiles(ticket.id, mode),
    };
    typedTo.set(undefined);
    const outcome = await send(ticket.id, letter, seen);
    if (outcome !== "sent") {
      write(written, letter.kind);
      restoreFiles(ticket.id, letter.kind, letter.files);
    }
    // Once what came meanwhile stands there, the answer may follow it.
    if (outcome === "talk moved on") {
      await readAgain(ticket.id).then(see, () => undefined);
    }
    setBusy(false);
  };

  const press = (event: KeyboardEvent) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.altKey) return;
    event.preventDefault();
    void submit();
  };

  const attach = add(ticket.id, mode);
  useCommands([
    {
      id: "tickets.attach",
      title: "tickets.attach",
      group: "tickets.ticket",
      keys: "p",
      icon: Paperclip,
      blocked: () => (closedToReplies ? t("tickets.closedHint") : undefined),
      run: pickFiles,
    },
  ]);
  const paste = (event: ClipboardEvent) => {
    const pasted = [...event.clipboardData.files];
    if (pasted.length === 0) return;
    event.preventDefault();
    attach(pasted.map((file) => namedPaste(file, t("tickets.pasted"), new Date())));
  };

  const words = wordsOf(mode, ticket);
  const hint = waitsFor ?? (closedToReplies ? t("tickets.closedHint") : words.hint);
  const Reader = note ? Lock : Eye;

  return (
    <section
      aria-label={note ? t("tickets.note") : t("tickets.reply")}
      className={cx(
        "mt-4 rounded-xl p-3",
        note ? "private" : "border-2 border-accent/60 bg-surface",
      )}
    >
      <NewWords
        messages={messages}
        seen={writing ? seen : undefined}
        onShown={() => see(newestOf(messages))}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 not-empty:mb-2">
        {mayReply && mayNote && (
          <div className="flex gap-1" role="group" aria-label={t("tickets.whatToWrite")}>
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
        {words.readers && (
          <p
            id="composer-readers"
            className={cx("flex items-center gap-1.5 font-medium", !note && "text-accent-text")}
          >
            <Reader aria-hidden size={15} className="shrink-0" />
            {words.readers}
          </p>
        )}
      </div>
      <DropZone onDrop={attach} className="relative rounded-lg">
        <Suspense>
          {typed && typed.from !== away && area.current && (
            <Mentions
              ticket={ticket.id}
              area={area.current}
              typed={typed.typed}
              onChoose={(one) => mention(one.name)}
              onAway={() => setAway(typed.from)}
            />
          )}
        </Suspense>
        <textarea
          ref={area}
          aria-label={note ? t("tickets.note") : t("tickets.reply")}
          aria-describedby="composer-readers composer-hint"
          rows={4}
          maxLength={20_000}
          value={text}
          disabled={closedToReplies}
          placeholder={words.placeholder}
          onChange={(event) => {
            write(event.target.value);
            setCaret(event.target.selectionStart);
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
          onKeyDown={press}
          onPaste={paste}
          className="field resize-y"
        />
        <FileBox ticket={ticket.id} kind={mode} />
      </DropZone>
      <div className="mt-2 flex flex-wrap items-center gap-x-3 gap-y-2">
        <Button
          look={note ? "note" : "main"}
          icon={note ? Lock : Send}
          busy={busy}
          aria-disabled={busy || waitsFor ? true : undefined}
          title={waitsFor}
          disabled={closedToReplies}
          onClick={() => void submit()}
        >
          {words.button}
        </Button>
        {!closedToReplies && <PickFiles onPick={attach} />}
        <span className="max-md:hidden">
          <Keys keys="mod+Enter" />
        </span>
        <p
          id="composer-hint"
          aria-live="polite"
          className={cx("min-w-0 flex-1 basis-48 text-xs", !note && "text-muted")}
        >
          {hint}
        </p>
      </div>
    </section>
  );
}

interface NewWordsProps {
  messages: TicketMessage[];
  seen: number | undefined; // Nobody is writing: nothing is announced.
  onShown(): void;
}

// What others have said since the writing began: announced, never pushed into it.
function NewWords({ messages, seen, onShown }: NewWordsProps) {
  const { person } = useSession();
  const first = seen === undefined ? undefined : messagesOfOthers(messages, seen, person)[0];
  return (
    <div role="status">
      {first && (
        <div className="mb-2.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-info-soft px-3 py-1.5 text-info-text">
          <p className="min-w-0 flex-1">
            {t("tickets.newWords", { name: first.authorName ?? t("tickets.system") })}
          </p>
          <Button
            size="small"
            icon={ArrowUp}
            onClick={() => {
              document.getElementById(`message-${first.id}`)?.scrollIntoView({ block: "center" });
              onShown();
            }}
          >
            {t("tickets.showNewWords")}
          </Button>
        </div>
      )}
    </div>
  );
}
