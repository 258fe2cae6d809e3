// The value that a list by a field is narrowed to, and which way its order goes.

import { ArrowDownNarrowWide, ArrowUpNarrowWide } from "lucide-react";
import { useEffect, useState } from "react";
import type { FieldValue, TicketField } from "../api/types";
import { t } from "../base/i18n";
import { IconButton } from "../ui/button";
import type { FilterProps } from "./field_filter";
import { FieldInput } from "./field_inputs";
import { isEmpty, isSortable, readValue, writtenValue } from "./fields";

const pause = 400; // Milliseconds after the last key before the list is asked for.

export function OfField({ field, search, show }: FilterProps & { field: TicketField }) {
  const [value, setValue] = useState<FieldValue | undefined>(
    search.fieldValue ? readValue(field, search.fieldValue) : undefined,
  );
  const written = value && !isEmpty(value) ? writtenValue(value) : undefined;
  const isNew = written !== search.fieldValue;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was typed asks anew.
  useEffect(() => {
    if (!isNew) return;
    const timer = setTimeout(() => show({ fieldValue: written }), pause);
    return () => clearTimeout(timer);
  }, [written, isNew]);
  const isDown = (search.fieldOrder ?? (written ? "descending" : "ascending")) === "descending";
  return (
    <>
      <div className="w-44 max-sm:w-auto max-sm:flex-1 max-sm:basis-36 [&_label]:sr-only [&_p]:hidden">
        {field.kind === "choices" ? (
          <FieldInput
            field={{ ...field, kind: "choice" }}
            label={t("tickets.fields.column")}
            value={{ field: field.id, choice: value?.choices?.[0] }}
            customer={search.customer}
            onChange={(next) =>
              setValue({ field: field.id, choices: next.choice ? [next.choice] : [] })
            }
          />
        ) : (
          <FieldInput
            field={field}
            label={t("tickets.fields.column")}
            value={value}
            customer={search.customer}
            onChange={setValue}
          />
        )}
      </div>
      {isSortable(field) && (
        <IconButton
          icon={isDown ? ArrowDownNarrowWide : ArrowUpNarrowWide}
          label={t(isDown ? "tickets.fields.descending" : "tickets.fields.ascending")}
          onClick={() => show({ fieldOrder: isDown ? "ascending" : "descending" })}
        />
      )}
    </>
  );
}
