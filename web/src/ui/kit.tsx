// /_ui: every part of the kit on one page, for eyes and for axe. It carries no words of its own.

import { Building2, Copy, Lock, Pencil, Plus, Trash2 } from "lucide-react";
import { useState } from "react";
import type { TicketStatus } from "../api/types";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { type Theme, theme } from "../base/preferences";
import { Avatar, Badge, type Tone } from "./badge";
import { Button, IconButton, Keys, type Look } from "./button";
import { Combobox, type Found } from "./combobox";
import { Dialog } from "./dialog";
import { Empty, Skeleton } from "./empty";
import { Checkbox, Choice, Field, Input, Select, Textarea } from "./field";
import { Grid } from "./grid";
import { Menu } from "./menu";
import { Facts, Page, Section } from "./page";
import { Tabs } from "./tabs";
import { Toasts, tell } from "./toast";

const looks: Look[] = ["main", "plain", "quiet", "danger", "note"];
const tones: Tone[] = ["plain", "accent", "good", "warn", "danger", "info"];
const names = ["Anna Nowak", "Łukasz Żółć", "Magda Ćwik", "Jan Kowalski", "Ewa Świder"];
const states: TicketStatus[] = ["new", "open", "waiting", "resolved", "closed"];

interface Row {
  id: number;
  name: string;
}

const rows: Row[] = Array.from({ length: 10_000 }, (_, at) => ({
  id: at + 1,
  name: `${names[at % names.length]} ${at + 1}`,
}));

export function Kit() {
  return (
    <div className="flex min-h-dvh">
      <main className="flex min-w-0 flex-1">
        <Page title={t("ui.kit")}>
          <div className="grid items-start gap-4 lg:grid-cols-2">
            <Buttons />
            <Marks />
            <Fields />
            <Containers />
            <Section title="Grid" flush className="h-96 overflow-hidden lg:col-span-2">
              <div className="flex h-84 flex-col">
                <Grid
                  label="Grid"
                  rows={rows}
                  idOf={(row) => row.id}
                  complete
                  resetKey=""
                  href={(row) => `#${row.id}`}
                  open={(row) => tell(row.name)}
                  columns={[
                    { id: "id", title: "Id", width: "5rem", cell: (row) => row.id },
                    { id: "name", title: t("people.name"), width: "1fr", cell: (row) => row.name },
                  ]}
                  phone={(row) => row.name}
                />
              </div>
            </Section>
          </div>
        </Page>
      </main>
      <Toasts />
    </div>
  );
}

function Buttons() {
  const [open, setOpen] = useState(false);
  const shown = useObservable(theme);
  return (
    <Section title="Buttons">
      <div className="flex flex-wrap gap-2">
        {looks.map((look) => (
          <Button key={look} look={look} icon={look === "note" ? Lock : Plus}>
            {look}
          </Button>
        ))}
        <Button disabled>disabled</Button>
        <Button busy>busy</Button>
        <Button size="small" icon={Copy}>
          small
        </Button>
        <IconButton icon={Pencil} label={t("ui.edit")} />
        <Keys keys="mod+k" />
        <Keys keys="g t" />
      </div>
      <div className="mt-4 flex flex-wrap gap-2">
        <Menu
          trigger={<Button>Menu</Button>}
          label="Label"
          items={[
            { label: t("ui.edit"), icon: Pencil, run: () => tell(t("ui.edit")) },
            { label: t("ui.copy"), icon: Copy, why: t("ui.keyOff"), run: () => undefined },
            "line",
            { label: t("ui.remove"), icon: Trash2, danger: true, run: () => tell(t("ui.remove")) },
          ]}
        />
        <Button onClick={() => setOpen(true)}>Dialog</Button>
        <Button onClick={() => tell(t("ui.save"))}>Toast</Button>
        <Dialog open={open} title="Dialog" note="Note" onClose={() => setOpen(false)}>
          <Field label="Field">
            <Input />
          </Field>
        </Dialog>
      </div>
      <div className="mt-4">
        <Choice<Theme>
          label="Theme"
          value={shown}
          onChange={(next) => theme.set(next)}
          options={[
            { value: "system", label: "system" },
            { value: "light", label: "light" },
            { value: "dark", label: "dark" },
          ]}
        />
      </div>
    </Section>
  );
}

function Marks() {
  return (
    <Section title="Badges">
      <div className="flex flex-wrap gap-2">
        {tones.map((tone) => (
          <Badge key={tone} tone={tone}>
            {tone}
          </Badge>
        ))}
        {names.map((name) => (
          <Avatar key={name} name={name} />
        ))}
      </div>
      <div className="private mt-4 rounded-xl px-4 py-3">{t("tickets.noteLabel")}</div>
      <div className="mt-4">
        <Facts
          facts={[
            { name: "NIP", value: "525-000-00-09" },
            { name: t("people.hours"), value: "08:00–16:00" },
          ]}
        />
      </div>
    </Section>
  );
}

function Fields() {
  const [chosen, setChosen] = useState<Found>();
  return (
    <Section title="Fields">
      <div className="space-y-4">
        <Field label="Input" hint="Hint">
          <Input placeholder="Placeholder" />
        </Field>
        <Field label="Input" error={t("refusal.required")}>
          <Input />
        </Field>
        <Field label="Textarea" optional>
          <Textarea rows={2} />
        </Field>
        <Field label="Select">
          <Select options={states.map((state) => ({ value: state, label: state }))} />
        </Field>
        <Field label="Combobox">
          <Combobox
            name="combobox"
            chosen={chosen}
            onChoose={setChosen}
            find={async (text) =>
              names
                .map((name, id) => ({ id, label: name }))
                .filter((one) => one.label.toLowerCase().includes(text.toLowerCase()))
            }
          />
        </Field>
        <Checkbox label="Checkbox" hint="Hint" />
      </div>
    </Section>
  );
}

function Containers() {
  const [tab, setTab] = useState("one");
  return (
    <Section title="Tabs">
      <Tabs
        label="Tabs"
        open={tab}
        onOpen={setTab}
        tabs={[
          { id: "one", title: "Empty", body: <Empty icon={Building2} title="Empty" text="Text" /> },
          { id: "two", title: "Skeleton", count: 3, body: <Skeleton /> },
        ]}
      />
    </Section>
  );
}
