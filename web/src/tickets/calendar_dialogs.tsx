// One's own calendar outside of the house, and what the company says about appointments.

import { useState } from "react";
import { api } from "../api/client";
import type { AppointmentSettings, FeedDetail } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { moment } from "../base/time";
import { Button } from "../ui/button";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Choice, Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Refused } from "../ui/refused";
import { attempt, tell } from "../ui/toast";

interface Closing {
  onClose(): void;
}

export function CalendarDialog({ what, onClose }: Closing & { what: "feed" | "rules" }) {
  return what === "feed" ? (
    <PrivateCalendar onClose={onClose} />
  ) : (
    <CalendarRules onClose={onClose} />
  );
}

const feedKey = "calendar-feed";

function PrivateCalendar({ onClose }: Closing) {
  const shown = useResource(feedKey, () => api.tickets.readCalendarFeed());
  const [address, setAddress] = useState<string>();
  const renew = () =>
    attempt(async () => {
      setAddress((await api.tickets.renewCalendarFeed()).url);
      refresh(feedKey);
    });
  const revoke = () =>
    attempt(async () => {
      await api.tickets.revokeCalendarFeed();
      setAddress(undefined);
      refresh(feedKey);
    });
  return (
    <Dialog open title={t("tickets.calendar.private")} onClose={onClose}>
      <div className="space-y-4">
        <p className="text-muted">{t("tickets.calendar.privateNote")}</p>
        <When shown={shown} lines={2}>
          {(feed) => (
            <>
              <p role="status">
                {feed.active && feed.madeAt
                  ? t("tickets.calendar.feedSince", { time: moment(feed.madeAt) })
                  : t("tickets.calendar.feedOff")}
              </p>
              {address && <Address address={address} />}
              <div className="flex flex-wrap gap-2">
                <Button look={feed.active ? "plain" : "main"} onClick={() => void renew()}>
                  {t(feed.active ? "tickets.calendar.feedRenew" : "tickets.calendar.feedMake")}
                </Button>
                {feed.active && (
                  <Button look="danger" onClick={() => void revoke()}>
                    {t("tickets.calendar.feedRevoke")}
                  </Button>
                )}
              </div>
            </>
          )}
        </When>
      </div>
    </Dialog>
  );
}

function Address({ address }: { address: string }) {
  const copy = () =>
    attempt(() => navigator.clipboard.writeText(address), t("tickets.calendar.copied"));
  return (
    <div>
      <div className="flex items-end gap-2">
        <Field
          label={t("tickets.calendar.feedAddress")}
          hint={t("tickets.calendar.feedOnce")}
          className="flex-1"
        >
          <Input readOnly value={address} onFocus={(event) => event.target.select()} />
        </Field>
      </div>
      <Button size="small" className="mt-2" onClick={() => void copy()}>
        {t("tickets.calendar.copy")}
      </Button>
    </div>
  );
}

function CalendarRules({ onClose }: Closing) {
  const shown = useResource("appointment-settings", () => api.tickets.readAppointmentSettings());
  return (
    <Dialog open title={t("tickets.calendar.settings")} onClose={onClose}>
      <When shown={shown} lines={4}>
        {(settings) => <RulesForm settings={settings} onClose={onClose} />}
      </When>
    </Dialog>
  );
}

const details = ["busy", "usual", "full"] as const satisfies FeedDetail[];

function RulesForm({ settings, onClose }: Closing & { settings: AppointmentSettings }) {
  const form = useForm({
    initial: { moveHours: String(settings.moveHours), feedDetail: settings.feedDetail },
    check: (values) => ({
      moveHours:
        /^\d{1,3}$/.test(values.moveHours.trim()) && Number(values.moveHours) <= 168
          ? undefined
          : "out_of_range",
    }),
    send: (values) =>
      api.tickets.editAppointmentSettings(
        { moveHours: Number(values.moveHours), feedDetail: values.feedDetail },
        { version: settings.version },
      ),
    done: () => {
      refresh("appointment-settings");
      tell(t("tickets.calendar.saved"));
      onClose();
    },
  });
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <Field label={t("tickets.calendar.moveHours")} error={form.error("moveHours")} required>
        <Input
          {...text(form, "moveHours")}
          inputMode="numeric"
          autoComplete="off"
          className="sm:max-w-24"
        />
      </Field>
      <Choice
        label={t("tickets.calendar.feedDetail")}
        value={form.values.feedDetail}
        options={details.map((one) => ({
          value: one,
          label: t(`tickets.calendar.feedDetail.${one}`),
        }))}
        onChange={(one) => form.set("feedDetail", one)}
      />
      <Actions label={t("tickets.appointment.save")} busy={form.busy} onCancel={onClose} />
    </form>
  );
}
