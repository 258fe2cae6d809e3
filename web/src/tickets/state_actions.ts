// Each status that a ticket may go to now, among its commands: for a company that has some of its
// own.

import { CircleDot } from "lucide-react";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayWorkOn } from "./model";
import { loadNext, moveTo, needsWords, nextKey, nextText, placeKey, useLifecycle } from "./states";
import type { TimeAction } from "./time_actions";

export function useStateActions(
  ticket: Ticket,
  open: (dialog: `state ${string}`) => void,
): TimeAction[] {
  const lifecycle = useLifecycle();
  const key = mayWorkOn(ticket) ? nextKey(ticket, lifecycle) : undefined;
  const next = useResource(key, () => loadNext(ticket), true).value?.items ?? [];
  return next.map((one) => ({
    id: `tickets.state ${placeKey(one)}`,
    title: "tickets.setStatus",
    name: t("tickets.statusTo", { name: nextText(one) }),
    group: "tickets.ticket",
    icon: CircleDot,
    shown: false,
    run: () =>
      needsWords(ticket, one) ? open(`state ${placeKey(one)}`) : void moveTo(ticket, one),
  }));
}
