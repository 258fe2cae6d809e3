// Statuses of the company's own: begun with one press, chosen on a ticket by key and by palette,
// limited to leads, read by the customer in words of their own.

import { equal, test } from "./report.mjs";

const subject = "Raport nie zgadza się z fakturami";

export async function states(house) {
  const { owner, technician, client } = house;
  const button = (window, name) => window.dialog().getByRole("button", { name });

  await test("a company without statuses of its own has them folded away, and begins with one press", async () => {
    await owner.go("/ticket-settings");
    await owner.page.getByText(owner.t("tickets.state.advanced")).click();
    await owner.press("tickets.state.desk.software_house");
    await owner.see("In analysis");
    await owner.see("To be tested");
    equal(await owner.shows(owner.t("tickets.state.advanced")), false, "still folded away");
    await owner.press("tickets.state.add");
    await owner.field("status").selectOption("resolved");
    await owner.field("namePl").fill("Do odbioru");
    await owner.field("nameEn").fill("To be accepted");
    await owner.field("shownPl").fill("Prosimy o sprawdzenie");
    await owner.submit();
    await owner.complaintAt("shownEn");
    await owner.field("shownEn").fill("Please check");
    await owner.submit();
    await owner.dialogGone();
    await owner.see("To be accepted");
  }, [owner]);

  await test("the status key offers them by group, and the customer reads their own words", async () => {
    const { customer, person: requester } = house;
    house.stated = (await owner.ask("POST", "/tickets", { customer, subject, requester })).id;
    await technician.go(`/tickets/${house.stated}`);
    await technician.button("tickets.setStatus").waitFor();
    await technician.page.keyboard.press("s");
    await button(technician, "W realizacji").click();
    await technician.dialogGone();
    await technician.see("W realizacji");
    await client.go(`/tickets/${house.stated}`);
    await client.see("Pracujemy nad zmianą");
    equal(await client.shows("W realizacji"), false, "our own word");
  }, [technician, client]);

  await test("each is a command, and the list can be narrowed to one", async () => {
    await technician.page.keyboard.press("Control+k");
    await technician.dialog().waitFor();
    await technician.page.keyboard.type("do testow");
    await technician.page.locator("[cmdk-item]", { hasText: "Do testów" }).first().click();
    await technician.dialogGone();
    await technician.see("Do testów");
    await technician.go("/tickets");
    await technician.page
      .getByLabel(technician.t("tickets.statusTitle"), { exact: true })
      .first()
      .selectOption({ label: "– Do testów" });
    await technician.at(/state=/);
    await technician.page.getByRole("row", { name: subject }).waitFor();
  }, [technician]);

  await test("the table says who may take a step, and tells first what it would strand", async () => {
    await owner.go("/ticket-settings");
    await owner.press("tickets.ways");
    const cell = (to, who) =>
      button(
        owner,
        `${owner.t("tickets.ways.cell", { from: "To be tested", to })}: ${owner.t(`tickets.way.${who}`)}`,
      );
    await cell("Resolved", "everybody").click();
    await cell("Resolved", "lead").waitFor();
    for (const to of ["Open", "In analysis", "In development", "Waiting", "To be accepted"]) {
      await cell(to, "everybody").click();
      await cell(to, "lead").click();
      await cell(to, "configurer").click();
      await cell(to, "nobody").waitFor();
    }
    await cell("Resolved", "lead").click();
    await cell("Resolved", "configurer").click();
    await owner.submit();
    await owner.see(owner.t("tickets.state.stranded"));
    await cell("In development", "nobody").click();
    await cell("Resolved", "nobody").click();
    await cell("Resolved", "everybody").click();
    await owner.submit();
    await owner.dialogGone();
    await technician.go(`/tickets/${house.stated}`);
    await technician.button("tickets.setStatus").waitFor();
    await technician.page.keyboard.press("s");
    await button(technician, "W realizacji").waitFor();
    equal(await button(technician, "W analizie").count(), 0, "a step that nobody may take");
    await technician.page.keyboard.press("Escape");
    await technician.dialogGone();
    // It is for leads.
    await technician.page.keyboard.press("x");
    await technician.field("text").fill("Poprawiono zestawienie.");
    await technician.submit();
    await technician.see("Ten krok może wykonać tylko dyspozytor");
    await technician.page.keyboard.press("Escape");
    await technician.dialogGone();
  }, [owner, technician]);

  await test("before a status with tickets is retired, that is told; the second press means it", async () => {
    await owner.go("/ticket-settings");
    await owner.page
      .getByRole("button", { name: owner.t("tickets.state.editOf", { name: "To be tested" }) })
      .click();
    await owner.field("retired").check();
    await owner.submit();
    await owner.see(owner.t("tickets.state.stranded"));
    await owner.page.keyboard.press("Escape");
    await owner.dialogGone();
    await technician.go(`/tickets/${house.stated}?tab=history`);
    await technician.see("Zmieniono status: Do testów");
  }, [owner, technician]);
}
