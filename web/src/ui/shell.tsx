// The frame around every page inside: side bar on a desk, a bar below on a phone.

import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { CircleHelp, Ellipsis, LogOut, Search, UserRound } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { api } from "../api/client";
import { commands, useCommands } from "../base/commands";
import { noticing, type Place, places } from "../base/feature";
import { go } from "../base/go";
import { t, withPageTexts } from "../base/i18n";
import { type Observable, useObservable } from "../base/observable";
import { forgetSession, nameOf, useSession } from "../base/session";
import { Avatar } from "./badge";
import { Keys } from "./button";
import { cx } from "./classes";
import { Confirmations } from "./confirm";
import { ConnectionNews } from "./connection";
import { Dialog } from "./dialog";
import { Mark } from "./mark";
import { attempt, Toasts } from "./toast";

const loadPalette = withPageTexts(() =>
  import("./palette").then((file) => ({ default: file.Palette })),
);
const Palette = lazy(loadPalette);
const loadMenu = () => import("./menu").then((file) => ({ default: file.Menu }));
const Menu = lazy(loadMenu);
const Help = lazy(withPageTexts(() => import("./help").then((file) => ({ default: file.Help }))));

export async function signOut(): Promise<void> {
  if (!(await attempt(() => api.people.signOut()))) return;
  forgetSession();
  go("/signin");
}

type Open = "palette" | "help" | "more" | undefined;

export function Shell() {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const path = useLocation({ select: (location) => location.pathname });
  // A new page begins where a keyboard or a screen reader expects it, not at the address bar.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the path says that the page is new.
  useEffect(() => {
    if (document.activeElement !== document.body) return;
    document.getElementById("main")?.focus({ preventScroll: true });
  }, [path]);
  useCommands([
    {
      id: "ui.palette",
      title: "ui.palette",
      group: "ui.general",
      keys: "mod+k",
      icon: Search,
      run: () => setOpen("palette"),
    },
    {
      id: "ui.help",
      title: "ui.keys",
      group: "ui.general",
      keys: "?",
      icon: CircleHelp,
      run: () => setOpen("help"),
    },
    {
      id: "people.signOut",
      title: "people.signOut",
      group: "ui.general",
      icon: LogOut,
      run: signOut,
    },
  ]);

  return (
    <div className="flex h-dvh flex-col md:flex-row">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-2 focus:left-2 focus:z-60 focus:rounded-lg focus:bg-surface focus:px-3 focus:py-2"
      >
        {t("ui.skip")}
      </a>
      <SideBar />
      <main
        id="main"
        tabIndex={-1}
        className="flex min-h-0 min-w-0 flex-1 flex-col overflow-y-auto outline-none"
      >
        <ConnectionNews />
        <Suspense>
          {noticing().map(({ id, notice: Notice }) => Notice && <Notice key={id} />)}
        </Suspense>
        <Outlet />
      </main>
      <PhoneBar onMore={() => setOpen("more")} />
      <Suspense>
        {open === "palette" && <Palette onClose={close} />}
        {open === "help" && <Help onClose={close} />}
      </Suspense>
      {open === "more" && <More onClose={close} />}
      <Toasts />
      <Confirmations />
    </div>
  );
}

function SideBar() {
  const all = places();
  return (
    <nav
      aria-label={t("ui.navigation")}
      className="hidden w-56 shrink-0 flex-col gap-0.5 border-r border-line px-3 py-4 md:flex"
    >
      <div className="mb-3 flex items-center gap-2.5 px-2">
        <Mark />
        <span className="text-base font-semibold tracking-tight">Ogniwo</span>
      </div>
      <button
        type="button"
        onClick={() => commands.run(commands.find("ui.palette")!)}
        onPointerEnter={() => void loadPalette()}
        className="mb-3 flex min-h-9 items-center gap-2 rounded-lg border border-line bg-surface px-2.5 text-left text-sm text-muted hover:border-edge"
      >
        <Search aria-hidden size={16} />
        <span className="flex-1">{t("ui.search")}</span>
        <Keys keys="mod+k" />
      </button>
      {all
        .filter((place) => place.part === "work")
        .map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      <p className="mt-4 mb-1 px-2.5 text-2xs font-medium text-muted">{t("ui.house")}</p>
      {all
        .filter((place) => place.part === "house")
        .map((place) => (
          <PlaceLink key={place.to} place={place} />
        ))}
      <div className="flex-1" />
      <Me />
    </nav>
  );
}

function PlaceLink({ place, onClick }: { place: Place; onClick?(): void }) {
  const Icon = place.icon;
  return (
    <Link
      to={place.to as never}
      preload="intent"
      onClick={onClick}
      activeProps={{ className: "bg-accent-soft font-medium text-accent-text" }}
      inactiveProps={{ className: "text-ink hover:bg-hover" }}
      className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm"
    >
      <Icon aria-hidden size={17} className="shrink-0 opacity-80" />
      <span className="flex-1">{t(place.title)}</span>
      {place.count && <Count count={place.count} />}
    </Link>
  );
}

function Count({ count }: { count: Observable<number> }) {
  const waiting = useObservable(count);
  if (waiting === 0) return null;
  return (
    <span className="rounded-full bg-accent px-1.5 text-2xs font-semibold text-on-accent tabular-nums">
      <span aria-hidden>{waiting > 99 ? "99+" : waiting}</span>
      <span className="sr-only">{t("notices.waiting", { count: waiting })}</span>
    </span>
  );
}

const availabilities = ["tiers.be.on", "tiers.be.busy", "tiers.be.away"];

// The menu's machinery is fetched when somebody reaches for it.
function Me() {
  const [wanted, setWanted] = useState(false);
  const session = useSession();
  const name = nameOf(session);
  const face = (
    <button
      type="button"
      aria-haspopup="menu"
      onPointerEnter={() => void loadMenu()}
      onFocus={() => void loadMenu()}
      onClick={() => setWanted(true)}
      className="flex min-h-11 items-center gap-2.5 rounded-lg px-2 text-left hover:bg-hover"
    >
      <Avatar name={name} />
      <span className="min-w-0 flex-1 truncate">{name}</span>
    </button>
  );
  if (!wanted) return face;
  const standing = availabilities.flatMap((id) => {
    const command = commands.find(id);
    return command && command.offered?.() !== false ? [command] : [];
  });
  return (
    <Suspense fallback={face}>
      <Menu
        open
        align="start"
        label={session.email}
        items={[
          ...standing.map((command) => ({
            label: t(command.title),
            icon: command.icon,
            run: () => commands.run(command),
          })),
          ...(standing.length > 0 ? (["line"] as const) : []),
          { label: t("people.account"), icon: UserRound, run: () => go("/account") },
          {
            label: t("ui.keys"),
            icon: CircleHelp,
            run: () => commands.run(commands.find("ui.help")!),
          },
          "line",
          { label: t("people.signOut"), icon: LogOut, run: () => void signOut() },
        ]}
        trigger={face}
      />
    </Suspense>
  );
}

const barItem = "flex flex-1 flex-col items-center gap-0.5 px-1 py-2 text-2xs";

function PhoneBar({ onMore }: { onMore(): void }) {
  const shown = places()
    .filter((place) => place.phone === "bar")
    .slice(0, 3);
  return (
    <nav
      aria-label={t("ui.navigation")}
      className="flex shrink-0 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:hidden"
    >
      {shown.map((place) => (
        <Link
          key={place.to}
          to={place.to as never}
          activeProps={{ className: "text-accent-text font-medium" }}
          inactiveProps={{ className: "text-muted" }}
          className={barItem}
        >
          <span className="relative">
            <place.icon aria-hidden size={20} />
            {place.count && (
              <span className="absolute -top-2 left-3">
                <Count count={place.count} />
              </span>
            )}
          </span>
          {t(place.title)}
        </Link>
      ))}
      <button
        type="button"
        className={cx(barItem, "text-muted")}
        onClick={() => commands.run(commands.find("ui.palette")!)}
      >
        <Search aria-hidden size={20} />
        {t("ui.search")}
      </button>
      <button type="button" className={cx(barItem, "text-muted")} onClick={onMore}>
        <Ellipsis aria-hidden size={20} />
        {t("ui.more")}
      </button>
    </nav>
  );
}

function More({ onClose }: { onClose(): void }) {
  const session = useSession();
  const rest = places().filter((place) => place.phone === "more");
  return (
    <Dialog open title={nameOf(session)} note={session.email} onClose={onClose}>
      <div className="flex flex-col gap-0.5">
        {rest.map((place) => (
          <PlaceLink key={place.to} place={place} onClick={onClose} />
        ))}
        <hr className="my-1 border-line" />
        <button
          type="button"
          onClick={() => {
            onClose();
            void signOut();
          }}
          className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm hover:bg-hover"
        >
          <LogOut aria-hidden size={17} />
          {t("people.signOut")}
        </button>
      </div>
    </Dialog>
  );
}
