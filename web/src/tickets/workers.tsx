// Who works on a ticket beside its assignee, and who alone answers the customer meanwhile.

import { LogOut, Megaphone, MessageCircle, NotebookPen, UserRoundPlus, X } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketWorkers } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { mayFor, useSession } from "../base/session";
import { findStaff } from "../people/finders";
import { Avatar } from "../ui/badge";
import { Button, ButtonOf, IconButton } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { When } from "../ui/empty";
import { Field } from "../ui/field";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { focusComposer } from "./composer";
import { isDone } from "./model";
import { worked } from "./open_tickets";
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
  const [adding, setAdding] = useState(false);
  const shown = useWorkers(ticket);
  const mayAdd = mayFor("tickets.assign", ticket.customer) && !isDone(ticket);
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
  const commands: Command[] = [
    {
      id: "tickets.addWorker",
      title: "tickets.addWorker",
      group: "tickets.ticket",
      icon: UserRoundPlus,
      offered: () => mayAdd,
      run: () => setAdding(true),
    },
    {
      id: "tickets.workToo",
      title: "tickets.workToo",
      group: "tickets.ticket",
      icon: UserRoundPlus,
      offered: () => mayAdd && !works && ticket.assignee !== me,
      run: () => add(me),
    },
    {
      id: "tickets.leaveWork",
      title: "tickets.leaveWork",
      group: "tickets.ticket",
      icon: LogOut,
      offered: () => works,
      run: () => remove(me),
    },
  ];
  useCommands(commands);
  // Nobody works beside, and nobody may be added: nothing to see.
  if (!mayAdd && shown.value?.items.length === 0) return null;
  return (
    <Section
      title={t("tickets.workers")}
      actions={works && <ButtonOf size="small" command={commands[2] as Command} />}
    >
      <When shown={shown} lines={2}>
        {(list) => (
          <ul className="space-y-1">
            {list.items.length === 0 && <li className="text-muted">{t("tickets.noWorkers")}</li>}
            {list.items.map((one) => (
              <li key={one.person} className="flex items-center gap-2">
                <Avatar name={one.name} size={24} />
                <span className="min-w-0 flex-1 truncate">{one.name}</span>
                {mayAdd && one.person !== me && (
                  <IconButton
                    icon={X}
                    label={t("tickets.removeWorker", { name: one.name })}
                    className="!size-8"
                    onClick={() => void remove(one.person)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
      {mayAdd &&
        (adding ? (
          <Field hideLabel label={t("tickets.addWorker")} className="mt-3">
            <Combobox
              name="worker"
              autoFocus
              chosen={undefined}
              find={findStaff}
              onChoose={(found) => {
                setAdding(false);
                if (found) void add(found.id);
              }}
            />
          </Field>
        ) : (
          <div className="mt-2 -ml-2">
            <ButtonOf size="small" look="quiet" command={commands[0] as Command} />
          </div>
        ))}
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
