// Holiday sets: named lists of days off, written by hand or taken out of a calendar file, which is
// shown before anything is kept.

import { CalendarDays, FileUp, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { FreeDay, HolidayFile, HolidaySet, ImportedDays } from "../api/types";
import { base64 } from "../base/files";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { Rows } from "../people/editors";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Choice, Field, Input } from "../ui/field";
import { type Form, text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { dayText, loadSet, loadSets, setKey, setsKey, tookSet } from "./model";

type Open = "new" | { set: number; what: "edit" | "import" };

export function HolidaySets() {
  const [retired, setRetired] = useState(false);
  const [open, setOpen] = useState<Open>();
  const shown = useResource(setsKey(retired), () => loadSets(retired));
  const mayEdit = may("calendars.edit");
  const close = () => setOpen(undefined);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3 [&_legend]:sr-only">
        <Choice
          label={t("calendars.whichSets")}
          value={retired ? "retired" : "used"}
          onChange={(next) => setRetired(next === "retired")}
          options={[
            { value: "used", label: t("calendars.inUse") },
            { value: "retired", label: t("calendars.retiredOnes") },
          ]}
        />
        {mayEdit && (
          <Button look="main" icon={Plus} onClick={() => setOpen("new")}>
            {t("calendars.newSet")}
          </Button>
        )}
      </div>
      <Section flush>
        <When shown={shown} lines={3}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty
                icon={CalendarDays}
                title={t(retired ? "calendars.noneRetired" : "calendars.noSets")}
                text={retired ? undefined : t("calendars.noSetsText")}
              />
            ) : (
              <ul className="divide-y divide-line">
                {items.map((one) => (
                  <Line key={one.id} set={one} mayEdit={mayEdit} onOpen={setOpen} />
                ))}
              </ul>
            )
          }
        </When>
      </Section>
      {open === "new" && <SetDialog onClose={close} />}
      {typeof open === "object" && open.what === "edit" && (
        <EditSet id={open.set} onClose={close} />
      )}
      {typeof open === "object" && open.what === "import" && (
        <ImportDialog set={open.set} onClose={close} />
      )}
    </>
  );
}

interface LineProps {
  set: HolidaySet;
  mayEdit: boolean;
  onOpen(open: Open): void;
}

function Line({ set, mayEdit, onOpen }: LineProps) {
  const settle = (change: Promise<HolidaySet>) => attempt(async () => tookSet(await change));
  const wish = { set: set.id };
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-3 gap-y-1 px-4 py-1.5">
      <span className="min-w-0 font-medium [overflow-wrap:anywhere]">{set.name}</span>
      <Badge>{t("calendars.countOfDays", { count: set.total })}</Badge>
      <span className="min-w-0 flex-1 basis-40 text-xs text-muted">
        {set.calendars.length > 0
          ? t("calendars.usedBy", { calendars: set.calendars.join(", ") })
          : t("calendars.unused")}
      </span>
      {mayEdit && !set.retiredAt && (
        <span className="flex flex-wrap gap-1">
          <Button
            size="small"
            look="quiet"
            icon={FileUp}
            aria-label={t("calendars.importInto", { name: set.name })}
            onClick={() => onOpen({ set: set.id, what: "import" })}
          >
            {t("calendars.import")}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-label={t("calendars.editSetOf", { name: set.name })}
            onClick={() => onOpen({ set: set.id, what: "edit" })}
          >
            {t("calendars.change")}
          </Button>
          <Button
            size="small"
            look="quiet"
            aria-label={t("calendars.retireSetOf", { name: set.name })}
            onClick={() => void settle(api.calendars.retireHolidaySet(wish))}
          >
            {t("calendars.retire")}
          </Button>
        </span>
      )}
      {mayEdit && set.retiredAt && (
        <Button
          size="small"
          look="quiet"
          aria-label={t("calendars.putBackSetOf", { name: set.name })}
          onClick={() => void settle(api.calendars.putHolidaySetBack(wish))}
        >
          {t("calendars.putBack")}
        </Button>
      )}
    </li>
  );
}

// --- By hand

function EditSet({ id, onClose }: { id: number; onClose(): void }) {
  const shown = useResource(setKey(id), () => loadSet(id));
  if (shown.value) return <SetDialog set={shown.value} onClose={onClose} />;
  return (
    <Dialog open title={t("calendars.editSet")} onClose={onClose}>
      <When shown={shown} lines={6}>
        {() => null}
      </When>
    </Dialog>
  );
}

interface SetDialogProps {
  set?: HolidaySet;
  onClose(): void;
}

const daysOf = (days: FreeDay[]) =>
  days.filter((one) => one.day).map(({ day, label }) => ({ day, label: (label ?? "").trim() }));

function SetDialog({ set, onClose }: SetDialogProps) {
  const [{ version, before }] = useState({ version: set?.version ?? 0, before: set?.days ?? [] });
  const form = useForm({
    initial: { name: set?.name ?? "", days: before, holdsFrom: "" },
    check: (values) => ({ name: values.name.trim() ? undefined : "required" }),
    send: (values) => {
      const name = values.name.trim();
      const days = daysOf(values.days);
      if (!set) return api.calendars.addHolidaySet({ name, days });
      const holdsFrom = values.holdsFrom || undefined;
      return api.calendars.editHolidaySet({ set: set.id, name, days, holdsFrom }, { version });
    },
    done: (saved) => {
      tookSet(saved);
      onClose();
    },
  });
  return (
    <Dialog open wide title={t(set ? "calendars.editSet" : "calendars.newSet")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("calendars.name")} error={form.error("name")} required>
          <Input {...text(form, "name")} maxLength={120} autoFocus />
        </Field>
        <Days form={form} />
        {set && <HoldsFrom form={form} />}
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Days({ form }: { form: Form<{ name: string; days: FreeDay[]; holdsFrom: string }> }) {
  return (
    <Rows
      title={t("calendars.days")}
      add={t("calendars.addDay")}
      remove={t("ui.remove")}
      rows={form.values.days}
      fresh={{ day: "", label: "" }}
      onChange={(days) => form.set("days", days)}
    >
      {(one, at, set) => (
        <>
          <Field
            label={t("calendars.day")}
            error={form.error(`days/${at}/day`)}
            className="col-span-6 sm:col-span-2"
          >
            <Input
              name={`days/${at}/day`}
              type="date"
              value={one.day}
              onChange={(event) => set({ ...one, day: event.target.value })}
            />
          </Field>
          <Field
            label={t("calendars.why")}
            error={form.error(`days/${at}/label`)}
            className="col-span-6 sm:col-span-4"
          >
            <Input
              name={`days/${at}/label`}
              maxLength={200}
              value={one.label ?? ""}
              onChange={(event) => set({ ...one, label: event.target.value })}
            />
          </Field>
        </>
      )}
    </Rows>
  );
}

function HoldsFrom<Values extends { holdsFrom: string }>({ form }: { form: Form<Values> }) {
  return (
    <Field
      label={t("calendars.holdsFromTitle")}
      hint={t("calendars.setHoldsFromHint")}
      error={form.error("holdsFrom")}
      optional
    >
      <Input {...text(form, "holdsFrom" as const)} type="date" className="sm:w-48" />
    </Field>
  );
}

// --- Out of a file

interface ImportProps {
  set: number;
  onClose(): void;
}

function ImportDialog({ set, onClose }: ImportProps) {
  const [read, setRead] = useState<HolidayFile>();
  const form = useForm({
    initial: { content: "", days: "add" as ImportedDays, holdsFrom: "" },
    check: (values) => ({ content: values.content ? undefined : "required" }),
    // Twice: first it is only looked at.
    send: async (values): Promise<HolidaySet | undefined> => {
      if (read) {
        const holdsFrom = values.holdsFrom || undefined;
        return api.calendars.importHolidays({ ...values, set, holdsFrom });
      }
      setRead(await api.calendars.previewHolidayFile({ content: values.content }));
      return undefined;
    },
    done: (saved) => {
      if (!saved) return;
      tookSet(saved);
      onClose();
    },
  });
  const choose = async (file: File | undefined) => {
    setRead(undefined);
    form.set("content", file ? await base64(file) : "");
  };
  return (
    <Dialog open wide title={t("calendars.import")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("calendars.file")}
          hint={t("calendars.fileHint")}
          error={form.error("content")}
          required
        >
          <Input
            name="content"
            type="file"
            accept=".ics,text/calendar"
            onChange={(event) => void attempt(() => choose(event.target.files?.[0]))}
          />
        </Field>
        {read && (
          <>
            <section aria-label={t("calendars.found")} className="rounded-lg border border-line">
              <h3 className="border-b border-line px-3 py-1.5 text-sm">
                {t("calendars.foundDays", { count: read.days.length })}
              </h3>
              {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by keys */}
              <ul tabIndex={0} className="max-h-60 overflow-y-auto px-3 py-1.5 text-sm">
                {read.days.map((one) => (
                  <li key={one.day} className="flex flex-wrap gap-x-3">
                    <span className="min-w-36 tabular-nums">{dayText(one.day)}</span>
                    <span className="text-muted">{one.label}</span>
                  </li>
                ))}
              </ul>
            </section>
            <Choice
              label={t("calendars.known")}
              value={form.values.days}
              onChange={(days) => form.set("days", days)}
              options={[
                { value: "add", label: t("calendars.keep") },
                { value: "replace", label: t("calendars.replace") },
              ]}
            />
            <HoldsFrom form={form} />
          </>
        )}
        <Actions
          label={t(read ? "calendars.takeDays" : "calendars.look")}
          busy={form.busy}
          onCancel={onClose}
        />
      </form>
    </Dialog>
  );
}
