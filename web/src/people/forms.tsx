// The forms of persons and customers, fetched when they are opened: whoever only reads a list or a
// page does not wait for them.

import { lazy, Suspense } from "react";
import type { Customer as CustomerCard, Person as PersonCard } from "../api/types";
import { withPageTexts } from "../base/i18n";
import type { CustomerDialogProps } from "./customer_form";
import type { MergeProps } from "./merge_dialog";
import type { PersonDialogProps } from "./person_form";

const Customer = lazy(
  withPageTexts(() => import("./customer_form").then((file) => ({ default: file.CustomerDialog }))),
);
const Person = lazy(
  withPageTexts(() => import("./person_form").then((file) => ({ default: file.PersonDialog }))),
);
const MergePerson = lazy(
  withPageTexts(() =>
    import("./merge_dialog").then((file) => ({ default: file.MergePersonDialog })),
  ),
);
const MergeCustomer = lazy(
  withPageTexts(() =>
    import("./merge_dialog").then((file) => ({ default: file.MergeCustomerDialog })),
  ),
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

export const MergePersonDialog = (props: MergeProps<PersonCard>) => (
  <Suspense>
    <MergePerson {...props} />
  </Suspense>
);

export const MergeCustomerDialog = (props: MergeProps<CustomerCard>) => (
  <Suspense>
    <MergeCustomer {...props} />
  </Suspense>
);
