// Somebody from outside is let into one ticket, answers by the link of a letter, and is sent away; a
// ticket gets its site; one field is set on many tickets at once.

import { linkOf } from "./desk.mjs";
import { equal, test } from "./report.mjs";

export async function guests(house) {
  const { owner, technician, client, desk, browser, customer } = house;
  const { id: ticket } = await client.ask("POST", "/tickets", {
    customer,
    subject: "Skaner pokazuje kod E-212",
    text: "Od rana ten sam kod.",
  });
  await technician.ask("POST", `/tickets/${ticket}/notes`, { text: "Klient jest zły." });
  let link;

  await test("a technician invites a guest expert, and ticks what they may read", async () => {
    await technician.go(`/tickets/${ticket}`);
    await technician.see("Klient jest zły.");
    await technician.order("tickets.guest.invite");
    await technician.submit();
    await technician.complaintAt("name");
    await technician.fill({
      name: "Ola Maj",
      email: "ola@skanery.example",
      company: "Skanery SA",
      question: "Co znaczy E-212?",
    });
    await technician.field("language").selectOption("pl");
    await technician.dialog().getByLabel("Od rana ten sam kod.").check();
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Ola Maj (Skanery SA)");
    link = linkOf(await desk.nextMail("tickets.guest_invitation"));
  }, [technician]);

  const guest = await browser.window({ who: "Ola, a guest", language: "pl", phone: true });

  await test("the guest reads what was shared and nothing else, and answers with a file", async () => {
    await guest.go(link);
    await guest.heading("Skaner pokazuje kod E-212");
    await guest.see("Co znaczy E-212?");
    await guest.see("Od rana ten sam kod.");
    equal(await guest.shows("Klient jest zły."), false, "the note");
    await guest.page.locator('input[type="file"]').setInputFiles({
      name: "instrukcja.txt",
      mimeType: "text/plain",
      buffer: Buffer.from("Wymienić lampę."),
    });
    await guest.field("text").fill("To lampa skanera.");
    await guest.submit();
    await guest.see(guest.t("tickets.room.sent"));
    await guest.see("instrukcja.txt");
    await technician.see("To lampa skanera.");
    await technician.see(
      technician.t("tickets.guest.part.wrote", { name: "Ola Maj (Skanery SA)" }),
    );
  }, [guest, technician]);

  await test("the customer learns nothing of it", async () => {
    await client.go(`/tickets/${ticket}`);
    await client.see("Od rana ten sam kod.");
    equal(await client.shows("To lampa skanera."), false, "the guest's words");
    equal(await client.shows("Ola Maj"), false, "the guest");
  }, [client]);

  await test("our people write back, and end the invitation", async () => {
    await technician.press("tickets.guest.tell");
    await technician.dialog().locator('[name="text"]').fill("Dziękujemy, pomogło.");
    await technician.dialog().locator("button[type=submit]").click();
    await technician.dialogGone();
    await desk.nextMail("tickets.guest_message");
    await guest.press("tickets.room.renew");
    await guest.see("Dziękujemy, pomogło.");
    await technician.page
      .getByText(technician.t("tickets.guest.more", { name: "Ola Maj" }))
      .click();
    await technician.press("tickets.guest.end");
    await technician.see(technician.t("tickets.guest.wasEnded"));
    await guest.go("/guest#00000000000000000000000000");
    await guest.go(link);
    await guest.page.reload();
    await guest.heading(guest.t("tickets.room.gone"));
    await guest.close();
  }, [technician, guest]);

  await test("a ticket gets its site in its place, and a new one asks for it", async () => {
    for (const name of ["Biuro przy Polnej", "Magazyn przy Torowej"]) {
      await owner.ask("POST", `/customers/${customer}/sites`, { name });
    }
    await technician.page.reload();
    await technician.page
      .getByRole("button", { name: technician.t("tickets.changeSite"), exact: true })
      .click();
    await technician.field("site").selectOption({ label: "Magazyn przy Torowej" });
    await technician.page.getByRole("link", { name: "Magazyn przy Torowej" }).click();
    await technician.see("Skaner pokazuje kod E-212");
    await client.go("/tickets?new=true");
    await client.field("site").selectOption({ label: "Biuro przy Polnej" });
    await client.field("subject").fill("Zepsuta klamka");
    await client.submit();
    await client.dialogGone();
    await client.see("Biuro przy Polnej");
  }, [technician, client]);

  await test("one field is set on marked tickets, those that lack it say so, and it is undone", async () => {
    const { numer_kasy: till } = house.fields;
    await technician.go("/tickets");
    const row = technician.page.getByRole("row", { name: /Skaner pokazuje kod/ });
    await row.first().focus();
    await technician.page.keyboard.press("x");
    await technician.press("tickets.bulk.field");
    await technician.submit();
    await technician.complaintAt("change/field");
    await technician.field("change/field").selectOption(String(till));
    await technician.field(`field-${till}`).fill("Kasa 9");
    await technician.submit();
    await technician.see("– → Kasa 9");
    await technician.dialog().locator("button", { hasText: "1" }).first().click();
    await technician.dialogGone();
    await technician.page
      .getByRole("button", { name: technician.t("tickets.undoBulk"), exact: true })
      .click();
    await technician.see(technician.t("tickets.bulkUndone", { changed: 1, refused: 0 }));
  }, [technician]);
}
