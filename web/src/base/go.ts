// Going somewhere from outside a component: commands and the palette. main.tsx hands the router in.

import type { AnyRouter } from "@tanstack/react-router";

let router: AnyRouter | undefined;

export function setRouter(own: AnyRouter): void {
  router = own;
}

export function go(to: string, params?: Record<string, string>, search?: object): void {
  void router?.navigate({ to, params, search } as never);
}
