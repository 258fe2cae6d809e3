// Who else of us is here, and whether they are writing. This browser says that it is here every few
// seconds while the page is looked at, and that it has gone when it goes.

import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketPresence } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { Avatar } from "../ui/badge";
import { typedTo } from "./server_drafts";

const typing = 10_000; // Milliseconds after the last key.

export function Presence({ ticket }: { ticket: Ticket }) {
  const [others, setOthers] = useState<TicketPresence[]>([]);
  useEffect(() => {
    const wish = { ticket: ticket.id };
    const begun = () => typedTo.get()?.ticket === ticket.id;
    let types = begun();
    let timer: ReturnType<typeof setTimeout> | undefined;
    let here = true;
    const say = async () => {
      clearTimeout(timer);
      let seconds = 15;
      try {
        const at = typedTo.get();
        const writes = types && at !== undefined && Date.now() - at.at < typing;
        const answer = await api.tickets.bePresent(writes ? { ...wish, types: true } : wish);
        setOthers(answer.items);
        seconds = answer.againInSeconds;
      } catch {
        // The connection is lost, which the page says elsewhere.
      }
      if (here && document.visibilityState === "visible") {
        clearTimeout(timer); // Another one may have been said meanwhile.
        timer = setTimeout(() => void say(), seconds * 1000);
      }
    };
    const look = () => {
      if (document.visibilityState === "visible") void say();
    };
    void say();
    document.addEventListener("visibilitychange", look);
    // Who begins to write says so at once, and who has sent it.
    const stop = typedTo.subscribe(() => {
      if (types === begun()) return;
      types = begun();
      void say();
    });
    return () => {
      here = false;
      stop();
      clearTimeout(timer);
      document.removeEventListener("visibilitychange", look);
      void api.tickets.bePresent({ ...wish, leaves: true }).catch(() => undefined);
    };
  }, [ticket.id]);
  return (
    <ul className="flex flex-wrap gap-2 not-empty:mb-3" aria-label={t("tickets.presence.title")}>
      {others.map((one) => (
        <li
          key={one.person}
          className="flex items-center gap-1.5 rounded-full bg-sunken py-0.5 pr-2.5 pl-0.5 text-xs"
        >
          <Avatar name={one.name} size={20} />
          {t(`tickets.presence.${one.types ? "types" : "looks"}` as MessageId, { name: one.name })}
        </li>
      ))}
    </ul>
  );
}
