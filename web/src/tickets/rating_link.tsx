// Behind the link of a letter: /rating#token, so that the token reaches no server's log. Opening it
// decides nothing; only the button does. Nobody signs in.

import { useEffect, useState } from "react";
import { api } from "../api/client";
import type { Language, RatingAsked } from "../api/types";
import { speak, t } from "../base/i18n";
import { Problem, problemText } from "../base/problem";
import { Entrance } from "../people/entrance";
import { Skeleton } from "../ui/empty";
import { RatingForm } from "./rating";

export function RatingLink() {
  const [token] = useState(() => decodeURIComponent(location.hash.slice(1)));
  const [asked, setAsked] = useState<RatingAsked>();
  const [problem, setProblem] = useState<unknown>();
  const [thanked, setThanked] = useState(false);
  useEffect(() => {
    api.tickets.lookAtRating({ token }).then(setAsked, setProblem);
  }, [token]);
  const theirs = asked?.language as Language | undefined;
  useEffect(() => speak(theirs), [theirs]);
  if (problem) {
    const gone = problem instanceof Problem && problem.status === 404;
    return (
      <Entrance title={t("people.linkGone")}>
        <p role="alert">{gone ? t("tickets.rating.gone") : problemText(problem)}</p>
      </Entrance>
    );
  }
  if (!asked) {
    return (
      <Entrance title={t("ui.loading")}>
        <Skeleton />
      </Entrance>
    );
  }
  return (
    <Entrance
      title={thanked ? t("tickets.rating.thanks") : t("tickets.rating.own")}
      note={`${asked.companyName} · ${asked.number} · ${asked.subject}`}
    >
      {thanked && (
        <p role="status" className="mb-5">
          {t("tickets.rating.thanksText")}
        </p>
      )}
      <RatingForm
        score={asked.score}
        comment={asked.comment}
        send={(wish) => api.tickets.rateByLink({ token, ...wish })}
        done={(answer) => {
          setAsked(answer);
          setThanked(true);
        }}
      />
    </Entrance>
  );
}
