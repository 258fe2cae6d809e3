// All policies in their order: the first that fits a ticket holds. Whatever is done to them is a
// draft until it is saved as a whole.

import { ArrowDown, ArrowUp, Copy, Handshake, Pencil, Plus, Trash2 } from "lucide-react";
import { type KeyboardEvent, lazy, type ReactNode, Suspense, useMemo, useState } from "react";
import type { Contract, PolicyList } from "../api/types";
import { type Command, useCommands } from "../base/commands";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { fieldText } from "../base/problem";
import { useResource } from "../base/resource";
import { may } from "../base/session";
import { priorityText } from "../tickets/model";
import { Badge } from "../ui/badge";
import { Button, ButtonOf, IconButton } from "../ui/button";
import { Empty, When } from "../ui/empty";
import { Page, Section } from "../ui/page";
import { contractText, creditLines } from "./contract_model";
import { goalText, targetText } from "./model";
import { Conditions } from "./policy_conditions";
import {
  added,
  changesOf,
  copied,
  type Draft,
  type DraftPolicy,
  draft,
  draftOf,
  hiddenIn,
  isAny,
  loadPolicies,
  moved,
  policiesKey,
  policiesOf,
  removed,
  type Starter,
  starters,
} from "./policy_model";

const PolicyForm = lazy(() =>
  import("./policy_form").then((file) => ({ default: file.PolicyForm })),
);
const SaveDialog = lazy(() =>
  import("./policy_saving").then((file) => ({ default: file.SaveDialog })),
);

export function Policies() {
  const shown = useResource(policiesKey, loadPolicies);
  if (shown.value) return <Loaded list={shown.value} />;
  return (
    <Page title={t("sla.policies")}>
      <When shown={shown} lines={8}>
        {() => null}
      </When>
    </Page>
  );
}

type Open = DraftPolicy | "new" | undefined;

function Loaded({ list }: { list: PolicyList }) {
  // Made once for a version: rows are told apart by the keys that they get here.
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is read again may be the same.
  const read = useMemo(() => draftOf(list), [list.version]);
  // What was read later counts as long as nobody has changed anything.
  const now = useObservable(draft) ?? read;
  const [open, setOpen] = useState<Open>();
  const [saving, setSaving] = useState(false);
  const mayEdit = may("sla.edit_policies");
  const isChanged = isAny(
    changesOf(
      list.items,
      now.items.map((one) => one.policy),
    ),
  );
  const change = (next: Draft) => draft.set(next);
  const start = (starter: Starter) => {
    const next = added(now, policiesOf[starter]());
    change(next);
    if (starter === "contract") setOpen(next.items[0]);
  };
  const add: Command = {
    id: "sla.add",
    title: "sla.add",
    group: "sla.policies",
    icon: Plus,
    offered: () => mayEdit,
    run: () => setOpen("new"),
  };
  useCommands([add]);
  return (
    <Page title={t("sla.policies")} actions={mayEdit && <ButtonOf command={add} look="main" />}>
      <p className="mb-4 max-w-3xl text-muted">{t("sla.intro")}</p>
      {isChanged && (
        <Unsaved
          draft={now}
          isStale={now.version !== list.version}
          save={() => setSaving(true)}
          discard={() => draft.set(undefined)}
        />
      )}
      {now.items.length === 0 ? (
        <Starters start={mayEdit ? start : undefined} />
      ) : (
        <Section flush>
          <Rows draft={now} change={mayEdit ? change : undefined} open={setOpen} />
        </Section>
      )}
      <Suspense>
        {open && (
          <PolicyForm
            draft={now}
            edited={open === "new" ? undefined : open}
            onClose={() => setOpen(undefined)}
          />
        )}
        {saving && <SaveDialog list={list} draft={now} onClose={() => setSaving(false)} />}
      </Suspense>
    </Page>
  );
}

interface UnsavedProps {
  draft: Draft;
  isStale: boolean; // Somebody else has saved theirs meanwhile.
  save(): void;
  discard(): void;
}

function Unsaved({ draft: now, isStale, save, discard }: UnsavedProps) {
  const ofAll = now.refused.filter((one) => one.key === undefined);
  return (
    <div
      role="status"
      className="sticky top-2 z-10 mb-4 flex flex-wrap items-center gap-2.5 rounded-xl border border-edge bg-surface px-4 py-2.5"
    >
      <span className="min-w-0 flex-1 basis-52">
        {t(isStale ? "sla.isStale" : "sla.unsaved")}
        {ofAll.map((one) => (
          <span key={one.name} className="block text-danger-text">
            {fieldText(one.field)}
          </span>
        ))}
      </span>
      {!isStale && (
        <Button look="main" onClick={save}>
          {t("sla.saveAll")}
        </Button>
      )}
      <Button look="quiet" onClick={discard}>
        {t("sla.discard")}
      </Button>
    </div>
  );
}

function Starters({ start }: { start?(starter: Starter): void }) {
  return (
    <Section>
      <Empty icon={Handshake} title={t("sla.none")} text={t("sla.noneText")} />
      {start && (
        <ul className="mx-auto max-w-xl space-y-2.5">
          {starters.map((starter) => (
            <li key={starter}>
              <button
                type="button"
                onClick={() => start(starter)}
                className="w-full rounded-xl border border-line px-4 py-3 text-left hover:border-edge hover:bg-hover"
              >
                <span className="block font-medium">{t(`sla.starter.${starter}`)}</span>
                <span className="block text-xs text-muted">{t(`sla.starter.${starter}Text`)}</span>
              </button>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

interface RowsProps {
  draft: Draft;
  change?(next: Draft): void; // Absent: only to read.
  open(one: DraftPolicy): void;
}

function Rows({ draft: now, change, open }: RowsProps) {
  const hidden = hiddenIn(now.items);
  const last = now.items.length - 1;
  return (
    <ol className="divide-y divide-line">
      {now.items.map((one, at) => {
        const { name } = one.policy;
        const move = (by: 1 | -1) => {
          change?.(moved(now, one.key, by));
          focusAgain(one.key, by);
        };
        return (
          <li key={one.key} className="flex flex-wrap items-start gap-x-3 gap-y-2 px-4 py-3">
            <span className="w-6 pt-0.5 text-right text-muted tabular-nums">{at + 1}.</span>
            <div className="min-w-0 flex-1 basis-64">
              <Policy one={one} isHidden={hidden.has(one.key)} draft={now} />
            </div>
            {change && (
              <Tools move={move} isFirst={at === 0} isLast={at === last} id={one.key} name={name}>
                <IconButton
                  icon={Pencil}
                  label={t("sla.editOf", { name })}
                  onClick={() => open(one)}
                />
                <IconButton
                  icon={Copy}
                  label={t("sla.copyThis", { name })}
                  onClick={() => change(copied(now, one.key))}
                />
                <IconButton
                  icon={Trash2}
                  label={t("sla.removeThis", { name })}
                  onClick={() => change(removed(now, one.key))}
                />
              </Tools>
            )}
          </li>
        );
      })}
    </ol>
  );
}

// A row that has moved is a new place for the same button.
function focusAgain(key: number, by: 1 | -1) {
  requestAnimationFrame(() => {
    const row = document.querySelector(`[data-policy="${key}"]`);
    const wanted = row?.querySelector<HTMLElement>(`[data-by="${by}"]:not(:disabled)`);
    (wanted ?? row?.querySelector<HTMLElement>("[data-by]:not(:disabled)"))?.focus();
  });
}

interface ToolsProps {
  id: number;
  name: string;
  isFirst: boolean;
  isLast: boolean;
  move(by: 1 | -1): void;
  children: ReactNode;
}

// Up and down also with Alt and an arrow, from any of the row's buttons.
function Tools({ id, name, isFirst, isLast, move, children }: ToolsProps) {
  const press = (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : undefined;
    if (!by || !event.altKey || (by === -1 ? isFirst : isLast)) return;
    event.preventDefault();
    move(by);
  };
  return (
    <div
      role="group"
      aria-label={name}
      data-policy={id}
      onKeyDown={press}
      className="flex flex-wrap"
    >
      <IconButton
        icon={ArrowUp}
        label={t("sla.moveUp", { name })}
        data-by={-1}
        disabled={isFirst}
        onClick={() => move(-1)}
      />
      <IconButton
        icon={ArrowDown}
        label={t("sla.moveDown", { name })}
        data-by={1}
        disabled={isLast}
        onClick={() => move(1)}
      />
      {children}
    </div>
  );
}

interface PolicyProps {
  one: DraftPolicy;
  isHidden: boolean;
  draft: Draft;
}

function Policy({ one, isHidden, draft: now }: PolicyProps) {
  const { policy } = one;
  const refused = now.refused.filter(({ key }) => key === one.key);
  return (
    <>
      <h2 className="flex flex-wrap items-center gap-2 text-sm font-semibold">
        {policy.name}
        {!policy.id && <Badge tone="info">{t("sla.isNew")}</Badge>}
        {isHidden && <Badge tone="warn">{t("sla.isHidden")}</Badge>}
      </h2>
      <Conditions policy={policy} />
      <ul className="mt-1.5 space-y-0.5">
        {policy.goals.map((goal) => (
          <li key={`${goal.target} ${goal.priority ?? ""}`} className="flex flex-wrap gap-x-2">
            <span className="text-muted">
              {targetText(goal.target)}
              {goal.priority && `, ${priorityText(goal.priority)}`}:
            </span>
            {goalText(goal.goal)}
          </li>
        ))}
      </ul>
      {policy.contract && <Terms contract={policy.contract} />}
      {isHidden && <p className="mt-1.5 text-xs text-warn-text">{t("sla.isHiddenText")}</p>}
      {refused.map((fault) => (
        <p key={fault.name} className="mt-1.5 text-xs text-danger-text">
          {fieldText(fault.field)}
        </p>
      ))}
    </>
  );
}

// What is paid for these promises, and what is credited where they are not kept.
function Terms({ contract }: { contract: Contract }) {
  const credits = creditLines(contract);
  return (
    <div className="mt-1.5 space-y-0.5">
      <p>
        <span className="text-muted">{t("sla.contract.title")}: </span>
        {contractText(contract)}
      </p>
      {credits.length > 0 && (
        <p>
          <span className="text-muted">{t("sla.credits")}: </span>
          {credits.join(" · ")}
        </p>
      )}
    </div>
  );
}
