// A place of the navigation, with what waits there.

import { Link } from "@tanstack/react-router";
import type { Place } from "../base/feature";
import { t } from "../base/i18n";
import { type Observable, useObservable } from "../base/observable";

export function PlaceLink({ place, onClick }: { place: Place; onClick?(): void }) {
  const Icon = place.icon;
  return (
    <Link
      to={place.to as never}
      preload="intent"
      onClick={onClick}
      activeProps={{ className: "bg-accent-soft font-medium text-accent-text" }}
      inactiveProps={{ className: "text-ink hover:bg-hover" }}
      className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm"
    >
      <Icon aria-hidden size={17} className="shrink-0 opacity-80" />
      <span className="flex-1">{t(place.title)}</span>
      {place.count && <Count count={place.count} />}
    </Link>
  );
}

export function Count({ count }: { count: Observable<number> }) {
  const waiting = useObservable(count);
  if (waiting === 0) return null;
  return (
    <span className="rounded-full bg-accent px-1.5 text-2xs font-semibold text-on-accent tabular-nums">
      <span aria-hidden>{waiting > 99 ? "99+" : waiting}</span>
      <span className="sr-only">{t("notices.waiting", { count: waiting })}</span>
    </span>
  );
}
