// Roles and rights in words.

import type { FormOfAddress, Role } from "../api/types";
import { type MessageId, say, t } from "../base/i18n";

export const roleText = (role: Role) => t(`people.role.${role}` as MessageId);
// A right that has no sentence yet is shown by its name rather than hidden.
export const rightText = (right: string) => say(`right.${right}`) ?? right;

export const formOfAddressText = (form: FormOfAddress) =>
  t(`people.formOfAddress.${form}` as MessageId);
