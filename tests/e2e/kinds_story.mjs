// What sort of work a ticket is: folded away at first, switched on by whoever leads the desk.

import { equal, test } from "./report.mjs";

export async function kinds(house) {
  const { owner, technician, client } = house;

  await test("a ready-made tree of categories is added, and changed", async () => {
    await owner.go("/ticket-settings");
    await owner.see(owner.t("tickets.noCategories"));
    await owner.press("tickets.startCategories");
    await owner.field("sector").selectOption("retail");
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Fiscal printer");
    await owner.press("tickets.addCategory");
    await owner.field("namePl").fill("Inne");
    await owner.field("nameEn").fill("Various");
    await owner.submit();
    await owner.complaintAt("namePl");
    await owner.field("namePl").fill("Szkolenia");
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Various");
  }, [owner]);

  await test("the matrix and the form are changed", async () => {
    await owner.press("tickets.editSettings");
    await owner.field("showsType").check();
    await owner.field("low/low").selectOption("normal");
    await owner.submit();
    await owner.dialogGone();
    await owner.see(owner.t("tickets.formShows", { fields: owner.t("tickets.typeTitle") }));
  }, [owner]);

  await test("a new ticket has a type on its form and a category below Advanced", async () => {
    await technician.go("/tickets");
    await technician.press("tickets.newTicket");
    await technician.choose("customer", "Kowalski");
    await technician.field("subject").fill("Kasa nie drukuje paragonów");
    await technician.field("type").selectOption("request");
    equal(await technician.field("category").isVisible(), false, "the category at first");
    await technician.page.getByText(technician.t("tickets.advanced")).click();
    await technician.field("category").selectOption({ label: "Techniczne / Sprzęt / Kasa" });
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Techniczne / Sprzęt / Kasa");
    house.kindTicket = Number(new URL(technician.page.url()).pathname.split("/").at(-1));
  }, [technician]);

  await test("waiting says for what, to the customer too", async () => {
    await technician.go(`/tickets/${house.ticket}`);
    await technician.press("tickets.setStatus");
    await technician.page
      .getByRole("button", { name: technician.t("tickets.waiting.customer") })
      .click();
    await technician.submit();
    await technician.complaintAt("waitingNote");
    await technician.field("waitingNote").fill("Numer seryjny z naklejki.");
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Numer seryjny z naklejki.");
    await client.go(`/tickets/${house.ticket}`);
    await client.see("Numer seryjny z naklejki.");
  }, [technician, client]);
}
