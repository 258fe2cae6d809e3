// One file on its way in: what its columns mean, what would become of its rows, what became of them.

import { Link, useParams } from "@tanstack/react-router";
import { useEffect } from "react";
import { api } from "../api/client";
import type { Moving } from "../api/types";
import { t } from "../base/i18n";
import { refresh, useResource } from "../base/resource";
import { moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Failure, Skeleton } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { MappingForm } from "./mapping_form";
import { isRunning, kindText, stateText, stateTone } from "./model";
import { MovedRows } from "./rows";

const moments = 1_000; // Milliseconds between two looks at what is running.

export function MovingPage() {
  const params = useParams({ strict: false }) as { moving: string };
  const id = Number(params.moving);
  const key = `moving/${id}`;
  const shown = useResource(key, () => api.moving.show({ moving: id }));
  const runs = shown.value ? isRunning(shown.value.summary.state) : false;
  useEffect(() => {
    if (!runs) return;
    const timer = setInterval(() => refresh(key), moments);
    return () => clearInterval(timer);
  }, [runs, key]);
  if (shown.value) return <Loaded moving={shown.value} />;
  return (
    <Page title={t("moving.moving")}>
      {shown.error ? <Failure problem={shown.error} /> : <Skeleton lines={8} />}
    </Page>
  );
}

function Loaded({ moving }: { moving: Moving }) {
  const { summary } = moving;
  const isForgotten = moving.sample.length === 0;
  const wasTried = summary.state !== "ready";
  return (
    <Page
      title={summary.fileName}
      above={
        <Link to="/moving" className="hover:underline">
          {t("moving.moving")}
        </Link>
      }
      marks={<Badge tone={stateTone[summary.state]}>{stateText(summary.state)}</Badge>}
    >
      <p className="mb-4 text-muted">
        {[
          kindText(summary.kind),
          t("moving.rowsInAll", { rows: summary.total }),
          moving.form.encoding,
          moving.form.separator && t(`moving.separator.${moving.form.separator}`),
          moving.form.sheet && t("moving.sheetIs", { sheet: moving.form.sheet }),
          summary.byName,
          moment(summary.endedAt ?? summary.createdAt),
        ]
          .filter(Boolean)
          .join(" · ")}
      </p>
      <div className="space-y-4">
        {isRunning(summary.state) ? (
          <Running moving={moving} />
        ) : (
          wasTried && <MovedRows key={summary.state} moving={moving} />
        )}
        {isForgotten ? (
          <p className="max-w-2xl text-muted">{t("moving.forgotten")}</p>
        ) : (
          !isRunning(summary.state) && <MappingForm key={summary.moving} moving={moving} />
        )}
      </div>
    </Page>
  );
}

function Running({ moving }: { moving: Moving }) {
  const { done, total, state } = moving.summary;
  return (
    <Section title={stateText(state)}>
      <div role="status" className="space-y-2">
        <progress
          className="h-2 w-full accent-accent"
          max={Math.max(total, 1)}
          value={done}
          aria-label={stateText(state)}
        />
        <p className="text-sm text-muted">{t("moving.doneOf", { done, total })}</p>
      </div>
    </Section>
  );
}
