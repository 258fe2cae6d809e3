// What somebody uses, on their page. Of most people nothing is known, and nothing is said.

import type { Person } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { assetsKey, loadAssets } from "./model";
import { AssetRows } from "./rows";

export function AssetsOfPerson({ person }: { person: Person }) {
  const whose = { person: person.person };
  const assets = useResource(
    person.isStaff ? undefined : assetsKey(whose),
    () => loadAssets(whose),
    true,
  ).value;
  if (!assets?.length) return null;
  return (
    <div className="mt-4">
      <AssetRows title={t("assets.usedBy")} assets={assets} around="person" />
    </div>
  );
}
