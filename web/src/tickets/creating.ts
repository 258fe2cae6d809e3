// A new ticket with its files: one press, three steps.
//
// The ticket is created, the files are uploaded to it, and a message takes them along. Once the ticket
// stands it stays: a file that did not get through goes into the reply box of the new ticket, together
// with those that did, and says there what was wrong.

import { api } from "../api/client";
import type { CreateTicket, NewTicket } from "../api/types";
import { t } from "../base/i18n";
import { forgetPages } from "../base/pages";
import { problemText } from "../base/problem";
import { tellBad } from "../ui/toast";
import { readDraft, writeDraft } from "./model";
import { restoreFiles, type Step, send, sendAll, type Upload } from "./uploads";

let last = 0;

async function upload(ticket: number, file: File, progress: (share: number) => void) {
  const one: Upload = {
    key: --last, // Other keys than those of the boxes.
    name: file.name,
    bytes: file.size,
    state: "ready",
    share: 1,
  };
  try {
    const sent = await send(ticket, file, { progress });
    return { ...one, id: sent.id };
  } catch (problem) {
    // Told in the reply box, where it can be tried again.
    return { ...one, state: "failed" as const, problem, file };
  }
}

export async function createTicket(
  wish: CreateTicket,
  files: File[],
  progress: (step: Step) => void,
): Promise<NewTicket> {
  const ticket = await api.tickets.createTicket(wish);
  forgetPages();
  forgetNew();
  if (files.length === 0) return ticket;
  const uploads = await sendAll<Upload>(files, progress, (file, share) =>
    upload(ticket.id, file, share),
  );
  const left = { number: String(ticket.number) };
  if (uploads.some((one) => one.state === "failed")) {
    restoreFiles(ticket.id, "reply", uploads);
    tellBad(t("tickets.filesLeft", left));
    return ticket;
  }
  try {
    const attachments = uploads.flatMap((one) => one.id ?? []);
    const text = t("tickets.filesOfReport");
    await api.tickets.replyToTicket({ ticket: ticket.id, text, attachments });
  } catch (problem) {
    // The ticket stands; only the message with its files does not.
    restoreFiles(ticket.id, "reply", uploads);
    tellBad(`${t("tickets.filesLeft", left)} ${problemText(problem)}`);
  }
  return ticket;
}

// --- What was typed into a ticket that does not exist yet is a draft of number 0

export const newDraft = () => ({ subject: readDraft(0, "subject"), text: readDraft(0, "text") });

export function keepNew(values: { subject: string; text: string }): void {
  writeDraft(0, "subject", values.subject);
  writeDraft(0, "text", values.text);
}

function forgetNew() {
  keepNew({ subject: "", text: "" });
}
