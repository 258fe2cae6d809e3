// Merging two persons or two customers: which of them stays, what is joined and who will see more are
// said before it is done.

import { type ReactNode, useState } from "react";
import { api } from "../api/client";
import type { Customer, Person } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { nameOf } from "../base/session";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Choice, Field } from "../ui/field";
import { useForm } from "../ui/form";
import { Lines } from "../ui/lines";
import { Refused } from "../ui/refused";
import {
  customerLines,
  findOtherCustomer,
  findOtherPerson,
  mergeCustomer,
  mergePerson,
  personLines,
} from "./merge_model";

interface Values {
  other: Found | undefined;
  stays: "other" | "this";
  nipsDiffer: boolean;
}

interface Pair {
  from: number;
  into: number;
}

interface FrameProps {
  title: string;
  note: string;
  self: Found;
  other?: Found; // Who was chosen already.
  find(text: string): Promise<Found[]>;
  merge(pair: Pair, nipsDiffer: boolean): Promise<unknown>;
  preview(pair: Pair, form: Pick<Values, "nipsDiffer"> & { know(yes: boolean): void }): ReactNode;
  onClose(): void;
}

function MergeDialog({ title, note, self, other, find, merge, preview, onClose }: FrameProps) {
  const pairOf = (values: Values): Pair | undefined => {
    if (!values.other) return undefined;
    return values.stays === "other"
      ? { from: self.id, into: values.other.id }
      : { from: values.other.id, into: self.id };
  };
  const form = useForm<Values, unknown>({
    initial: { other, stays: "other", nipsDiffer: false },
    check: (values) => ({ other: values.other ? undefined : "required" }),
    send: (values) => merge(pairOf(values) ?? { from: self.id, into: 0 }, values.nipsDiffer),
    done: onClose,
  });
  const pair = pairOf(form.values);
  return (
    <Dialog open title={title} note={self.label} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-80 space-y-4">
        <Refused problem={form.problem} />
        <p className="text-muted">{note}</p>
        <Field
          label={t("people.merge.other")}
          hint={t("people.merge.otherHint")}
          error={form.error("other")}
          required
        >
          <Combobox
            name="other"
            chosen={form.values.other}
            onChoose={(found) => form.set("other", found)}
            find={find}
          />
        </Field>
        {form.values.other && (
          <Choice<Values["stays"]>
            label={t("people.merge.stays")}
            value={form.values.stays}
            onChange={(stays) => form.set("stays", stays)}
            options={[
              { value: "other", label: `${form.values.other.label} (#${form.values.other.id})` },
              { value: "this", label: `${self.label} (#${self.id})` },
            ]}
          />
        )}
        {pair &&
          preview(pair, {
            nipsDiffer: form.values.nipsDiffer,
            know: (yes) => form.set("nipsDiffer", yes),
          })}
        <Actions label={t("people.merge.do")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

const Forecast = ({ title, lines }: { title: string; lines: string[] }) => (
  <>
    <p className="font-medium">{title}</p>
    <Lines lines={lines} />
  </>
);

function JoinedPersons({ from, into }: Pair) {
  const shown = useResource(`person-merge/${from}/${into}`, () =>
    api.people.previewPersonMerge({ person: from, into }),
  );
  return (
    <div role="status" className="rounded-xl border border-line px-4 py-3">
      <When shown={shown} lines={3}>
        {(preview) => (
          <Forecast
            title={t("people.merge.joins", {
              name: nameOf(preview.person),
              other: nameOf(preview.into),
            })}
            lines={personLines(preview)}
          />
        )}
      </When>
    </div>
  );
}

interface JoinedCustomersProps extends Pair {
  nipsDiffer: boolean;
  know(yes: boolean): void;
}

function JoinedCustomers({ from, into, nipsDiffer, know }: JoinedCustomersProps) {
  const shown = useResource(`customer-merge/${from}/${into}`, () =>
    api.people.previewCustomerMerge({ customer: from, into }),
  );
  return (
    <div role="status" className="space-y-3 rounded-xl border border-line px-4 py-3">
      <When shown={shown} lines={3}>
        {(preview) => (
          <>
            <Forecast
              title={t("people.merge.joins", {
                name: preview.customer.name,
                other: preview.into.name,
              })}
              lines={customerLines(preview)}
            />
            {preview.nipsDiffer && (
              <Checkbox
                name="nipsDiffer"
                label={t("people.merge.nipsDiffer")}
                checked={nipsDiffer}
                onChange={(event) => know(event.target.checked)}
              />
            )}
          </>
        )}
      </When>
    </div>
  );
}

export interface MergeProps<Subject> {
  subject: Subject;
  other?: Found;
  onClose(): void;
}

export function MergePersonDialog({ subject, other, onClose }: MergeProps<Person>) {
  const [person] = useState(subject); // As it was opened, whatever becomes of it meanwhile.
  return (
    <MergeDialog
      title={t("people.mergePerson")}
      note={t("people.merge.personNote")}
      self={{ id: person.person, label: nameOf(person) }}
      other={other}
      find={findOtherPerson(person)}
      merge={({ from, into }) => mergePerson(from, into)}
      preview={(pair) => <JoinedPersons {...pair} />}
      onClose={onClose}
    />
  );
}

export function MergeCustomerDialog({ subject, other, onClose }: MergeProps<Customer>) {
  const [customer] = useState(subject);
  return (
    <MergeDialog
      title={t("people.mergeCustomer")}
      note={t("people.merge.customerNote")}
      self={{ id: customer.customer, label: customer.name }}
      other={other}
      find={findOtherCustomer(customer)}
      merge={({ from, into }, nipsDiffer) => mergeCustomer(from, into, nipsDiffer)}
      preview={(pair, known) => <JoinedCustomers {...pair} {...known} />}
      onClose={onClose}
    />
  );
}
