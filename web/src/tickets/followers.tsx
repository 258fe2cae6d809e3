// Who is told about a ticket, besides the requester and whoever has it.

import { Bell, BellOff, UserRoundPlus, X } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Ticket, TicketFollower, TicketFollowers } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { amend, put, refresh, useResource } from "../base/resource";
import { mayFor, nameOf, useSession } from "../base/session";
import { findStaff } from "../people/finders";
import { Avatar } from "../ui/badge";
import { ButtonOf, IconButton } from "../ui/button";
import { Combobox } from "../ui/combobox";
import { When } from "../ui/empty";
import { Field } from "../ui/field";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { followed } from "./open_tickets";
import { followersKey } from "./reading";

const among = (list: TicketFollowers, one: TicketFollower) => ({
  ...list,
  items: [...list.items.filter((other) => other.person !== one.person), one],
});

const without = (list: TicketFollowers, person: number) => ({
  ...list,
  items: list.items.filter((one) => one.person !== person),
});

interface FollowChange {
  person: number;
  name: string;
  follow: boolean;
  me: boolean;
  at?: number; // The merged ticket that they follow.
}

// Shown at once; the answer is the list, and after a refusal it is read again.
async function change(ticket: number, { person, name, follow, me, at }: FollowChange) {
  const key = followersKey(ticket);
  const since = new Date().toISOString();
  amend<TicketFollowers>(key, (list) =>
    follow ? among(list, { person, name, since }) : without(list, person),
  );
  const done = await attempt(async () => {
    const list = follow
      ? await api.tickets.followTicket(me ? { ticket } : { ticket, person })
      : await api.tickets.unfollowTicket({ ticket: at ?? ticket, person });
    if (at) refresh(key);
    else put(key, list);
  });
  if (!done) refresh(key);
  else if (me) followed.note(ticket, follow);
}

export function Followers({ ticket }: { ticket: Ticket }) {
  const session = useSession();
  const [adding, setAdding] = useState(false);
  const load = () => api.tickets.listFollowers({ ticket: ticket.id });
  const shown = useResource(followersKey(ticket.id), load, true);
  const mine = shown.value?.items.find((one) => one.person === session.person);
  const follows = mine !== undefined;
  const mayAdd = mayFor("tickets.assign", ticket.customer);
  const me = { person: session.person, name: nameOf(session), me: true };
  const group = "tickets.ticket" as const;
  const actions: Command[] = [
    {
      id: "tickets.follow",
      title: "tickets.follow",
      group,
      keys: follows ? undefined : "f",
      icon: Bell,
      offered: () => !follows,
      run: () => change(ticket.id, { ...me, follow: true }),
    },
    {
      id: "tickets.unfollow",
      title: "tickets.unfollow",
      group,
      keys: "f",
      icon: BellOff,
      offered: () => follows,
      run: () => change(ticket.id, { ...me, follow: false, at: mine?.ticket ?? undefined }),
    },
    {
      id: "tickets.addFollower",
      title: "tickets.addFollower",
      group,
      keys: "w",
      icon: UserRoundPlus,
      offered: () => mayAdd,
      run: () => setAdding(true),
    },
  ];
  useCommands(actions);
  const [follow, unfollow] = actions as [Command, Command];
  return (
    <Section
      title={t("tickets.followers")}
      actions={<ButtonOf size="small" command={follows ? unfollow : follow} />}
    >
      <When shown={shown} lines={2}>
        {(list) => (
          <ul className="space-y-1">
            {list.items.length === 0 && <li className="text-muted">{t("tickets.noFollowers")}</li>}
            {list.items.map((one) => (
              <li key={one.person} className="flex items-center gap-2">
                <Avatar name={one.name} size={24} />
                <span className="min-w-0 flex-1 truncate">{one.name}</span>
                {mayAdd && one.person !== session.person && (
                  <IconButton
                    icon={X}
                    label={t("tickets.removeFollower", { name: one.name })}
                    className="!size-8"
                    onClick={() =>
                      void change(ticket.id, {
                        ...one,
                        me: false,
                        follow: false,
                        at: one.ticket ?? undefined,
                      })
                    }
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
      {mayAdd &&
        (adding ? (
          <Field hideLabel label={t("tickets.addFollower")} className="mt-3">
            <Combobox
              name="follower"
              autoFocus
              chosen={undefined}
              find={findStaff}
              onChoose={(found) => {
                setAdding(false);
                if (!found) return;
                const me = found.id === session.person;
                void change(ticket.id, { person: found.id, name: found.label, me, follow: true });
              }}
            />
          </Field>
        ) : (
          <div className="mt-2 -ml-2">
            <ButtonOf size="small" look="quiet" command={actions[2] as Command} />
          </div>
        ))}
    </Section>
  );
}
