// "Are you sure?" as a promise. Only for what cannot be undone.

import { observable } from "../base/observable";

export interface Question {
  title: string;
  text: string;
  action: string;
  answer(yes: boolean): void;
}

// What is being asked now; the shell shows it.
export const question = observable<Question | undefined>(undefined);

export function confirm(asked: Omit<Question, "answer">): Promise<boolean> {
  return new Promise((resolve) => {
    question.set({
      ...asked,
      answer(yes) {
        question.set(undefined);
        resolve(yes);
      },
    });
  });
}
