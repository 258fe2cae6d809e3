// Everybody's working time: the weekly pattern, single shifts, and what one takes automatically.

import { useNavigate } from "@tanstack/react-router";
import { Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Technician, WeekPattern } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may, useSession } from "../base/session";
import { date, instantOf, moment } from "../base/time";
import { HoursEditor, HoursText } from "../people/editors";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Input, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Facts, Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import {
  loadTechnician,
  patternsFrom,
  readWeek,
  refreshDuty,
  technicianKey,
  today,
  type WeekTexts,
  weekError,
  weekTexts,
} from "./duty_model";
import { loadStructure, nameIn, structureKey } from "./model";

export function People({ chosen }: { chosen: number | undefined }) {
  const shown = useResource(structureKey, loadStructure);
  const me = useSession().person;
  const navigate = useNavigate();
  return (
    <When shown={shown} lines={6}>
      {({ tiers }) => {
        const members = tiers.flatMap((tier) => tier.members);
        if (members.length === 0) {
          return <Empty title={t("tiers.noMembers")} text={t("tiers.noMembersText")} />;
        }
        const own = members.find((member) => member.person === me);
        const person = chosen ?? (own ?? members[0])?.person ?? me;
        return (
          <div className="grid items-start gap-4 md:grid-cols-[14rem_minmax(0,1fr)]">
            <nav aria-label={t("tiers.members")} className="space-y-3">
              {tiers.map((tier) => (
                <div key={tier.number}>
                  <h2 className="mb-1 px-2.5 text-xs font-medium text-muted">
                    {tier.number}. {nameIn(tier)}
                  </h2>
                  {tier.members.map((member) => (
                    <button
                      key={member.person}
                      type="button"
                      aria-current={member.person === person ? "true" : undefined}
                      onClick={() =>
                        void navigate({
                          to: "/duty",
                          search: { tab: "people", person: member.person },
                          replace: true,
                        })
                      }
                      className={cx(
                        "flex min-h-9 w-full items-center rounded-lg px-2.5 text-left text-sm",
                        member.person === person
                          ? "bg-accent-soft font-medium text-accent-text"
                          : "hover:bg-hover",
                      )}
                    >
                      {member.name}
                    </button>
                  ))}
                </div>
              ))}
            </nav>
            <Card key={person} person={person} />
          </div>
        );
      }}
    </When>
  );
}

type Open = "card" | "pattern" | "shift" | undefined;

function Card({ person }: { person: number }) {
  const shown = useResource(technicianKey(person), () => loadTechnician(person));
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const plans = may("tiers.plan_duty");
  const remove = async (action: () => Promise<unknown>) => {
    if (await attempt(action)) refreshDuty();
  };
  return (
    <When shown={shown}>
      {(technician) => (
        <div className="space-y-4">
          <Section
            title={technician.name}
            actions={
              plans && (
                <Button size="small" icon={Pencil} onClick={() => setOpen("card")}>
                  {t("ui.edit")}
                </Button>
              )
            }
          >
            <Facts
              facts={[
                {
                  name: t("tiers.capacity"),
                  value: technician.capacity ?? t("tiers.noCapacity"),
                },
                { name: t("tiers.base"), value: technician.base },
                { name: t("tiers.area"), value: technician.area },
              ]}
            />
          </Section>
          <Section
            flush
            title={t("tiers.patterns")}
            actions={
              plans && (
                <Button size="small" icon={Plus} onClick={() => setOpen("pattern")}>
                  {t("tiers.newPattern")}
                </Button>
              )
            }
          >
            <Patterns
              technician={technician}
              remove={
                plans
                  ? (pattern) => void remove(() => api.tiers.removePattern({ pattern: pattern.id }))
                  : undefined
              }
            />
          </Section>
          <Section
            flush
            title={t("tiers.singleShifts")}
            actions={
              plans && (
                <Button size="small" icon={Plus} onClick={() => setOpen("shift")}>
                  {t("tiers.newShift")}
                </Button>
              )
            }
          >
            {technician.shifts.length === 0 ? (
              <p className="p-4 text-muted">{t("tiers.noSingleShifts")}</p>
            ) : (
              <ul className="divide-y divide-line">
                {technician.shifts.map((shift) => (
                  <li key={shift.id} className="flex items-center gap-3 px-4 py-2">
                    <span className="flex-1 tabular-nums">
                      {moment(shift.startsAt)} – {moment(shift.endsAt)}
                    </span>
                    {plans && (
                      <IconButton
                        icon={Trash2}
                        label={`${t("tiers.removeShift")}: ${moment(shift.startsAt)}`}
                        onClick={() =>
                          void remove(() => api.tiers.removeShift({ shift: shift.id }))
                        }
                      />
                    )}
                  </li>
                ))}
              </ul>
            )}
          </Section>
          {open === "card" && <EditCard technician={technician} onClose={close} />}
          {open === "pattern" && <NewPattern technician={technician} onClose={close} />}
          {open === "shift" && <NewShift technician={technician} onClose={close} />}
        </div>
      )}
    </When>
  );
}

interface PatternsProps {
  technician: Technician;
  remove?(pattern: WeekPattern): void;
}

function Patterns({ technician, remove }: PatternsProps) {
  const patterns = patternsFrom(technician, today());
  if (patterns.length === 0) return <p className="p-4 text-muted">{t("tiers.noPattern")}</p>;
  return (
    <ul className="divide-y divide-line">
      {patterns.map((pattern) => (
        <li key={pattern.id} className="flex items-start gap-3 px-4 py-2.5">
          <span className="min-w-0 flex-1">
            <span className="block text-xs text-muted">
              {t("tiers.validFrom", { date: date(`${pattern.validFrom}T12:00`) })}
            </span>
            {pattern.spans.length === 0 ? t("tiers.worksNot") : <HoursText hours={pattern.spans} />}
          </span>
          {remove && (
            <IconButton
              icon={Trash2}
              label={`${t("tiers.removePattern")}: ${date(`${pattern.validFrom}T12:00`)}`}
              onClick={() => remove(pattern)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

interface EditProps {
  technician: Technician;
  onClose(): void;
}

function EditCard({ technician, onClose }: EditProps) {
  const form = useForm({
    initial: {
      automatic: technician.capacity !== undefined,
      capacity: String(technician.capacity ?? 10),
      base: technician.base,
      area: technician.area,
    },
    check: ({ automatic, capacity }) => ({
      capacity: !automatic || /^\d{1,4}$/.test(capacity.trim()) ? undefined : "wrong_type",
    }),
    send: ({ automatic, capacity, base, area }) =>
      api.tiers.editTechnician(
        { person: technician.person, capacity: automatic ? Number(capacity) : null, base, area },
        { version: technician.version },
      ),
    done: () => {
      refreshDuty();
      onClose();
    },
  });
  return (
    <Dialog open title={technician.name} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Checkbox
          label={t("tiers.automatic")}
          hint={t("tiers.automaticHint")}
          checked={form.values.automatic}
          onChange={(event) => form.set("automatic", event.target.checked)}
        />
        {form.values.automatic && (
          <Field label={t("tiers.capacity")} error={form.error("capacity")}>
            <Input {...text(form, "capacity")} inputMode="numeric" />
          </Field>
        )}
        <Field
          label={t("tiers.base")}
          error={form.error("base")}
          hint={t("tiers.baseHint")}
          optional
        >
          <Input {...text(form, "base")} maxLength={200} />
        </Field>
        <Field
          label={t("tiers.area")}
          error={form.error("area")}
          hint={t("tiers.areaHint")}
          optional
        >
          <Textarea {...text(form, "area")} rows={2} maxLength={1000} />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function NewPattern({ technician, onClose }: EditProps) {
  const now = patternsFrom(technician, today())[0];
  const form = useForm<{ validFrom: string; spans: WeekTexts }, Technician>({
    initial: { validFrom: today(), spans: weekTexts(now?.spans) },
    check: ({ validFrom, spans }) => ({
      validFrom: validFrom ? undefined : "required",
      spans: readWeek(spans) ? undefined : "tiers.span_malformed",
    }),
    send: ({ validFrom, spans }) =>
      api.tiers.setPattern({ person: technician.person, validFrom, spans: readWeek(spans) ?? [] }),
    done: () => {
      refreshDuty();
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.newPattern")} note={technician.name} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tiers.validFromLabel")} error={form.error("validFrom")} required>
          <Input {...text(form, "validFrom")} type="date" />
        </Field>
        <HoursEditor
          field="spans"
          value={form.values.spans}
          error={weekError(form, "spans")}
          legend={t("tiers.weeklyShifts")}
          hint={t("tiers.shiftsHint")}
          onChange={(spans) => form.set("spans", spans)}
        />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function NewShift({ technician, onClose }: EditProps) {
  const form = useForm({
    initial: { startsAt: `${today()}T08:00`, endsAt: `${today()}T16:00` },
    check: ({ startsAt, endsAt }) => ({
      startsAt: startsAt ? undefined : "required",
      endsAt: endsAt ? undefined : "required",
    }),
    send: ({ startsAt, endsAt }) =>
      api.tiers.addShift({
        person: technician.person,
        startsAt: instantOf(startsAt),
        endsAt: instantOf(endsAt),
      }),
    done: () => {
      refreshDuty();
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.newShift")} note={t("tiers.newShiftNote")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tiers.from")} error={form.error("startsAt")} required>
            <Input {...text(form, "startsAt")} type="datetime-local" />
          </Field>
          <Field label={t("tiers.to")} error={form.error("endsAt")} required>
            <Input {...text(form, "endsAt")} type="datetime-local" />
          </Field>
        </div>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
