// Who works on a ticket beside its assignee, and who alone answers the customer meanwhile.

import { LogOut, Megaphone, MessageCircle, NotebookPen, UserRoundPlus } from "lucide-react";
import { api } from "../api/client";
import type { Ticket, TicketWorkers } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { mayFor, useSession } from "../base/session";
import { Button, ButtonOf } from "../ui/button";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { focusComposer } from "./composer";
import { isDone } from "./model";
import { worked } from "./open_tickets";
import { PersonList } from "./person_list";
import { loadWorkers, workersKey } from "./reading";
import { settle } from "./verbs";

const useWorkers = (ticket: Ticket) =>
  useResource(workersKey(ticket.id), () => loadWorkers(ticket.id), true);

async function change(ticket: number, me: boolean, send: Promise<TicketWorkers>, works: boolean) {
  const done = await attempt(async () => put(workersKey(ticket), await send));
  if (done && me) worked.note(ticket, works);
}

export function Workers({ ticket }: { ticket: Ticket }) {
  const { person: me } = useSession();
  const shown = useWorkers(ticket);
  const here = !ticket.mergedInto; // Else it is worked on where it goes on.
  const mayAdd = here && mayFor("tickets.assign", ticket.customer) && !isDone(ticket);
  const works = shown.value?.items.some((one) => one.person === me) ?? false;
  const add = (person: number) =>
    change(ticket.id, person === me, api.tickets.addWorker({ ticket: ticket.id, person }), true);
  const remove = (person: number) =>
    change(
      ticket.id,
      person === me,
      api.tickets.removeWorker({ ticket: ticket.id, person }),
      false,
    );
  const mayLeave = here && works;
  const leave: Command = {
    id: "tickets.leaveWork",
    title: "tickets.leaveWork",
    group: "tickets.ticket",
    icon: LogOut,
    offered: () => mayLeave,
    run: () => remove(me),
  };
  useCommands([
    {
      id: "tickets.workToo",
      title: "tickets.workToo",
      group: "tickets.ticket",
      icon: UserRoundPlus,
      offered: () => mayAdd && !works && ticket.assignee !== me,
      run: () => add(me),
    },
    leave,
  ]);
  // Nobody works beside, and nobody may be added: nothing to see.
  if (!mayAdd && shown.value?.items.length === 0) return null;
  return (
    <Section
      title={t("tickets.workers")}
      actions={mayLeave && <ButtonOf size="small" command={leave} />}
    >
      <PersonList
        shown={shown}
        none="tickets.noWorkers"
        add="tickets.addWorker"
        remove="tickets.removeWorker"
        mayAdd={mayAdd}
        mayRemove={mayAdd}
        onAdd={(found) => void add(found.id)}
        onRemove={(one) => void remove(one.person)}
      />
    </Section>
  );
}

// Above the box where one writes: who speaks with the customer, and what else one can do.
export function VoiceBanner({ ticket }: { ticket: Ticket }) {
  const { person: me } = useSession();
  const shown = useWorkers(ticket).value;
  const mine = ticket.voice === me;
  const name = ticket.voiceName ?? "";
  const take = () => attempt(() => settle(api.tickets.takeVoice({ ticket: ticket.id })));
  const give = () => attempt(() => settle(api.tickets.giveUpVoice({ ticket: ticket.id })));
  const mayTake = shown?.mayTakeVoice ?? false;
  useCommands([
    {
      id: "tickets.takeVoice",
      title: "tickets.takeVoice",
      group: "tickets.ticket",
      icon: Megaphone,
      offered: () => mayTake,
      run: take,
    },
    {
      id: "tickets.giveUpVoice",
      title: "tickets.giveUpVoice",
      group: "tickets.ticket",
      offered: () => mine || mayTake,
      run: give,
    },
  ]);
  return (
    <section
      aria-label={t("tickets.voice")}
      className="mt-4 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl bg-info-soft px-3 py-2.5 text-info-text"
    >
      <MessageCircle aria-hidden size={17} className="shrink-0" />
      <p className="min-w-0 flex-1 basis-64">
        {mine
          ? t("tickets.voiceIsYours", { tier: ticket.tier })
          : t(shown?.voiceIsAbsent ? "tickets.voiceIsAway" : "tickets.voiceIsKept", {
              name,
              tier: ticket.voiceTier ?? 1,
            })}
      </p>
      {mine ? (
        <Button size="small" onClick={() => void give()}>
          {t("tickets.giveUpVoice")}
        </Button>
      ) : (
        <>
          {mayFor("tickets.note", ticket.customer) && (
            <Button size="small" icon={NotebookPen} onClick={() => focusComposer("note")}>
              {t("tickets.tellVoice")}
            </Button>
          )}
          {mayTake && (
            <Button size="small" onClick={() => void take()}>
              {t("tickets.takeVoice")}
            </Button>
          )}
        </>
      )}
    </section>
  );
}
