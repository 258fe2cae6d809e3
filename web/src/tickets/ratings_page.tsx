// What requesters thought, newest first, and how content they were lately.

import { Link } from "@tanstack/react-router";
import { Star } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { TicketRating } from "../api/types";
import { locale, t } from "../base/i18n";
import { usePages } from "../base/pages";
import { useResource } from "../base/resource";
import { moment } from "../base/time";
import { Button } from "../ui/button";
import { Empty, Failure, Skeleton, When } from "../ui/empty";
import { Choice } from "../ui/field";
import { Page, Section } from "../ui/page";
import { ScoreBadge } from "./rating";

export function RatingsPage() {
  const [show, setShow] = useState<"all" | "low">("all");
  const low = show === "low" || undefined;
  const summary = useResource("ratings/summary", () => api.tickets.listRatings({ limit: 1 }));
  const pages = usePages(`ratings/${show}`, (cursor) => api.tickets.listRatings({ low, cursor }));
  const average = (hundredths: number) =>
    (hundredths / 100).toLocaleString(locale(), { minimumFractionDigits: 2 });
  return (
    <Page title={t("tickets.rating.titleAll")}>
      <div className="max-w-3xl space-y-4">
        <When shown={summary} lines={1}>
          {({ summary: { days, count, csatPercent, averageHundredths } }) => (
            <p>
              {count === 0 || csatPercent === undefined || csatPercent === null
                ? t("tickets.rating.nobodyLately", { days })
                : t("tickets.rating.summary", {
                    days,
                    count,
                    percent: csatPercent,
                    average: average(averageHundredths ?? 0),
                  })}
              <span className="block text-xs text-muted">{t("tickets.rating.formula")}</span>
            </p>
          )}
        </When>
        <Choice<"all" | "low">
          label={t("tickets.rating.show")}
          value={show}
          options={[
            { value: "all", label: t("tickets.rating.all") },
            { value: "low", label: t("tickets.rating.low") },
          ]}
          onChange={setShow}
        />
        <Section flush>
          {pages.error ? (
            <div className="p-4">
              <Failure problem={pages.error} again={pages.again} />
            </div>
          ) : pages.rows.length === 0 && pages.loading ? (
            <div className="p-4">
              <Skeleton lines={4} />
            </div>
          ) : pages.rows.length === 0 ? (
            <Empty
              icon={Star}
              title={t("tickets.rating.none")}
              text={t("tickets.rating.noneText")}
            />
          ) : (
            <ul className="divide-y divide-line">
              {pages.rows.map((rating) => (
                <Row key={rating.ticket} rating={rating} />
              ))}
            </ul>
          )}
        </Section>
        {!pages.complete && pages.rows.length > 0 && (
          <Button busy={pages.loading} onClick={pages.more}>
            {t("tickets.rating.more")}
          </Button>
        )}
      </div>
    </Page>
  );
}

function Row({ rating }: { rating: TicketRating }) {
  return (
    <li className="space-y-1 px-4 py-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <ScoreBadge score={rating.score} />
        <Link
          to="/tickets/$ticket"
          params={{ ticket: String(rating.ticket) }}
          className="min-w-0 text-accent-text [overflow-wrap:anywhere] hover:underline"
        >
          {rating.ticket}
          {rating.subject && ` · ${rating.subject}`}
        </Link>
      </p>
      {rating.comment && (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{rating.comment}</p>
      )}
      <p className="text-xs text-muted">
        {rating.personName} · {rating.customerName} · {moment(rating.ratedAt)}
      </p>
    </li>
  );
}
