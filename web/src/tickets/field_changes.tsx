// What changed in the fields of a ticket, a line each: "Till: 3 → 4".

import type { HistoryField } from "../api/types";
import { useResource } from "../base/resource";
import { fieldName, loadFields, valueText } from "./fields";
import { fieldsKey } from "./reading";

export function FieldChanges({ changes }: { changes: HistoryField[] }) {
  const known = useResource(fieldsKey, loadFields, true).value?.items ?? [];
  return (
    <ul className="mt-1 space-y-0.5">
      {changes.map((change) => {
        const field = known.find((one) => one.id === change.field);
        if (!field) return null;
        const from = change.from ? valueText(field, change.from) : "";
        const to = change.to ? valueText(field, change.to) : "–";
        return (
          <li key={change.field} className="[overflow-wrap:anywhere]">
            <span className="text-muted">{fieldName(change)}:</span>{" "}
            {from && (
              <>
                {from} <span aria-hidden>→</span>{" "}
              </>
            )}
            <span className="font-medium">{to}</span>
          </li>
        );
      })}
    </ul>
  );
}
