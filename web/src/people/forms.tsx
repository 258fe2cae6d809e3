// The forms of persons and customers, fetched when they are opened: whoever only reads a list or a
// page does not wait for them.

import { lazy, Suspense } from "react";
import { withPageTexts } from "../base/i18n";
import type { CustomerDialogProps } from "./customer_form";
import type { PersonDialogProps } from "./person_form";

const Customer = lazy(
  withPageTexts(() => import("./customer_form").then((file) => ({ default: file.CustomerDialog }))),
);
const Person = lazy(
  withPageTexts(() => import("./person_form").then((file) => ({ default: file.PersonDialog }))),
);

export const CustomerDialog = (props: CustomerDialogProps) => (
  <Suspense>
    <Customer {...props} />
  </Suspense>
);

export const PersonDialog = (props: PersonDialogProps) => (
  <Suspense>
    <Person {...props} />
  </Suspense>
);
