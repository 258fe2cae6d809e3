// What stands beside the work on a ticket, fetched as one: who talks, who works, what time is left.

import type { Ticket } from "../api/types";
import { Timed } from "./timed";
import { VoiceBanner, Workers } from "./workers";

export function Beside({ part, ticket }: { part: "voice" | "workers" | "timed"; ticket: Ticket }) {
  if (part === "voice") return <VoiceBanner ticket={ticket} />;
  if (part === "workers") return <Workers ticket={ticket} />;
  return <Timed ticket={ticket} />;
}
