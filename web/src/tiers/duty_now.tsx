// Each tier at this moment: who works and until when, who is absent and who covers, who is on call.

import { Pencil, PhoneCall } from "lucide-react";
import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { DutyTier, OnDuty, TierHours } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { HoursEditor } from "../people/editors";
import { Avatar, Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import {
  absentText,
  availabilityText,
  dutyKey,
  loadDuty,
  openText,
  readWeek,
  refreshDuty,
  untilText,
  type WeekTexts,
  weekError,
  weekTexts,
} from "./duty_model";
import { nameIn } from "./model";

const minute = 60_000;

// Shifts begin and end without anybody doing anything.
function useFreshDuty() {
  useEffect(() => {
    const timer = setInterval(refreshDuty, minute);
    return () => clearInterval(timer);
  }, []);
}

export function DutyNowTab() {
  const shown = useResource(dutyKey, loadDuty);
  const [edited, setEdited] = useState<DutyTier>();
  useFreshDuty();
  const now = new Date();
  return (
    <When shown={shown} lines={8}>
      {(duty) => (
        <>
          <ol className="grid items-start gap-3 lg:grid-cols-2">
            {duty.tiers.map((tier) => (
              <TierCard key={tier.tier} tier={tier} now={now} edit={() => setEdited(tier)} />
            ))}
          </ol>
          <p className="mt-3 text-xs text-muted">{t("tiers.zoneNote", { zone: duty.zone })}</p>
          {edited && <EditHours tier={edited} onClose={() => setEdited(undefined)} />}
        </>
      )}
    </When>
  );
}

interface TierCardProps {
  tier: DutyTier;
  now: Date;
  edit(): void;
}

function TierCard({ tier, now, edit }: TierCardProps) {
  return (
    <li className="rounded-xl border border-line bg-surface">
      <div className="flex min-h-12 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-4 py-2">
        <h2 className="text-base font-semibold">
          {tier.tier}. {nameIn(tier)}
        </h2>
        <Badge tone={tier.hours.length && tier.isOpen ? "good" : "plain"}>
          {openText(tier, now)}
        </Badge>
        {may("tiers.plan_duty") && (
          <Button size="small" look="quiet" icon={Pencil} className="ml-auto" onClick={edit}>
            {t("tiers.editHours")}
          </Button>
        )}
      </div>
      <div className="space-y-3 p-4">
        {!tier.hasShifts && tier.working.length > 0 && (
          <p className="text-xs text-muted">{t("tiers.noShifts")}</p>
        )}
        {tier.working.length === 0 ? (
          <p className="text-muted">{t("tiers.nobodyWorks")}</p>
        ) : (
          <ul className="space-y-2">
            {tier.working.map((one) => (
              <Working key={one.person} one={one} now={now} />
            ))}
          </ul>
        )}
        {tier.absent.length > 0 && (
          <div>
            <h3 className="mb-1 text-xs text-muted">{t("tiers.absentNow")}</h3>
            <ul className="space-y-1">
              {tier.absent.map((one) => (
                <li key={one.person}>
                  {one.name} <span className="text-muted">{absentText(one, now)}</span>
                  {one.coverName && (
                    <span className="text-muted">
                      {" · "}
                      {t("tiers.coveredBy", { name: one.coverName })}
                    </span>
                  )}
                </li>
              ))}
            </ul>
          </div>
        )}
        {tier.onCall && (
          <p className="flex items-start gap-2 border-t border-line pt-3">
            <PhoneCall aria-hidden size={16} className="mt-0.5 shrink-0 text-muted" />
            <span>
              {t("tiers.onCallNow", {
                name: tier.onCall.firstName,
                until: untilText(tier.onCall.endsAt, now),
              })}
              {tier.onCall.secondName && (
                <span className="block text-xs text-muted">
                  {t("tiers.secondIs", { name: tier.onCall.secondName })}
                </span>
              )}
            </span>
          </p>
        )}
      </div>
    </li>
  );
}

function Working({ one, now }: { one: OnDuty; now: Date }) {
  return (
    <li className="flex items-center gap-2.5">
      <Avatar name={one.name} />
      <span className="min-w-0 flex-1">
        <span className="font-medium">{one.name}</span>
        <span className="block text-xs text-muted">
          {one.until && t("tiers.until", { until: untilText(one.until, now) })}
          {one.until && one.coversName && " · "}
          {one.coversName && t("tiers.coversFor", { name: one.coversName })}
        </span>
      </span>
      <Badge tone={one.availability === "on" ? "good" : "warn"}>
        {one.awayUntil
          ? t("tiers.awayUntil", { until: untilText(one.awayUntil, now) })
          : availabilityText(one.availability)}
      </Badge>
    </li>
  );
}

interface EditHoursProps {
  tier: DutyTier;
  onClose(): void;
}

function EditHours({ tier, onClose }: EditHoursProps) {
  const form = useForm<{ hours: WeekTexts }, TierHours>({
    initial: { hours: weekTexts(tier.hours) },
    check: ({ hours }) => ({ hours: readWeek(hours) ? undefined : "tiers.span_malformed" }),
    send: ({ hours }) =>
      api.tiers.editTierHours(
        { tier: tier.tier, hours: readWeek(hours) ?? [] },
        { version: tier.hoursVersion },
      ),
    done: () => {
      refreshDuty();
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.hoursOf", { tier: nameIn(tier) })} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <HoursEditor
          value={form.values.hours}
          error={weekError(form, "hours")}
          legend={t("tiers.weeklyHours")}
          hint={t("tiers.hoursHint")}
          onChange={(hours) => form.set("hours", hours)}
        />
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
