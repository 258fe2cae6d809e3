// One asset: what it is, where it is, and the tickets that name it.

import { Link, useParams } from "@tanstack/react-router";
import { ArchiveRestore, ArchiveX, Pencil } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Asset } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { onAsset } from "../base/feature";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { isStaff, may, mayFor } from "../base/session";
import { Badge } from "../ui/badge";
import { ButtonOf } from "../ui/button";
import { Failure, Skeleton } from "../ui/empty";
import { Facts, Page, Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { AssetDialog } from "./forms";
import { assetKey, day, kindText, loadAsset, took } from "./model";
import { WarrantyBadge } from "./rows";

export function AssetPage() {
  const params = useParams({ strict: false }) as { asset: string };
  const id = Number(params.asset);
  const shown = useResource(assetKey(id), () => loadAsset(id));
  if (shown.value) return <Loaded asset={shown.value} />;
  return (
    <Page title={t("assets.asset")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

const settle = (change: Promise<Asset>) => attempt(async () => took(await change));

function Loaded({ asset }: { asset: Asset }) {
  const [editing, setEditing] = useState(false);
  const mayEdit = mayFor("assets.edit", asset.customer);
  const edit: Command = {
    id: "assets.edit",
    title: "assets.edit",
    group: "assets.asset",
    keys: "e",
    icon: Pencil,
    offered: () => mayEdit && !asset.retiredAt,
    run: () => setEditing(true),
  };
  const retire: Command = {
    id: "assets.retire",
    title: "assets.retire",
    group: "assets.asset",
    icon: ArchiveX,
    offered: () => mayEdit && !asset.retiredAt,
    run: () => settle(api.assets.retireAsset({ asset: asset.id })),
  };
  const putBack: Command = {
    id: "assets.putBack",
    title: "assets.putBack",
    group: "assets.asset",
    icon: ArchiveRestore,
    offered: () => mayEdit && Boolean(asset.retiredAt),
    run: () => settle(api.assets.putAssetBack({ asset: asset.id })),
  };
  const commands = [edit, retire, putBack];
  useCommands(commands);
  return (
    <Page
      title={asset.name}
      above={
        <Link to="/equipment" className="hover:underline">
          {t("assets.assets")}
        </Link>
      }
      marks={
        <>
          <Badge>{kindText(asset.kind)}</Badge>
          {asset.retiredAt && <Badge tone="warn">{t("assets.retired")}</Badge>}
          {!asset.retiredAt && <WarrantyBadge until={asset.warrantyUntil} />}
        </>
      }
      actions={commands
        .filter((command) => command.offered?.())
        .map((command) => <ButtonOf key={command.id} command={command} />)}
    >
      {asset.note && (
        <section className="private mb-4 rounded-xl px-4 py-3">
          <h2 className="mb-1 text-xs">{t("assets.note")}</h2>
          <p className="whitespace-pre-wrap">{asset.note}</p>
        </section>
      )}
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <Section title={t("assets.card")}>
          <Facts facts={factsOf(asset)} />
        </Section>
        {onAsset().map(({ id, onAsset: Part }) => Part && <Part key={id} asset={asset} />)}
      </div>
      {editing && (
        <AssetDialog asset={asset} customer={asset.customer} onClose={() => setEditing(false)} />
      )}
    </Page>
  );
}

const factsOf = (asset: Asset) => [
  {
    name: t("people.customer"),
    value: isStaff() ? (
      <Link
        to="/customers/$customer"
        params={{ customer: String(asset.customer) }}
        className="text-accent-text hover:underline"
      >
        {asset.customerName}
      </Link>
    ) : (
      asset.customerName
    ),
  },
  { name: t("assets.site"), value: asset.siteName },
  {
    name: t("assets.person"),
    value:
      asset.person && may("people.see_persons") ? (
        <Link
          to="/people/$person"
          params={{ person: String(asset.person) }}
          className="text-accent-text hover:underline"
        >
          {asset.personName}
        </Link>
      ) : (
        asset.personName
      ),
  },
  { name: t("assets.maker"), value: asset.maker },
  { name: t("assets.model"), value: asset.model },
  { name: t("assets.serialNumber"), value: asset.serialNumber },
  { name: t("assets.inventoryNumber"), value: asset.inventoryNumber },
  { name: t("assets.purchasedOn"), value: asset.purchasedOn && day(asset.purchasedOn) },
  { name: t("assets.warrantyUntil"), value: asset.warrantyUntil && day(asset.warrantyUntil) },
];
