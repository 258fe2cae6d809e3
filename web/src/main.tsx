// The shell: collects the features, sets language, theme and keys, and starts the router.

import "./ui/tokens.css";
import {
  createRoute,
  createRouter,
  Link,
  lazyRouteComponent,
  RouterProvider,
  redirect,
} from "@tanstack/react-router";
import { setNonce } from "get-nonce";
import { Moon, RefreshCw, Sun } from "lucide-react";
import { Fragment } from "react";
import { createRoot } from "react-dom/client";
import { assets } from "./assets/feature";
import { backups } from "./backups/feature";
import { type Command, commands } from "./base/commands";
import { collect } from "./base/feature";
import { feed, watchNetwork } from "./base/feed";
import { go, setRouter } from "./base/go";
import { events } from "./base/http";
import {
  addPageTexts,
  language,
  preferredLanguage,
  switchLanguage,
  t,
  withPageTexts,
} from "./base/i18n";
import { Keyboard, listenToKeys } from "./base/keys";
import { useObservable } from "./base/observable";
import { applyTheme, theme } from "./base/preferences";
import { insideRoute, rootRoute } from "./base/routes";
import { forgetSession, session } from "./base/session";
import { calendars } from "./calendars/feature";
import { figures } from "./figures/feature";
import { moving } from "./moving/feature";
import { notices } from "./notices/feature";
import { outside, people } from "./people/feature";
import { sla } from "./sla/feature";
import { appointmentRoute, outsideTickets, tickets } from "./tickets/feature";
import { tiers } from "./tiers/feature";
import { Failure, Skeleton } from "./ui/empty";
import { Page } from "./ui/page";

const features = [
  tickets,
  notices,
  people,
  assets,
  sla,
  figures,
  tiers,
  calendars,
  moving,
  backups,
];

const start = createRoute({
  getParentRoute: () => rootRoute,
  path: "/",
  beforeLoad: () => {
    throw redirect({ to: "/tickets" as never, replace: true });
  },
});

const kit = createRoute({
  getParentRoute: () => rootRoute,
  path: "/_ui",
  component: lazyRouteComponent(
    withPageTexts(() => import("./ui/kit")),
    "Kit",
  ),
});

const router = createRouter({
  routeTree: rootRoute.addChildren([
    start,
    kit,
    ...outside,
    ...outsideTickets,
    appointmentRoute,
    insideRoute.addChildren([
      ...tickets.routes,
      ...notices.routes,
      ...people.routes,
      ...assets.routes,
      ...sla.routes,
      ...figures.routes,
      ...tiers.routes,
      ...calendars.routes,
      ...moving.routes,
      ...backups.routes,
    ]),
  ]),
  defaultPreload: "intent",
  defaultPendingComponent: () => <Skeleton lines={6} />,
  defaultErrorComponent: ({ error }) => (
    <Failure problem={error} again={() => void router.invalidate()} />
  ),
  defaultNotFoundComponent: NotFound,
  scrollRestoration: true,
});

function NotFound() {
  return (
    <Page title={t("ui.notFound")}>
      <p className="mb-3 text-muted">{t("ui.notFoundText")}</p>
      <Link to="/" className="text-accent-text hover:underline">
        {t("ui.toStart")}
      </Link>
    </Page>
  );
}

declare module "@tanstack/react-router" {
  interface Register {
    router: typeof router;
  }
}

function Root() {
  // Another language is another page: nothing may keep the old words.
  const words = useObservable(language);
  return (
    <Fragment key={words}>
      <RouterProvider router={router} />
    </Fragment>
  );
}

// Places are commands too: one key sequence each, and a line in the palette.
const placeCommands: Command[] = features.flatMap((one) =>
  one.places.map((place) => ({
    id: `go ${place.title}`,
    title: place.title,
    group: "ui.go" as const,
    keys: place.keys,
    icon: place.icon,
    offered: place.offered,
    run: () => go(place.to),
  })),
);

const general: Command[] = [
  {
    id: "ui.light",
    title: "ui.light",
    group: "ui.general",
    icon: Sun,
    run: () => theme.set("light"),
  },
  {
    id: "ui.dark",
    title: "ui.dark",
    group: "ui.general",
    icon: Moon,
    run: () => theme.set("dark"),
  },
  {
    id: "ui.reload",
    title: "ui.reload",
    group: "ui.general",
    icon: RefreshCw,
    run: () => location.reload(),
  },
];

async function begin() {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content;
  if (nonce) setNonce(nonce);
  applyTheme();
  collect(features);
  setRouter(router);
  commands.add([...placeCommands, ...features.flatMap((one) => one.commands), ...general]);
  listenToKeys(new Keyboard(commands));
  events.addEventListener("signed-out", () => {
    if (!session.get()) return;
    forgetSession();
    go("/signin", undefined, { to: location.pathname + location.search });
  });
  session.subscribe(() => {
    if (session.get()) for (const one of features) one.start?.();
  });
  watchNetwork();
  // A newer server: the next page is loaded as a whole, so that nothing typed here is lost.
  router.subscribe("onBeforeNavigate", ({ toLocation, pathChanged }) => {
    if (pathChanged && feed.outdated.get()) location.assign(toLocation.href);
  });
  // After an upgrade the old parts are gone from the server: the new page has the new names.
  window.addEventListener("vite:preloadError", () => {
    const last = Number(sessionStorage.getItem("ogniwo.reloaded") ?? 0);
    if (Date.now() - last < 60_000) return; // It did not help a moment ago.
    sessionStorage.setItem("ogniwo.reloaded", String(Date.now()));
    location.reload();
  });
  await switchLanguage(preferredLanguage());
  const root = document.getElementById("root");
  if (root) createRoot(root).render(<Root />);
  // Behind the first paint. A page that needs them asks again, so a failure here is none.
  setTimeout(() => void addPageTexts().catch(() => undefined), 0);
}

void begin();
