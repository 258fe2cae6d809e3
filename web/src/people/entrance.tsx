// The pages for whoever is not inside yet: set-up, sign-in, and the page behind a link.
//
// Opening a link uses nothing up: mail scanners open everything. Only the button does.

import { useNavigate, useSearch } from "@tanstack/react-router";
import { KeyRound, MailCheck, ShieldCheck } from "lucide-react";
import { type ReactNode, useEffect, useState } from "react";
import { api } from "../api/client";
import type { Language, LinkInfo } from "../api/types";
import { chooseLanguage, language, languages, type MessageId, speak, t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { Problem, problemText } from "../base/problem";
import { forgetServerState, safeTarget } from "../base/routes";
import { reloadSession } from "../base/session";
import { Button } from "../ui/button";
import { cx } from "../ui/classes";
import { Actions } from "../ui/dialog";
import { Skeleton } from "../ui/empty";
import { Field, Input } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Mark } from "../ui/mark";
import { emailProblem, passwordProblem } from "./model";

export function Entrance({
  title,
  note,
  wide,
  children,
}: {
  title: string;
  note?: string;
  wide?: boolean; // For what is read, not only filled in.
  children: ReactNode;
}) {
  useEffect(() => {
    document.title = `${title} · Ogniwo`;
  }, [title]);
  return (
    <div className="flex min-h-dvh flex-col items-center px-4 py-8 sm:py-[9vh]">
      <header className="mb-6 flex items-center gap-3">
        <Mark size={36} />
        <span className="text-xl font-semibold tracking-tight">Ogniwo</span>
      </header>
      <main
        className={cx(
          "w-full rounded-2xl border border-line bg-surface p-5 sm:p-7",
          wide ? "max-w-2xl" : "max-w-md",
        )}
      >
        <h1 className="text-lg">{title}</h1>
        {note && <p className="mt-1 text-muted">{note}</p>}
        <div className="mt-5">{children}</div>
      </main>
      <footer>
        <LanguageSwitch />
      </footer>
    </div>
  );
}

function LanguageSwitch() {
  const current = useObservable(language);
  return (
    <fieldset className="mt-5 flex gap-1">
      <legend className="sr-only">{t("people.language")}</legend>
      {languages.map((one) => (
        <Button
          key={one}
          size="small"
          look="quiet"
          lang={one}
          aria-pressed={one === current}
          className={one === current ? "underline underline-offset-4" : "text-muted"}
          onClick={() => void chooseLanguage(one)}
        >
          {one === "pl" ? "Polski" : "English"}
        </Button>
      ))}
    </fieldset>
  );
}

function Complaint({ text: words }: { text: string | undefined }) {
  return (
    <div role="alert">
      {words && (
        <p className="mb-4 rounded-lg bg-danger-soft px-3 py-2 text-danger-text">{words}</p>
      )}
    </div>
  );
}

async function enter(to: string, navigate: ReturnType<typeof useNavigate>) {
  await reloadSession();
  await navigate({ href: safeTarget(to), replace: true });
}

// --- Set-up

export function SetUp() {
  const navigate = useNavigate();
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || "Europe/Warsaw";
  const form = useForm({
    initial: {
      code: "",
      companyName: "",
      givenName: "",
      familyName: "",
      email: "",
      password: "",
    },
    check: (values) => ({
      code: values.code.trim() ? undefined : "required",
      companyName: values.companyName.trim() ? undefined : "required",
      givenName: values.givenName.trim() ? undefined : "required",
      familyName: values.familyName.trim() ? undefined : "required",
      email: values.email.trim() ? emailProblem(values.email) : "required",
      password: passwordProblem(values.password),
    }),
    send: (values) =>
      api.people.setUp({ ...values, code: values.code.trim(), language: language.get(), zone }),
    done: () => {
      forgetServerState();
      void enter("/", navigate);
    },
  });
  const line = (name: keyof typeof form.values, label: MessageId, rest: object = {}) => (
    <Field label={t(label)} error={form.error(name)} required>
      <Input {...text(form, name)} {...rest} />
    </Field>
  );
  return (
    <Entrance title={t("people.setUp")} note={t("people.setUpNote")}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Complaint text={form.problem} />
        <Field
          label={t("people.setUpCode")}
          hint={t("people.setUpCodeHint")}
          error={form.error("code")}
          required
        >
          <Input {...text(form, "code")} autoComplete="one-time-code" autoFocus />
        </Field>
        {line("companyName", "people.companyName", { autoComplete: "organization" })}
        <div className="grid gap-4 sm:grid-cols-2">
          {line("givenName", "people.givenName", { autoComplete: "given-name" })}
          {line("familyName", "people.familyName", { autoComplete: "family-name" })}
        </div>
        {line("email", "people.email", { type: "email", autoComplete: "username" })}
        <Field
          label={t("people.password")}
          hint={t("people.passwordHint")}
          error={form.error("password")}
          required
        >
          <Input {...text(form, "password")} type="password" autoComplete="new-password" />
        </Field>
        <Actions label={t("people.setUpDone")} busy={form.busy} />
      </form>
    </Entrance>
  );
}

// --- Sign-in

type Way = "password" | "link" | "code";

export function SignIn() {
  const navigate = useNavigate();
  const search = useSearch({ strict: false }) as { to?: string };
  const [way, setWay] = useState<Way>("password");
  const [email, setEmail] = useState("");
  const inside = () => void enter(search.to ?? "/", navigate);
  if (way === "password") {
    return <WithPassword email={email} onEmail={setEmail} onWay={setWay} onInside={inside} />;
  }
  if (way === "link") return <AskForLink email={email} onEmail={setEmail} onWay={setWay} />;
  return <WithCode email={email} onWay={setWay} onInside={inside} />;
}

interface WayProps {
  email: string;
  onWay(way: Way): void;
}

function WithPassword({
  email,
  onEmail,
  onWay,
  onInside,
}: WayProps & { onEmail(email: string): void; onInside(): void }) {
  const form = useForm({
    initial: { email, password: "" },
    check: (values) => ({
      email: values.email.trim() ? emailProblem(values.email) : "required",
      password: values.password ? undefined : "required",
    }),
    send: (values) => api.people.signIn({ ...values, email: values.email.trim() }),
    done: onInside,
  });
  return (
    <Entrance title={t("people.signIn")}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Complaint text={form.problem} />
        <Field label={t("people.email")} error={form.error("email")} required>
          <Input {...text(form, "email")} type="email" autoComplete="username" autoFocus />
        </Field>
        <Field label={t("people.password")} error={form.error("password")} required>
          <Input {...text(form, "password")} type="password" autoComplete="current-password" />
        </Field>
        <Actions label={t("people.signInDo")} busy={form.busy} />
      </form>
      <div className="mt-6 border-t border-line pt-4">
        <p className="text-muted">{t("people.noPassword")}</p>
        <Button
          className="mt-2.5"
          icon={MailCheck}
          onClick={() => {
            onEmail(form.values.email);
            onWay("link");
          }}
        >
          {t("people.sendLink")}
        </Button>
      </div>
    </Entrance>
  );
}

function AskForLink({ email, onEmail, onWay }: WayProps & { onEmail(email: string): void }) {
  const form = useForm({
    initial: { email },
    check: (values) => ({
      email: values.email.trim() ? emailProblem(values.email) : "required",
    }),
    send: (values) => api.people.askForLink({ email: values.email.trim() }),
    done: () => {
      onEmail(form.values.email.trim());
      onWay("code");
    },
  });
  return (
    <Entrance title={t("people.sendLink")} note={t("people.sendLinkNote")}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Complaint text={form.problem} />
        <Field label={t("people.email")} error={form.error("email")} required>
          <Input {...text(form, "email")} type="email" autoComplete="username" autoFocus />
        </Field>
        <Actions label={t("people.send")} busy={form.busy} onCancel={() => onWay("password")} />
      </form>
    </Entrance>
  );
}

function WithCode({ email, onWay, onInside }: WayProps & { onInside(): void }) {
  const form = useForm({
    initial: { code: "" },
    check: (values) => ({
      code: /^\d{8}$/.test(values.code.replace(/[\s-]/g, "")) ? undefined : "people.code_form",
    }),
    send: (values) => api.people.signInWithCode({ email, code: values.code.trim() }),
    done: onInside,
  });
  return (
    <Entrance title={t("people.checkMail")} note={t("people.checkMailNote", { email })}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Complaint text={form.problem} />
        <Field label={t("people.code")} hint={t("people.codeHint")} error={form.error("code")}>
          <Input
            {...text(form, "code")}
            inputMode="numeric"
            autoComplete="one-time-code"
            autoFocus
            className="max-w-44 tracking-widest tabular-nums"
          />
        </Field>
        <Actions label={t("people.signInDo")} busy={form.busy} onCancel={() => onWay("password")} />
      </form>
    </Entrance>
  );
}

// --- Behind a link: /link#token, so that the token reaches no server and no proxy's log.

const linkTitles: Record<LinkInfo["kind"], MessageId> = {
  invitation: "people.linkInvitation",
  password_reset: "people.linkReset",
  sign_in: "people.linkSignIn",
};

const linkButtons: Record<LinkInfo["kind"], MessageId> = {
  invitation: "people.linkInvitationDo",
  password_reset: "people.linkResetDo",
  sign_in: "people.linkSignInDo",
};

export function LinkPage() {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [link, setLink] = useState<LinkInfo>();
  const [problem, setProblem] = useState<unknown>();
  useEffect(() => {
    api.people.link({ token }).then(setLink, setProblem);
  }, [token]);
  if (problem) {
    // Used, expired, replaced or never there: the server says the same of all of them.
    const gone = problem instanceof Problem && problem.status === 404;
    return (
      <Entrance title={t("people.linkGone")}>
        <p role="alert" className="mb-5">
          {gone ? t("refusal.people.link_unknown") : problemText(problem)}
        </p>
        <Button onClick={() => location.assign("/signin")}>{t("people.toSignIn")}</Button>
      </Entrance>
    );
  }
  if (!link) {
    return (
      <Entrance title={t("ui.loading")}>
        <Skeleton />
      </Entrance>
    );
  }
  return <UseLink token={token} link={link} />;
}

function UseLink({ token, link }: { token: string; link: LinkInfo }) {
  const navigate = useNavigate();
  const [withPassword, setWithPassword] = useState(link.password === "needed");
  useEffect(() => speak(link.language as Language), [link.language]);
  const form = useForm({
    initial: { password: "" },
    check: (values) => ({
      password: withPassword ? passwordProblem(values.password) : undefined,
    }),
    send: (values) =>
      // biome-ignore lint/correctness/useHookAtTopLevel: an operation named so, not a hook.
      api.people.useLink(withPassword ? { token, password: values.password } : { token }),
    done: () => void enter("/", navigate),
  });
  const name = link.givenName;
  return (
    <Entrance title={t(linkTitles[link.kind])}>
      <div className="mb-5 flex items-center gap-3">
        <span className="inline-flex size-11 shrink-0 items-center justify-center rounded-full bg-accent-soft text-accent-text">
          {link.kind === "sign_in" ? (
            <ShieldCheck aria-hidden size={22} />
          ) : (
            <KeyRound aria-hidden size={22} />
          )}
        </span>
        <div>
          <p className="font-semibold">
            {name ? t("people.hello", { name }) : t("people.helloNobody")}
          </p>
          <p className="text-muted">{t("people.linkFor", { address: link.address })}</p>
        </div>
      </div>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Complaint text={form.problem} />
        {withPassword && (
          <Field
            label={t("people.newPassword")}
            hint={t("people.passwordHint")}
            error={form.error("password")}
            required
          >
            <Input {...text(form, "password")} type="password" autoComplete="new-password" />
          </Field>
        )}
        <Actions label={t(linkButtons[link.kind])} busy={form.busy}>
          {link.password === "possible" && !withPassword && (
            <Button look="quiet" onClick={() => setWithPassword(true)}>
              {t("people.setPasswordToo")}
            </Button>
          )}
        </Actions>
        <p className="text-xs text-muted">{t("people.linkOnce")}</p>
      </form>
    </Entrance>
  );
}
