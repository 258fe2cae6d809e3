// Messages of a talk, ticked one by one in a dialog.

import type { TicketMessage } from "../api/types";
import { t } from "../base/i18n";

const shortest = 160; // Letters of a message that are enough to know it by.

export function briefly(message: TicketMessage): string {
  const words = message.text ?? t("tickets.erasedText");
  return words.length > shortest ? `${words.slice(0, shortest).trimEnd()}…` : words;
}

export const toggled = (ids: number[], id: number, on: boolean) =>
  on ? [...ids, id] : ids.filter((other) => other !== id);
