// Files that were brought in, and the way to bring in another one.

import { Link } from "@tanstack/react-router";
import { PackageOpen, Upload } from "lucide-react";
import { useRef, useState } from "react";
import { api } from "../api/client";
import type { Moving, MovingKind, MovingSummary } from "../api/types";
import { useCommands } from "../base/commands";
import { base64 } from "../base/files";
import { go } from "../base/go";
import { t } from "../base/i18n";
import { usePages } from "../base/pages";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { DropZone } from "../tickets/files";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Empty } from "../ui/empty";
import { Choice, Field, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { ListBody } from "../ui/list";
import { Page } from "../ui/page";
import { Refused } from "../ui/refused";
import { encodings, kinds, kindText, separators, stateText, stateTone } from "./model";

export function Movings() {
  const pages = usePages("movings", (cursor) => api.moving.list({ cursor }));
  const [open, setOpen] = useState(false);
  useCommands([
    {
      id: "moving.upload",
      title: "moving.upload",
      group: "moving.moving",
      keys: "u",
      icon: Upload,
      run: () => setOpen(true),
    },
  ]);
  return (
    <Page
      title={t("moving.moving")}
      actions={
        <Button look="main" icon={Upload} onClick={() => setOpen(true)}>
          {t("moving.upload")}
        </Button>
      }
    >
      <p className="mb-4 max-w-2xl text-muted">{t("moving.note")}</p>
      <ListBody
        pages={pages}
        empty={<Empty icon={PackageOpen} title={t("moving.none")} text={t("moving.noneText")} />}
      >
        <ul className="divide-y divide-line">
          {pages.rows.map((one) => (
            <Row key={one.moving} moving={one} />
          ))}
        </ul>
        {!pages.complete && (
          <div className="border-t border-line p-3 text-center">
            <Button size="small" busy={pages.loading} onClick={pages.more}>
              {t("moving.more")}
            </Button>
          </div>
        )}
      </ListBody>
      {open && <UploadDialog onClose={() => setOpen(false)} />}
    </Page>
  );
}

function Row({ moving }: { moving: MovingSummary }) {
  return (
    <li>
      <Link
        to="/moving/$moving"
        params={{ moving: String(moving.moving) }}
        className="grid gap-x-4 gap-y-1 px-4 py-3 hover:bg-hover sm:grid-cols-[7rem_1fr_auto]"
      >
        <span className="text-muted">{kindText(moving.kind)}</span>
        <span className="min-w-0 [overflow-wrap:anywhere]">
          <span className="font-medium">{moving.fileName}</span>
          <span className="block text-xs text-muted">
            {[moving.source, moment(moving.createdAt), moving.byName].filter(Boolean).join(" · ")}
          </span>
        </span>
        <span className="flex flex-wrap items-center gap-2">
          <Badge tone={stateTone[moving.state]}>{stateText(moving.state)}</Badge>
          <span className="text-xs text-muted">
            {t("moving.rowsInAll", { rows: moving.total })}
          </span>
        </span>
      </Link>
    </li>
  );
}

interface UploadProps {
  again?: Moving; // The same file, read otherwise: it must be chosen once more.
  onClose(): void;
}

export function UploadDialog({ again, onClose }: UploadProps) {
  const [file, setFile] = useState<File>();
  const input = useRef<HTMLInputElement>(null);
  const form = useForm({
    initial: {
      kind: (again?.summary.kind ?? "customers") as MovingKind,
      source: again?.summary.source ?? "",
      encoding: again?.form.encoding ?? "",
      separator: again?.form.separator ?? "",
      sheet: again?.form.sheet ?? "",
    },
    check: () => ({ content: file ? undefined : "required" }),
    send: async (values) =>
      api.moving.upload({
        kind: values.kind,
        name: file?.name ?? "",
        content: file ? await base64(file) : "",
        source: values.source || undefined,
        encoding: (values.encoding || undefined) as Moving["form"]["encoding"],
        separator: (values.separator || undefined) as Moving["form"]["separator"],
        sheet: values.sheet || undefined,
      }),
    done: (moving) => go("/moving/$moving", { moving: String(moving.summary.moving) }),
  });
  const kind = form.values.kind;
  const sources = useResource(`moving-sources/${kind}`, () => api.moving.listSources({ kind }));
  const names = sources.value?.items.map((one) => one.name) ?? [];
  const isTable = !file || !/\.xlsx$/i.test(file.name);
  return (
    <Dialog open title={t("moving.upload")} note={t("moving.uploadNote")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Choice
          label={t("moving.what")}
          value={kind}
          options={kinds.map((one) => ({ value: one, label: kindText(one) }))}
          onChange={(value) => form.set("kind", value)}
        />
        <DropZone onDrop={([dropped]) => dropped && setFile(dropped)} className="rounded-lg">
          <Field label={t("moving.file")} error={form.error("content")} required>
            <div className="flex flex-wrap items-center gap-2 rounded-lg border border-dashed border-edge p-3">
              <Button icon={Upload} onClick={() => input.current?.click()}>
                {t("moving.choose")}
              </Button>
              <span className="min-w-0 flex-1 text-sm text-muted [overflow-wrap:anywhere]">
                {file?.name ?? t("moving.dropHere")}
              </span>
              <input
                ref={input}
                type="file"
                name="content"
                aria-label={t("moving.file")}
                accept=".csv,.txt,.tsv,.xlsx"
                className="sr-only"
                tabIndex={-1}
                onChange={(event) => setFile(event.target.files?.[0])}
              />
            </div>
          </Field>
        </DropZone>
        {names.length > 0 && (
          <Field label={t("moving.source")} hint={t("moving.sourceHint")} optional>
            <Select
              {...text(form, "source")}
              empty={t("moving.newSource")}
              options={names.map((name) => ({ value: name, label: name }))}
            />
          </Field>
        )}
        <details className="group" open={Boolean(again)}>
          <summary className="cursor-pointer text-sm text-accent-text">
            {t("moving.howToRead")}
          </summary>
          <div className="mt-3 grid gap-4 sm:grid-cols-2">
            {isTable ? (
              <>
                <Field label={t("moving.encoding")}>
                  <Select
                    {...text(form, "encoding")}
                    empty={t("moving.guess")}
                    options={encodings.map((one) => ({ value: one, label: one }))}
                  />
                </Field>
                <Field label={t("moving.separator")}>
                  <Select
                    {...text(form, "separator")}
                    empty={t("moving.guess")}
                    options={separators.map((one) => ({
                      value: one,
                      label: t(`moving.separator.${one}`),
                    }))}
                  />
                </Field>
              </>
            ) : (
              <Field label={t("moving.sheet")} hint={t("moving.sheetHint")} optional>
                <input {...text(form, "sheet")} className="field" maxLength={255} />
              </Field>
            )}
          </div>
        </details>
        <Actions label={t("moving.read")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
