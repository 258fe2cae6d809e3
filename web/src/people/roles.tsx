// The rights page: which role may do what, as the server's own table says it.

import { Check, Minus } from "lucide-react";
import { api } from "../api/client";
import type { Role, RolesPage } from "../api/types";
import { type MessageId, say, t } from "../base/i18n";
import { useResource } from "../base/resource";
import { When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { rightText, roleText } from "./words";

const roleNote = (role: Role) => say(`people.roleNote.${role}`) ?? "";

const sliceOf = (right: string) => right.split(".")[0] ?? right;
const sliceText = (slice: string) => say(`slice.${slice}`) ?? slice;

export function Roles() {
  const shown = useResource("roles", () => api.people.roles());
  return (
    <Page title={t("people.rolesAndRights")}>
      <p className="mb-4 max-w-2xl text-muted">{t("people.rolesNote")}</p>
      <When shown={shown} lines={10}>
        {(page) => (
          <div className="space-y-4">
            <Section flush className="overflow-hidden">
              <Table page={page} />
            </Section>
            <Section title={t("people.rolesInWords")}>
              <dl className="grid gap-x-8 gap-y-3 sm:grid-cols-2">
                {page.roles.map(({ role, place }) => (
                  <div key={role}>
                    <dt className="font-medium">
                      {roleText(role)}
                      <span className="ml-2 text-xs font-normal text-muted">
                        {t(`people.place.${place}` as MessageId)}
                      </span>
                    </dt>
                    <dd className="text-muted">{roleNote(role)}</dd>
                  </div>
                ))}
              </dl>
            </Section>
          </div>
        )}
      </When>
    </Page>
  );
}

function Table({ page }: { page: RolesPage }) {
  const roles = page.roles.map((one) => one.role);
  const slices = Map.groupBy(page.rights, (one) => sliceOf(one.right));
  return (
    <div
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys.
      tabIndex={0}
      role="region"
      aria-label={t("people.rolesAndRights")}
      className="overflow-x-auto -outline-offset-2"
    >
      <table className="w-full border-collapse text-xs">
        <thead>
          <tr className="border-b border-line">
            <th
              scope="col"
              className="sticky left-0 z-10 min-w-52 bg-surface px-4 py-2.5 text-left font-medium"
            >
              {t("people.right")}
            </th>
            {roles.map((role) => (
              <th key={role} scope="col" className="min-w-22 px-2 py-2.5 align-bottom font-medium">
                {roleText(role)}
              </th>
            ))}
          </tr>
        </thead>
        {[...slices].map(([slice, rights]) => (
          <tbody key={slice}>
            <tr>
              <th
                scope="rowgroup"
                colSpan={roles.length + 1}
                className="bg-sunken px-4 py-1.5 text-left font-medium text-muted"
              >
                <span className="sticky left-4">{sliceText(slice)}</span>
              </th>
            </tr>
            {rights.map(({ right, roles: holders }) => (
              <tr key={right} className="border-b border-line/60">
                <th
                  scope="row"
                  className="sticky left-0 bg-surface px-4 py-2 text-left font-normal"
                >
                  {rightText(right)}
                </th>
                {roles.map((role) => (
                  <td key={role} className="px-2 text-center">
                    {holders.includes(role) ? (
                      <Check aria-label={t("ui.yes")} size={16} className="inline text-good-text" />
                    ) : (
                      <Minus aria-label={t("ui.no")} size={14} className="inline text-edge" />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}
