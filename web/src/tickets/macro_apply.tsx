// A macro on a ticket, before it is used: effect by effect what would happen, what would be refused
// and why, and the words as they will be sent, to be changed. Then all of it at once, or nothing.

import { useState } from "react";
import { api } from "../api/client";
import type {
  Language,
  MacroEffectKind,
  MacroPreview,
  TicketMacro,
  TicketMessage,
} from "../api/types";
import { t } from "../base/i18n";
import { peek, refresh, useResource } from "../base/resource";
import { nameIn } from "../tiers/model";
import { cx } from "../ui/classes";
import { Actions } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Choice, Field, Input, Textarea } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";
import { Dialog, type One } from "./dialog_frame";
import { type EffectLine, hasWords, linesOf, lineText } from "./macros_model";
import { messagesKey } from "./reading";
import { settle } from "./verbs";

let opened = 0;

export function ApplyMacro({ ticket, macro, onClose }: One & { macro: TicketMacro }) {
  const [language, setLanguage] = useState<Language>();
  const [opening] = useState(() => ++opened);
  // What it would do now: nobody else's memory of it is of use.
  const key = `macro preview/${opening}/${language}`;
  const shown = useResource(key, () =>
    api.tickets.previewMacro({ ticket: ticket.id, macro: macro.id, language }),
  );
  return (
    <Dialog wide title={nameIn(macro)} ticket={ticket} onClose={onClose}>
      <When shown={shown} lines={5}>
        {(preview) => (
          <Effects
            key={preview.language}
            ticket={ticket}
            macro={macro}
            preview={preview}
            onLanguage={setLanguage}
            again={() => refresh(key)}
            onClose={onClose}
          />
        )}
      </When>
    </Dialog>
  );
}

interface EffectsProps extends One {
  macro: TicketMacro;
  preview: MacroPreview;
  onLanguage(language: Language): void;
  again(): void;
}

// The words of an effect stand under its kind.
interface Words {
  without: MacroEffectKind[];
  reply: string;
  resolve: string;
  note: string;
  status: string;
}

function Effects({ ticket, macro, preview, onLanguage, again, onClose }: EffectsProps) {
  // Whoever reads what came since reads it here: then it counts as read.
  const [after] = useState(() => peek<TicketMessage[]>(messagesKey(ticket.id))?.at(-1)?.id);
  const wordsOf = (kind: MacroEffectKind) =>
    preview.effects.find((one) => one.kind === kind)?.text ?? "";
  const has = (kind: MacroEffectKind) => preview.effects.some((one) => one.kind === kind);
  const form = useForm<Words, unknown>({
    initial: {
      without: [],
      reply: wordsOf("reply"),
      resolve: wordsOf("resolve"),
      note: wordsOf("note"),
      status: wordsOf("status"),
    },
    send: async (values) => {
      const answer = has("resolve") ? values.resolve : values.reply;
      try {
        return await settle(
          api.tickets.applyMacro({
            ticket: ticket.id,
            macro: macro.id,
            macroVersion: preview.version,
            language: preview.language,
            without: values.without,
            ...((has("reply") || has("resolve")) && { reply: answer.trim() }),
            ...(has("note") && { note: values.note.trim() }),
            ...(has("status") && { waitingNote: values.status.trim() }),
            ...(after && { after }),
          }),
        );
      } catch (problem) {
        again(); // Each effect says anew what would come of it.
        throw problem;
      }
    },
    done: () => {
      tell(t("tickets.macro.done", { name: nameIn(macro) }));
      onClose();
    },
  });
  const lines = linesOf(preview.effects);
  const chosen = lines.filter((line) => !form.values.without.includes(line.kind));
  const { replyPl, replyEn } = macro.effects;
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      {replyPl && replyEn && (
        <Choice
          label={t("tickets.macro.language")}
          value={preview.language}
          options={(["pl", "en"] as const).map((one) => ({
            value: one,
            label: t(`tickets.macro.language.${one}`),
          }))}
          onChange={onLanguage}
        />
      )}
      <ul className="divide-y divide-line rounded-lg border border-line px-3">
        {lines.map((line) => (
          <Line key={line.kind} line={line} form={form} />
        ))}
      </ul>
      <div role="status" className="space-y-1 text-xs">
        {chosen.some((line) => line.outcome === "refused") && (
          <p className="text-warn-text">{t("tickets.macro.refusedHint")}</p>
        )}
        {preview.tellsCustomer && <p className="text-muted">{t("tickets.macro.tells")}</p>}
      </div>
      <Actions label={t("tickets.macro.apply")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}

function Line({ line, form }: { line: EffectLine; form: Form<Words> }) {
  const { kind, outcome } = line;
  const without = form.values.without;
  const left = without.includes(kind);
  const wrong = form.error(kind);
  const words = hasWords(line); // Which say themselves what is wrong with them.
  const tried = { changes: undefined, unchanged: t("tickets.macro.unchanged"), refused: line.why };
  const said = wrong ? (words ? undefined : wrong) : tried[outcome];
  return (
    <li data-field={kind} className="py-1.5">
      <Checkbox
        label={lineText(line)}
        checked={!left}
        onChange={(event) =>
          form.set(
            "without",
            event.target.checked ? without.filter((one) => one !== kind) : [...without, kind],
          )
        }
      />
      {said && (
        <p
          className={cx(
            "pl-7 text-xs",
            said === tried.unchanged ? "text-muted" : "text-danger-text",
          )}
        >
          {said}
        </p>
      )}
      {words && !left && <LineWords line={line} form={form} />}
    </li>
  );
}

function LineWords({ line, form }: { line: EffectLine; form: Form<Words> }) {
  const name = line.kind as "reply" | "resolve" | "note" | "status";
  const label = name === "status" ? t("tickets.waitingNote") : lineText(line);
  return (
    <Field
      label={label}
      hideLabel={name !== "status"}
      error={form.error(name)}
      className="pt-0.5 pb-1.5 pl-7"
      required
    >
      {name === "status" ? (
        <Input {...text(form, name)} maxLength={500} />
      ) : (
        <Textarea {...text(form, name)} rows={6} maxLength={20_000} />
      )}
    </Field>
  );
}
