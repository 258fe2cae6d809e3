// Behind the link of a letter to a guest expert: what was shared with them of one ticket, and a place
// to answer. Nobody signs in. The token stands behind the "#", so that it reaches no server's log.

import { useEffect, useRef, useState } from "react";
import { api } from "../api/client";
import type { GuestRoom, RoomMessage } from "../api/types";
import { base64 } from "../base/files";
import { language, speak, t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { Problem, problemText } from "../base/problem";
import { moment } from "../base/time";
import { Entrance } from "../people/entrance";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import { Actions } from "../ui/dialog";
import { Skeleton } from "../ui/empty";
import { Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { ChosenFiles } from "./chosen_files";
import { Attachments } from "./files";
import { readDraft, writeDraft } from "./model";
import { mostBytes, type Step, sendAll } from "./uploads";

// Over, taken back or never there: the server says the same of all of them.
const isGone = (problem: unknown) =>
  problem instanceof Problem && (problem.status === 404 || problem.status === 422);

export function GuestPage() {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [room, setRoom] = useState<GuestRoom>();
  const [problem, setProblem] = useState<unknown>();
  useObservable(language);
  useEffect(() => {
    // A mail scanner reads the page at most; that somebody has come is said by the page itself.
    const open = async () => {
      const found = await api.tickets.lookAtGuestRoom({ token });
      setRoom(found.openedAt ? found : await api.tickets.openGuestRoom({ token }));
    };
    open().catch(setProblem);
  }, [token]);
  const theirs = room?.language;
  useEffect(() => speak(theirs), [theirs]);
  if (problem) {
    return (
      <Entrance title={t("tickets.room.gone")}>
        <p role="alert">{isGone(problem) ? t("tickets.room.goneText") : problemText(problem)}</p>
      </Entrance>
    );
  }
  if (!room) {
    return (
      <Entrance title={t("ui.loading")}>
        <Skeleton />
      </Entrance>
    );
  }
  return (
    <Entrance wide title={room.subject} note={`${room.companyName} · ${room.number}`}>
      <Room token={token} room={room} onChange={setRoom} onGone={setProblem} />
    </Entrance>
  );
}

interface RoomProps {
  token: string;
  room: GuestRoom;
  onChange(room: GuestRoom): void;
  onGone(problem: unknown): void;
}

function Room({ token, room, onChange, onGone }: RoomProps) {
  const question = room.messages.find((one) => one.id === room.question);
  const renew = () =>
    api.tickets.lookAtGuestRoom({ token }).then(onChange, (problem: unknown) => {
      if (isGone(problem)) onGone(problem);
    });
  return (
    <div className="space-y-5">
      <p>{t("tickets.room.hello", { name: room.name, company: room.companyName })}</p>
      {question && (
        <section className="rounded-xl bg-accent-soft px-4 py-3 text-accent-text">
          <h2 className="text-sm font-semibold">{t("tickets.room.question")}</h2>
          <p className="mt-1 whitespace-pre-wrap [overflow-wrap:anywhere]">
            {question.text ?? t("tickets.erasedText")}
          </p>
        </section>
      )}
      <section>
        <div className="mb-2 flex flex-wrap items-center gap-3">
          <h2 className="text-base font-semibold">{t("tickets.room.messages")}</h2>
          <Button size="small" look="quiet" onClick={() => void renew()}>
            {t("tickets.room.renew")}
          </Button>
        </div>
        <ol className="space-y-3" aria-label={t("tickets.room.messages")}>
          {room.messages
            .filter((one) => one.id !== room.question)
            .map((message) => (
              <Message key={message.id} token={token} message={message} />
            ))}
        </ol>
      </section>
      <Answer token={token} room={room} onChange={onChange} />
      <p className="text-xs text-muted">
        {t("tickets.room.until", { time: moment(room.endsAt) })} {t("tickets.room.privacy")}
      </p>
    </div>
  );
}

const address =
  (token: string) =>
  (file: { id: number }, inline = false) =>
    `/api/v1/guest-links/${token}/attachments/${file.id}${inline ? "?inline=true" : ""}`;

function Message({ token, message }: { token: string; message: RoomMessage }) {
  return (
    <li
      className={cx(
        "rounded-xl border px-4 py-3",
        message.by === "you" ? "border-accent/35 bg-accent-soft" : "border-line",
      )}
    >
      <div className="mb-1 flex flex-wrap items-center gap-x-2.5">
        <span className="font-semibold">
          {message.authorName ?? t(`tickets.room.by.${message.by}`)}
        </span>
        <time dateTime={message.at} className="ml-auto text-xs text-muted tabular-nums">
          {moment(message.at)}
        </time>
      </div>
      <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">
        {message.text ?? t("tickets.erasedText")}
      </p>
      <Attachments files={message.attachments} address={address(token)} />
    </li>
  );
}

interface AnswerProps {
  token: string;
  room: GuestRoom;
  onChange(room: GuestRoom): void;
}

function Answer({ token, room, onChange }: AnswerProps) {
  const [files, setFiles] = useState<File[]>([]);
  const [step, setStep] = useState<Step>();
  const [sent, setSent] = useState(false);
  // What lies at the server already is not sent once more when the words are refused.
  const uploaded = useRef(new Map<File, number>());
  const upload = async (file: File, progress: (share: number) => void) => {
    const known = uploaded.current.get(file);
    if (known) return known;
    if (file.size > mostBytes) throw new Problem(413, "tickets.attachment_too_large");
    const wish = { token, name: file.name, content: await base64(file) };
    const { id } = await api.tickets.attachAsGuest(wish, { progress });
    uploaded.current.set(file, id);
    return id;
  };
  const form = useForm<{ text: string }, GuestRoom>({
    initial: { text: readDraft(room.number, "guest") },
    check: (values) => ({ text: values.text.trim() ? undefined : "required" }),
    send: async (values) => {
      const attachments = await sendAll(files, setStep, upload);
      try {
        return await api.tickets.writeAsGuest({
          token,
          text: values.text.trim(),
          ...(attachments.length > 0 && { attachments }),
        });
      } catch (problem) {
        // The server forgets after a day what nobody sent with a message.
        if (problem instanceof Problem && problem.reason === "tickets.attachment_unknown") {
          uploaded.current.clear();
        }
        throw problem;
      }
    },
    done: (after) => {
      writeDraft(room.number, "guest", "");
      setFiles([]);
      uploaded.current.clear();
      setStep(undefined);
      form.reset({ text: "" });
      setSent(true);
      onChange(after);
    },
  });
  const written = form.values.text;
  useEffect(() => {
    if (!form.changed) return;
    writeDraft(room.number, "guest", written);
    setSent(false);
  }, [form.changed, room.number, written]);
  return (
    <form noValidate onSubmit={form.submit} className="space-y-3 border-t border-line pt-4">
      <Refused problem={form.problem} />
      <p role="status" className="text-good-text empty:hidden">
        {sent && t("tickets.room.sent")}
      </p>
      <Field label={t("tickets.room.answer")} error={form.error("text")} required>
        <Textarea {...text(form, "text")} rows={6} maxLength={20_000} />
      </Field>
      <ChosenFiles files={files} onChange={setFiles} step={step} />
      <Actions label={t("tickets.room.send")} busy={form.busy} />
    </form>
  );
}
