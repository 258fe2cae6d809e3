// A step of a ticket's history in one impersonal sentence. Loaded with the history.

import type {
  HistoryEntry,
  Structure,
  TicketClockReached,
  TicketTimedRuleFired,
} from "../api/types";
import { language, type MessageId, say, t } from "../base/i18n";
import { peek } from "../base/resource";
import { duration, moment } from "../base/time";
import { targetText } from "../sla/model";
import { nameIn, structureKey } from "../tiers/model";
import { guestName } from "./guest_model";
import { dueText } from "./marks_model";
import {
  appointmentStep,
  gapText,
  impactText,
  ownState,
  statusText,
  urgencyText,
  whyText,
} from "./model";

// A reason of the present structure has words there, one that was retired has those it came with.
function reasonText(code: string): string {
  const structure = peek<Structure>(structureKey);
  const known = structure?.reasons.find((reason) => reason.code === code);
  return known ? nameIn(known) : (say(`tickets.reason.${code}`) ?? code);
}

// What a timed rule did, and when it was due.
function timedText(timed: TicketTimedRuleFired): string {
  return t(`tickets.history.timed.${timed.outcome}` as MessageId, {
    when: t(`tickets.history.timed.${timed.counts}` as MessageId, {
      time: duration(timed.minutes),
    }),
    due: moment(timed.dueAt),
  });
}

// How much of a promise was used up, and what was done about it.
function clockText({ target, percent, dueAt, outcomes }: TicketClockReached): string {
  const done = outcomes.map((one) => t(`tickets.history.clock.${one}` as MessageId));
  return t("tickets.history.clock", {
    percent,
    target: targetText(target),
    due: moment(dueAt),
    done: done.length > 0 ? `: ${done.join(", ")}` : "",
  });
}

const markValues = (entry: HistoryEntry) => ({
  tag: entry.tag?.name ?? "",
  other: String(entry.other ?? ""),
  link: entry.link ? t(`tickets.link.${entry.link}`) : "",
  due: dueText(entry),
  until: entry.until ? moment(entry.until) : "",
  names: (entry.mentions ?? []).map((one) => one.name).join(", "),
});

// As it was called then.
const macroOf = (entry: HistoryEntry) =>
  entry.texts?.find((one) => one.field === (language.get() === "pl" ? "namePl" : "nameEn"))?.text ??
  t("tickets.erasedText");

export function historyText(entry: HistoryEntry): string {
  const values = {
    tier: entry.tier ?? 0,
    fromTier: entry.fromTier ?? 0,
    queue: entry.queueName ?? "",
    assignee: entry.assigneeName ?? "",
    person: entry.personName ?? "",
    status: ownState(entry) ?? (entry.status ? statusText(entry.status, entry.waitingFor) : ""),
    reason: entry.reason ? reasonText(entry.reason) : "",
    gap: entry.gap ? gapText(entry.gap) : "",
    impact: entry.impact ? impactText(entry.impact) : "",
    urgency: entry.urgency ? urgencyText(entry.urgency) : "",
    time: duration(Math.abs(entry.minutes ?? 0)),
    rating: entry.rating ?? 0,
    ...markValues(entry),
    customer: entry.customerName ?? "",
    site: entry.siteName ?? "–",
    fromSite: entry.fromSiteName ?? "–",
    guest: entry.guest ? guestName(entry.guest) : "",
    shown: entry.guest?.shown ?? 0,
    endsAt: entry.guest?.endsAt ? moment(entry.guest.endsAt) : "",
    fromCustomer: entry.fromCustomerName ?? "",
  };
  const name = entry.name.replace(/^tickets\./, "");
  if (entry.appointment) return appointmentStep("tickets.history", entry);
  if (name === "assigned" && !entry.assignee) return t("tickets.history.unassigned");
  if (name === "routed" && entry.routing) {
    return t("tickets.history.routedWhy", { ...values, why: whyText(entry.routing) });
  }
  if (name === "macro_applied")
    return t("tickets.history.macro_applied", { macro: macroOf(entry) });
  if (name === "due_told") return t(`tickets.history.due_told.${entry.dueStep}` as MessageId);
  if (name === "due_set" && !entry.dueAt) return t("tickets.history.due_cleared");
  if (name === "state_changed" && !entry.state) return t("tickets.history.state_cleared");
  if (name === "woken") return t(`tickets.history.woken.${entry.woken}` as MessageId);
  if (name === "noted" && entry.mentions?.length) return t("tickets.history.mentioned", values);
  if (name === "customer_changed" && entry.fromCustomerName) {
    return t("tickets.history.customer_changedFrom", values);
  }
  if (name === "guest_ended" && entry.guest?.why) {
    return t(`tickets.history.guest_ended.${entry.guest.why}`, values);
  }
  if (name === "requester_changed" && !entry.personName) values.person = "–";
  if (name === "timed_rule_fired" && entry.timed) return timedText(entry.timed);
  if (name === "clock_reached" && entry.clock) return clockText(entry.clock);
  if (name === "workaround_set") {
    return t(`tickets.history.workaround.${entry.hasWorkaround ? "found" : "gone"}`);
  }
  if (name === "waiting_reminded" && !entry.person) {
    return t("tickets.history.waiting_remindedNobody");
  }
  if (name === "escalated" && entry.person) {
    return t("tickets.history.escalatedVoice", values);
  }
  if (name === "moved" && !entry.reason) return t("tickets.history.movedOnly", values);
  if (name === "voice_changed" && !entry.person) return t("tickets.history.voice_ended");
  if (name === "handed_back") {
    const step = t(entry.gap ? "tickets.history.returned" : "tickets.history.handed_back", values);
    return entry.person ? `${step}. ${t("tickets.history.passedOver", values)}` : step;
  }
  if (name === "handover_scored") return t(`tickets.history.scored.${entry.score}` as MessageId);
  return say(`tickets.history.${name}`, values) ?? t("tickets.history.other", { name });
}

// Of a guest the sentence says the name already.
const guestFields = new Set(["name", "company", "email"]);

export const entryText = (entry: HistoryEntry) =>
  (entry.texts ?? []).filter(({ field }) => {
    if (entry.guest) return !guestFields.has(field);
    if (field === "subject") return entry.name.endsWith("edited");
    return field !== "namePl" && field !== "nameEn";
  });
