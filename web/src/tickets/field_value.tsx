// A value as it stands on a screen: words, and choices in their colours.

import type { FieldValue, TicketField } from "../api/types";
import { t } from "../base/i18n";
import { nameIn } from "../tiers/model";
import { Badge } from "../ui/badge";
import { choiceOf, colourTone, isEmpty, valueText } from "./fields";

export function ValueShown({ field, value }: { field: TicketField; value?: FieldValue }) {
  if (!value || (isEmpty(value) && field.kind !== "text")) {
    return <span className="text-muted">{t("tickets.fields.none")}</span>;
  }
  const keys = field.kind === "choice" ? [value.choice ?? ""] : (value.choices ?? []);
  if (field.kind !== "choice" && field.kind !== "choices") return <>{valueText(field, value)}</>;
  return (
    <span className="flex flex-wrap gap-1">
      {keys.map((key) => {
        const choice = choiceOf(field, key);
        return (
          <Badge key={key} tone={colourTone[choice?.colour ?? "plain"]}>
            {choice ? nameIn(choice) : key}
          </Badge>
        );
      })}
    </span>
  );
}
