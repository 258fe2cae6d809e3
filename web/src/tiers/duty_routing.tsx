// How each queue gives its tickets out: pulled by people, in turn, or to whoever has the fewest.

import { api } from "../api/client";
import type { QueueRouting, RoutingMode, StructureTier } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { Badge } from "../ui/badge";
import { When } from "../ui/empty";
import { Field, Select } from "../ui/field";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { refreshDuty, routingListKey } from "./duty_model";
import { loadStructure, nameIn, structureKey } from "./model";

const modes: RoutingMode[] = ["pull", "round_robin", "least_loaded", "by_skill"];
const modeText = (mode: RoutingMode) => t(`tiers.mode.${mode}` as MessageId);

export function RoutingTab() {
  const structure = useResource(structureKey, loadStructure);
  const routed = useResource(routingListKey, () => api.tickets.listRouting());
  return (
    <>
      <p className="mb-4 max-w-2xl text-muted">{t("tiers.routingNote")}</p>
      <When shown={structure} lines={6}>
        {({ tiers }) => (
          <When shown={routed}>
            {(list) => (
              <div className="space-y-4">
                {tiers.map((tier) => (
                  <Queues key={tier.number} tier={tier} routed={list.items} />
                ))}
              </div>
            )}
          </When>
        )}
      </When>
    </>
  );
}

function Queues({ tier, routed }: { tier: StructureTier; routed: QueueRouting[] }) {
  const change = (queue: number, mode: RoutingMode) =>
    attempt(async () => {
      // A queue that is pulled is not in the list; its version is read when it is wanted.
      const { version } = await api.tickets.readQueueRouting({ queue });
      await api.tickets.editQueueRouting({ queue, mode }, { version });
      refreshDuty();
    }, t("tiers.routingSaved"));
  return (
    <Section flush title={`${tier.number}. ${nameIn(tier)}`}>
      <ul className="divide-y divide-line">
        {tier.queues.map((queue) => {
          const found = routed.find((one) => one.queue === queue.id);
          const mode = found?.mode ?? "pull";
          return (
            <li
              key={queue.id}
              className="flex flex-wrap items-center gap-x-3 gap-y-1.5 px-4 py-2.5"
            >
              <span className="min-w-0 flex-1 basis-40 font-medium">{queue.name}</span>
              {found && found.waiting > 0 && (
                <Badge tone="warn">{t("tiers.waitingTickets", { count: found.waiting })}</Badge>
              )}
              {may("tiers.design") ? (
                <Field label={t("tiers.modeOf", { queue: queue.name })} hideLabel>
                  <Select
                    value={mode}
                    options={modes.map((value) => ({ value, label: modeText(value) }))}
                    onChange={(event) => void change(queue.id, event.target.value as RoutingMode)}
                  />
                </Field>
              ) : (
                <span className="text-muted">{modeText(mode)}</span>
              )}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
