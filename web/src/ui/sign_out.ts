import { api } from "../api/client";
import { go } from "../base/go";
import { forgetSession } from "../base/session";
import { attempt } from "./toast";

export async function signOut(): Promise<void> {
  if (!(await attempt(() => api.people.signOut()))) return;
  forgetSession();
  go("/signin");
}
