// "Are you sure?" as a promise. Only for what cannot be undone.

import { t } from "../base/i18n";
import { observable, useObservable } from "../base/observable";
import { Button } from "./button";
import { Dialog } from "./dialog";

interface Question {
  title: string;
  text: string;
  action: string;
  answer(yes: boolean): void;
}

const open = observable<Question | undefined>(undefined);

export function confirm(question: Omit<Question, "answer">): Promise<boolean> {
  return new Promise((resolve) => {
    open.set({
      ...question,
      answer(yes) {
        open.set(undefined);
        resolve(yes);
      },
    });
  });
}

export function Confirmations() {
  const question = useObservable(open);
  if (!question) return null;
  return (
    <Dialog open title={question.title} onClose={() => question.answer(false)}>
      <p>{question.text}</p>
      <div className="mt-5 flex gap-2.5">
        <Button look="danger" onClick={() => question.answer(true)}>
          {question.action}
        </Button>
        <Button look="quiet" onClick={() => question.answer(false)}>
          {t("ui.cancel")}
        </Button>
      </div>
    </Dialog>
  );
}
