// Months whose figures nobody changes any more, and closing the next.

import { Lock } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { ClosedMonth } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { moment } from "../base/time";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { tell } from "../ui/toast";
import { closableMonths, monthText } from "./report_model";

const closedKey = "sla/closed";

interface ClosedProps {
  closedUntil: string | null | undefined;
  today: string;
}

export function ClosedMonths({ closedUntil, today }: ClosedProps) {
  const shown = useResource(closedKey, () => api.sla.listClosedMonths());
  const [closing, setClosing] = useState(false);
  const months = closableMonths(today, closedUntil);
  return (
    <Section
      flush
      title={t("sla.closedMonths")}
      actions={
        may("sla.close_months") &&
        months.length > 0 && (
          <Button size="small" icon={Lock} onClick={() => setClosing(true)}>
            {t("sla.closeMonth")}
          </Button>
        )
      }
    >
      <When shown={shown} lines={2}>
        {({ items }) =>
          items.length === 0 ? (
            <p className="px-4 py-3 text-muted">{t("sla.noneClosed")}</p>
          ) : (
            <ul className="divide-y divide-line">
              {items.map((one) => (
                <li key={one.month} className="flex flex-wrap gap-x-4 px-4 py-2">
                  <span className="min-w-40 flex-1 font-medium">{monthText(one.month)}</span>
                  <span className="text-muted tabular-nums">
                    {t("sla.closedAt", { moment: moment(one.closedAt), clocks: one.clocks })}
                  </span>
                </li>
              ))}
            </ul>
          )
        }
      </When>
      {closing && <CloseDialog months={months} onClose={() => setClosing(false)} />}
    </Section>
  );
}

function CloseDialog({ months, onClose }: { months: string[]; onClose(): void }) {
  const form = useForm<{ month: string }, ClosedMonth>({
    initial: { month: months[0] ?? "" },
    send: ({ month }) =>
      api.sla.closeMonth({ year: Number(month.slice(0, 4)), month: Number(month.slice(5, 7)) }),
    done: (closed) => {
      refresh(closedKey);
      refresh("attainment/");
      tell(t("sla.monthClosed", { month: monthText(closed.month) }));
      onClose();
    },
  });
  return (
    <Dialog open title={t("sla.closeMonth")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("sla.month")} error={form.error("month")}>
          <Select
            {...text(form, "month")}
            options={months.map((month) => ({ value: month, label: monthText(month) }))}
          />
        </Field>
        <p>{t("sla.closeText")}</p>
        <p className="font-medium">{t("sla.closeForEver")}</p>
        <Actions label={t("sla.closeMonth")} look="danger" busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
