// Who goes to an appointment: chosen by name, or proposed by who is free, near and able.

import { Plus, Sparkles } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { duration } from "../base/time";
import { ChosenStaff, including } from "../people/chosen_staff";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import type { Found } from "../ui/combobox";
import { When } from "../ui/empty";
import type { Form } from "../ui/form";
import { shortTime } from "./appointment_model";
import { minutesOf, type Open, startsOf, travelOf, type Values, week } from "./appointment_plan";

export function Technicians({ form, open }: { form: Form<Values>; open: Open }) {
  const persons = form.values["plan/persons"];
  const [proposing, setProposing] = useState(false);
  return (
    <ChosenStaff
      name="plan/persons"
      legend={t("tickets.appointment.technicians")}
      add={t("tickets.appointment.addTechnician")}
      persons={persons}
      error={form.error("plan/persons")}
      onChange={(chosen) => form.set("plan/persons", chosen)}
      beside={
        <Button icon={Sparkles} aria-expanded={proposing} onClick={() => setProposing(!proposing)}>
          {t("tickets.appointment.propose")}
        </Button>
      }
    >
      {proposing && (
        <Proposal
          form={form}
          open={open}
          onChoose={(found) => form.set("plan/persons", including(persons, found))}
        />
      )}
    </ChosenStaff>
  );
}

interface ProposalProps {
  form: Form<Values>;
  open: Open;
  onChoose(found: Found): void;
}

function Proposal({ form, open, onChoose }: ProposalProps) {
  const { values } = form;
  const site = Number(values["plan/site"]) || undefined;
  const minutes = minutesOf(values["plan/minutes"]) ?? 60;
  const first = startsOf(values)[0];
  const [now] = useState(() => Date.now());
  const from = first ?? new Date(now).toISOString();
  const to = new Date(Date.parse(from) + week).toISOString();
  const shown = useResource(`proposal/${open.ticket}/${site}/${minutes}/${from}`, () =>
    api.tickets.proposeTechnicians({
      ticket: open.ticket,
      from,
      to,
      minutes,
      ...travelOf(values),
      ...(values["plan/kind"] === "visit" && site && { site }),
    }),
  );
  return (
    <div className="mt-2 rounded-lg border border-line">
      <p className="px-3 pt-2 text-xs text-muted">{t("tickets.appointment.proposeNote")}</p>
      <When shown={shown} lines={3}>
        {({ items }) => (
          <ul className="max-h-56 divide-y divide-line overflow-y-auto">
            {items.slice(0, 8).map((one) => (
              <li
                key={one.person}
                className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2"
              >
                <span className="min-w-0 flex-1 basis-44">
                  <span className="font-medium">{one.name}</span>
                  <span className="block text-xs text-muted">
                    {[
                      one.freeAt
                        ? t("tickets.appointment.freeAt", { time: shortTime(one.freeAt) })
                        : t("tickets.appointment.notFree"),
                      values["plan/kind"] === "visit" &&
                        t(`tickets.appointment.near.${one.nearness}`),
                      one.skillsMatched > 0 &&
                        t("tickets.appointment.skills", { count: one.skillsMatched }),
                      one.minutesThatDay > 0 &&
                        t("tickets.appointment.thatDay", { time: duration(one.minutesThatDay) }),
                    ]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                {!one.meetsSkills && (
                  <Badge tone="warn">{t("tickets.appointment.lacksSkill")}</Badge>
                )}
                <IconButton
                  icon={Plus}
                  label={`${t("tickets.appointment.addTechnician")}: ${one.name}`}
                  onClick={() => onChoose({ id: one.person, label: one.name })}
                />
              </li>
            ))}
          </ul>
        )}
      </When>
    </div>
  );
}
