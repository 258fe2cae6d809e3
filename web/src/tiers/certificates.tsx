// Certificates: rows with what can be done to them, the form, and everybody's for a lead.

import { BadgeCheck, BellOff, Download, Pencil, ShieldCheck, Trash2 } from "lucide-react";
import { useRef, useState } from "react";
import { api } from "../api/client";
import type { Certificate, CertificateState } from "../api/types";
import { base64 } from "../base/files";
import { locale, type MessageId, t } from "../base/i18n";
import { usePages } from "../base/pages";
import { refresh } from "../base/resource";
import { may, useSession } from "../base/session";
import { bytesText } from "../base/text";
import { date } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { confirm } from "../ui/confirm";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { Choice, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { certificateTone, lastDay, skillsKey, useCatalogue, validText } from "./skill_model";

const fileAddress = (one: Certificate) => `/api/v1/certificates/${one.id}/file`;

interface RowsProps {
  certificates: Certificate[];
  named?: boolean; // With the name of the person.
  onChanged?(): void;
}

export function CertificateRows({ certificates, named, onChanged }: RowsProps) {
  const [editing, setEditing] = useState<Certificate>();
  const changed = () => {
    refresh(skillsKey);
    onChanged?.();
  };
  return (
    <>
      <ul className="divide-y divide-line/60">
        {certificates.map((one) => (
          <Row
            key={one.id}
            certificate={one}
            named={named}
            edit={() => setEditing(one)}
            changed={changed}
          />
        ))}
      </ul>
      {editing && (
        <EditCertificate
          person={editing.person}
          certificate={editing}
          onClose={() => setEditing(undefined)}
          onChanged={onChanged}
        />
      )}
    </>
  );
}

interface RowProps {
  certificate: Certificate;
  named?: boolean;
  edit(): void;
  changed(): void;
}

function Row({ certificate: one, named, edit, changed }: RowProps) {
  const lead = may("tiers.edit_skills");
  const own = useSession().person === one.person;
  const facts = [
    one.issuer,
    one.number && t("tiers.numberIs", { number: one.number }),
    t("tiers.issuedOnIs", { day: date(one.issuedOn) }),
  ].filter(Boolean);
  return (
    <li className="flex flex-wrap items-start gap-x-3 gap-y-1.5 px-4 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium [overflow-wrap:anywhere]">
          {named && <span className="mr-1.5">{one.personName} ·</span>}
          {one.name}
        </p>
        <p className="text-xs text-muted [overflow-wrap:anywhere]">{facts.join(" · ")}</p>
        <p className="mt-1.5 flex flex-wrap gap-1.5">
          <Badge tone={certificateTone(one)}>{validText(one)}</Badge>
          {!one.confirmed && <Badge tone="info">{t("tiers.unconfirmed")}</Badge>}
          {one.reminded !== undefined && one.reminded !== null && (
            <Badge tone="warn">
              {one.reminded > 0
                ? t("tiers.remindedDays", { days: one.reminded })
                : t("tiers.remindedLapsed")}
            </Badge>
          )}
        </p>
      </div>
      <RowActions {...{ one, lead, own, edit, changed }} />
    </li>
  );
}

interface RowActionsProps {
  one: Certificate;
  lead: boolean;
  own: boolean;
  edit(): void;
  changed(): void;
}

function RowActions({ one, lead, own, edit, changed }: RowActionsProps) {
  const wish = { certificate: one.id };
  const run = async (action: () => Promise<unknown>) => {
    if (await attempt(action)) changed();
  };
  const remove = async () => {
    const yes = await confirm({
      title: t("tiers.removeCertificate"),
      text: t("tiers.removeCertificateText", { name: one.name }),
      action: t("ui.remove"),
    });
    if (yes) await run(() => api.tiers.removeCertificate(wish));
  };
  const label = (id: MessageId) => `${t(id)}: ${one.name}`;
  return (
    <span className="flex flex-wrap items-center">
      {lead && !one.confirmed && (
        <Button
          size="small"
          icon={ShieldCheck}
          className="mr-1"
          onClick={() => void run(() => api.tiers.confirmCertificate(wish))}
        >
          {t("tiers.confirmCertificate")}
        </Button>
      )}
      {lead && one.reminded !== undefined && one.reminded !== null && (
        <IconButton
          icon={BellOff}
          label={label("tiers.putAside")}
          onClick={() => void run(() => api.tiers.putReminderAside(wish))}
        />
      )}
      {one.file && (
        <a
          href={fileAddress(one)}
          download={one.file.name}
          title={`${one.file.name} · ${bytesText(one.file.bytes, locale())}`}
          aria-label={`${label("tiers.file")} (${one.file.name})`}
          className="inline-flex size-9 shrink-0 items-center justify-center rounded-lg text-muted hover:bg-hover hover:text-ink"
        >
          <Download aria-hidden size={18} />
        </a>
      )}
      {(lead || own) && (
        <>
          <IconButton icon={Pencil} label={label("tiers.editCertificate")} onClick={edit} />
          <IconButton
            icon={Trash2}
            label={label("tiers.removeCertificate")}
            onClick={() => void remove()}
          />
        </>
      )}
    </span>
  );
}

// --- The form

interface EditProps {
  person: number;
  certificate?: Certificate; // Without it, a new one.
  onClose(): void;
  onChanged?(): void;
}

interface Values {
  kind: string;
  name: string;
  issuer: string;
  number: string;
  issuedOn: string;
  expiresOn: string;
  file: File | undefined;
}

function checkValues(values: Values, isNew: boolean) {
  const expired = values.expiresOn && values.expiresOn < values.issuedOn;
  return {
    name: isNew && !values.kind && !values.name.trim() ? "required" : undefined,
    issuedOn: values.issuedOn ? undefined : "required",
    expiresOn: expired ? "tiers.expires_before_issue" : undefined,
  };
}

// The paper is sent once the certificate is there. `saved` hears of it at once: should the paper not
// get through, the next try is about this certificate.
async function send(
  values: Values,
  person: number,
  { before, saved: keep }: { before: Certificate | undefined; saved(one: Certificate): void },
) {
  const { issuer, number, issuedOn } = values;
  const saved = before
    ? await api.tiers.editCertificate(
        {
          certificate: before.id,
          issuer,
          number,
          issuedOn,
          expiresOn: values.expiresOn || null,
        },
        { version: before.version },
      )
    : await api.tiers.addCertificate({
        person,
        kind: Number(values.kind) || undefined,
        name: values.kind ? "" : values.name,
        issuer,
        number,
        issuedOn,
        expiresOn: values.expiresOn || undefined,
      });
  keep(saved);
  if (!values.file) return saved;
  const { file } = values;
  return api.tiers.attachCertificateFile({
    certificate: saved.id,
    name: file.name,
    content: await base64(file),
  });
}

export function EditCertificate({ person, certificate, onClose, onChanged }: EditProps) {
  const catalogue = useCatalogue();
  const isNew = !certificate;
  const saved = useRef<Certificate>(undefined);
  const form = useForm<Values, Certificate>({
    initial: {
      kind: "",
      name: certificate?.name ?? "",
      issuer: certificate?.issuer ?? "",
      number: certificate?.number ?? "",
      issuedOn: certificate?.issuedOn ?? "",
      expiresOn: certificate?.expiresOn ?? "",
      file: undefined,
    },
    check: (values) => checkValues(values, isNew),
    send: (values) =>
      send(values, person, {
        before: saved.current ?? certificate,
        saved: (one) => {
          saved.current = one;
        },
      }),
    done: () => {
      refresh(skillsKey);
      onChanged?.();
      onClose();
    },
  });
  const { values } = form;
  // What is usual for the kind; whoever knows better writes over it.
  const propose = (kind: string, issuedOn: string) => {
    const known = catalogue.kinds.find((one) => String(one.id) === kind);
    if (known?.months && issuedOn) form.set("expiresOn", lastDay(issuedOn, known.months));
  };
  return (
    <Dialog
      open
      title={t(isNew ? "tiers.addCertificate" : "tiers.editCertificate")}
      note={isNew ? undefined : certificate.name}
      onClose={onClose}
    >
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        {isNew && (
          <Field label={t("tiers.kind")} error={form.error("kind")}>
            <Select
              {...text(form, "kind")}
              empty={t("tiers.otherKind")}
              options={catalogue.kinds.map((one) => ({ value: String(one.id), label: one.name }))}
              onChange={(event) => {
                form.set("kind", event.target.value);
                propose(event.target.value, values.issuedOn);
              }}
            />
          </Field>
        )}
        {isNew && !values.kind && (
          <Field label={t("tiers.certificateName")} error={form.error("name")} required>
            <Input {...text(form, "name")} maxLength={100} />
          </Field>
        )}
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t("tiers.issuer")} error={form.error("issuer")} optional>
            <Input {...text(form, "issuer")} maxLength={100} />
          </Field>
          <Field label={t("tiers.number")} error={form.error("number")} optional>
            <Input {...text(form, "number")} maxLength={60} />
          </Field>
          <Field label={t("tiers.issuedOn")} error={form.error("issuedOn")} required>
            <Input
              {...text(form, "issuedOn")}
              type="date"
              onChange={(event) => {
                form.set("issuedOn", event.target.value);
                propose(values.kind, event.target.value);
              }}
            />
          </Field>
          <Field
            label={t("tiers.expiresOn")}
            hint={t("tiers.expiresHint")}
            error={form.error("expiresOn")}
            optional
          >
            <Input {...text(form, "expiresOn")} type="date" />
          </Field>
        </div>
        <Field
          label={t("tiers.file")}
          hint={certificate?.file ? t("tiers.replacesFile") : t("tiers.fileHint")}
          error={form.error("content")}
          optional
        >
          <Input
            name="content"
            type="file"
            onChange={(event) => form.set("file", event.target.files?.[0])}
          />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

// --- Everybody's

type Filter = "all" | CertificateState | "unconfirmed";

const filters: Filter[] = ["all", "lapsing", "lapsed", "unconfirmed"];

export function AllCertificates() {
  const [filter, setFilter] = useState<Filter>("all");
  const pages = usePages(`certificates/${filter}`, (cursor) =>
    api.tiers.listCertificates({
      state: filter === "all" || filter === "unconfirmed" ? undefined : filter,
      unconfirmed: filter === "unconfirmed" || undefined,
      cursor,
    }),
  );
  return (
    <div className="space-y-3">
      <Choice
        label={t("tiers.show")}
        value={filter}
        options={filters.map((one) => ({
          value: one,
          label: t(`tiers.filter.${one}` as MessageId),
        }))}
        onChange={(one) => setFilter(one)}
      />
      {pages.error ? (
        <Failure problem={pages.error} again={pages.again} />
      ) : pages.rows.length === 0 && !pages.complete ? (
        <Skeleton lines={6} />
      ) : pages.rows.length === 0 ? (
        <Empty
          icon={BadgeCheck}
          title={t("tiers.noCertificates")}
          text={t("tiers.noCertificatesText")}
        />
      ) : (
        <Section flush>
          <CertificateRows certificates={pages.rows} named onChanged={pages.again} />
          {!pages.complete && (
            <div className="border-t border-line p-3">
              <Button onClick={pages.more} busy={pages.loading}>
                {t("tiers.more")}
              </Button>
            </div>
          )}
        </Section>
      )}
    </div>
  );
}
