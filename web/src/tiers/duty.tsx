// Who works when: now, everybody's shifts, absences, who is on call, and how queues give tickets out.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { Plus } from "lucide-react";
import { useState } from "react";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { isStaff, may, useSession } from "../base/session";
import { instantOf, localInput } from "../base/time";
import { Button } from "../ui/button";
import { Choice, Field, Input } from "../ui/field";
import { Page, Section } from "../ui/page";
import { Tabs } from "../ui/tabs";
import { setAvailability } from "./availability";
import { Absences, EnterAbsence } from "./duty_absences";
import {
  absencesKey,
  availabilities,
  availabilityText,
  loadAbsences,
  loadTechnician,
  technicianKey,
  untilText,
} from "./duty_model";
import { DutyNowTab } from "./duty_now";
import { OnCallTab } from "./duty_on_call";
import { People } from "./duty_people";
import { RoutingTab } from "./duty_routing";
import type { DutySearch } from "./feature";

export function DutyPage() {
  const search = useSearch({ strict: false }) as DutySearch;
  const navigate = useNavigate();
  const [entering, setEntering] = useState(false);
  const absences = useResource(absencesKey, loadAbsences).value;
  const wishes = absences?.items.filter((one) => one.state === "wished").length;
  const show = (tab: string) =>
    navigate({
      to: "/duty",
      search: { tab: tab === "now" ? undefined : tab },
      replace: true,
    });
  const mine = may("tiers.own_duty") && isStaff();
  return (
    <Page
      title={t("tiers.duty")}
      actions={
        mine && (
          <Button icon={Plus} onClick={() => setEntering(true)}>
            {t(may("tiers.plan_duty") ? "tiers.enterAbsence" : "tiers.wishAbsence")}
          </Button>
        )
      }
    >
      <p className="mb-4 max-w-2xl text-muted">{t("tiers.dutyNote")}</p>
      {mine && <OwnAvailability />}
      <Tabs
        label={t("tiers.duty")}
        open={search.tab ?? "now"}
        onOpen={show}
        tabs={[
          { id: "now", title: t("tiers.dutyNow"), body: <DutyNowTab /> },
          { id: "people", title: t("tiers.shifts"), body: <People chosen={search.person} /> },
          {
            id: "absences",
            title: t("tiers.absences"),
            count: wishes || undefined,
            body: <Absences />,
          },
          { id: "on-call", title: t("tiers.onCall"), body: <OnCallTab /> },
          { id: "routing", title: t("tiers.routing"), body: <RoutingTab /> },
        ]}
      />
      {entering && <EnterAbsence onClose={() => setEntering(false)} />}
    </Page>
  );
}

const inAnHour = () => localInput(new Date(Date.now() + 3_600_000));

// One click; away may end by itself.
function OwnAvailability() {
  const me = useSession().person;
  const card = useResource(technicianKey(me), () => loadTechnician(me)).value;
  const [until, setUntil] = useState(inAnHour);
  if (!card) return null;
  const away = card.availability === "away";
  return (
    <Section className="mb-4">
      <div className="flex flex-wrap items-end gap-x-6 gap-y-3">
        <Choice
          label={t("tiers.myAvailability")}
          value={card.availability}
          options={availabilities.map((value) => ({ value, label: availabilityText(value) }))}
          onChange={(value) => void setAvailability(value)}
        />
        {away && (
          <>
            <Field label={t("tiers.backAt")}>
              <Input
                type="datetime-local"
                value={until}
                onChange={(event) => setUntil(event.target.value)}
              />
            </Field>
            <Button onClick={() => until && void setAvailability("away", instantOf(until))}>
              {t("tiers.setReturn")}
            </Button>
            {card.awayUntil && (
              <p className="pb-2 text-xs text-muted">
                {t("tiers.awayUntil", { until: untilText(card.awayUntil, new Date()) })}
              </p>
            )}
          </>
        )}
      </div>
    </Section>
  );
}
