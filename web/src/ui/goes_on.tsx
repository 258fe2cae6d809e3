// That something goes on elsewhere, with the way there and the way back.

import { ArrowRight, Merge, Undo2 } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";

interface Way {
  label: string;
  run(): void;
}

interface GoesOnProps {
  title: string;
  more?: string; // About the other one, behind the title.
  there: Way;
  undo?: Way;
  children?: ReactNode;
}

export function GoesOn({ title, more, there, undo, children }: GoesOnProps) {
  return (
    <section
      aria-label={title}
      className="mb-4 flex flex-wrap items-center gap-3 rounded-xl bg-info-soft px-4 py-3 text-info-text"
    >
      <Merge aria-hidden size={18} className="shrink-0" />
      <p className="min-w-0 flex-1 basis-64">
        <span className="block font-semibold">{[title, more].filter(Boolean).join(" · ")}</span>
        {children}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button look="main" icon={ArrowRight} onClick={there.run}>
          {there.label}
        </Button>
        {undo && (
          <Button icon={Undo2} onClick={undo.run}>
            {undo.label}
          </Button>
        )}
      </div>
    </section>
  );
}
