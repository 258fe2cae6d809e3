// The dialog of a question that `confirm` asks.

import { t } from "../base/i18n";
import { Button } from "./button";
import type { Question } from "./confirm";
import { Dialog } from "./dialog";

export function Confirmation({ question }: { question: Question }) {
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
