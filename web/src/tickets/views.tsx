// Saved views beside the list: each with its count, which follows what happens.

import { ListFilter as FilterIcon, Pencil, Plus } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { TicketView, ViewCount } from "../api/types";
import { useCommands } from "../base/commands";
import { t, withPageTexts } from "../base/i18n";
import { may } from "../base/session";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import { Field, Select } from "../ui/field";
import type { TicketSearch } from "./model";
import { conditionOf, countText, useCounts, useViews, viewName } from "./views_model";

const ViewEditor = lazy(
  withPageTexts(() => import("./view_editor").then((file) => ({ default: file.ViewEditor }))),
);

interface ViewsProps {
  search: TicketSearch;
  open(search: TicketSearch): void;
}

export const maySeeViews = () => may("tickets.see_views");

// Beside the list on a wide screen, above it on a narrower one, on a phone a choice.
export function Views({ search, open }: ViewsProps) {
  const views = useViews();
  const counts = useCounts();
  const [edited, setEdited] = useState<TicketView | "new">();
  const now = views.find((view) => view.id === search.saved);
  const mayMake = may("tickets.make_views");
  useCommands([
    {
      id: "tickets.saveView",
      title: "tickets.saveView",
      group: "tickets.tickets",
      icon: Plus,
      offered: () => mayMake,
      run: () => setEdited("new"),
    },
  ]);
  const list = { views, counts, search, open };
  return (
    <>
      <nav
        aria-label={t("tickets.views")}
        className="mb-3 hidden flex-wrap gap-1 lg:flex 2xl:scroller 2xl:mb-0 2xl:w-60 2xl:shrink-0 2xl:flex-col 2xl:flex-nowrap 2xl:gap-4 2xl:pr-5 2xl:pb-2"
      >
        <Entry
          name={t("tickets.quickFilters")}
          icon
          current={!search.saved}
          open={() => open({})}
        />
        <Part {...list} title={t("tickets.sharedViews")} shared />
        <Part {...list} title={t("tickets.ownViews")} />
        {mayMake && (
          <Button size="small" look="quiet" icon={Plus} onClick={() => setEdited("new")}>
            {t("tickets.saveView")}
          </Button>
        )}
        {now && mayMake && (now.shared ? may("tickets.share_views") : true) && (
          <Button size="small" look="quiet" icon={Pencil} onClick={() => setEdited(now)}>
            {t("tickets.editView")}
          </Button>
        )}
      </nav>
      <div className="mb-3 flex items-center gap-2 lg:hidden">
        <Field hideLabel label={t("tickets.views")} className="min-w-0 flex-1">
          <Select
            value={search.saved ?? ""}
            empty={t("tickets.quickFilters")}
            onChange={(event) => open({ saved: Number(event.target.value) || undefined })}
            groups={[
              { label: t("tickets.sharedViews"), shared: true },
              { label: t("tickets.ownViews"), shared: false },
            ].map(({ label, shared }) => ({
              label,
              options: views
                .filter((view) => view.shared === shared)
                .map((view) => ({ value: String(view.id), label: counted(view, counts) })),
            }))}
          />
        </Field>
        {mayMake && (
          <IconButton
            icon={now ? Pencil : Plus}
            label={now ? t("tickets.editView") : t("tickets.saveView")}
            onClick={() => setEdited(now ?? "new")}
          />
        )}
      </div>
      <Suspense>
        {edited && (
          <ViewEditor
            view={edited === "new" ? undefined : edited}
            condition={now?.condition ?? conditionOf(search)}
            onClose={() => setEdited(undefined)}
            onSaved={(view) => open({ saved: view?.id })}
          />
        )}
      </Suspense>
    </>
  );
}

function counted(view: TicketView, counts: ReadonlyMap<number, ViewCount>): string {
  const count = countText(counts.get(view.id));
  return count ? `${viewName(view)} (${count})` : viewName(view);
}

interface PartProps extends ViewsProps {
  title: string;
  shared?: boolean;
  views: TicketView[];
  counts: ReadonlyMap<number, ViewCount>;
}

function Part({ title, shared = false, views, counts, search, open }: PartProps) {
  const shown = views.filter((view) => view.shared === shared);
  if (shown.length === 0) return null;
  return (
    <div className="max-2xl:contents">
      <h2 className="mb-1 px-2.5 text-2xs font-medium text-muted max-2xl:sr-only">{title}</h2>
      <ul className="max-2xl:contents 2xl:space-y-0.5">
        {shown.map((view) => (
          <li key={view.id}>
            <Entry
              name={viewName(view)}
              count={countText(counts.get(view.id))}
              current={view.id === search.saved}
              open={() => open({ saved: view.id })}
            />
          </li>
        ))}
      </ul>
    </div>
  );
}

interface EntryProps {
  name: string;
  count?: string;
  icon?: boolean;
  current: boolean;
  open(): void;
}

function Entry({ name, count, icon, current, open }: EntryProps) {
  return (
    <button
      type="button"
      aria-current={current || undefined}
      onClick={open}
      className={cx(
        "flex min-h-8 items-center gap-2 rounded-lg px-2.5 py-1 text-left text-sm 2xl:w-full",
        current ? "bg-accent-soft font-medium text-accent-text" : "hover:bg-hover",
      )}
    >
      {icon && <FilterIcon aria-hidden size={15} className="shrink-0" />}
      <span className="min-w-0 flex-1">{name}</span>
      {count && (
        <span className={cx("text-xs tabular-nums", current ? "" : "text-muted")}>{count}</span>
      )}
    </button>
  );
}
