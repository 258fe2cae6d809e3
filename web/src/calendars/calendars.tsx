// All work calendars, and the holiday sets that they use.

import { Link, useNavigate, useSearch } from "@tanstack/react-router";
import { CalendarCog, Plus } from "lucide-react";
import { useState } from "react";
import type { Calendar } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Choice } from "../ui/field";
import { Page, Section } from "../ui/page";
import { Tabs } from "../ui/tabs";
import type { CalendarsSearch } from "./feature";
import { calendarsKey, loadCalendars, planLines } from "./model";
import { PlanDialog } from "./plan_form";
import { HolidaySets } from "./sets";

export function Calendars() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as CalendarsSearch;
  const show = (next: CalendarsSearch) =>
    void navigate({ to: "/calendars", search: next, replace: true });
  return (
    <Page title={t("calendars.calendars")}>
      <Tabs
        label={t("calendars.calendars")}
        open={search.tab ?? "calendars"}
        onOpen={(tab) => show({ tab: tab === "sets" ? tab : undefined })}
        tabs={[
          {
            id: "calendars",
            title: t("calendars.all"),
            body: (
              <All retired={Boolean(search.retired)} onRetired={(retired) => show({ retired })} />
            ),
          },
          { id: "sets", title: t("calendars.sets"), body: <HolidaySets /> },
        ]}
      />
    </Page>
  );
}

interface AllProps {
  retired: boolean;
  onRetired(retired: true | undefined): void;
}

function All({ retired, onRetired }: AllProps) {
  const navigate = useNavigate();
  const [creating, setCreating] = useState(false);
  const shown = useResource(calendarsKey(retired), () => loadCalendars(retired));
  const zone = shown.value?.items.find((one) => one.isDefault)?.plan.zone;
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3 [&_legend]:sr-only">
        <Choice
          label={t("calendars.which")}
          value={retired ? "retired" : "used"}
          onChange={(next) => onRetired(next === "retired" || undefined)}
          options={[
            { value: "used", label: t("calendars.inUse") },
            { value: "retired", label: t("calendars.retiredOnes") },
          ]}
        />
        {may("calendars.edit") && (
          <Button look="main" icon={Plus} onClick={() => setCreating(true)}>
            {t("calendars.new")}
          </Button>
        )}
      </div>
      <Section flush>
        <When shown={shown} lines={4}>
          {({ items }) =>
            items.length === 0 ? (
              <Empty icon={CalendarCog} title={t("calendars.noneRetired")} />
            ) : (
              <ul className="divide-y divide-line">
                {items.map((one) => (
                  <Row key={one.id} calendar={one} />
                ))}
              </ul>
            )
          }
        </When>
      </Section>
      {creating && (
        <PlanDialog
          zone={zone}
          onClose={() => setCreating(false)}
          onSaved={(saved) =>
            void navigate({
              to: "/calendars/$calendar",
              params: { calendar: String(saved.id) },
            })
          }
        />
      )}
    </>
  );
}

function Row({ calendar }: { calendar: Calendar }) {
  return (
    <li className="flex min-h-11 flex-wrap items-center gap-x-4 gap-y-0.5 px-4 py-2">
      <span className="flex min-w-0 basis-72 items-center gap-2">
        <Link
          to="/calendars/$calendar"
          params={{ calendar: String(calendar.id) }}
          className="truncate font-medium text-accent-text hover:underline"
        >
          {calendar.name}
        </Link>
        {calendar.isDefault && <Badge tone="accent">{t("calendars.default")}</Badge>}
      </span>
      <span className="min-w-0 flex-1 text-xs text-muted tabular-nums">
        {[...planLines(calendar.plan), ...calendar.sets.map((set) => set.name)].join(" · ")}
      </span>
      <span className="text-xs text-muted">{calendar.plan.zone}</span>
    </li>
  );
}
