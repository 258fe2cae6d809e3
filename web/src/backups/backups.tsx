// The nights and what came of them.

import { DatabaseBackup } from "lucide-react";
import { useEffect } from "react";
import type { BackupRun } from "../api/types";
import { locale, type MessageId, t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { bytesText } from "../base/text";
import { date, moment } from "../base/time";
import { Badge, type Tone } from "../ui/badge";
import { Empty, When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { loadBackups } from "./notice";

const tones: Record<BackupRun["state"], Tone> = { running: "info", made: "good", failed: "danger" };

const moments = 5_000; // Milliseconds: a backup ends while somebody watches it, and tells no one.

export function Backups() {
  const shown = useResource("backups", loadBackups);
  useEffect(() => {
    const timer = setInterval(() => refresh("backups"), moments);
    return () => clearInterval(timer);
  }, []);
  return (
    <Page title={t("backups.backups")}>
      <p className="mb-4 max-w-2xl text-muted">{t("backups.note")}</p>
      <When shown={shown} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={DatabaseBackup} title={t("backups.none")} text={t("backups.noneText")} />
          ) : (
            <Section flush className="overflow-hidden">
              <ul className="divide-y divide-line">
                {items.map((run) => (
                  <Night key={run.night} run={run} />
                ))}
              </ul>
            </Section>
          )
        }
      </When>
    </Page>
  );
}

function Night({ run }: { run: BackupRun }) {
  return (
    <li className="grid gap-x-5 gap-y-1 px-4 py-3 sm:grid-cols-[7rem_11rem_1fr]">
      <span className="font-medium">{date(run.night)}</span>
      <span>
        <Badge tone={tones[run.state]}>{t(`backups.state.${run.state}` as MessageId)}</Badge>
      </span>
      <span className="min-w-0 text-muted [overflow-wrap:anywhere]">
        {run.state === "made"
          ? `${run.endedAt ? `${moment(run.endedAt)} · ` : ""}${bytesText(run.bytes, locale())} · ${run.folder}`
          : run.attempts > 1 && t("backups.attempts", { attempts: run.attempts })}
        {run.error && <span className="block text-ink">{run.error}</span>}
      </span>
    </li>
  );
}
