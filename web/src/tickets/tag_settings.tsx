// The words of the house: how often each is used, and, for those who configure the desk, its name
// and what it is merged into.

import { Merge, Pencil, Tag as TagIcon } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Tag } from "../api/types";
import { t } from "../base/i18n";
import { usePages } from "../base/pages";
import { may } from "../base/session";
import { Button } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { ListFilter } from "../ui/list";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { findTags, usesText } from "./tag_finders";

type OpenForm = { what: "rename" | "merge"; tag: Tag };

export function Tags() {
  const [q, setQ] = useState("");
  const [open, setOpen] = useState<OpenForm>();
  const pages = usePages(`tags?${q}`, (cursor) =>
    api.tickets.listTags({ q: q.slice(0, 40) || undefined, cursor, limit: 100 }),
  );
  const known = pages.rows.length > 0 ? pages.rows : undefined;
  const mayEdit = may("tickets.configure");
  const close = () => {
    setOpen(undefined);
    pages.again();
  };
  return (
    <Section
      title={t("tickets.tags")}
      flush
      actions={<ListFilter label={t("tickets.tagSearch")} value={q} onChange={setQ} />}
    >
      <When
        shown={{ ...pages, value: pages.loading || pages.error ? known : pages.rows }}
        lines={4}
      >
        {(rows) =>
          rows.length === 0 ? (
            <Empty
              icon={TagIcon}
              title={t(q ? "ui.nothingFound" : "tickets.noTags")}
              text={q ? undefined : t("tickets.noTagsText")}
            />
          ) : (
            <ul className="divide-y divide-line">
              {rows.map((tag) => (
                <li
                  key={tag.id}
                  className="flex min-h-11 flex-wrap items-center gap-x-3 py-1.5 px-4"
                >
                  <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{tag.name}</span>
                  <span className="text-xs text-muted">{usesText(tag)}</span>
                  {mayEdit && (
                    <span className="flex gap-1">
                      <Button
                        size="small"
                        look="quiet"
                        icon={Pencil}
                        aria-label={t("tickets.renameTagOf", { name: tag.name })}
                        onClick={() => setOpen({ what: "rename", tag })}
                      >
                        {t("tickets.renameTag")}
                      </Button>
                      <Button
                        size="small"
                        look="quiet"
                        icon={Merge}
                        aria-label={t("tickets.mergeTagOf", { name: tag.name })}
                        onClick={() => setOpen({ what: "merge", tag })}
                      >
                        {t("tickets.mergeTag")}
                      </Button>
                    </span>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </When>
      {!pages.complete && pages.rows.length > 0 && (
        <div className="border-t border-line px-4 py-2">
          <Button size="small" busy={pages.loading} onClick={pages.more}>
            {t("tickets.time.more")}
          </Button>
        </div>
      )}
      {open?.what === "rename" && <Rename tag={open.tag} onClose={close} />}
      {open?.what === "merge" && <MergeInto tag={open.tag} onClose={close} />}
    </Section>
  );
}

interface TagProps {
  tag: Tag;
  onClose(): void;
}

function Rename({ tag, onClose }: TagProps) {
  const form = useForm({
    initial: { name: tag.name },
    check: (values) => ({ name: values.name.trim() ? undefined : "required" }),
    send: (values) =>
      api.tickets.renameTag({ tag: tag.id, name: values.name.trim() }, { version: tag.version }),
    done: onClose,
  });
  return (
    <Dialog open title={t("tickets.renameTag")} note={tag.name} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.tagName")} error={form.error("name")} required>
          <Input {...text(form, "name")} maxLength={40} />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function MergeInto({ tag, onClose }: TagProps) {
  const form = useForm({
    initial: { into: undefined as Found | undefined },
    check: (values) => ({ into: values.into ? undefined : "required" }),
    send: (values) => api.tickets.mergeTag({ tag: tag.id, into: values.into?.id ?? 0 }),
    done: onClose,
  });
  const others = async (words: string) =>
    (await findTags(words)).filter((one) => one.id !== tag.id);
  return (
    <Dialog open title={t("tickets.mergeTag")} note={tag.name} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-72 space-y-4">
        <Refused problem={form.problem} />
        <p className="text-muted">{t("tickets.mergeHint", { name: tag.name })}</p>
        <Field label={t("tickets.mergeInto")} error={form.error("into")} required>
          <Combobox
            name="into"
            chosen={form.values.into}
            onChoose={(found) => form.set("into", found)}
            find={others}
          />
        </Field>
        <Actions label={t("tickets.mergeTag")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
