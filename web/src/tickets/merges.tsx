// Which tickets this one is joined with: a banner where it goes on elsewhere, a list beside it else.

import { Link } from "@tanstack/react-router";
import { Undo2 } from "lucide-react";
import type { Ticket, TicketRef } from "../api/types";
import { useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { mayFor } from "../base/session";
import { Button } from "../ui/button";
import { GoesOn } from "../ui/goes_on";
import { Section } from "../ui/page";
import { loadMerges, openTicket, undoMerge, undoSplit } from "./merge_model";
import { ownStatusText, statusText } from "./model";
import { mergesKey } from "./reading";

const useMerges = (ticket: Ticket) =>
  useResource(mergesKey(ticket.id), () => loadMerges(ticket.id)).value;

export function MergedBanner({ ticket }: { ticket: Ticket }) {
  const merges = useMerges(ticket);
  const mayWork = mayFor("tickets.work", ticket.customer);
  const undo = () => void undoMerge(ticket.id, ticket.mergedInto);
  useCommands([
    {
      id: "tickets.merge.undo",
      title: "tickets.merge.undo",
      group: "tickets.ticket",
      offered: () => mayWork,
      run: undo,
    },
  ]);
  if (!ticket.mergedInto) return null;
  const goesOn = merges?.goesOn;
  const number = String(goesOn?.number ?? ticket.mergedInto);
  return (
    <GoesOn
      title={t("tickets.merge.into", { number })}
      more={goesOn?.subject}
      there={{
        label: t("tickets.merge.goThere", { number }),
        run: () => openTicket(goesOn?.ticket ?? ticket.mergedInto ?? 0),
      }}
      undo={mayWork ? { label: t("tickets.merge.undo"), run: undo } : undefined}
    >
      {t("tickets.merge.intoText")}
    </GoesOn>
  );
}

// For a customer's person, who may not see the other ticket: it is taken care of there, and how far.
export function OwnMerged({ ticket }: { ticket: Ticket }) {
  const goesOn = useMerges(ticket)?.goesOn;
  if (!ticket.mergedInto) return null;
  const number = String(goesOn?.number ?? ticket.mergedInto);
  return (
    <div className="mb-4 rounded-xl bg-info-soft px-4 py-3 text-info-text">
      <p className="font-semibold">
        {goesOn?.subject ? (
          <Link
            to="/tickets/$ticket"
            params={{ ticket: String(goesOn.ticket) }}
            className="underline"
          >
            {t("tickets.own.merged", { number })}
          </Link>
        ) : (
          t("tickets.own.merged", { number })
        )}
      </p>
      <p>{t("tickets.own.mergedText")}</p>
      {goesOn && (
        <p className="mt-1">
          {t("tickets.own.mergedStatus", { status: ownStatusText(goesOn.status) })}
        </p>
      )}
    </div>
  );
}

export function Joined({ ticket }: { ticket: Ticket }) {
  const merges = useMerges(ticket);
  const mayWork = mayFor("tickets.work", ticket.customer);
  useCommands([
    {
      id: "tickets.split.undo",
      title: "tickets.split.undo",
      group: "tickets.ticket",
      offered: () => mayWork && Boolean(ticket.splitFrom) && !ticket.mergedInto,
      run: () => void undoSplit(ticket.id, ticket.splitFrom ?? 0),
    },
  ]);
  if (!merges) return null;
  const { merged, splitOff, splitFrom } = merges;
  if (merged.length === 0 && splitOff.length === 0 && !splitFrom) return null;
  return (
    <Section title={t("tickets.merge.title")}>
      <Refs
        title={t("tickets.merge.merged")}
        refs={merged}
        way={t("tickets.merge.undo")}
        onUndo={mayWork ? (ref) => void undoMerge(ref.ticket, ticket.id) : undefined}
      />
      <Refs
        title={t("tickets.merge.splitOff")}
        refs={splitOff}
        way={t("tickets.split.undo")}
        onUndo={mayWork ? (ref) => void undoSplit(ref.ticket, ticket.id) : undefined}
      />
      <Refs
        title={t("tickets.merge.splitFrom")}
        refs={splitFrom ? [splitFrom] : []}
        way={t("tickets.split.undo")}
        onUndo={
          mayWork && !ticket.mergedInto ? (ref) => void undoSplit(ticket.id, ref.ticket) : undefined
        }
      />
    </Section>
  );
}

interface RefsProps {
  title: string;
  refs: TicketRef[];
  way: string;
  onUndo?(ref: TicketRef): void;
}

function Refs({ title, refs, way, onUndo }: RefsProps) {
  if (refs.length === 0) return null;
  return (
    <div className="mt-2 first:mt-0">
      <p className="text-xs text-muted">{title}</p>
      <ul className="space-y-1">
        {refs.map((ref) => (
          <li key={ref.ticket} className="flex flex-wrap items-center gap-x-2">
            <Link
              to="/tickets/$ticket"
              params={{ ticket: String(ref.ticket) }}
              className="min-w-0 flex-1 basis-40 text-accent-text [overflow-wrap:anywhere] hover:underline"
            >
              #{ref.number} {ref.subject}
              <span className="block text-xs text-muted">{statusText(ref.status)}</span>
            </Link>
            {onUndo && (
              <Button
                size="small"
                look="quiet"
                icon={Undo2}
                aria-label={`${way}: #${ref.number}`}
                onClick={() => onUndo(ref)}
              >
                {way}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
