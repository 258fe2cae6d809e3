// A view while somebody writes it. A mistake in the condition is told by its place, and the cursor
// goes there.

import { Trash2 } from "lucide-react";
import { useLayoutEffect, useState } from "react";
import { api } from "../api/client";
import type { TicketView, ViewGrouping, ViewSort } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { Problem } from "../base/problem";
import { refresh } from "../base/resource";
import { may } from "../base/session";
import { Button } from "../ui/button";
import { confirm } from "../ui/confirm";
import { Actions, Dialog } from "../ui/dialog";
import { Checkbox, Field, Input, Select, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt, tell } from "../ui/toast";
import { countsKey, viewName, viewsKey } from "./views_model";

interface EditorProps {
  view?: TicketView; // Absent: a new one.
  condition: string;
  onClose(): void;
  onSaved(view: TicketView | undefined): void;
}

const sorts: ViewSort[] = ["activity", "quiet", "newest", "oldest", "due", "promise"];
const groupings: ViewGrouping[] = ["none", "status", "priority", "tier", "customer", "assignee"];

interface Values {
  namePl: string;
  nameEn: string;
  condition: string;
  sort: string;
  grouping: string;
  shared: boolean;
  place: string;
}

function initialOf({ view, condition }: EditorProps): Values {
  return {
    namePl: view?.namePl ?? "",
    nameEn: view?.nameEn ?? "",
    condition: view?.condition ?? condition,
    sort: view?.sort ?? "activity",
    grouping: view?.grouping ?? "none",
    shared: view?.shared ?? false,
    place: String(view?.place ?? ""),
  };
}

function save(values: Values, view: TicketView | undefined): Promise<TicketView> {
  const wish = {
    namePl: values.namePl.trim(),
    nameEn: values.shared ? values.nameEn.trim() : values.namePl.trim(),
    condition: values.condition,
    sort: values.sort as ViewSort,
    grouping: values.grouping as ViewGrouping,
  };
  const shared = values.shared || undefined;
  if (!view) return api.tickets.createView({ ...wish, shared });
  const change = {
    view: view.id,
    ...wish,
    shared: view.shared ? undefined : shared,
    place: Number(values.place) || undefined,
  };
  return api.tickets.editView(change, { version: view.version });
}

// Line and column, both from 1, of the first thing that cannot be read.
interface Place {
  line: number;
  column: number;
  suggestion?: string;
}

function placeOf(problem: unknown): Place | undefined {
  const field =
    problem instanceof Problem
      ? problem.fields.find((one) => one.pointer === "/condition")
      : undefined;
  const [line, column] = [Number(field?.params.line), Number(field?.params.column)];
  if (!line || !column) return undefined;
  const { suggestion } = field?.params ?? {};
  return { line, column, suggestion: suggestion ? String(suggestion) : undefined };
}

// Columns count characters as people do, the field counts in halves of the rare ones.
function pointAt(condition: string, { line, column }: Place): void {
  const lines = condition.split("\n");
  const before = lines.slice(0, line - 1).reduce((sum, one) => sum + one.length + 1, 0);
  const inLine = [...(lines[line - 1] ?? "")].slice(0, column - 1).join("").length;
  const field = document.querySelector<HTMLTextAreaElement>('textarea[name="condition"]');
  field?.focus();
  field?.setSelectionRange(before + inLine, before + inLine);
}

function settled() {
  forgetPages();
  refresh(viewsKey);
  refresh(countsKey);
}

export function ViewEditor(props: EditorProps) {
  const { view, onClose, onSaved } = props;
  const [place, setPlace] = useState<Place>();
  const form = useForm<Values, TicketView>({
    initial: initialOf(props),
    check: (values) => ({
      namePl: values.namePl.trim() ? undefined : "required",
      nameEn: !values.shared || values.nameEn.trim() ? undefined : "required",
    }),
    send: async (values) => {
      try {
        setPlace(undefined);
        return await save(values, view);
      } catch (problem) {
        // The form tells what is wrong; here only where.
        setPlace(placeOf(problem));
        throw problem;
      }
    },
    done: (saved) => {
      settled();
      onClose();
      onSaved(saved);
    },
  });
  const maySave = may("tickets.share_views");

  // With the complaint, not after it: a cursor that jumps later lands in what is typed by then.
  const { condition } = form.values;
  const complaint = form.error("condition");
  useLayoutEffect(() => {
    if (place && complaint) pointAt(condition, place);
  }, [condition, place, complaint]);

  const remove = async () => {
    if (!view) return;
    const sure = await confirm({
      title: t("tickets.deleteView"),
      text: t(view.shared ? "tickets.deleteSharedText" : "tickets.deleteViewText", {
        name: viewName(view),
      }),
      action: t("tickets.deleteView"),
    });
    if (!sure) return;
    const done = await attempt(() => api.tickets.deleteView({ view: view.id }));
    if (!done) return;
    tell(t("tickets.viewDeleted", { name: viewName(view) }));
    settled();
    onClose();
    onSaved(undefined);
  };

  return (
    <Dialog
      open
      wide
      title={view ? t("tickets.editView") : t("tickets.saveView")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field
            label={t(form.values.shared ? "tickets.viewNamePl" : "tickets.viewName")}
            error={form.error("namePl")}
            required
          >
            <Input {...text(form, "namePl")} maxLength={60} autoFocus />
          </Field>
          {form.values.shared && (
            <Field label={t("tickets.viewNameEn")} error={form.error("nameEn")} required>
              <Input {...text(form, "nameEn")} maxLength={60} />
            </Field>
          )}
        </div>
        <Field
          label={t("tickets.condition")}
          hint={t("tickets.conditionHint")}
          error={wrongAt(complaint, place)}
        >
          <Textarea
            {...text(form, "condition")}
            rows={3}
            maxLength={4_000}
            spellCheck={false}
            className="font-mono text-xs"
          />
        </Field>
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tickets.sort")} error={form.error("sort")}>
            <Select {...text(form, "sort")} options={sorts.map(optionOf("tickets.sort"))} />
          </Field>
          <Field label={t("tickets.grouping")} error={form.error("grouping")}>
            <Select
              {...text(form, "grouping")}
              options={groupings.map(optionOf("tickets.grouping"))}
            />
          </Field>
        </div>
        {view && (
          <Field label={t("tickets.viewPlace")} error={form.error("place")} className="w-32">
            <Input {...text(form, "place")} type="number" min={1} max={10_000} />
          </Field>
        )}
        {maySave && !view?.shared && (
          <Checkbox
            label={t("tickets.shareView")}
            hint={t("tickets.shareViewHint")}
            checked={form.values.shared}
            onChange={(event) => form.set("shared", event.target.checked)}
          />
        )}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose}>
          {view && (
            <Button look="quiet" icon={Trash2} className="ml-auto" onClick={remove}>
              {t("tickets.deleteView")}
            </Button>
          )}
        </Actions>
      </form>
    </Dialog>
  );
}

const optionOf = (prefix: string) => (value: string) => ({
  value,
  label: t(`${prefix}.${value}` as MessageId),
});

function wrongAt(error: string | undefined, place: Place | undefined): string | undefined {
  if (!error || !place) return error;
  const where = t("tickets.conditionPlace", { line: place.line, column: place.column });
  const hint = place.suggestion
    ? ` ${t("tickets.conditionSuggestion", { suggestion: place.suggestion })}`
    : "";
  return `${where} ${error}${hint}`;
}
