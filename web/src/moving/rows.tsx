// What became, or would become, of each row: counts to filter by, rows with what is wrong with
// them, and the same as a table for a spreadsheet.

import { Link } from "@tanstack/react-router";
import { Download } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { MovedRow, Moving, MovingKind, RowProblem, RowVerdict } from "../api/types";
import { saveTable } from "../base/files";
import { type MessageId, t } from "../base/i18n";
import { usePages } from "../base/pages";
import { Badge } from "../ui/badge";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { Section } from "../ui/page";
import { attempt } from "../ui/toast";
import { problemWords, verdicts, verdictText, verdictTone } from "./model";

const places: Record<MovingKind, string> = {
  customers: "/customers/$customer",
  persons: "/people/$person",
  tickets: "/tickets/$ticket",
  assets: "/equipment/$asset",
};

export function MovedRows({ moving }: { moving: Moving }) {
  const { summary } = moving;
  const { counts } = summary;
  const first: RowVerdict | "all" = counts.wrong > 0 ? "wrong" : "all";
  const [verdict, setVerdict] = useState<RowVerdict | "all">(first);
  const wanted = verdict === "all" ? undefined : verdict;
  const pages = usePages(
    `moving-rows/${summary.moving}/${summary.state}/${summary.endedAt}/${verdict}`,
    (cursor) => api.moving.listRows({ moving: summary.moving, verdict: wanted, cursor }),
  );
  const title = summary.state === "checked" ? "moving.wouldBecome" : "moving.became";
  return (
    <Section
      flush
      title={t(title)}
      actions={
        <Button
          size="small"
          icon={Download}
          onClick={() => void attempt(() => download(moving, wanted))}
        >
          {t("moving.download")}
        </Button>
      }
    >
      <fieldset className="flex flex-wrap gap-1.5 border-b border-line/60 px-4 py-3">
        <legend className="sr-only">{t("moving.filter")}</legend>
        {(["all", ...verdicts] as const).map((one) => (
          <button
            key={one}
            type="button"
            aria-pressed={one === verdict}
            onClick={() => setVerdict(one)}
            className={cx(
              "inline-flex min-h-8 items-center gap-1.5 rounded-lg border px-2.5 text-sm",
              one === verdict
                ? "border-accent bg-accent-soft font-medium text-accent-text"
                : "border-edge hover:bg-hover",
            )}
          >
            {one === "all" ? t("moving.all") : verdictText(one)}
            <span className="text-xs tabular-nums">
              {one === "all" ? summary.total : counts[one]}
            </span>
          </button>
        ))}
      </fieldset>
      {pages.rows.length === 0 && pages.error ? (
        <Failure problem={pages.error} again={pages.again} />
      ) : pages.rows.length === 0 && pages.loading ? (
        <Skeleton lines={4} />
      ) : pages.rows.length === 0 ? (
        <Empty title={t("moving.noRows")} />
      ) : (
        <ul className="divide-y divide-line/60">
          {pages.rows.map((row) => (
            <Row key={row.line} row={row} kind={summary.kind} />
          ))}
        </ul>
      )}
      {pages.rows.length > 0 && !pages.complete && (
        <div className="border-t border-line/60 p-3 text-center">
          <Button size="small" busy={pages.loading} onClick={pages.more}>
            {t("moving.more")}
          </Button>
        </div>
      )}
    </Section>
  );
}

function Row({ row, kind }: { row: MovedRow; kind: MovingKind }) {
  const cells = row.cells.filter((cell) => cell.trim()).join(" · ");
  const name = kind.slice(0, -1); // The place's parameter is the one of many.
  return (
    <li className="grid gap-x-4 gap-y-1 px-4 py-2 sm:grid-cols-[6rem_7.5rem_minmax(0,1fr)]">
      <span className="text-xs text-muted tabular-nums">
        {t("moving.line", { line: row.line })}
      </span>
      <span>
        {row.verdict && <Badge tone={verdictTone[row.verdict]}>{verdictText(row.verdict)}</Badge>}
      </span>
      <span className="min-w-0">
        <span className="block truncate">
          {row.target ? (
            <Link
              to={places[kind] as never}
              params={{ [name]: String(row.target) } as never}
              className="text-accent-text hover:underline"
            >
              {cells || `#${row.target}`}
            </Link>
          ) : (
            cells
          )}
        </span>
        {row.problems.map((problem) => (
          <Problem key={`${problem.reason} ${problem.column ?? ""}`} problem={problem} />
        ))}
      </span>
    </li>
  );
}

function Problem({ problem }: { problem: RowProblem }) {
  const where = [problem.column, problem.value].filter(Boolean).join(": ");
  return (
    <span
      className={cx(
        "block text-xs [overflow-wrap:anywhere]",
        problem.isNote ? "text-muted" : "text-danger-text",
      )}
    >
      {where && <span className="font-medium">{where} · </span>}
      {problemWords(problem.reason)}
      {problem.about && ` (${problem.about})`}
    </span>
  );
}

// Page after page, into one file.
async function download(moving: Moving, verdict: RowVerdict | undefined): Promise<void> {
  const parts: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await api.moving.writeRows({ moving: moving.summary.moving, verdict, cursor });
    parts.push(page.csv);
    cursor = page.next ?? undefined;
  } while (cursor);
  saveTable(`${t("moving.reportName" as MessageId)}-${moving.summary.moving}.csv`, parts);
}
