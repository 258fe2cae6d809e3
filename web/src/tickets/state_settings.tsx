// The statuses of the company's own in the settings, by group. As long as there are none they stay
// folded away: five groups are enough for most.

import { ArrowDown, ArrowUp, ListTree, Plus, Waypoints } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { DeskKind, Lifecycle, TicketState } from "../api/types";
import { t } from "../base/i18n";
import { put, refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { nameIn } from "../tiers/model";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { ownState, statuses, statusText } from "./model";
import { StateForm } from "./state_form";
import { StateWays } from "./state_ways";
import { isOwn, lifecycleKey, loadLifecycle } from "./states";

const desks: DeskKind[] = ["workshop", "software_house"];

type OpenForm = "new" | "ways" | TicketState;

export function States() {
  const shown = useResource(lifecycleKey, loadLifecycle);
  return (
    <When shown={shown} lines={3}>
      {(lifecycle) =>
        isOwn(lifecycle) ? (
          <Known lifecycle={lifecycle} />
        ) : (
          <details className="rounded-xl border border-line bg-surface">
            <summary className="min-h-11 px-4 py-3 text-sm">{t("tickets.state.advanced")}</summary>
            <Known lifecycle={lifecycle} />
          </details>
        )
      }
    </When>
  );
}

function Known({ lifecycle }: { lifecycle: Lifecycle }) {
  const [open, setOpen] = useState<OpenForm>();
  const close = () => setOpen(undefined);
  const mayEdit = may("tickets.configure");
  const start = (desk: DeskKind) =>
    attempt(async () => put(lifecycleKey, await api.tickets.startStates({ desk })));
  return (
    <Section
      title={t("tickets.states")}
      flush
      actions={
        mayEdit && (
          <span className="flex flex-wrap justify-end gap-2">
            <Button size="small" icon={Waypoints} onClick={() => setOpen("ways")}>
              {t("tickets.ways")}
            </Button>
            <Button size="small" icon={Plus} onClick={() => setOpen("new")}>
              {t("tickets.state.add")}
            </Button>
          </span>
        )
      }
    >
      {lifecycle.states.length === 0 && (
        <Empty
          icon={ListTree}
          title={t("tickets.state.empty")}
          text={t("tickets.state.emptyText")}
        />
      )}
      {statuses.map((status) => {
        const states = lifecycle.states.filter((one) => one.status === status);
        if (states.length === 0) return null;
        return (
          <section key={status} aria-label={statusText(status)}>
            <h3 className="border-b border-line bg-sunken px-4 py-1.5 text-xs text-muted">
              {statusText(status)}
            </h3>
            <ul className="divide-y divide-line">
              {states.map((state, at) => (
                <Line
                  key={state.id}
                  state={state}
                  lifecycle={lifecycle}
                  first={at === 0}
                  last={at === states.length - 1}
                  onEdit={mayEdit ? () => setOpen(state) : undefined}
                />
              ))}
            </ul>
          </section>
        );
      })}
      {mayEdit && (
        <div className="flex flex-wrap items-center gap-2 border-t border-line px-4 py-2">
          <span className="text-xs text-muted">{t("tickets.state.start")}</span>
          {desks.map((desk) => (
            <Button key={desk} size="small" onClick={() => void start(desk)}>
              {t(`tickets.state.desk.${desk}`)}
            </Button>
          ))}
        </div>
      )}
      {open === "ways" && <StateWays lifecycle={lifecycle} onClose={close} />}
      {open === "new" && <StateForm lifecycle={lifecycle} onClose={close} />}
      {typeof open === "object" && (
        <StateForm key={open.id} lifecycle={lifecycle} state={open} onClose={close} />
      )}
    </Section>
  );
}

interface LineProps {
  state: TicketState;
  lifecycle: Lifecycle;
  first: boolean;
  last: boolean;
  onEdit?(): void;
}

function Line({ state, lifecycle, first, last, onEdit }: LineProps) {
  const name = nameIn(state);
  const shown = ownState({ statePl: state.shownPl, stateEn: state.shownEn });
  const shift = async (by: 1 | -1) => {
    const wish = { state: state.id, place: state.place + by };
    const done = await attempt(async () =>
      put(lifecycleKey, await api.tickets.editState(wish, { version: lifecycle.version })),
    );
    if (!done) refresh(lifecycleKey);
  };
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-2 px-4 py-1.5">
      <span className={state.retiredAt ? "text-muted" : undefined}>{name}</span>
      {shown && <span className="text-xs text-muted">{t("tickets.state.reads", { shown })}</span>}
      {state.isDefault && <Badge tone="accent">{t("tickets.state.default")}</Badge>}
      {state.pauses && <Badge tone="info">{t("tickets.state.paused")}</Badge>}
      {state.retiredAt && <Badge>{t("tickets.retired")}</Badge>}
      {onEdit && (
        <span className="ml-auto flex items-center gap-1">
          <IconButton
            icon={ArrowUp}
            label={t("tickets.state.up", { name })}
            disabled={first}
            onClick={() => void shift(-1)}
          />
          <IconButton
            icon={ArrowDown}
            label={t("tickets.state.down", { name })}
            disabled={last}
            onClick={() => void shift(1)}
          />
          <Button
            size="small"
            look="quiet"
            aria-label={t("tickets.state.editOf", { name })}
            onClick={onEdit}
          >
            {t("tickets.state.edit")}
          </Button>
        </span>
      )}
    </li>
  );
}
