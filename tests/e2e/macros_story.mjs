// Macros: the usual ones with one press, one key to the list of them, a preview whose words can be
// changed, the palette, one's own, and many tickets at once.

import { equal, test } from "./report.mjs";

const subject = "Program do faktur się nie otwiera";
const details = "Prośba o szczegóły";

export async function macros(house) {
  const { owner, technician, client } = house;
  const { customer, person: requester } = house;
  const key = (name) => technician.page.keyboard.press(name);
  const item = (name) => technician.page.locator("[cmdk-item]", { hasText: name }).first();
  const row = (name) => technician.page.getByRole("row", { name });
  const open = async (ticket) => {
    await technician.go(`/tickets/${ticket}`);
    await technician.button("tickets.setStatus").waitFor();
  };
  const list = () => technician.openByKey(".");

  await test("a desk without macros is offered the usual ones", async () => {
    house.macroTicket = (await owner.ask("POST", "/tickets", { customer, subject, requester })).id;
    await open(house.macroTicket);
    await list();
    await technician.dialog().getByText(technician.t("tickets.macro.none")).waitFor();
    await key("Escape");
    await technician.dialogGone();
    await owner.go("/ticket-settings");
    await owner.press("tickets.macro.start");
    await owner.see("Asked for more details");
    await owner.see(owner.t("tickets.macro.unused"));
  }, [owner, technician]);

  await test("one key opens the list; the words are changed before they are sent", async () => {
    await open(house.macroTicket);
    await list();
    await technician.page.keyboard.type("szczegoly");
    await item(details).waitFor();
    await key("Enter");
    const reply = technician.field("reply");
    await reply.waitFor();
    const words = await reply.inputValue();
    equal(words.includes(subject), true, `the subject in: ${words}`);
    equal(words.includes("{"), false, `braces in: ${words}`);
    await technician.see(technician.t("tickets.macro.tells"));
    await reply.fill("Proszę o zdjęcie komunikatu.");
    await technician.field("status").fill("Zdjęcie komunikatu");
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Proszę o zdjęcie komunikatu.");
    await technician.see(technician.t("tickets.waiting.customer"));
    await technician.go(`/tickets/${house.macroTicket}?tab=history`);
    await technician.see(technician.t("tickets.history.macro_applied", { macro: details }));
    await client.go(`/tickets/${house.macroTicket}?tab=history`);
    await client.see("Proszę o zdjęcie komunikatu.");
    equal(await client.shows(details), false, "the macro's name at the customer's");
  }, [technician, client]);

  await test("one's own is written, stands in the palette, and leaves out what is unticked", async () => {
    await open(house.macroTicket);
    await list();
    await technician.press("tickets.macro.manage");
    await technician.press("tickets.macro.add");
    await technician.field("namePl").fill("Do magazynu");
    await technician.field("effects/replyPl").fill("Dzień dobry, {imię}");
    await technician.submit();
    await technician.complaintAt("effects/replyPl");
    await technician.field("effects/replyPl").fill("");
    await technician.page.getByText(technician.t("tickets.macro.ticket")).click();
    await technician.field("effects/impact").selectOption("high");
    await technician.field("effects/assign").selectOption("me");
    await technician.page.getByText(technician.t("tickets.macro.marks")).click();
    await technician.field("effects/addTags").fill("magazyn, druga zmiana");
    await technician.submit();
    await technician.see("+magazyn +druga zmiana");
    await key("Escape");
    await technician.dialogGone();
    await key("Control+k");
    await technician.dialog().waitFor();
    await technician.page.keyboard.type("magazynu");
    await item("Do magazynu").click();
    const tags = technician.t("tickets.macro.effect.tag", { what: "magazyn, druga zmiana" });
    await technician.page.getByLabel(tags).uncheck();
    await technician.submit();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.impact.high"));
    equal(await technician.shows("druga zmiana"), false, "the tag that was left out");
  }, [technician]);

  await test("what is refused says why, and the rest may be done without it", async () => {
    await technician.ask("POST", "/macros", {
      namePl: "Na drugą linię",
      effects: { queue: await secondLine(technician), dueInDays: 2 },
    });
    await open(house.macroTicket);
    await list();
    await technician.page.keyboard.type("druga linie");
    await key("Enter");
    await technician.see(technician.t("refusal.tickets.queue_not_of_tier"));
    await technician.see(technician.t("tickets.macro.refusedHint"));
    await technician.page.locator('[data-field="queue"] input').uncheck();
    await technician.submit();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.macro.done", { name: "Na drugą linię" }));
  }, [technician]);

  await test("many tickets at once say beforehand what cannot be undone", async () => {
    const names = ["Skaner A", "Skaner B"];
    for (const name of names) await owner.ask("POST", "/tickets", { customer, subject: name });
    await technician.go("/tickets");
    await row(names[1]).focus();
    await key("x");
    await row(names[0]).click({ modifiers: ["Shift"] });
    await technician.page.getByRole("toolbar").waitFor();
    await technician.press("tickets.bulk.macro");
    await technician.field("change/macro").selectOption({ label: details });
    await technician.submit();
    await technician.see(technician.t("tickets.bulkUndo.nothing"));
    await technician.press("tickets.bulkBack");
    await technician.field("change/macro").selectOption({ label: "Do magazynu" });
    await technician.submit();
    await technician.page.getByRole("button", { name: "Zmień 2 zgłoszenia" }).click();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.bulkDone", { changed: 2, refused: 0 }));
    await technician.button("tickets.undoBulk").click();
    await technician.see(technician.t("tickets.bulkUndone", { changed: 2, refused: 0 }));
  }, [technician]);

  await test("the settings say how often each was used, and show nobody's own", async () => {
    await owner.go("/ticket-settings");
    await owner.see(/^used once, last on /);
    equal(await owner.shows("Do magazynu"), false, "the technician's own macro");
    await owner.page.getByRole("button", { name: "Edit macro: Tomorrow morning" }).click();
    await owner.press("tickets.macro.delete");
    await owner.page
      .getByRole("dialog", { name: owner.t("tickets.macro.delete") })
      .getByRole("button", { name: owner.t("tickets.macro.delete") })
      .click();
    await owner.see(owner.t("tickets.macro.deleted", { name: "Tomorrow morning" }));
    await owner.dialogGone();
  }, [owner]);
}

async function secondLine(window) {
  const { tiers } = await window.ask("GET", "/structure");
  return tiers.find((tier) => tier.number === 2).queues[0].id;
}
