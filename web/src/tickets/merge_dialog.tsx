// Merging a ticket into another one: what is joined is said before it is done.

import { api } from "../api/client";
import type { Ticket } from "../api/types";
import { t } from "../base/i18n";
import { useResource } from "../base/resource";
import { Combobox, type Found } from "../ui/combobox";
import { Actions } from "../ui/dialog";
import { When } from "../ui/empty";
import { Field } from "../ui/field";
import { useForm } from "../ui/form";
import { Lines } from "../ui/lines";
import { Refused } from "../ui/refused";
import { Dialog, type One } from "./dialog_frame";
import { findTargets, joinedLines, mergeInto } from "./merge_model";

export function MergeDialog({ ticket, onClose }: One) {
  const form = useForm({
    initial: { into: undefined as Found | undefined },
    check: (values) => ({ into: values.into ? undefined : "required" }),
    send: (values) => mergeInto(ticket, values.into?.id ?? 0),
    done: onClose,
  });
  const { into } = form.values;
  return (
    <Dialog title={t("tickets.merge")} ticket={ticket} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="min-h-80 space-y-4">
        <Refused problem={form.problem} />
        <p className="text-muted">{t("tickets.merge.what")}</p>
        <Field
          label={t("tickets.merge.target")}
          hint={t("tickets.merge.targetHint")}
          error={form.error("into")}
          required
        >
          <Combobox
            name="into"
            chosen={into}
            onChoose={(found) => form.set("into", found)}
            find={findTargets(ticket.id)}
          />
        </Field>
        {into && <Joined ticket={ticket} into={into.id} />}
        <Actions label={t("tickets.merge.do")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}

function Joined({ ticket, into }: { ticket: Ticket; into: number }) {
  const shown = useResource(`merge-preview/${ticket.id}/${into}`, () =>
    api.tickets.previewMerge({ ticket: ticket.id, into }),
  );
  return (
    <div role="status" className="rounded-xl border border-line px-4 py-3">
      <When shown={shown} lines={3}>
        {(preview) => (
          <>
            {preview.named && (
              <p className="mb-2">
                {t("tickets.merge.named", {
                  named: String(preview.named),
                  number: String(preview.target.number),
                })}
              </p>
            )}
            <p className="font-medium">
              {t("tickets.merge.joins", { number: String(preview.target.number) })}
            </p>
            <Lines lines={joinedLines(preview)} />
          </>
        )}
      </When>
    </div>
  );
}
