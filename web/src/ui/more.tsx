// What the bar of a phone has no room for.

import { LogOut } from "lucide-react";
import { places } from "../base/feature";
import { t } from "../base/i18n";
import { nameOf, useSession } from "../base/session";
import { Dialog } from "./dialog";
import { PlaceLink } from "./place_link";
import { signOut } from "./sign_out";

export function More({ onClose }: { onClose(): void }) {
  const session = useSession();
  const rest = places().filter((place) => place.phone === "more");
  return (
    <Dialog open title={nameOf(session)} note={session.email} onClose={onClose}>
      <div className="flex flex-col gap-0.5">
        {rest.map((place) => (
          <PlaceLink key={place.to} place={place} onClick={onClose} />
        ))}
        <hr className="my-1 border-line" />
        <button
          type="button"
          onClick={() => {
            onClose();
            void signOut();
          }}
          className="flex min-h-9 items-center gap-2.5 rounded-lg px-2.5 text-sm hover:bg-hover"
        >
          <LogOut aria-hidden size={17} />
          {t("people.signOut")}
        </button>
      </div>
    </Dialog>
  );
}
