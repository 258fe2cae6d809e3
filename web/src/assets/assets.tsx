// All assets that the reader may see, by name: of customers, or those that they use themselves.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { MonitorSmartphone, Plus } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Asset, AssetKind } from "../api/types";
import { t } from "../base/i18n";
import { usePages } from "../base/pages";
import { prefetch } from "../base/resource";
import { isStaff, may } from "../base/session";
import { Button } from "../ui/button";
import { Empty } from "../ui/empty";
import { Choice, Field, Select } from "../ui/field";
import { type Column, Grid } from "../ui/grid";
import { ListBody, ListFilter } from "../ui/list";
import { Page } from "../ui/page";
import type { AssetsSearch } from "./feature";
import { AssetDialog } from "./forms";
import { assetKey, kinds, kindText, loadAsset, makeOf, placeOf } from "./model";
import { KindIcon, WarrantyBadge } from "./rows";

const columns = (): Column<Asset>[] => [
  {
    id: "name",
    title: t("assets.name"),
    width: "minmax(0,1.6fr)",
    cell: (row) => (
      <span className="flex min-w-0 items-center gap-2">
        <KindIcon asset={row} />
        <span className="truncate font-medium">{row.name}</span>
      </span>
    ),
  },
  ...(isStaff()
    ? [
        {
          id: "customer",
          title: t("people.customer"),
          width: "minmax(0,1.2fr)",
          cell: (row: Asset) => row.customerName,
        },
      ]
    : []),
  { id: "make", title: t("assets.make"), width: "minmax(0,1.2fr)", cell: makeOf },
  { id: "place", title: t("assets.place"), width: "minmax(0,1.2fr)", cell: placeOf },
  {
    id: "number",
    title: t("assets.inventoryNumber"),
    width: "8rem",
    cell: (row) => row.inventoryNumber,
  },
  {
    id: "warranty",
    title: t("assets.warranty"),
    width: "9rem",
    cell: (row) => <WarrantyBadge until={row.warrantyUntil} />,
  },
];

export function Assets() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as AssetsSearch;
  const [creating, setCreating] = useState(false);
  const { q = "", retired } = search;
  const kind = kinds.find((one) => one === search.kind);
  const question = `assets?${kind ?? ""}&${retired ?? ""}&${q}`;
  const pages = usePages(question, (cursor) => api.assets.listAssets({ q, kind, retired, cursor }));
  const show = (change: AssetsSearch) =>
    navigate({ to: "/equipment", search: { ...search, ...change }, replace: true });
  const open = (row: Asset) =>
    navigate({ to: "/equipment/$asset", params: { asset: String(row.id) } });
  const isNarrowed = Boolean(q || kind || retired);

  return (
    <Page
      fill
      title={t("assets.assets")}
      actions={
        <>
          <ListFilter value={q} onChange={(text) => show({ q: text || undefined })} />
          {may("assets.edit") && (
            <Button look="main" icon={Plus} onClick={() => setCreating(true)}>
              {t("assets.new")}
            </Button>
          )}
        </>
      }
    >
      <div className="mb-3 flex flex-wrap items-end gap-3 [&_legend]:sr-only">
        <Choice
          label={t("assets.which")}
          value={retired ? "retired" : "used"}
          onChange={(next) => show({ retired: next === "retired" || undefined })}
          options={[
            { value: "used", label: t("assets.inUse") },
            { value: "retired", label: t("assets.retiredOnes") },
          ]}
        />
        <Field hideLabel label={t("assets.kindTitle")} className="w-48">
          <Select
            name="kind"
            value={kind ?? ""}
            empty={t("assets.anyKind")}
            onChange={(event) => show({ kind: (event.target.value as AssetKind) || undefined })}
            options={kinds.map((one) => ({ value: one, label: kindText(one) }))}
          />
        </Field>
      </div>
      <ListBody
        pages={pages}
        empty={
          <Empty
            icon={MonitorSmartphone}
            title={t(isNarrowed ? "ui.nothingFound" : "assets.none")}
            text={
              isNarrowed ? undefined : t(isStaff() ? "assets.noneText" : "assets.noneOfYoursText")
            }
          />
        }
      >
        <Grid
          label={t("assets.assets")}
          rows={pages.rows}
          idOf={(row) => row.id}
          columns={columns()}
          complete={pages.complete}
          more={pages.more}
          resetKey={question}
          href={(row) => `/equipment/${row.id}`}
          open={open}
          near={(row) => prefetch(assetKey(row.id), () => loadAsset(row.id))}
          phone={(row) => (
            <>
              <span className="flex items-center gap-2">
                <KindIcon asset={row} />
                <span className="truncate font-medium">{row.name}</span>
              </span>
              <span className="block truncate text-xs text-muted">
                {[isStaff() && row.customerName, makeOf(row), placeOf(row)]
                  .filter(Boolean)
                  .join(" · ")}
              </span>
            </>
          )}
        />
      </ListBody>
      {(creating || search.new) && (
        <AssetDialog
          onClose={() => {
            setCreating(false);
            if (search.new) void show({ new: undefined });
          }}
          onSaved={open}
        />
      )}
    </Page>
  );
}
