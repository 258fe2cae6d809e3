// What each column means, with what stands in it; and the two buttons: try, bring in.

import { FlaskConical, PackageOpen, RotateCcw } from "lucide-react";
import { useRef, useState } from "react";
import { api } from "../api/client";
import type { Duplicates, Moving, WordMeaning } from "../api/types";
import { say, t } from "../base/i18n";
import { allPages } from "../base/pages";
import { put, refresh, useResource } from "../base/resource";
import { Button } from "../ui/button";
import { confirm } from "../ui/confirm";
import { Checkbox, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import {
  columnsOf,
  examples,
  fieldText,
  type Meanings,
  meaningsOf,
  ourWords,
  sourceFrom,
  unknownWords,
  withMeaning,
} from "./model";
import { UploadDialog } from "./movings";

export function MappingForm({ moving }: { moving: Moving }) {
  const { summary, mapping } = moving;
  const [again, setAgain] = useState(false);
  const dryRun = useRef(true); // Which of the two buttons was pressed.
  const form = useForm({
    initial: {
      meanings: meaningsOf(mapping.columns ?? []) as Meanings,
      name: mapping.name || sourceFrom(summary.fileName),
      customer: mapping.customer ?? "",
      zone: mapping.zone ?? "",
      words: mapping.words ?? ([] as WordMeaning[]),
      duplicates: (mapping.duplicates ?? "skip") as string,
      makePersons: mapping.makePersons ?? true,
    },
    send: (values) =>
      api.moving.start({
        moving: summary.moving,
        dryRun: dryRun.current,
        mapping: {
          name: values.name,
          columns: columnsOf(moving.header, values.meanings),
          words: values.words.filter((word) => word.ours),
          zone: values.zone,
          customer: values.customer,
          duplicates: values.duplicates as Duplicates,
          makePersons: values.makePersons,
        },
      }),
    done: (answer) => {
      put(`moving/${summary.moving}`, answer);
      refresh(`moving/${summary.moving}`);
    },
  });
  const wasTried = summary.state !== "ready";
  const hasWords = summary.kind === "tickets" || summary.kind === "assets";
  const left = moving.header.filter((column) => !form.values.meanings[column]);

  const begin = async (dry: boolean) => {
    if (!dry) {
      const sure = await confirm({
        title: t("moving.bringInSure", { rows: summary.total }),
        text: t("moving.bringInText"),
        action: t("moving.bringIn"),
      });
      if (!sure) return;
    }
    dryRun.current = dry;
    void form.submit();
  };

  return (
    <Section
      title={t("moving.columns")}
      actions={
        <Button size="small" icon={RotateCcw} onClick={() => setAgain(true)}>
          {t("moving.readAgain")}
        </Button>
      }
    >
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault(); // Enter in a field tries; only its button brings in.
          void begin(true);
        }}
        className="space-y-5"
      >
        <Refused problem={form.problem ?? form.error("mapping/columns")} />
        <ul className="divide-y divide-line/60">
          {moving.header.map((column) => (
            <Column
              key={column}
              moving={moving}
              column={column}
              field={form.values.meanings[column] ?? ""}
              onChange={(field) =>
                form.set("meanings", withMeaning(form.values.meanings, column, field))
              }
            />
          ))}
        </ul>
        {left.length > 0 && (
          <p className="rounded-lg bg-warn-soft px-3 py-2 text-sm text-warn-text">
            {t("moving.leftOut", { columns: left.join(", ") })}
          </p>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label={t("moving.sourceName")}
            hint={t("moving.sourceNameHint")}
            error={form.error("mapping/name")}
            required
          >
            <Input {...text(form, "name")} maxLength={100} />
          </Field>
          {summary.kind !== "tickets" && (
            <Field label={t("moving.duplicates")}>
              <Select
                {...text(form, "duplicates")}
                options={[
                  { value: "skip", label: t("moving.duplicates.skip") },
                  { value: "update", label: t("moving.duplicates.update") },
                ]}
              />
            </Field>
          )}
          {summary.kind !== "customers" && (
            <Field label={t("moving.customer")} hint={t("moving.customerHint")} optional>
              <Input {...text(form, "customer")} maxLength={200} />
            </Field>
          )}
          {hasWords && (
            <Field label={t("moving.zone")} error={form.error("mapping/zone")}>
              <Input {...text(form, "zone")} maxLength={50} />
            </Field>
          )}
        </div>
        {hasWords && (
          <Words
            moving={moving}
            meanings={form.values.meanings}
            words={form.values.words}
            onChange={(words) => form.set("words", words)}
          />
        )}
        {summary.kind === "tickets" && (
          <Checkbox
            label={t("moving.makePersons")}
            checked={form.values.makePersons}
            onChange={(event) => form.set("makePersons", event.target.checked)}
          />
        )}
        <div className="sticky bottom-0 -mx-4 -mb-4 flex flex-wrap gap-2 rounded-b-xl border-t border-line bg-surface px-4 py-3">
          <Button
            look={wasTried ? "plain" : "main"}
            icon={FlaskConical}
            busy={form.busy}
            onClick={() => void begin(true)}
          >
            {t("moving.try")}
          </Button>
          <Button
            look={wasTried ? "main" : "plain"}
            icon={PackageOpen}
            busy={form.busy}
            onClick={() => void begin(false)}
          >
            {t("moving.bringIn")}
          </Button>
        </div>
      </form>
      {again && <UploadDialog again={moving} onClose={() => setAgain(false)} />}
    </Section>
  );
}

interface ColumnProps {
  moving: Moving;
  column: string;
  field: string;
  onChange(field: string): void;
}

function Column({ moving, column, field, onChange }: ColumnProps) {
  const { kind } = moving.summary;
  const shown = examples(moving, column);
  return (
    <li className="grid items-center gap-x-4 gap-y-1.5 py-2 sm:grid-cols-[minmax(0,1fr)_16rem]">
      <span className="min-w-0">
        <span className="font-medium [overflow-wrap:anywhere]">{column}</span>
        <span className="block truncate text-xs text-muted">
          {shown.length > 0 ? shown.join(" · ") : t("moving.emptyColumn")}
        </span>
      </span>
      <Field label={t("moving.meaningOf", { column })} hideLabel>
        <Select
          value={field}
          onChange={(event) => onChange(event.target.value)}
          empty={t("moving.notTaken")}
          options={moving.fields.map((one) => ({
            value: one.name,
            label: fieldText(kind, one.name) + (one.required ? " *" : ""),
          }))}
        />
      </Field>
    </li>
  );
}

interface WordsProps {
  moving: Moving;
  meanings: Meanings;
  words: WordMeaning[];
  onChange(words: WordMeaning[]): void;
}

const wordsMost = 1_000; // Rows that are looked through for words.

// Statuses, priorities, types and kinds that the last pass did not know, and those explained before.
function Words({ moving, meanings, words, onChange }: WordsProps) {
  const { moving: id, kind, endedAt, counts } = moving.summary;
  const key = counts.wrong > 0 ? `moving-words/${id}/${endedAt}` : undefined;
  const wrong = useResource(key, () =>
    allPages(
      (cursor) => api.moving.listRows({ moving: id, verdict: "wrong", limit: 200, cursor }),
      wordsMost,
    ),
  );
  const isSame = (a: WordMeaning, b: WordMeaning) => a.field === b.field && a.theirs === b.theirs;
  const asked = unknownWords(wrong.value ?? [], meanings);
  const all = [...words, ...asked.filter((one) => !words.some((word) => isSame(one, word)))];
  if (all.length === 0) return null;
  const change = (word: WordMeaning, ours: string) =>
    onChange([...words.filter((one) => !isSame(one, word)), { ...word, ours }]);
  return (
    <div className="space-y-2">
      <h3 className="text-sm font-medium">{t("moving.words")}</h3>
      <div className="grid gap-3 sm:grid-cols-2">
        {all.map((word) => (
          <Field
            key={`${word.field} ${word.theirs}`}
            label={`${fieldText(kind, word.field)}: ${word.theirs}`}
          >
            <Select
              value={word.ours}
              onChange={(event) => change(word, event.target.value)}
              empty={t("moving.wordUnknown")}
              options={(ourWords[word.field] ?? []).map((ours) => ({
                value: ours,
                label: say(`${kind}.${word.field}.${ours}`) ?? ours,
              }))}
            />
          </Field>
        ))}
      </div>
    </div>
  );
}
