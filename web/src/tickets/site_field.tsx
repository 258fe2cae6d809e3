// Which site of its customer a ticket is about: asked for, shown, changed in its place, looked for.

import { Link } from "@tanstack/react-router";
import { Pencil, X } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { Site, Ticket } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { Button, IconButton } from "../ui/button";
import { Field, Select } from "../ui/field";
import { attempt } from "../ui/toast";
import { mayWorkOn, type TicketSearch } from "./model";
import { siteLabel, useSites } from "./sites";
import { settle } from "./verbs";

interface SiteFieldProps {
  customer: number | undefined;
  value: string; // An id, or "".
  error?: string;
  onChange(value: string): void;
}

// Nothing for whoever has only one.
export function SiteField({ customer, value, error, onChange }: SiteFieldProps) {
  const sites = useSites(customer);
  if (sites.length < 2) return null;
  return (
    <Field label={t("tickets.site")} error={error} optional>
      <Choice sites={sites} value={value} onChange={onChange} />
    </Field>
  );
}

interface ChoiceProps {
  sites: Site[];
  value: string;
  onChange(value: string): void;
  onLeave?(): void; // Where it stands for a moment only, in the place of what is shown.
}

function Choice({ sites, value, onChange, onLeave }: ChoiceProps) {
  return (
    <Select
      name="site"
      autoFocus={onLeave !== undefined}
      onBlur={onLeave}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || !onLeave) return;
        event.stopPropagation();
        onLeave();
      }}
      value={value}
      empty={t("tickets.site.none")}
      onChange={(event) => onChange(event.target.value)}
      options={sites.map((site) => ({ value: String(site.site), label: siteLabel(site) }))}
    />
  );
}

export function SiteFact({ ticket, sites }: { ticket: Ticket; sites: Site[] }) {
  const [editing, setEditing] = useState(false);
  const mayChange = mayWorkOn(ticket) && ticket.status !== "closed" && sites.length > 0;
  useCommands([
    {
      id: "tickets.changeSite",
      title: "tickets.changeSite",
      group: "tickets.ticket",
      offered: () => mayChange,
      run: () => setEditing(true),
    },
  ]);
  const change = (value: string) => {
    setEditing(false);
    const site = Number(value) || undefined;
    return attempt(() => settle(api.tickets.changeSite({ ticket: ticket.id, site })));
  };
  if (editing) {
    return (
      <Field hideLabel label={t("tickets.site")}>
        <Choice
          sites={sites}
          value={String(ticket.site ?? "")}
          onChange={change}
          onLeave={() => setEditing(false)}
        />
      </Field>
    );
  }
  return (
    <span className="flex items-start gap-1.5">
      {ticket.siteName ? (
        <Link
          to="/tickets"
          search={{ customer: ticket.customer, site: ticket.site, view: "all" }}
          className="min-w-0 text-accent-text hover:underline"
        >
          {ticket.siteName}
        </Link>
      ) : (
        <span className="text-muted">{t("tickets.site.none")}</span>
      )}
      {mayChange && (
        <IconButton
          icon={Pencil}
          label={t("tickets.changeSite")}
          className="-my-1 !size-7"
          onClick={() => setEditing(true)}
        />
      )}
    </span>
  );
}

interface FilterProps {
  search: TicketSearch;
  show(change: TicketSearch): void;
}

// What the list is narrowed to, and the way back.
export function SiteFilter({ search, show }: FilterProps) {
  const site = useSites(search.customer).find((one) => one.site === search.site);
  return (
    <Button size="small" icon={X} onClick={() => show({ site: undefined, customer: undefined })}>
      {site ? siteLabel(site) : `${t("tickets.site")} #${search.site}`}
    </Button>
  );
}
