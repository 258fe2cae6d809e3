// Files chosen with a form, and sent with it: nothing lies at the server before.

import { FileText, X } from "lucide-react";
import { locale, t } from "../base/i18n";
import { bytesText } from "../base/text";
import { IconButton } from "../ui/button";
import { DropZone, PickFiles } from "./files";
import { mostBytes, type Step } from "./uploads";

interface ChosenFilesProps {
  files: File[];
  onChange(files: File[]): void;
  step?: Step;
}

export function ChosenFiles({ files, onChange, step }: ChosenFilesProps) {
  const more = (added: File[]) => onChange([...files, ...added]);
  return (
    <DropZone onDrop={more} className="rounded-lg">
      <ul className="space-y-1.5" aria-label={t("tickets.files")}>
        {files.map((file, at) => (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: the same file may be chosen twice.
            key={`${file.name} ${at}`}
            className="flex items-center gap-2 rounded-lg border border-line py-0.5 pr-1 pl-2.5"
          >
            <FileText aria-hidden size={16} className="shrink-0 text-muted" />
            <span className="min-w-0 flex-1 truncate">{file.name}</span>
            <span
              className={
                file.size > mostBytes
                  ? "text-xs font-medium text-danger-text"
                  : "text-xs text-muted"
              }
            >
              {file.size > mostBytes
                ? t("refusal.tickets.attachment_too_large")
                : bytesText(file.size, locale())}
            </span>
            <IconButton
              icon={X}
              label={t("tickets.removeFile", { name: file.name })}
              className="!size-8"
              onClick={() => onChange(files.filter((_, other) => other !== at))}
            />
          </li>
        ))}
      </ul>
      <div className={files.length > 0 ? "mt-1.5 -ml-3.5" : "-ml-3.5"}>
        <PickFiles onPick={more} />
      </div>
      {step && (
        <p role="status" className="mt-1 flex items-center gap-3 text-xs text-muted">
          {t("tickets.sendingStep", { file: step.file, files: step.files })}
          <progress
            aria-label={t("tickets.sending")}
            value={step.file - 1 + step.share}
            max={step.files}
            className="h-1.5 w-32 accent-accent"
          />
        </p>
      )}
    </DropZone>
  );
}
