// What the reader was told, the newest first.

import { Link } from "@tanstack/react-router";
import { BellOff, Check } from "lucide-react";
import { api } from "../api/client";
import type { Notice } from "../api/types";
import { say, t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { refresh, useResource } from "../base/resource";
import { moment } from "../base/time";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import { Empty, When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { noticesKey, readAbout, unread } from "./model";

export function Notices() {
  const shown = useResource(noticesKey, () => api.notices.listNotices({ limit: 100 }));
  const waiting = useObservable(unread);
  const readAll = async () => {
    if (!(await attempt(() => api.notices.readNotices({})))) return;
    unread.set(0);
    refresh(noticesKey);
  };
  return (
    <Page
      title={t("notices.notices")}
      actions={
        waiting > 0 && (
          <Button icon={Check} onClick={() => void readAll()}>
            {t("notices.readAll")}
          </Button>
        )
      }
    >
      <When shown={shown} lines={6}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty icon={BellOff} title={t("notices.none")} text={t("notices.noneText")} />
          ) : (
            <Section flush className="overflow-hidden">
              <ul className="divide-y divide-line">
                {items.map((notice) => (
                  <Row key={notice.id} notice={notice} />
                ))}
              </ul>
            </Section>
          )
        }
      </When>
    </Page>
  );
}

// A ticket is read on its own page; what else there is has no page that would say so.
const placeOf = ({ subjectKind, subject }: Notice) =>
  subjectKind === "ticket"
    ? ({ to: "/tickets/$ticket", params: { ticket: String(subject) } } as const)
    : ({ to: "/ticket-settings", onClick: () => void readAbout(subjectKind, subject) } as const);

function Row({ notice }: { notice: Notice }) {
  const fresh = !notice.readAt;
  return (
    <li>
      <Link {...placeOf(notice)} className="flex items-start gap-3 px-4 py-3 hover:bg-hover">
        <span
          aria-hidden
          className={cx("mt-1.5 size-2 shrink-0 rounded-full", fresh && "bg-accent")}
        />
        <span className="min-w-0 flex-1">
          <span className={cx("block [overflow-wrap:anywhere]", fresh && "font-medium")}>
            {notice.label}
            {fresh && <span className="sr-only"> ({t("notices.unread")})</span>}
          </span>
          <span className="block text-muted">
            {say(`notices.kind.${notice.kind}`) ?? t("notices.kind.other")}
            {notice.actorName && ` · ${notice.actorName}`}
          </span>
        </span>
        <time dateTime={notice.at} className="shrink-0 text-xs text-muted tabular-nums">
          {moment(notice.at)}
        </time>
      </Link>
    </li>
  );
}
