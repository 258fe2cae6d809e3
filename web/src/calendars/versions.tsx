// How a calendar came to be what it is: its versions, the newest first.

import { api } from "../api/client";
import type { Calendar } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { When } from "../ui/empty";
import { Section } from "../ui/page";
import { holdsText, planLines } from "./model";

export function Versions({ calendar }: { calendar: Calendar }) {
  const shown = useResource(`calendars/versions/${calendar.id}`, () =>
    api.calendars.listCalendarVersions({ calendar: calendar.id }),
  );
  return (
    <Section flush title={t("calendars.versions")}>
      <When shown={shown} lines={3}>
        {({ items }) => (
          <ol className="divide-y divide-line">
            {items.map((one) => (
              <li key={one.number} className="px-4 py-2">
                <p className="flex flex-wrap items-center gap-2">
                  <span className="font-medium">{holdsText(one.holdsFrom)}</span>
                  {one.isReplaced && <Badge>{t("calendars.replaced")}</Badge>}
                  <span className="ml-auto text-xs text-muted">
                    {t("calendars.recorded", { moment: moment(one.recordedAt) })}
                  </span>
                </p>
                <p className="text-xs text-muted tabular-nums">
                  {[
                    ...planLines(one.plan),
                    !one.plan.always &&
                      t("calendars.countOfDays", { count: one.plan.days?.length ?? 0 }),
                  ]
                    .filter(Boolean)
                    .join(" · ")}
                </p>
              </li>
            ))}
          </ol>
        )}
      </When>
    </Section>
  );
}
