// The tickets that name an asset, as far as the reader sees them: on the asset's page.

import { Link } from "@tanstack/react-router";
import { api } from "../api/client";
import type { Asset } from "../api/types";
import { t } from "../base/i18n";
import { usePages } from "../base/pages";
import { isStaff } from "../base/session";
import { brief } from "../base/time";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { Failure, Skeleton } from "../ui/empty";
import { Section } from "../ui/page";
import { StatusBadge } from "./badges";
import { ownStandText, statusTone } from "./model";

export function TicketsOfAsset({ asset }: { asset: Asset }) {
  const pages = usePages(`tickets of asset ${asset.id}`, (cursor) =>
    api.tickets.listTickets({ asset: asset.id, cursor }),
  );
  const { rows, loading, error } = pages;
  return (
    <Section flush title={t("assets.tickets")}>
      {rows.length === 0 && error ? (
        <Failure problem={error} again={pages.again} />
      ) : rows.length === 0 && loading ? (
        <Skeleton />
      ) : rows.length === 0 ? (
        <p className="p-4 text-muted">{t("assets.noTickets")}</p>
      ) : (
        <ul>
          {rows.map((ticket) => (
            <li key={ticket.id} className="border-b border-line/60 last:border-0">
              <Link
                to="/tickets/$ticket"
                params={{ ticket: String(ticket.id) }}
                className="flex items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-hover"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{ticket.subject}</span>
                  <span className="block truncate text-xs text-muted">
                    {`#${ticket.number} · ${brief(ticket.updatedAt, new Date())}`}
                  </span>
                </span>
                {isStaff() ? (
                  <StatusBadge ticket={ticket} />
                ) : (
                  <Badge tone={statusTone[ticket.status]}>{ownStandText(ticket)}</Badge>
                )}
              </Link>
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && !pages.complete && (
        <div className="p-2 text-center">
          <Button size="small" look="quiet" busy={loading} onClick={pages.more}>
            {t("tickets.own.more")}
          </Button>
        </div>
      )}
    </Section>
  );
}
