// What belongs to the person at the screen: looks, words, keys, password, sessions, API tokens.

import { Copy, LogOut, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { ApiToken, OpenSession } from "../api/types";
import { go } from "../base/go";
import {
  chooseLanguage,
  type Language,
  language,
  languages,
  type MessageId,
  t,
} from "../base/i18n";
import { useObservable } from "../base/observable";
import { singleKeys, type Theme, theme } from "../base/preferences";
import { refresh, useResource } from "../base/resource";
import { forgetSession, may, nameOf, reloadSession, useSession } from "../base/session";
import { date, moment } from "../base/time";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { confirm } from "../ui/confirm";
import { Actions, Dialog } from "../ui/dialog";
import { When } from "../ui/empty";
import { Checkbox, Choice, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Page, Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt, tell } from "../ui/toast";
import { passwordProblem } from "./model";
import { rightText } from "./words";

export function Account() {
  const session = useSession();
  return (
    <Page
      title={t("people.account")}
      above={`${nameOf(session)} · ${session.email}`}
      actions={
        <Button onClick={() => go("/people/$person", { person: String(session.person) })}>
          {t("people.myCard")}
        </Button>
      }
    >
      <div className="grid items-start gap-4 lg:grid-cols-2">
        <div className="space-y-4">
          <Looks />
          <Password />
        </div>
        <div className="space-y-4">
          <Sessions />
          {may("people.own_tokens") && <Tokens />}
        </div>
      </div>
    </Page>
  );
}

function Looks() {
  const wanted = useObservable(theme);
  const words = useObservable(language);
  const keys = useObservable(singleKeys);
  const session = useSession();

  // The device changes at once; the person's own language follows, for mails.
  const speak = async (next: Language) => {
    await chooseLanguage(next);
    await attempt(async () => {
      const person = await api.people.showPerson({ person: session.person });
      await api.people.editPerson(
        { person: session.person, language: next },
        { version: person.version },
      );
    });
  };
  const themes: Theme[] = ["system", "light", "dark"];
  return (
    <Section title={t("people.looks")}>
      <div className="space-y-4">
        <Choice
          label={t("people.theme")}
          value={wanted}
          onChange={(next) => theme.set(next)}
          options={themes.map((one) => ({
            value: one,
            label: t(`people.theme.${one}` as MessageId),
          }))}
        />
        <Choice
          label={t("people.language")}
          value={words}
          onChange={(next) => void speak(next)}
          options={languages.map((one) => ({
            value: one,
            label: one === "pl" ? "Polski" : "English",
          }))}
        />
        <Checkbox
          label={t("ui.singleKeys")}
          hint={t("ui.singleKeysHint")}
          checked={keys === "on"}
          onChange={(event) => singleKeys.set(event.target.checked ? "on" : "off")}
        />
      </div>
    </Section>
  );
}

function Password() {
  const session = useSession();
  const form = useForm({
    initial: { current: "", password: "" },
    check: (values) => ({
      current: !session.hasPassword || values.current ? undefined : "required",
      password: passwordProblem(values.password),
    }),
    send: (values) =>
      api.people.changePassword(session.hasPassword ? values : { password: values.password }),
    done: () => {
      form.reset({ current: "", password: "" });
      tell(t("people.passwordChanged"));
      refresh("sessions");
      void reloadSessionQuietly();
    },
  });
  return (
    <Section title={session.hasPassword ? t("people.changePassword") : t("people.setPassword")}>
      <form noValidate onSubmit={form.submit} className="space-y-3">
        <Refused problem={form.problem} />
        <input type="email" autoComplete="username" value={session.email} readOnly hidden />
        {session.hasPassword && (
          <Field label={t("people.currentPassword")} error={form.error("current")}>
            <Input {...text(form, "current")} type="password" autoComplete="current-password" />
          </Field>
        )}
        <Field
          label={t("people.newPassword")}
          hint={t("people.passwordHint")}
          error={form.error("password")}
        >
          <Input {...text(form, "password")} type="password" autoComplete="new-password" />
        </Field>
        <Actions label={t("ui.save")} look="plain" busy={form.busy} />
      </form>
    </Section>
  );
}

async function reloadSessionQuietly() {
  await attempt(() => reloadSession());
}

// --- Sessions

// "Mozilla/5.0 (X11; Linux x86_64) ... Firefox/140.0" -> "Firefox, Linux"
export function programName(program: string): string {
  const browser =
    /(Edg|OPR|Firefox|Chrome|Safari)\//.exec(program)?.[1] ?? program.split(/[\s/]/)[0] ?? "";
  const names: Record<string, string> = { Edg: "Edge", OPR: "Opera" };
  const system = /(Windows|Android|iPhone|iPad|Mac OS X|Linux)/.exec(program)?.[1];
  return [names[browser] ?? browser, system?.replace("Mac OS X", "macOS")]
    .filter(Boolean)
    .join(", ");
}

function Sessions() {
  const shown = useResource("sessions", () => api.people.listSessions());
  const end = async (session: OpenSession) => {
    const done = await attempt(() => api.people.endSession({ session: session.id }));
    if (done) refresh("sessions");
  };
  const endAll = async () => {
    const yes = await confirm({
      title: t("people.signOutEverywhere"),
      text: t("people.signOutEverywhereText"),
      action: t("people.signOutEverywhere"),
    });
    if (!yes || !(await attempt(() => api.people.signOutEverywhere()))) return;
    forgetSession();
    go("/signin");
  };
  return (
    <Section
      flush
      title={t("people.sessions")}
      actions={
        <Button size="small" look="quiet" icon={LogOut} onClick={() => void endAll()}>
          {t("people.signOutEverywhere")}
        </Button>
      }
    >
      <When shown={shown}>
        {(list) => (
          <ul>
            {list.items.map((one) => (
              <li
                key={one.id}
                className="flex items-center gap-2 border-b border-line/60 px-4 py-2 last:border-0"
              >
                <span className="min-w-0 flex-1">
                  <span className="flex items-center gap-2 font-medium">
                    <span className="truncate">{programName(one.program)}</span>
                    {one.current && <Badge tone="good">{t("people.thisSession")}</Badge>}
                  </span>
                  <span className="block text-xs text-muted">
                    {t(`people.how.${one.how}` as MessageId)} · {one.address} ·{" "}
                    {t("people.lastSeen", { moment: moment(one.lastSeenAt) })}
                  </span>
                </span>
                {!one.current && (
                  <IconButton
                    icon={Trash2}
                    label={`${t("people.endSession")}: ${programName(one.program)}`}
                    onClick={() => void end(one)}
                  />
                )}
              </li>
            ))}
          </ul>
        )}
      </When>
    </Section>
  );
}

// --- API tokens

function Tokens() {
  const [creating, setCreating] = useState(false);
  const [fresh, setFresh] = useState<string>();
  const shown = useResource("tokens", () => api.people.listTokens());
  const remove = async (token: ApiToken) => {
    const yes = await confirm({
      title: t("people.deleteToken"),
      text: t("people.deleteTokenText", { name: token.name }),
      action: t("people.deleteToken"),
    });
    if (yes && (await attempt(() => api.people.deleteToken({ token: token.id })))) {
      refresh("tokens");
    }
  };
  return (
    <Section
      flush
      title={t("people.tokens")}
      actions={
        <Button size="small" icon={Plus} onClick={() => setCreating(true)}>
          {t("people.newToken")}
        </Button>
      }
    >
      <When shown={shown}>
        {(list) => (
          <ul>
            {list.items.length === 0 && <li className="p-4 text-muted">{t("people.noTokens")}</li>}
            {list.items.map((token) => (
              <li
                key={token.id}
                className="flex items-center gap-2 border-b border-line/60 px-4 py-2 last:border-0"
              >
                <span className="min-w-0 flex-1">
                  <span className="block truncate font-medium">{token.name}</span>
                  <span className="block text-xs text-muted">
                    {t("people.scopesCount", { count: token.scopes.length })} ·{" "}
                    {t("people.expires", { date: date(token.expiresAt) })}
                  </span>
                </span>
                <IconButton
                  icon={Trash2}
                  label={`${t("people.deleteToken")}: ${token.name}`}
                  onClick={() => void remove(token)}
                />
              </li>
            ))}
          </ul>
        )}
      </When>
      {creating && (
        <NewToken
          onClose={() => setCreating(false)}
          onCreated={(token) => {
            setCreating(false);
            setFresh(token);
            refresh("tokens");
          }}
        />
      )}
      {fresh && <TokenOnce token={fresh} onClose={() => setFresh(undefined)} />}
    </Section>
  );
}

const terms = [30, 90, 180, 365]; // Days.

interface NewTokenProps {
  onClose(): void;
  onCreated(token: string): void;
}

function NewToken({ onClose, onCreated }: NewTokenProps) {
  const session = useSession();
  const held = new Set([...session.rights, ...session.customers.flatMap((one) => one.rights)]);
  const form = useForm({
    initial: { name: "", scopes: [] as string[], expiresAt: "90" },
    check: (values) => ({
      name: values.name.trim() ? undefined : "required",
      scopes: values.scopes.length > 0 ? undefined : "people.token_without_scopes",
    }),
    send: (values) =>
      api.people.createToken({
        name: values.name.trim(),
        scopes: values.scopes,
        expiresAt: new Date(Date.now() + Number(values.expiresAt) * 86_400_000)
          .toISOString()
          .replace(/\.\d+Z$/, "Z"),
      }),
    done: (created) => onCreated(created.token),
  });
  const { scopes } = form.values;
  return (
    <Dialog open title={t("people.newToken")} note={t("people.newTokenNote")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field
          label={t("people.tokenName")}
          hint={t("people.tokenNameHint")}
          error={form.error("name")}
        >
          <Input {...text(form, "name")} autoFocus />
        </Field>
        <Field label={t("people.tokenTerm")} error={form.error("expiresAt")}>
          <Select
            {...text(form, "expiresAt")}
            options={terms.map((days) => ({
              value: String(days),
              label: t("people.days", { days }),
            }))}
          />
        </Field>
        <fieldset data-field="scopes">
          <legend className="mb-1 text-xs font-medium">{t("people.scopes")}</legend>
          {form.error("scopes") && (
            <p className="mb-1 text-xs text-danger-text">{form.error("scopes")}</p>
          )}
          <div className="max-h-64 overflow-y-auto rounded-lg border border-line px-3 py-1.5">
            {[...held].sort().map((right) => (
              <Checkbox
                key={right}
                name="scopes"
                label={rightText(right)}
                checked={scopes.includes(right)}
                onChange={(event) =>
                  form.set(
                    "scopes",
                    event.target.checked
                      ? [...scopes, right]
                      : scopes.filter((one) => one !== right),
                  )
                }
              />
            ))}
          </div>
        </fieldset>
        <Actions label={t("people.createToken")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function TokenOnce({ token, onClose }: { token: string; onClose(): void }) {
  const copy = () => attempt(() => navigator.clipboard.writeText(token), t("people.tokenCopied"));
  return (
    <Dialog open title={t("people.tokenReady")} onClose={onClose}>
      <p className="mb-3">{t("people.tokenOnce")}</p>
      <div className="flex items-center gap-2">
        <input
          readOnly
          aria-label={t("people.token")}
          value={token}
          onFocus={(event) => event.target.select()}
          className="field font-mono"
        />
        <Button icon={Copy} onClick={() => void copy()}>
          {t("ui.copy")}
        </Button>
      </div>
    </Dialog>
  );
}
