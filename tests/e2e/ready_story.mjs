// Ready forms with their steps and a word of the customer's, tickets that come back by a calendar,
// what requesters think of the help, and colleagues who look at the same ticket.

import { equal, test } from "./report.mjs";

export async function readyForms(house) {
  const { owner, technician, client } = house;
  const form = "Nowy komputer";

  await test("ready-made forms are added, and one of them is changed", async () => {
    await owner.go("/ticket-settings");
    await owner.press("tickets.template.start");
    await owner.see("New computer");
    await owner.page.getByRole("button", { name: "Edit template: New computer" }).click();
    await owner.field("checklistPl").fill("Zamówić\nPrzygotować");
    await owner.field("checklistEn").fill("Order\nPrepare");
    await owner.submit();
    await owner.dialogGone();
  }, [owner]);

  await test("a customer's person asks by a ready form, which waits for the approver", async () => {
    await client.go("/tickets");
    await client.press("tickets.own.new");
    await client.field("from").selectOption({ label: form });
    equal(await client.field("subject").inputValue(), form, "the subject");
    await client.see(client.t("tickets.template.approval"));
    await client.submit();
    await client.dialogGone();
    await client.heading(form);
    house.approved = Number(client.path().split("/").at(-1));
    await client.see(client.t("tickets.approvalOpen"));
    equal(await client.shows("Zamówić"), false, "the steps, which are ours");
  }, [client]);

  await test("a technician sees who is asked, the approver agrees, and the work begins", async () => {
    // Whoever may approve is not asked about their own wishes: he may since then.
    await owner.ask("POST", `/persons/${house.person}/grants`, {
      role: "customer_approver",
      customer: house.customer,
    });
    await technician.go(`/tickets/${house.approved}`);
    await technician.see(technician.t("tickets.approvers", { names: "Jan Kowalski" }));
    await client.go(`/tickets/${house.approved}`);
    await client.press("tickets.approve");
    await client.dialog().waitFor();
    await client.submit();
    await client.dialogGone();
    await client.see(client.t("tickets.approved"));
    await technician.go(`/tickets/${house.approved}`);
    await technician.see(technician.t("tickets.approved"));
  }, [technician, client]);

  await test("steps are ticked off and added, and each says who did it", async () => {
    await technician.page.getByRole("checkbox", { name: "Zamówić" }).click();
    await technician.see(technician.t("tickets.checklist", { ticked: 1, all: 2 }));
    await technician.page.keyboard.press("k");
    await technician.field("steps").fill("Odebrać stary komputer");
    await technician.submit();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.checklist", { ticked: 1, all: 3 }));
  }, [technician]);

  await test("a ticket comes back by a rule, whose next days are seen beforehand", async () => {
    await owner.go("/ticket-settings");
    await owner.press("tickets.recurrence.add");
    await owner.submit();
    await owner.complaintAt("subject");
    await owner.choose("customer", "Kowalski");
    await owner.field("subject").fill("Przegląd serwera");
    await owner.field("rule/pace").selectOption("months");
    await owner.field("rule/day").fill("3");
    await owner.dialog().getByRole("status").locator("li").nth(2).waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Przegląd serwera");
  }, [owner]);

  await test("the requester says how it was; the owner is told and reads it in the list", async () => {
    await owner.go(`/tickets/${house.approved}`);
    await owner.press("tickets.resolve");
    await owner.field("text").fill("Stoi na biurku.");
    await owner.field(`field-${house.fields.system}`).selectOption("magazyn");
    await owner.submit();
    await owner.dialogGone();
    await client.go(`/tickets/${house.approved}`);
    await client.page.getByRole("radio", { name: /^2/ }).locator("..").click();
    await client.field("comment").fill("Długo to trwało.");
    await client.press("tickets.rating.send");
    await client.see("Długo to trwało.");
    await owner.go("/notices");
    await owner.see(/Nowy komputer/);
    await owner.go("/ratings");
    await owner.see("Długo to trwało.");
    await owner.see(/2\/5/);
  }, [owner, client]);

  await test("who looks at a ticket too is seen, and who writes", async () => {
    await owner.go(`/tickets/${house.approved}`);
    await technician.go(`/tickets/${house.approved}`);
    await technician.page.getByRole("list", { name: technician.t("tickets.presence.title") })
      .getByRole("listitem")
      .waitFor();
  }, [owner, technician]);
}
