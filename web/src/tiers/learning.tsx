// Who is to learn what, until when; a lead ends the tasks.

import { Check, GraduationCap, Plus, X } from "lucide-react";
import { useState } from "react";
import { api } from "../api/client";
import type { LearningState, LearningTask } from "../api/types";
import { type MessageId, t } from "../base/i18n";
import { usePages } from "../base/pages";
import { refresh } from "../base/resource";
import { may } from "../base/session";
import { date } from "../base/time";
import { findStaff } from "../people/finders";
import { Badge } from "../ui/badge";
import { Button, IconButton } from "../ui/button";
import { Combobox, type Found } from "../ui/combobox";
import { Actions, Dialog } from "../ui/dialog";
import { Empty, Failure, Skeleton } from "../ui/empty";
import { Choice, Field, Input, Select } from "../ui/field";
import { text, useForm } from "../ui/form";
import { Section } from "../ui/page";
import { Refused } from "../ui/refused";
import { attempt } from "../ui/toast";
import { type Catalogue, skillGroups, skillsKey, skillText, useCatalogue } from "./skill_model";

const states: LearningState[] = ["open", "done", "dropped"];

export function Learning() {
  const catalogue = useCatalogue();
  const [state, setState] = useState<LearningState>("open");
  const [adding, setAdding] = useState(false);
  const pages = usePages(`learning/${state}`, (cursor) =>
    api.tiers.listLearning({ state, cursor }),
  );
  const changed = () => {
    refresh(skillsKey);
    pages.again();
  };
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <Choice
          label={t("tiers.show")}
          value={state}
          options={states.map((one) => ({
            value: one,
            label: t(`tiers.learningState.${one}` as MessageId),
          }))}
          onChange={(one) => setState(one)}
        />
        {may("tiers.edit_skills") && (
          <Button icon={Plus} onClick={() => setAdding(true)}>
            {t("tiers.addLearning")}
          </Button>
        )}
      </div>
      {pages.error ? (
        <Failure problem={pages.error} again={pages.again} />
      ) : pages.rows.length === 0 && !pages.complete ? (
        <Skeleton lines={5} />
      ) : pages.rows.length === 0 ? (
        <Empty
          icon={GraduationCap}
          title={t("tiers.noLearning")}
          text={t("tiers.noLearningText")}
        />
      ) : (
        <Section flush>
          <ul className="divide-y divide-line/60">
            {pages.rows.map((task) => (
              <Row key={task.id} task={task} catalogue={catalogue} changed={changed} />
            ))}
          </ul>
          {!pages.complete && (
            <div className="border-t border-line p-3">
              <Button onClick={pages.more} busy={pages.loading}>
                {t("tiers.more")}
              </Button>
            </div>
          )}
        </Section>
      )}
      {adding && (
        <AddLearning catalogue={catalogue} onClose={() => setAdding(false)} onAdded={changed} />
      )}
    </div>
  );
}

interface RowProps {
  task: LearningTask;
  catalogue: Catalogue;
  changed(): void;
}

function Row({ task, catalogue, changed }: RowProps) {
  const skill = skillText(catalogue, task.skill);
  const end = async (state: LearningState) => {
    const done = await attempt(() =>
      api.tiers.editLearning({ learning: task.id, state }, { version: task.version }),
    );
    if (done) changed();
  };
  return (
    <li className="flex items-center gap-3 px-4 py-2.5">
      <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
        <span className="min-w-0 flex-1 basis-40">
          <span className="block font-medium">{skill}</span>
          <span className="block text-xs text-muted">{task.personName}</span>
        </span>
        <Badge tone={task.overdue ? "danger" : task.state === "open" ? "info" : "plain"}>
          {t(task.overdue ? "tiers.overdueSince" : "tiers.learnBy", { day: date(task.dueOn) })}
        </Badge>
      </div>
      {task.state === "open" && may("tiers.edit_skills") && (
        <span className="flex shrink-0">
          <IconButton
            icon={Check}
            label={t("tiers.markLearnt", { skill, name: task.personName })}
            onClick={() => void end("done")}
          />
          <IconButton
            icon={X}
            label={t("tiers.drop", { skill, name: task.personName })}
            onClick={() => void end("dropped")}
          />
        </span>
      )}
    </li>
  );
}

interface AddProps {
  catalogue: Catalogue;
  onClose(): void;
  onAdded(): void;
}

function AddLearning({ catalogue, onClose, onAdded }: AddProps) {
  const form = useForm({
    initial: { skill: "", person: undefined as Found | undefined, dueOn: "" },
    check: (values) => ({
      skill: values.skill ? undefined : "required",
      person: values.person ? undefined : "required",
      dueOn: values.dueOn ? undefined : "required",
    }),
    send: (values) =>
      api.tiers.addLearning({
        skill: Number(values.skill),
        person: values.person?.id ?? 0,
        dueOn: values.dueOn,
      }),
    done: () => {
      onAdded();
      onClose();
    },
  });
  return (
    <Dialog open title={t("tiers.addLearning")} onClose={onClose}>
      <form noValidate onSubmit={form.submit} className="space-y-4">
        <Refused problem={form.problem} />
        <Field label={t("tiers.skill")} error={form.error("skill")} required>
          <Select
            {...text(form, "skill")}
            empty={t("tiers.choose")}
            groups={skillGroups(catalogue.skills)}
          />
        </Field>
        <Field label={t("tiers.person")} error={form.error("person")} required>
          <Combobox
            name="person"
            chosen={form.values.person}
            onChoose={(person) => form.set("person", person)}
            find={findStaff}
          />
        </Field>
        <Field label={t("tiers.dueOn")} error={form.error("dueOn")} required>
          <Input {...text(form, "dueOn")} type="date" />
        </Field>
        <Actions label={t("ui.save")} busy={form.busy} onCancel={onClose} />
      </form>
    </Dialog>
  );
}
