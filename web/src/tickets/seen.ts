// Up to which message somebody who writes has read: as far as the talk went when they began. What
// comes meanwhile is announced to them, and their answer is not sent past it.

import { useEffect, useState } from "react";

// `newest`: undefined while the talk is not there yet.
export function useSeen(newest: number | undefined, writing: boolean) {
  const [seen, see] = useState<number>();
  useEffect(() => {
    if (newest !== undefined && (seen === undefined || !writing)) see(newest);
  }, [newest, seen, writing]);
  return [seen, see] as const;
}
