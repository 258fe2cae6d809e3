// Assets in a short list: what each is, who has it, and whether its warranty holds.

import { Link } from "@tanstack/react-router";
import type { Asset } from "../api/types";
import { t } from "../base/i18n";
import { Badge } from "../ui/badge";
import { Section } from "../ui/page";
import { kindIcon, kindText, makeOf, placeOf, warranty } from "./model";

export function WarrantyBadge({ until }: { until: string | null | undefined }) {
  const state = warranty(until, new Date());
  if (!state || state === "valid") return null;
  return (
    <Badge tone={state === "ending" ? "warn" : "plain"}>{t(`assets.warranty.${state}`)}</Badge>
  );
}

export function KindIcon({ asset }: { asset: Pick<Asset, "kind"> }) {
  const Icon = kindIcon[asset.kind];
  return <Icon role="img" aria-label={kindText(asset.kind)} size={17} className="shrink-0" />;
}

interface RowsProps {
  title?: string;
  assets: Asset[];
  around: "customer" | "person"; // What the list is of, and its rows need not say.
}

export function AssetRows({ title, assets, around }: RowsProps) {
  return (
    <Section flush title={title}>
      <ul>
        {assets.map((asset) => {
          const place = around === "person" ? asset.siteName : placeOf(asset);
          return (
            <li key={asset.id} className="border-b border-line/60 last:border-0">
              <Link
                to="/equipment/$asset"
                params={{ asset: String(asset.id) }}
                className="flex items-center gap-3 px-4 py-2.5 -outline-offset-2 hover:bg-hover"
              >
                <KindIcon asset={asset} />
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{asset.name}</span>
                  <span className="block truncate text-xs text-muted">
                    {[makeOf(asset) || kindText(asset.kind), place, asset.inventoryNumber]
                      .filter(Boolean)
                      .join(" · ")}
                  </span>
                </span>
                <WarrantyBadge until={asset.warrantyUntil} />
              </Link>
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
