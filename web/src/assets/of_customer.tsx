// What a customer has, on their page.

import { useNavigate } from "@tanstack/react-router";
import { MonitorSmartphone, Plus } from "lucide-react";
import { useState } from "react";
import type { Customer } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { ButtonOf } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Choice } from "../ui/field";
import { AssetDialog } from "./forms";
import { assetsKey, loadAssets } from "./model";
import { AssetRows } from "./rows";

export function AssetsOfCustomer({ customer }: { customer: Customer }) {
  const navigate = useNavigate();
  const [retired, setRetired] = useState(false);
  const [adding, setAdding] = useState(false);
  const whose = { customer: customer.customer, retired };
  const shown = useResource(assetsKey(whose), () => loadAssets(whose));
  const add: Command = {
    id: "assets.add",
    title: "assets.add",
    group: "people.customer",
    icon: Plus,
    offered: () => mayFor("assets.edit", customer.customer) && !customer.mergedInto,
    run: () => setAdding(true),
  };
  useCommands([add]);
  return (
    <>
      <div className="mb-3 flex flex-wrap items-end justify-between gap-3 [&_legend]:sr-only">
        <Choice
          label={t("assets.which")}
          value={retired ? "retired" : "used"}
          onChange={(next) => setRetired(next === "retired")}
          options={[
            { value: "used", label: t("assets.inUse") },
            { value: "retired", label: t("assets.retiredOnes") },
          ]}
        />
        {add.offered?.() && <ButtonOf command={add} />}
      </div>
      <When shown={shown}>
        {(assets) =>
          assets.length === 0 ? (
            <Empty
              icon={MonitorSmartphone}
              title={t(retired ? "assets.noneRetired" : "assets.none")}
              text={retired ? undefined : t("assets.noneText")}
            />
          ) : (
            <AssetRows assets={assets} around="customer" />
          )
        }
      </When>
      {adding && (
        <AssetDialog
          customer={customer.customer}
          onClose={() => setAdding(false)}
          onSaved={(asset) =>
            navigate({ to: "/equipment/$asset", params: { asset: String(asset.id) } })
          }
        />
      )}
    </>
  );
}
