// The contract that a policy is a part of, and what is credited where it was not kept. Folded, since
// most policies have none.

import { X } from "lucide-react";
import { useState } from "react";
import type { CreditPer, Currency, Target } from "../api/types";
import { t } from "../base/i18n";
import { currencies } from "../base/money";
import { Button, IconButton } from "../ui/button";
import { Field, Input, Select } from "../ui/field";
import {
  type ContractValues,
  type CreditValues,
  contractValues,
  creditPers,
  creditPlace,
  hasContract,
  inCurrency,
  mostCredits,
  newCredit,
} from "./contract_model";
import { targets, targetText } from "./model";
import type { PartProps } from "./policy_form";
import { changing, List, row } from "./policy_lists";

interface ContractProps extends PartProps {
  contract: ContractValues;
  change(changed: Partial<ContractValues>): void;
}

export function ContractFields({ form, wrong }: PartProps) {
  const { contract } = form.values;
  const has = hasContract(contract);
  const [open, setOpen] = useState(has);
  const part: ContractProps = {
    form,
    wrong,
    contract,
    change: (changed) => form.set("contract", { ...contract, ...changed }),
  };
  return (
    <details
      open={open || placesIn(contract).some((name) => wrong(name))}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line px-3 py-2"
    >
      <summary className="py-1 text-sm font-semibold">{t("sla.contract")}</summary>
      <div className="space-y-4 pb-1">
        <p className="text-xs text-muted">{t("sla.contractHint")}</p>
        <Terms {...part} />
        <Credits {...part} />
        {has && (
          <Button
            size="small"
            look="quiet"
            onClick={() => form.set("contract", contractValues(undefined))}
          >
            {t("sla.contract.remove")}
          </Button>
        )}
      </div>
    </details>
  );
}

const amountPlaces = ["/amount", "/amount/minor", "/amount/currency"];

// Where something can be wrong: it is not hidden then.
const placesIn = ({ credits }: ContractValues) => [
  ...["name", "monthlyFee", "monthlyFee/minor", "most"].map((name) => `contract/${name}`),
  ...credits.flatMap((_, at) =>
    ["", "/target", "/percent", ...amountPlaces].map((name) => creditPlace(at) + name),
  ),
];

const currencyOptions = currencies.map((one) => ({ value: one, label: one }));

function Terms({ form, wrong, contract, change }: ContractProps) {
  const field = (pointer: string, name: "name" | "fee" | "most") => ({
    name: pointer,
    value: contract[name],
    onChange: (event: { target: { value: string } }) => change({ [name]: event.target.value }),
    onBlur: () => form.leave(pointer),
  });
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <Field
        label={t("sla.contract.name")}
        error={wrong("contract/name")}
        className="sm:col-span-2"
      >
        <Input {...field("contract/name", "name")} maxLength={80} />
      </Field>
      <div className="flex gap-2">
        <Field
          label={t("sla.contract.fee")}
          error={wrong("contract/monthlyFee") ?? wrong("contract/monthlyFee/minor")}
          className="flex-1"
          optional
        >
          <Input
            {...field("contract/monthlyFee", "fee")}
            inputMode="decimal"
            maxLength={20}
            className="text-right tabular-nums"
          />
        </Field>
        <Field label={t("sla.contract.currency")} className="w-24">
          <Select
            name="contract/currency"
            value={contract.currency}
            onChange={(event) => change(inCurrency(contract, event.target.value as Currency))}
            options={currencyOptions}
          />
        </Field>
      </div>
      <Field
        label={t("sla.contract.most")}
        hint={t("sla.contract.mostHint")}
        error={wrong("contract/most")}
        optional
      >
        <Input {...field("contract/most", "most")} inputMode="numeric" maxLength={3} />
      </Field>
    </div>
  );
}

function Credits({ form, wrong, contract, change }: ContractProps) {
  const { credits } = contract;
  return (
    <List
      title={t("sla.creditRules")}
      hint={t("sla.creditRulesHint")}
      add={t("sla.addCredit")}
      onAdd={
        credits.length < mostCredits
          ? () => change({ credits: [...credits, newCredit(contract)] })
          : undefined
      }
    >
      {credits.map((one, at) => (
        <Rule
          // biome-ignore lint/suspicious/noArrayIndexKey: a new row has nothing but its place.
          key={at}
          at={at}
          one={one}
          wrong={wrong}
          onLeave={form.leave}
          {...changing(credits, at, (rows) => change({ credits: rows }))}
        />
      ))}
    </List>
  );
}

interface RuleProps {
  at: number;
  one: CreditValues;
  wrong(name: string): string | undefined;
  onLeave(name: string): void;
  change(changed: Partial<CreditValues>): void;
  remove(): void;
}

function Rule({ at, one, wrong, onLeave, change, remove }: RuleProps) {
  const place = creditPlace(at);
  return (
    <li className="rounded-xl border border-line p-3">
      <div className={`${row} mb-2`}>
        <Field
          label={t("sla.targetTitle")}
          error={wrong(place) ?? wrong(`${place}/target`)}
          className="flex-1 basis-40"
        >
          <Select
            name={place}
            value={one.target}
            empty={t("sla.otherTargets")}
            onChange={(event) => change({ target: event.target.value as Target | "" })}
            options={targets.map((value) => ({ value, label: targetText(value) }))}
          />
        </Field>
        <Field
          label={t("sla.credit.per")}
          className="flex-1 basis-40 max-sm:order-1 max-sm:basis-full"
        >
          <Select
            name={`${place}/per`}
            value={one.per}
            onChange={(event) => change({ per: event.target.value as CreditPer })}
            options={creditPers.map((value) => ({ value, label: t(`sla.credit.per.${value}`) }))}
          />
        </Field>
        <IconButton
          icon={X}
          label={t("sla.removeCredit", { number: at + 1 })}
          className="mt-5.5"
          onClick={remove}
        />
      </div>
      <Rate place={place} one={one} wrong={wrong} onLeave={onLeave} change={change} />
    </li>
  );
}

type RateProps = Omit<RuleProps, "at" | "remove"> & { place: string };

// An amount of a currency, or a percentage of the fee: never both. What the server says of either is
// told here.
function Rate({ place, one, wrong, onLeave, change }: RateProps) {
  const name = `${place}/${one.of}`;
  const wrongs = ["/percent", ...amountPlaces].map((part) => wrong(place + part));
  const unit = one.of === "percent" ? "percent" : one.currency;
  const choose = (chosen: string) =>
    chosen === "percent"
      ? change({ of: "percent" })
      : change({ of: "amount", currency: chosen as Currency });
  return (
    <div className="flex max-w-sm gap-2">
      <Field label={t("sla.credit.much")} error={wrongs.find(Boolean)} className="flex-1">
        <Input
          name={name}
          value={one[one.of]}
          onChange={(event) => change({ [one.of]: event.target.value })}
          onBlur={() => onLeave(name)}
          inputMode="decimal"
          maxLength={20}
          className="text-right tabular-nums"
        />
      </Field>
      <Field label={t("sla.credit.unit")} className="w-36">
        <Select
          name={`${place}/unit`}
          value={unit}
          onChange={(event) => choose(event.target.value)}
          options={[{ value: "percent", label: t("sla.credit.unit.percent") }, ...currencyOptions]}
        />
      </Field>
    </div>
  );
}
