// Absences that are not over: wished for by technicians, decided upon by whoever plans.

import { CalendarOff, Check, Trash2, X } from "lucide-react";
import { api } from "../api/client";
import type { Absence, AbsenceKind } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may, nameOf, useSession } from "../base/session";
import { instantOf } from "../base/time";
import { findStaff } from "../people/finders";
import { Badge, type Tone } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { confirm } from "../ui/confirm";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Checkbox, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import {
  absenceKinds,
  absencesKey,
  absenceTime,
  kindText,
  loadAbsences,
  refreshDuty,
  today,
} from "./duty_model";

const tones: Record<Absence["state"], Tone> = {
  wished: "warn",
  approved: "good",
  declined: "danger",
};

export function Absences() {
  const shown = useResource(absencesKey, loadAbsences);
  return (
    <When shown={shown}>
      {(list) =>
        list.items.length === 0 ? (
          <Empty icon={CalendarOff} title={t("tiers.noAbsences")} />
        ) : (
          <Section flush>
            <ul className="divide-y divide-line">
              {list.items.map((absence) => (
                <AbsenceRow key={absence.id} absence={absence} />
              ))}
            </ul>
          </Section>
        )
      }
    </When>
  );
}

function AbsenceRow({ absence }: { absence: Absence }) {
  const me = useSession().person;
  const plans = may("tiers.plan_duty");
  const wished = absence.state === "wished";
  const act = async (action: () => Promise<unknown>) => {
    if (await attempt(action)) refreshDuty();
  };
  const decide = (approve: boolean) =>
    act(() => api.tiers.decideAbsence({ absence: absence.id, approve }));
  const remove = async () => {
    const yes = await confirm({
      title: t("tiers.removeAbsence"),
      text: `${absence.name}, ${absenceTime(absence)}`,
      action: t("ui.remove"),
    });
    if (yes) await act(() => api.tiers.removeAbsence({ absence: absence.id }));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5">
      <span className="min-w-0 flex-1 basis-64">
        <span className="font-medium">{absence.name}</span>
        <span className="block text-xs text-muted">
          {absence.kind && `${kindText(absence.kind)} · `}
          {absenceTime(absence)}
          {absence.coverName && ` · ${t("tiers.coveredBy", { name: absence.coverName })}`}
        </span>
      </span>
      <Badge tone={tones[absence.state]}>
        {t(`tiers.absenceState.${absence.state}` as MessageId)}
      </Badge>
      {plans && wished && (
        <>
          <Button size="small" icon={Check} onClick={() => void decide(true)}>
            {t("tiers.approve")}
          </Button>
          <Button size="small" icon={X} onClick={() => void decide(false)}>
            {t("tiers.decline")}
          </Button>
        </>
      )}
      {(plans || (wished && absence.person === me)) && (
        <IconButton
          icon={Trash2}
          label={`${t("tiers.removeAbsence")}: ${absence.name}`}
          onClick={() => void remove()}
        />
      )}
    </li>
  );
}

interface Values {
  person: Found | undefined;
  kind: AbsenceKind;
  wholeDays: boolean;
  from: string;
  to: string;
  startsAt: string;
  endsAt: string;
  cover: Found | undefined;
}

const needed = (value: string) => (value ? undefined : "required");

const checkAbsence = ({ person, wholeDays, from, to, startsAt, endsAt }: Values) => ({
  person: person ? undefined : "required",
  ...(wholeDays
    ? { from: needed(from), to: needed(to) }
    : { startsAt: needed(startsAt), endsAt: needed(endsAt) }),
});

function wishOf(values: Values, me: number) {
  const { wholeDays, from, to, startsAt, endsAt } = values;
  const time = wholeDays
    ? { from, to }
    : { startsAt: instantOf(startsAt), endsAt: instantOf(endsAt) };
  const person = values.person && values.person.id !== me ? values.person.id : undefined;
  return { ...time, person, kind: values.kind, cover: values.cover?.id };
}

export function EnterAbsence({ onClose }: { onClose(): void }) {
  const session = useSession();
  const plans = may("tiers.plan_duty");
  const form = useForm<Values, Absence>({
    initial: {
      person: { id: session.person, label: nameOf(session) },
      kind: "holiday",
      wholeDays: true,
      from: today(),
      to: today(),
      startsAt: `${today()}T08:00`,
      endsAt: `${today()}T16:00`,
      cover: undefined,
    },
    check: checkAbsence,
    send: (values) => api.tiers.enterAbsence(wishOf(values, session.person)),
    done: () => {
      refreshDuty();
      onClose();
    },
  });
  const { values } = form;
  const [first, last] = values.wholeDays
    ? (["from", "to"] as const)
    : (["startsAt", "endsAt"] as const);
  const type = values.wholeDays ? "date" : "datetime-local";
  return (
    <Dialog
      open
      title={t(plans ? "tiers.enterAbsence" : "tiers.wishAbsence")}
      note={t(plans ? "tiers.enterAbsenceNote" : "tiers.wishAbsenceNote")}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {plans && (
          <Field label={t("tiers.who")} error={form.error("person")}>
            <Combobox
              name="person"
              chosen={values.person}
              onChoose={(found) => form.set("person", found)}
              find={findStaff}
            />
          </Field>
        )}
        <Field label={t("tiers.absenceKind")} error={form.error("kind")}>
          <Select
            {...text(form, "kind")}
            options={absenceKinds.map((kind) => ({ value: kind, label: kindText(kind) }))}
          />
        </Field>
        <Checkbox
          label={t("tiers.wholeDays")}
          checked={values.wholeDays}
          onChange={(event) => form.set("wholeDays", event.target.checked)}
        />
        <div className="grid gap-3 sm:grid-cols-2">
          <Field label={t("tiers.from")} error={form.error(first)} required>
            <Input {...text(form, first)} type={type} />
          </Field>
          <Field label={t("tiers.to")} error={form.error(last)} required>
            <Input {...text(form, last)} type={type} />
          </Field>
        </div>
        <Field
          label={t("tiers.cover")}
          error={form.error("cover")}
          hint={t("tiers.coverHint")}
          optional
        >
          <Combobox
            name="cover"
            chosen={values.cover}
            onChoose={(found) => form.set("cover", found)}
            find={findStaff}
          />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
