// For what a policy holds, in one line; and the names of those it is about.

import { api } from "../api/client";
import type { PolicyWish } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { calendarsKey, loadCalendars } from "../calendars/model";
import { branches, categoriesKey, loadCategories, typeText } from "../tickets/kinds";
import { priorityText } from "../tickets/model";

const named = 3; // More customers than these are only counted.

export const useCalendars = () =>
  useResource(calendarsKey(), () => loadCalendars(), true).value?.items ?? [];

// One that was retired since a policy chose it is named and can be kept.
export function useCalendar(id: number | undefined) {
  const known = useCalendars();
  const load = () => api.calendars.showCalendar({ calendar: id ?? 0 });
  const isKnown = id === undefined || known.some((one) => one.id === id);
  const other = useResource(isKnown ? undefined : `calendar-of-policy/${id}`, load, true).value;
  return known.find((one) => one.id === id) ?? other;
}

export const useCategories = () =>
  branches(useResource(categoriesKey, loadCategories, true).value?.items ?? []);

export function CustomerName({ id }: { id: number }) {
  const load = () => api.people.showCustomer({ customer: id });
  return useResource(`customer/${id}`, load, true).value?.name ?? `#${id}`;
}

export function Conditions({ policy }: { policy: PolicyWish }) {
  const { customers = [], types = [], categories = [], priorities = [] } = policy;
  const paths = useCategories();
  const calendar = useCalendar(policy.calendar ?? undefined)?.name;
  const pathOf = (id: number) =>
    paths.find((branch) => branch.category.id === id)?.path ?? `#${id}`;
  const parts = [
    customers.length > named && t("sla.customerCount", { count: customers.length }),
    types.map(typeText).join(", "),
    categories.map(pathOf).join(", "),
    priorities.map(priorityText).join(", "),
  ].filter(Boolean);
  const isForAll = customers.length === 0 && parts.length === 0;
  return (
    <p className="text-xs text-muted">
      {isForAll ? t("sla.forAll") : t("sla.for")}{" "}
      {customers.length <= named &&
        customers.map((id, at) => (
          <span key={id}>
            {at > 0 && ", "}
            <CustomerName id={id} />
          </span>
        ))}
      {customers.length > 0 && customers.length <= named && parts.length > 0 && " · "}
      {parts.join(" · ")}
      {calendar && ` · ${t("sla.byCalendar", { name: calendar })}`}
    </p>
  );
}
