// /tickets is two different pages: a desk for those who work there, and a plain page for a customer's
// people. Each is fetched by those who need it.

import { lazy, Suspense } from "react";
import { bringTexts } from "../base/i18n";
import { isStaff } from "../base/session";
import { Skeleton } from "../ui/empty";
import { ownTexts } from "./own_texts";

const Desk = lazy(() => import("./desk").then((file) => ({ default: file.Desk })));
const OwnTickets = lazy(async () => {
  const [file] = await Promise.all([import("./own_tickets"), bringTexts(ownTexts)]);
  return { default: file.OwnTickets };
});

export function Tickets() {
  return (
    <Suspense fallback={<Skeleton lines={8} />}>{isStaff() ? <Desk /> : <OwnTickets />}</Suspense>
  );
}
