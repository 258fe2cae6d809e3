// What guest experts have to do with a message of the talk: they wrote it, were told it, or may read
// it.

import { Handshake } from "lucide-react";
import type { MessageGuest } from "../api/types";
import { t } from "../base/i18n";
import { guestName } from "./guest_model";

export function GuestMarks({ guests }: { guests: MessageGuest[] }) {
  return (
    <>
      {guests.map((guest) => (
        <span
          key={guest.guest}
          className="inline-flex items-center gap-1 rounded-md bg-info-soft px-1.5 py-0.5 text-2xs font-semibold text-info-text"
        >
          <Handshake aria-hidden size={12} className="shrink-0" />
          {t(`tickets.guest.part.${guest.part}`, { name: guestName(guest) })}
        </span>
      ))}
    </>
  );
}
