// What to know before picking up the phone, in one word each.

import type { Mark, PersonRef } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { nameOf } from "../base/session";
import { Badge, type Tone } from "../ui/badge";

export const allMarks: Mark[] = ["vip", "overdue", "leaving"];
const tones: Record<Mark, Tone> = { vip: "accent", overdue: "warn", leaving: "danger" };

export const markText = (mark: Mark) => t(`people.mark.${mark}` as MessageId);

export function Marks({ marks }: { marks: Mark[] | null | undefined }) {
  return (marks ?? []).map((mark) => (
    <Badge key={mark} tone={tones[mark]}>
      {markText(mark)}
    </Badge>
  ));
}

export const refName = (ref: PersonRef | null | undefined) => (ref ? nameOf(ref) : "");
