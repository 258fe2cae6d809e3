// What a change of the lifecycle would leave behind, told before it is saved.

import type { Lifecycle, Stranded } from "../api/types";
import { t } from "../base/i18n";
import { placeKey, placeName } from "./states";

interface StrandedProps {
  lifecycle: Lifecycle;
  items: Stranded[];
}

export function StrandedNote({ lifecycle, items }: StrandedProps) {
  return (
    <div role="alert" className="rounded-lg bg-warn-soft px-3 py-2 text-warn-text">
      <p className="font-medium">{t("tickets.state.stranded")}</p>
      <ul className="mt-1 list-disc pl-5">
        {items.map((one) => (
          <li key={placeKey(one.place)}>
            {t(`tickets.state.stranded.${one.why}`, {
              name: placeName(lifecycle, one.place),
              count: one.tickets,
              more: one.more ? "+" : "",
            })}
          </li>
        ))}
      </ul>
    </div>
  );
}
