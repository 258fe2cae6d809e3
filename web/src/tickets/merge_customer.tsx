// Another customer or requester: who will and will no longer see the ticket is said before it is done.

import { useState } from "react";
import { api } from "../api/client";
import type { CustomerPreview, Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { duration } from "../base/time";
import { findCustomers, findPersonsOf } from "../people/finders";
import { Combobox, type Found } from "../ui/combobox";
import { Actions } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field } from "../ui/field";
import { useForm } from "../ui/form";
import { Lines } from "../ui/lines";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";
import { Dialog, type One } from "./dialog_frame";
import { renewBoth } from "./merge_model";
import { SiteField } from "./site_field";
import { settle } from "./verbs";

interface Whose {
  customer: Found | undefined;
  requester: Found | undefined;
  site: string; // Of another customer; the present one keeps it.
}

const isSame = (ticket: Ticket, whose: Whose) =>
  whose.customer?.id === ticket.customer && (whose.requester?.id ?? 0) === (ticket.requester ?? 0);

export function CustomerDialog({ ticket, onClose }: One) {
  const [opened] = useState(ticket);
  const form = useForm<Whose, Ticket>({
    initial: {
      customer: { id: ticket.customer, label: ticket.customerName },
      requester: ticket.requester
        ? { id: ticket.requester, label: ticket.requesterName ?? "" }
        : undefined,
      site: "",
    },
    check: (values) => ({ customer: values.customer ? undefined : "required" }),
    send: (values) =>
      settle(
        api.tickets.changeCustomer(
          {
            ticket: ticket.id,
            customer: values.customer?.id ?? 0,
            requester: values.requester?.id,
            ...(values.site && { site: Number(values.site) }),
          },
          { version: opened.version },
        ),
      ),
    done: (changed) => {
      void renewBoth(changed.id);
      tell(t("tickets.changeCustomer.done"));
      onClose();
    },
  });
  const { customer, requester } = form.values;
  return (
    <Dialog title={t("tickets.changeCustomer")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-80 space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.customer")} error={form.error("customer")} required>
          <Combobox
            name="customer"
            chosen={customer}
            onChoose={(found) => {
              form.set("customer", found);
              if (found?.id === customer?.id) return;
              form.set("requester", undefined);
              form.set("site", "");
            }}
            find={findCustomers}
          />
        </Field>
        <Field
          label={t("tickets.requester")}
          hint={customer ? undefined : t("tickets.requesterHint")}
          error={form.error("requester")}
          optional
        >
          <Combobox
            name="requester"
            disabled={!customer}
            chosen={requester}
            onChoose={(found) => form.set("requester", found)}
            find={findPersonsOf(customer?.id)}
          />
        </Field>
        {customer && customer.id !== ticket.customer && (
          <SiteField
            customer={customer.id}
            value={form.values.site}
            error={form.error("site")}
            onChange={(site) => form.set("site", site)}
          />
        )}
        {customer && <Going ticket={ticket} whose={form.values} />}
        <Actions label={t("tickets.changeCustomer.do")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function goingLines(preview: CustomerPreview): string[] {
  const { messages, notes, files, entries, minutes, billableMinutes, stopwatches } = preview;
  const lines = [
    messages > 0 && t("tickets.changeCustomer.messages", { count: messages }),
    notes > 0 && t("tickets.changeCustomer.notes", { count: notes }),
    files > 0 && t("tickets.merge.files", { count: files }),
    entries > 0 &&
      t("tickets.changeCustomer.time", {
        time: duration(minutes),
        billable: duration(billableMinutes),
      }),
    stopwatches > 0 && t("tickets.merge.stopwatches", { count: stopwatches }),
  ];
  return lines.filter((line) => line !== false);
}

function seenLines(preview: CustomerPreview): string[] {
  const { losing, gaining, guests, losingSite, siteName } = preview;
  const lines = [
    losingSite && t("tickets.changeCustomer.losingSite", { site: losingSite }),
    siteName && losingSite !== siteName && t("tickets.changeCustomer.newSite", { site: siteName }),
    losing.length > 0 && t("tickets.changeCustomer.losing", { names: losing.join(", ") }),
    gaining.length > 0 && t("tickets.changeCustomer.gaining", { names: gaining.join(", ") }),
    guests.length > 0 && t("tickets.changeCustomer.guests", { names: guests.join(", ") }),
  ];
  return lines.filter((line): line is string => Boolean(line));
}

function Going({ ticket, whose }: { ticket: Ticket; whose: Whose }) {
  const customer = whose.customer?.id ?? 0;
  const requester = whose.requester?.id;
  const site = Number(whose.site) || undefined;
  const same = isSame(ticket, whose);
  const key = `customer-preview/${ticket.id}/${customer}/${requester ?? 0}/${site ?? 0}`;
  const shown = useResource(same ? undefined : key, () =>
    api.tickets.previewCustomer({ ticket: ticket.id, customer, requester, site }),
  );
  if (same) return <p className="text-muted">{t("tickets.changeCustomer.same")}</p>;
  return (
    <div role="status" className="rounded-xl border border-line px-4 py-3">
      <When shown={shown} lines={3}>
        {(preview) => (
          <>
            {customer !== ticket.customer && goingLines(preview).length > 0 && (
              <>
                <p className="font-medium">
                  {t("tickets.changeCustomer.goes", { name: preview.customerName })}
                </p>
                <Lines lines={goingLines(preview)} />
              </>
            )}
            {seenLines(preview).map((line) => (
              <p key={line} className="mt-2">
                {line}
              </p>
            ))}
            <p className="mt-2 text-xs text-muted">{t("tickets.changeCustomer.back")}</p>
          </>
        )}
      </When>
    </div>
  );
}
