// Files as they are seen: in a message, and in the box of one that is being written.

import { FileText, Paperclip, RotateCcw, X } from "lucide-react";
import { type DragEvent, type ReactNode, useRef, useState } from "react";
import type { Attachment } from "../api/types";
import { locale, t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { problemText } from "../base/problem";
import { bytesText } from "../base/text";
import { Button, IconButton } from "../ui/button";
import { cx } from "../ui/classes";
import type { Kind } from "./model";
import {
  addFiles,
  fileAddress,
  isPicture,
  removeFile,
  tryAgain,
  type Upload,
  uploadsOf,
} from "./uploads";

interface AttachmentsProps {
  files: Attachment[];
  address?: typeof fileAddress; // Where their bytes are, for whoever is not signed in.
}

export function Attachments({ files, address = fileAddress }: AttachmentsProps) {
  if (files.length === 0) return null;
  return (
    <ul className="mt-3 flex flex-wrap gap-2" aria-label={t("tickets.files")}>
      {files.map((file) => (
        <li key={file.id} className="max-w-full">
          <a
            href={address(file)}
            download={file.name}
            className="flex max-w-full flex-col overflow-hidden rounded-lg border border-line bg-surface text-ink hover:border-edge"
          >
            {isPicture(file) && (
              <img
                src={address(file, true)}
                alt=""
                loading="lazy"
                className="max-h-44 max-w-full self-start object-contain"
              />
            )}
            <span className="flex min-h-9 items-center gap-2 px-2.5 py-1.5">
              <FileText aria-hidden size={16} className="shrink-0 text-muted" />
              <span className="min-w-0 [overflow-wrap:anywhere]">{file.name}</span>
              <span className="text-xs whitespace-nowrap text-muted">
                {bytesText(file.bytes, locale())}
              </span>
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}

interface BoxProps {
  ticket: number;
  kind: Kind;
}

export function FileBox({ ticket, kind }: BoxProps) {
  const uploads = useObservable(uploadsOf(ticket, kind));
  if (uploads.length === 0) return null;
  return (
    <ul className="mt-2 space-y-1.5" aria-label={t("tickets.files")}>
      {uploads.map((one) => (
        <OneUpload
          key={one.key}
          upload={one}
          again={() => tryAgain(ticket, kind, one)}
          remove={() => removeFile(ticket, kind, one.key)}
        />
      ))}
    </ul>
  );
}

interface UploadProps {
  upload: Upload;
  again(): void;
  remove(): void;
}

function OneUpload({ upload, again, remove }: UploadProps) {
  const failed = upload.state === "failed";
  return (
    <li
      className={cx(
        "flex items-center gap-2 rounded-lg border bg-surface py-0.5 pr-1 pl-2.5 text-ink",
        failed ? "border-danger-text" : "border-line",
      )}
    >
      <FileText aria-hidden size={16} className="shrink-0 text-muted" />
      <span className="min-w-0 flex-1 py-1">
        <span className="block truncate">{upload.name}</span>
        {failed && (
          <span role="alert" className="block text-xs text-danger-text">
            {t("tickets.fileFailed")} {problemText(upload.problem)}
          </span>
        )}
      </span>
      {upload.state === "sending" ? (
        <progress
          aria-label={t("tickets.sendingFile", { name: upload.name })}
          value={upload.share}
          max={1}
          className="h-1.5 w-24 accent-accent"
        />
      ) : (
        <span className="text-xs whitespace-nowrap text-muted">
          {bytesText(upload.bytes, locale())}
        </span>
      )}
      {failed && upload.file && (
        <Button size="small" icon={RotateCcw} onClick={again}>
          {t("ui.tryAgain")}
        </Button>
      )}
      <IconButton
        icon={X}
        label={t("tickets.removeFile", { name: upload.name })}
        onClick={remove}
        className="!size-8"
      />
    </li>
  );
}

// For the command: the button of the page that is open.
export const pickFiles = () =>
  document.querySelector<HTMLInputElement>('input[data-pick="files"]')?.click();

export function PickFiles({ onPick, label }: { onPick(files: File[]): void; label?: string }) {
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-pick="files"
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          event.target.value = ""; // The same file may be chosen once more.
        }}
      />
      <Button look="quiet" icon={Paperclip} onClick={() => input.current?.click()}>
        {label ?? t("tickets.attach")}
      </Button>
    </>
  );
}

interface DropProps {
  onDrop(files: File[]): void;
  className?: string;
  children: ReactNode;
}

// A place where files may be let go.
export function DropZone({ onDrop, className, children }: DropProps) {
  const [over, setOver] = useState(false);
  const carriesFiles = (event: DragEvent) => event.dataTransfer.types.includes("Files");
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the button beside it does the same.
    <div
      className={cx(className, over && "outline-2 outline-offset-2 outline-accent outline-dashed")}
      onDragOver={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        if (!carriesFiles(event)) return;
        event.preventDefault();
        setOver(false);
        onDrop([...event.dataTransfer.files]);
      }}
    >
      {children}
    </div>
  );
}

export const add = (ticket: number, kind: Kind) => (files: File[]) => addFiles(ticket, kind, files);
