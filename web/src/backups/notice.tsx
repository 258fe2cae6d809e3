// A backup that failed is told on every page, to whoever can do something about it.

import { Link } from "@tanstack/react-router";
import { TriangleAlert } from "lucide-react";
import { useEffect } from "react";
import { api } from "../api/client";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { may } from "../base/session";
import { date, moment } from "../base/time";

const hour = 3_600_000; // Milliseconds: nights are not live, and a failure is tried again after one.

export const loadBackups = () => api.backups.listRuns();

export function Notice() {
  const runs = useResource(may("backups.see") ? "backups" : undefined, loadBackups, true).value;
  useEffect(() => {
    const timer = setInterval(() => refresh("backups"), hour);
    return () => clearInterval(timer);
  }, []);
  const last = runs?.items[0];
  if (last?.state !== "failed") return null;
  const made = runs?.items.find((run) => run.state === "made");
  return (
    <p
      role="status"
      className="flex shrink-0 flex-wrap items-center gap-x-2.5 gap-y-1 border-b border-line bg-danger-soft px-4 py-2 text-danger-text md:px-7"
    >
      <TriangleAlert aria-hidden size={17} className="shrink-0" />
      <span>
        {t("backups.failedNotice", { night: date(last.night) })}{" "}
        {made?.endedAt
          ? t("backups.lastMade", { moment: moment(made.endedAt) })
          : t("backups.noneMade")}
      </span>
      <Link to={"/backups" as never} className="font-medium underline underline-offset-2">
        {t("backups.show")}
      </Link>
    </p>
  );
}
