// What the requester thought of the help: the form, in the portal and behind the letter's link, and
// what our staff see of it beside the ticket.

import { api } from "../api/client";
import type { RatingOfTicket, Ticket, TicketRating } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { put, useResource } from "../base/resource";
import { moment } from "../base/time";
import { Badge, type Tone } from "../ui/badge";
import { Actions } from "../ui/dialog";
import { Choice, Field, Textarea } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { ratingKey } from "./reading";

const scores = ["5", "4", "3", "2", "1"] as const;
export const scoreText = (score: number | string) =>
  t(`tickets.rating.score.${score}` as MessageId);
const toneOf = (score: number): Tone => (score >= 4 ? "good" : score <= 2 ? "danger" : "warn");

export function ScoreBadge({ score }: { score: number }) {
  return (
    <Badge tone={toneOf(score)}>
      {score}/5 · {scoreText(score)}
    </Badge>
  );
}

interface RatingFormProps<Answer> {
  score?: number | null;
  comment?: string | null;
  send(wish: { score: number; comment?: string }): Promise<Answer>;
  done(answer: Answer): void;
}

export function RatingForm<Answer>({ score, comment, send, done }: RatingFormProps<Answer>) {
  const form = useForm({
    initial: { score: score ? String(score) : "", comment: comment ?? "" },
    check: (values) => ({ score: values.score ? undefined : "required" }),
    send: (values) =>
      send({
        score: Number(values.score),
        ...(values.comment.trim() && { comment: values.comment.trim() }),
      }),
    done,
  });
  const error = form.error("score");
  return (
    <form noValidate onSubmit={form.submit} className="space-y-4">
      <Refused problem={form.problem} />
      <div data-field="score">
        <Choice
          label={t("tickets.rating.question")}
          value={form.values.score}
          options={scores.map((one) => ({ value: one, label: `${one} · ${scoreText(one)}` }))}
          onChange={(value) => form.set("score", value)}
        />
        {error && <p className="mt-1 text-xs text-danger-text">{error}</p>}
      </div>
      <Field label={t("tickets.rating.comment")} error={form.error("comment")} optional>
        <Textarea {...text(form, "comment")} rows={3} maxLength={2000} />
      </Field>
      <Actions label={t("tickets.rating.send")} busy={form.busy} />
    </form>
  );
}

function useRating(ticket: Ticket) {
  const load = () => api.tickets.readRating({ ticket: ticket.id });
  return useResource<RatingOfTicket>(ratingKey(ticket.id), load).value;
}

// For the requester, once their ticket is resolved.
export function OwnRating({ ticket }: { ticket: Ticket }) {
  const known = useRating(ticket);
  if (!known?.mayRate && !known?.rating) return null;
  return (
    <Section title={t("tickets.rating.own")} className="mt-6">
      {known.rating && <Given rating={known.rating} />}
      {known.mayRate && (
        <RatingForm
          key={known.rating?.ratedAt}
          score={known.rating?.score}
          comment={known.rating?.comment}
          send={(wish) => api.tickets.rateTicket({ ticket: ticket.id, ...wish })}
          done={(answer) => put(ratingKey(ticket.id), answer)}
        />
      )}
    </Section>
  );
}

export function RatingPanel({ ticket }: { ticket: Ticket }) {
  const known = useRating(ticket);
  if (!known?.rating) return null;
  return (
    <Section title={t("tickets.rating.title")}>
      <Given rating={known.rating} />
    </Section>
  );
}

function Given({ rating }: { rating: TicketRating }) {
  return (
    <div className="mb-3 space-y-1.5 last:mb-0">
      <ScoreBadge score={rating.score} />
      {rating.comment && (
        <p className="whitespace-pre-wrap [overflow-wrap:anywhere]">{rating.comment}</p>
      )}
      <p className="text-xs text-muted">
        {rating.personName} · {moment(rating.ratedAt)}
      </p>
    </div>
  );
}
