// A labelled field with its hint and its error, wired for screen readers.

import type { InputHTMLAttributes, SelectHTMLAttributes, TextareaHTMLAttributes } from "react";
import { createContext, type ReactNode, useContext, useId } from "react";
import { t } from "../base/i18n";
import { cx } from "./classes";

interface Wiring {
  id: string;
  describedBy?: string;
  invalid: boolean;
  required: boolean;
}

const WiringContext = createContext<Wiring | undefined>(undefined);

interface FieldProps {
  label: string;
  error?: string;
  hint?: ReactNode;
  optional?: boolean;
  required?: boolean;
  // "wide": only where there is room for a table with the labels above it.
  hideLabel?: boolean | "wide";
  className?: string;
  children: ReactNode;
}

export function Field(props: FieldProps) {
  const id = useId();
  const { label, error, hint, className, children } = props;
  const describedBy = error ? `${id}-error` : hint ? `${id}-hint` : undefined;
  const wiring = { id, describedBy, invalid: Boolean(error), required: Boolean(props.required) };
  return (
    <WiringContext.Provider value={wiring}>
      <div className={cx("min-w-0", className)}>
        <label
          htmlFor={id}
          className={cx(
            props.hideLabel === true ? "sr-only" : "mb-1 flex gap-1.5 text-xs font-medium",
            props.hideLabel === "wide" && "sm:sr-only",
          )}
        >
          {label}
          {props.optional && <span className="font-normal text-muted">{t("ui.optional")}</span>}
        </label>
        {children}
        {error ? (
          <p id={`${id}-error`} className="mt-1 text-xs text-danger-text">
            {error}
          </p>
        ) : (
          hint && (
            <p id={`${id}-hint`} className="mt-1 text-xs text-muted">
              {hint}
            </p>
          )
        )}
      </div>
    </WiringContext.Provider>
  );
}

export function useWiring() {
  const wiring = useContext(WiringContext);
  if (!wiring) return {};
  return {
    id: wiring.id,
    "aria-describedby": wiring.describedBy,
    "aria-invalid": wiring.invalid || undefined,
    "aria-required": wiring.required || undefined,
  };
}

export function Input({ className, ...rest }: InputHTMLAttributes<HTMLInputElement>) {
  return <input {...useWiring()} {...rest} className={cx("field", className)} />;
}

export function Textarea({ className, ...rest }: TextareaHTMLAttributes<HTMLTextAreaElement>) {
  return <textarea {...useWiring()} {...rest} className={cx("field resize-y", className)} />;
}

export interface Option {
  value: string;
  label: string;
}

interface SelectProps extends SelectHTMLAttributes<HTMLSelectElement> {
  options?: Option[];
  groups?: { label: string; options: Option[] }[];
  empty?: string; // What stands there when nothing is chosen.
}

const optionOf = (option: Option) => (
  <option key={option.value} value={option.value}>
    {option.label}
  </option>
);

export function Select({ options, groups, empty, className, ...rest }: SelectProps) {
  return (
    <select {...useWiring()} {...rest} className={cx("field pr-8", className)}>
      {empty !== undefined && <option value="">{empty}</option>}
      {options?.map(optionOf)}
      {groups?.map((group) => (
        <optgroup key={group.label} label={group.label}>
          {group.options.map(optionOf)}
        </optgroup>
      ))}
    </select>
  );
}

interface CheckboxProps extends Omit<InputHTMLAttributes<HTMLInputElement>, "type"> {
  label: string;
  hint?: string;
}

export function Checkbox({ label, hint, className, ...rest }: CheckboxProps) {
  const id = useId();
  return (
    <div className={cx("flex items-start gap-2.5 py-1", className)}>
      <input
        id={id}
        type="checkbox"
        aria-describedby={hint ? `${id}-hint` : undefined}
        {...rest}
        className="mt-0.5 size-4.5 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="text-sm">
          {label}
        </label>
        {hint && (
          <p id={`${id}-hint`} className="text-xs text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}

interface ChoiceProps<Value extends string> {
  label: string;
  value: Value;
  options: { value: Value; label: string }[];
  onChange(value: Value): void;
}

// A few exclusive choices side by side.
export function Choice<Value extends string>(props: ChoiceProps<Value>) {
  const name = useId();
  return (
    <fieldset>
      <legend className="mb-1 text-xs font-medium">{props.label}</legend>
      <div className="inline-flex flex-wrap gap-0.5 rounded-lg border border-edge bg-surface p-0.5">
        {props.options.map((option) => (
          <label
            key={option.value}
            className={cx(
              "rounded-md px-2 py-1 text-sm sm:px-3 has-focus-visible:outline-2 has-focus-visible:outline-accent",
              option.value === props.value
                ? "bg-accent-soft font-medium text-accent-text"
                : "hover:bg-hover",
            )}
          >
            <input
              type="radio"
              name={name}
              className="sr-only"
              checked={option.value === props.value}
              onChange={() => props.onChange(option.value)}
            />
            {option.label}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
