// Says honestly when what stands on the screen may be old: no connection since then; a new version.

import { CloudOff, RefreshCw } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { feed } from "../base/feed";
import { t } from "../base/i18n";
import { useObservable } from "../base/observable";
import { clock } from "../base/time";
import { Button } from "./button";
import { tell } from "./toast";

const patience = 1_000; // Milliseconds: a server that is restarted by somebody quick is no news.

export function ConnectionNews() {
  const link = useObservable(feed.link);
  const outdated = useObservable(feed.outdated);
  const [told, setTold] = useState<number>();
  const lost = link.state === "lost";
  const wasTold = useRef(false);

  useEffect(() => {
    if (lost) {
      const timer = setTimeout(() => setTold(link.since), patience - (Date.now() - link.since));
      return () => clearTimeout(timer);
    }
    setTold(undefined);
  }, [lost, link.since]);

  useEffect(() => {
    if (told !== undefined) wasTold.current = true;
    else if (wasTold.current && link.state === "live") {
      wasTold.current = false;
      tell(t("ui.online"));
    }
  }, [told, link.state]);

  return (
    <div aria-live="polite" className="sticky top-0 z-20 shrink-0">
      {told !== undefined && (
        <p className="flex items-center gap-2.5 border-b border-line bg-warn-soft px-4 py-2 text-warn-text md:px-7">
          <CloudOff aria-hidden size={17} className="shrink-0" />
          {t("ui.offline", { clock: clock(new Date(told)) })}
        </p>
      )}
      {outdated && (
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-info-soft px-4 py-1.5 text-info-text md:px-7">
          {t("ui.outdated")}
          <Button size="small" icon={RefreshCw} onClick={() => location.reload()}>
            {t("ui.outdatedReload")}
          </Button>
        </p>
      )}
    </div>
  );
}
