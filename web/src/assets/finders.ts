// Looking up assets for comboboxes.

import { api } from "../api/client";
import type { Found } from "../ui/combobox";
import { kindText, makeOf } from "./model";

const few = 12;

export const findAssetsOf = (customer: number | undefined) => async (text: string) => {
  const page = await api.assets.listAssets({ q: text, customer, limit: few });
  return page.items.map((row): Found => {
    const note = [makeOf(row) || kindText(row.kind), row.inventoryNumber || row.serialNumber];
    return { id: row.id, label: row.name, note: note.filter(Boolean).join(" · ") };
  });
};
