// The frame around every page inside: side bar on a desk, a bar below on a phone.

import { Link, Outlet, useLocation } from "@tanstack/react-router";
import { CircleHelp, Ellipsis, LogOut, Search, UserRound } from "lucide-react";
import { lazy, Suspense, useEffect, useState } from "react";
import { commands, useCommands } from "../base/commands";
import { noticing, places } from "../base/feature";
import { go } from "../base/go";
import { t, withPageTexts } from "../base/i18n";
import { useObservable } from "../base/observable";
import { nameOf, useSession } from "../base/session";
import { Avatar } from "./badge";
import { Keys } from "./button";
import { cx } from "./classes";
import { question } from "./confirm";
import { ConnectionNews } from "./connection";
import { Mark } from "./mark";
import { Count, PlaceLink } from "./place_link";
import { signOut } from "./sign_out";
import { Toasts } from "./toast";

const loadPalette = withPageTexts(() =>
  import("./palette").then((file) => ({ default: file.Palette })),
);
const Palette = lazy(loadPalette);
const loadMenu = () => import("./menu").then((file) => ({ default: file.Menu }));
const Menu = lazy(loadMenu);
const More = lazy(() => import("./more").then((file) => ({ default: file.More })));
const Confirmation = lazy(() =>
  import("./confirmation").then((file) => ({ default: file.Confirmation })),
);
const Help = lazy(withPageTexts(() => import("./help").then((file) => ({ default: file.Help }))));

type Open = "palette" | "help" | "more" | undefined;

export function Shell() {
  const [open, setOpen] = useState<Open>();
  const close = () => setOpen(undefined);
  const asked = useObservable(question);
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
        {open === "more" && <More onClose={close} />}
        {asked && <Confirmation question={asked} />}
      </Suspense>
      <Toasts />
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
