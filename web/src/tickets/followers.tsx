// Who is told about a ticket, besides the requester and whoever has it.

import { Bell, BellOff } from "lucide-react";
import { api } from "../api/client";
import type { Ticket, TicketFollower, TicketFollowers } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { amend, put, refresh, useResource } from "../base/resource";
import { mayFor, nameOf, useSession } from "../base/session";
import { ButtonOf } from "../ui/button";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { followed } from "./open_tickets";
import { PersonList } from "./person_list";
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
  const load = () => api.tickets.listFollowers({ ticket: ticket.id });
  const shown = useResource(followersKey(ticket.id), load, true);
  const mine = shown.value?.items.find((one) => one.person === session.person);
  const follows = mine !== undefined;
  const mayFollow = !follows && !ticket.mergedInto;
  const mayAssign = mayFor("tickets.assign", ticket.customer);
  const me = { person: session.person, name: nameOf(session), me: true };
  const group = "tickets.ticket" as const;
  const actions: Command[] = [
    {
      id: "tickets.follow",
      title: "tickets.follow",
      group,
      keys: follows ? undefined : "f",
      icon: Bell,
      offered: () => mayFollow,
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
  ];
  useCommands(actions);
  const [follow, unfollow] = actions as [Command, Command];
  return (
    <Section
      title={t("tickets.followers")}
      actions={
        (follows || mayFollow) && <ButtonOf size="small" command={follows ? unfollow : follow} />
      }
    >
      <PersonList
        shown={shown}
        none="tickets.noFollowers"
        add="tickets.addFollower"
        keys="w"
        remove="tickets.removeFollower"
        mayAdd={mayAssign && !ticket.mergedInto}
        mayRemove={mayAssign}
        onAdd={({ id, label }) => {
          const me = id === session.person;
          void change(ticket.id, { person: id, name: label, me, follow: true });
        }}
        onRemove={(one) =>
          void change(ticket.id, { ...one, me: false, follow: false, at: one.ticket ?? undefined })
        }
      />
    </Section>
  );
}
