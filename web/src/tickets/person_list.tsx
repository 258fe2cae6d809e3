// Persons beside a ticket, and for whoever may decide over that the ways in and out.

import { UserRoundPlus, X } from "lucide-react";
import { useState } from "react";
import { type Command, useCommands } from "../base/commands";
import { type MessageId, t } from "../base/i18n";
import type { Shown } from "../base/resource";
import { useSession } from "../base/session";
import { findStaff } from "../people/finders";
import { Avatar } from "../ui/badge";
import { ButtonOf, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { When } from "../ui/empty";
import { Field } from "../ui/field";

interface PersonListProps<One> {
  shown: Shown<{ items: One[] }>;
  none: MessageId;
  add: MessageId; // The command, too.
  keys?: string;
  remove: MessageId;
  mayAdd: boolean;
  mayRemove: boolean;
  onAdd(found: Found): void;
  onRemove(one: One): void;
}

export function PersonList<One extends { person: number; name: string }>(
  props: PersonListProps<One>,
) {
  const { shown, none, remove, keys, mayAdd, mayRemove, onAdd, onRemove } = props;
  const { person: me } = useSession();
  const [adding, setAdding] = useState(false);
  const add: Command = {
    id: props.add,
    title: props.add,
    group: "tickets.ticket",
    keys,
    icon: UserRoundPlus,
    offered: () => mayAdd,
    run: () => setAdding(true),
  };
  useCommands([add]);
  return (
    <>
      <When shown={shown} lines={2}>
        {(list) => (
          <ul className="space-y-1">
            {list.items.length === 0 && <li className="text-muted">{t(none)}</li>}
            {list.items.map((one) => (
              <li key={one.person} className="flex items-center gap-2">
                <Avatar name={one.name} size={24} />
                <span className="min-w-0 flex-1 truncate">{one.name}</span>
                {mayRemove && one.person !== me && (
                  <IconButton
                    icon={X}
                    label={t(remove, { name: one.name })}
                    className="!size-8"
                    onClick={() => onRemove(one)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
      {mayAdd &&
        (adding ? (
          <Field hideLabel label={t(add.title)} className="mt-3">
            <Combobox
              name={add.id}
              autoFocus
              chosen={undefined}
              find={findStaff}
              onChoose={(found) => {
                setAdding(false);
                if (found) onAdd(found);
              }}
            />
          </Field>
        ) : (
          <div className="mt-2 -ml-2">
            <ButtonOf size="small" look="quiet" command={add} />
          </div>
        ))}
    </>
  );
}
