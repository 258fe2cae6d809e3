// Nightly backups: one that fails is told, one that works is not.

import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { outage } from "./browser.mjs";
import { equal, picture, test } from "./report.mjs";

const changeDatabase = (folder, statement) =>
  execFileSync("python3", [
    "-c",
    "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute(sys.argv[2]); c.commit()",
    join(folder, "ogniwo.db"),
    statement,
  ]);

// The server comes back into a world that is prepared for it.
async function meanwhile(desk, change) {
  outage.isOn = true;
  await desk.rest();
  change();
  await desk.resume();
  outage.isOn = false;
}

export async function backups(house) {
  const { desk, owner, technician } = house;
  const place = join(desk.folder, "backups");
  const notice = (window) => window.page.getByText(window.t("backups.noneMade"));

  await test("a backup that failed is told on every page, to who looks after the server", async () => {
    await meanwhile(desk, () => {
      changeDatabase(desk.folder, "UPDATE installation SET created_at = 1");
      writeFileSync(place, "this is no folder");
    });
    await desk.logged("backup failed");
    await owner.go("/tickets");
    await notice(owner).waitFor();
    await picture(owner.page, "a-failed-backup");
    await owner.page.getByRole("link", { name: owner.t("backups.show") }).click();
    await owner.see(owner.t("backups.state.failed"));
    await technician.go("/tickets");
    await technician.page.locator("h1").first().waitFor();
    equal(await notice(technician).count(), 0, "notices for a technician");
  }, [owner, technician]);

  await test("the next one that works takes the notice away", async () => {
    await meanwhile(desk, () => {
      changeDatabase(desk.folder, "UPDATE backup_run SET ended_at = 1");
      rmSync(place);
    });
    await owner.go("/backups");
    await owner.see(owner.t("backups.state.made"));
    equal(await notice(owner).count(), 0, "notices");
  }, [owner]);
}
