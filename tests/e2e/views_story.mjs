// Saved views with their counts; many tickets changed at once, after a preview, and back again.

import { equal, test } from "./report.mjs";

const names = ["Drukarka A", "Drukarka B", "Drukarka C"];

export async function views(house) {
  const { owner, technician } = house;
  const row = (window, name) => window.page.getByRole("row", { name });

  await test("views stand beside the list, each with what its reader finds there", async () => {
    for (const subject of names) {
      await owner.ask("POST", "/tickets", { customer: house.customer, subject });
    }
    await technician.go("/tickets");
    const panel = technician.page.getByRole("navigation", { name: technician.t("tickets.views") });
    await panel.getByRole("button", { name: /^Wszystkie otwarte \d+$/ }).click();
    await technician.at(/saved=\d+/);
    await technician.page.getByRole("heading", { name: "Wszystkie otwarte" }).waitFor();
    await row(technician, names[0]).waitFor();
  }, [technician]);

  await test("a filter is saved as a view; a mistake in it is told by its place", async () => {
    await technician.go("/tickets?view=unassigned");
    await technician.press("tickets.saveView");
    await technician.field("namePl").fill("Drukarki bez technika");
    const condition = technician.field("condition");
    equal(await condition.inputValue(), "open and assignee is empty", "the condition");
    await condition.fill("open and asignee is empty");
    await technician.submit();
    await technician.complaintAt("condition");
    await technician.see(new RegExp(technician.t("tickets.conditionPlace", { line: 1, column: 10 })));
    await condition.fill("open and assignee is empty and subject contains drukarka");
    await technician.submit();
    await technician.dialogGone();
    await technician.page.getByRole("heading", { name: "Drukarki bez technika" }).waitFor();
    await technician.page.getByRole("button", { name: /^Drukarki bez technika \d+$/ }).waitFor();
    house.ownView = Number(new URL(technician.page.url()).searchParams.get("saved"));
  }, [technician]);

  await test("marked tickets are tried first, then changed, and back with one button", async () => {
    await row(technician, names[2]).focus();
    await technician.page.keyboard.press("x");
    await row(technician, names[0]).click({ modifiers: ["Shift"] });
    await technician.page.getByRole("toolbar").waitFor();
    equal(await technician.page.locator('[aria-selected="true"]').count(), 3, "marked rows");
    await technician.press("tickets.bulk.weigh");
    await technician.field("change/impact").selectOption("high");
    await technician.submit();
    await technician.see(
      technician.t("tickets.bulkPreview", { changed: 3, unchanged: 0, refused: 0 }),
    );
    await technician.page
      .getByRole("button", { name: "Zmień 3 zgłoszenia" })
      .click();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.bulkDone", { changed: 3, refused: 0 }));
    await technician.page
      .getByRole("button", { name: technician.t("tickets.undoBulk"), exact: true })
      .click();
    await technician.see(technician.t("tickets.bulkUndone", { changed: 3, refused: 0 }));
    await technician.page.getByRole("button", { name: technician.t("tickets.lastBulks") }).click();
    await technician.dialog().getByText(technician.t("tickets.wasUndone")).waitFor();
    await technician.page.keyboard.press("Escape");
    await technician.dialogGone();
  }, [technician]);

  await test("somebody else's own view is not there, and may not be opened", async () => {
    await owner.go("/tickets");
    const panel = owner.page.getByRole("navigation", { name: owner.t("tickets.views") });
    await panel.getByRole("button", { name: /^All open/ }).waitFor();
    equal(await panel.getByText("Drukarki bez technika").count(), 0, "views of another person");
    await owner.go(`/tickets?saved=${house.ownView}`);
    await owner.see(owner.t("ui.failed"));
  }, [owner]);
}
