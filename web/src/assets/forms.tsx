// The form of an asset, fetched when it is opened: whoever only reads does not wait for it.

import { lazy, Suspense } from "react";
import { withPageTexts } from "../base/i18n";
import type { AssetDialogProps } from "./asset_form";

const Asset = lazy(
  withPageTexts(() => import("./asset_form").then((file) => ({ default: file.AssetDialog }))),
);

export const AssetDialog = (props: AssetDialogProps) => (
  <Suspense>
    <Asset {...props} />
  </Suspense>
);
