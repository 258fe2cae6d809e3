// Where a ticket may go next, by group. What needs words asks for them in the form of that step.

import { lazy, Suspense, useState } from "react";
import { api } from "../api/client";
import type { NextState, WaitingFor } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { Button } from "../ui/button";
import { Actions } from "../ui/dialog";
import { Empty, When } from "../ui/empty";
import { Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { Dialog, type One } from "./dialog_frame";
import { statuses, statusText, waitingFors } from "./model";
import { loadNext, moveTo, needsWords, nextKey, nextText, placeKey, useLifecycle } from "./states";
import { settle } from "./verbs";

const Resolve = lazy(() => import("./resolve_dialog").then((file) => ({ default: file.Resolve })));
const Reopen = lazy(() => import("./reopen_dialog").then((file) => ({ default: file.Reopen })));

// `chosen`: placeKey of a place that was named before.
export function StateDialog({ ticket, chosen, onClose }: One & { chosen?: string }) {
  const lifecycle = useLifecycle();
  const shown = useResource(nextKey(ticket, lifecycle), () => loadNext(ticket), true);
  const [picked, setPicked] = useState(chosen);
  const waitsOn: NextState[] =
    ticket.status === "waiting"
      ? [
          {
            status: "waiting",
            state: ticket.state,
            namePl: ticket.statePl,
            nameEn: ticket.stateEn,
            isDefault: false,
          },
        ]
      : [];
  const items = [...waitsOn, ...(shown.value?.items ?? [])];
  const one = items.find((next) => placeKey(next) === picked);
  if (one) return <Words ticket={ticket} next={one} onClose={onClose} />;
  return (
    <Dialog title={t("tickets.setStatus")} ticket={ticket} onClose={onClose}>
      <When shown={shown} lines={4}>
        {() => (
          <>
            {items.length === 0 && (
              <Empty title={t("tickets.state.noWay")} text={t("tickets.state.noWayText")} />
            )}
            {statuses
              .map((status) => ({ status, next: items.filter((it) => it.status === status) }))
              .filter(({ next }) => next.length > 0)
              .map(({ status, next }) => (
                <section key={status} aria-label={statusText(status)} className="mb-3">
                  <h3 className="mb-1 text-xs text-muted">{statusText(status)}</h3>
                  <div className="flex flex-col gap-1.5">
                    {next.map((it) => (
                      <Button
                        key={placeKey(it)}
                        className="!justify-start"
                        onClick={() => {
                          if (needsWords(ticket, it)) return setPicked(placeKey(it));
                          onClose();
                          void moveTo(ticket, it);
                        }}
                      >
                        {it === waitsOn[0]
                          ? t("tickets.state.waitsOn", { name: nextText(it) })
                          : nextText(it)}
                      </Button>
                    ))}
                  </div>
                </section>
              ))}
          </>
        )}
      </When>
    </Dialog>
  );
}

function Words({ ticket, next, onClose }: One & { next: NextState }) {
  if (next.status === "waiting") return <Waiting ticket={ticket} next={next} onClose={onClose} />;
  const state = next.state ?? null;
  return (
    <Suspense>
      {next.status === "resolved" ? (
        <Resolve ticket={ticket} state={state} onClose={onClose} />
      ) : (
        <Reopen ticket={ticket} state={state} onClose={onClose} />
      )}
    </Suspense>
  );
}

function Waiting({ ticket, next, onClose }: One & { next: NextState }) {
  const form = useForm({
    initial: {
      waitingFor: ticket.waitingFor ?? "",
      waitingNote: ticket.waitingNote ?? "",
    },
    check: (values) => ({
      waitingFor: values.waitingFor ? undefined : "required",
      waitingNote: values.waitingNote.trim() ? undefined : "required",
    }),
    send: (values) =>
      settle(
        api.tickets.setTicketStatus({
          ticket: ticket.id,
          status: "waiting",
          state: next.state ?? null,
          waitingFor: values.waitingFor as WaitingFor,
          waitingNote: values.waitingNote.trim(),
        }),
      ),
    done: onClose,
  });
  return (
    <Dialog title={nextText(next)} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tickets.state.forWhom")} error={form.error("waitingFor")} required>
          <Select
            {...text(form, "waitingFor")}
            empty={t("ui.choose")}
            options={waitingFors.map((whom) => ({
              value: whom,
              label: statusText("waiting", whom),
            }))}
          />
        </Field>
        <Field
          label={t("tickets.waitingNote")}
          hint={t("tickets.waitingNoteHint")}
          error={form.error("waitingNote")}
          required
        >
          <Input {...text(form, "waitingNote")} maxLength={500} />
        </Field>
        <Actions label={t("tickets.setStatus")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
