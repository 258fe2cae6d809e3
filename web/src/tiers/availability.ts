// One's own availability, from wherever it is set: menu, palette, page.

import { api } from "../api/client";
import type { Availability } from "../api/types";
import { t } from "../base/i18n";
import { put } from "../base/resource";
import { attempt } from "../ui/toast";
import { availabilityText, refreshDuty, technicianKey } from "./duty_model";

export function setAvailability(availability: Availability, until?: string) {
  return attempt(
    async () => {
      const card = await api.tiers.setAvailability({ availability, until });
      refreshDuty();
      put(technicianKey(card.person), card);
    },
    t("tiers.nowYouAre", { availability: availabilityText(availability) }),
  );
}
