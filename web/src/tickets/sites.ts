// The sites of a customer, for those who may know them. Whoever has but one is never asked for it.

import { api } from "../api/client";
import type { Site } from "../api/types";
import { useResource } from "../base/resource";
import { may } from "../base/session";

export const sitesKey = (customer: number) => `sites/${customer}`;
export const loadSites = async (customer: number): Promise<Site[]> =>
  (await api.people.listSites({ customer })).items;

export function useSites(customer: number | undefined): Site[] {
  const key = customer && may("people.see_customers") ? sitesKey(customer) : undefined;
  return useResource(key, () => loadSites(customer ?? 0), true).value ?? [];
}

export const siteLabel = (site: Site) => [site.name, site.address?.city].filter(Boolean).join(", ");
