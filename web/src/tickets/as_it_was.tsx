// The ticket at a moment of its past, rebuilt by the server from the journal: what stood there then,
// and what had been said.

import { api } from "../api/client";
import type { FieldValue, HistoryEntry, Ticket, TicketAsItWas } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { duration, moment } from "../base/time";
import { When } from "../ui/empty";
import { Facts } from "../ui/page";
import { PriorityBadge, StatusBadge } from "./badges";
import { ValueShown } from "./field_value";
import { fieldName, loadFields } from "./fields";
import { categoryOf, typeText } from "./kinds";
import { dueText } from "./marks_model";
import { impactText, urgencyText } from "./model";
import { fieldsKey } from "./reading";
import { Thread } from "./thread";

interface AsItWasProps {
  ticket: Ticket;
  step: HistoryEntry;
}

export function AsItWas({ ticket, step }: AsItWasProps) {
  const version = step.version;
  const shown = useResource(`ticket/${ticket.id}/was/${version}`, () =>
    api.tickets.ticketAsItWas({ ticket: ticket.id, version }),
  );
  return (
    <section aria-label={t("tickets.asItWas.title")} className="space-y-4">
      <When shown={shown} lines={4}>
        {(was) => <Past was={was} />}
      </When>
      <Thread ticket={ticket} until={step.at} />
    </section>
  );
}

function Past({ was }: { was: TicketAsItWas }) {
  const { ticket } = was;
  return (
    <div className="space-y-3 rounded-lg bg-sunken p-4">
      <p className="flex flex-wrap items-center gap-2 font-medium [overflow-wrap:anywhere]">
        {ticket.subject}
        <StatusBadge ticket={ticket} />
        <PriorityBadge ticket={ticket} />
      </p>
      <Facts
        facts={[
          { name: t("tickets.customer"), value: ticket.customerName },
          { name: t("tickets.requester"), value: ticket.requesterName },
          { name: t("tickets.assignee"), value: ticket.assigneeName ?? t("tickets.nobody") },
          {
            name: t("tickets.queue"),
            value: `${t("tickets.onTier", { tier: ticket.tier })} · ${ticket.queueName}`,
          },
          { name: t("tickets.waitingNote"), value: ticket.waitingNote },
          { name: t("tickets.typeTitle"), value: typeText(ticket.type) },
          { name: t("tickets.category"), value: categoryOf(ticket) },
          { name: t("tickets.impactTitle"), value: impactText(ticket.impact) },
          { name: t("tickets.urgencyTitle"), value: urgencyText(ticket.urgency) },
          { name: t("tickets.product"), value: ticket.productName },
          { name: t("tickets.due"), value: dueText(ticket) },
          {
            name: t("tickets.tags"),
            value: (ticket.tags ?? []).map((one) => one.name).join(", "),
          },
          {
            name: t("tickets.followers"),
            value: was.followers.map((follower) => follower.name).join(", "),
          },
          {
            name: t("tickets.time.title"),
            value: was.bookedMinutes ? duration(was.bookedMinutes) : "",
          },
          {
            name: t("tickets.resolvedAt"),
            value: ticket.resolvedAt ? moment(ticket.resolvedAt) : "",
          },
          { name: t("tickets.closedAt"), value: ticket.closedAt ? moment(ticket.closedAt) : "" },
        ]}
      />
      <OwnFields values={was.values} />
    </div>
  );
}

// Named as they are now, retired ones too; apart from the others, whose names they may repeat.
function OwnFields({ values }: { values: FieldValue[] }) {
  const known = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  const facts = values.flatMap((value) => {
    const field = known.find((one) => one.id === value.field);
    return field
      ? { name: fieldName(field), value: <ValueShown field={field} value={value} /> }
      : [];
  });
  return facts.length > 0 && <Facts facts={facts} />;
}
