// The two roots every page hangs on: pages for strangers, and pages inside the program.

import { createRootRoute, createRoute, lazyRouteComponent, redirect } from "@tanstack/react-router";
import { api } from "../api/client";
import type { ServerInfo } from "../api/types";
import { loadSession } from "./session";

export const rootRoute = createRootRoute();

let server: ServerInfo | undefined;

export async function serverState(): Promise<ServerInfo> {
  server ??= await api.people.server();
  return server;
}

export function forgetServerState(): void {
  server = undefined;
}

// Only a way inside this program may be gone back to after sign-in.
export function safeTarget(to: unknown): string {
  if (typeof to !== "string" || !to.startsWith("/") || to.startsWith("//")) return "/";
  return to.includes("\\") ? "/" : to;
}

export const insideRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: "inside",
  beforeLoad: async ({ location }) => {
    if (await loadSession()) return;
    const { needsSetup } = await serverState();
    if (needsSetup) throw redirect({ to: "/setup" as never });
    throw redirect({ to: "/signin" as never, search: { to: location.href } as never });
  },
  component: lazyRouteComponent(() => import("../ui/shell"), "Shell"),
});
