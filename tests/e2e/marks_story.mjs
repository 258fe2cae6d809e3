// What is stuck to a ticket: tags, links, a due date, a sleep, spam with a way back, and a colleague
// who is mentioned in a note.

import { equal, test } from "./report.mjs";

const subject = "Toner skończył się w kadrach";
const other = "Zamówienie tonerów";

export async function marks(house) {
  const { owner, technician, client } = house;
  const row = (window, name) => window.page.getByRole("row", { name });
  const key = (name) => technician.page.keyboard.press(name);
  const link = (window, name) => window.page.getByRole("link", { name });

  await test("a tag is a word, new or known, and leads to the tickets that have it", async () => {
    const { customer, person: requester } = house;
    house.marked = (await owner.ask("POST", "/tickets", { customer, subject, requester })).id;
    house.markedOther = (await owner.ask("POST", "/tickets", { customer, subject: other })).id;
    await owner.ask("POST", `/tickets/${house.markedOther}/tags`, { name: "Materiały" });
    await technician.go(`/tickets/${house.marked}`);
    await technician.button("tickets.addTag").waitFor();
    await key("#");
    await technician.choose("name", "materialy");
    await technician.submit();
    await technician.dialogGone();
    await link(technician, "Materiały").waitFor();
    await key("#");
    await technician.choose("name", "pilne zakupy");
    await technician.submit();
    await technician.dialogGone();
    await link(technician, "Materiały").click();
    await technician.at(/tag=/);
    await row(technician, other).waitFor();
    await row(technician, subject).waitFor();
  }, [technician]);

  await test("tickets are linked by number or words, and say what they wait for", async () => {
    await technician.go(`/tickets/${house.marked}`);
    await technician.button("tickets.addLink").waitFor();
    await key("v");
    await technician.field("kind").selectOption("depends_on");
    await technician.choose("other", other);
    await technician.submit();
    await technician.dialogGone();
    await link(technician, other).waitFor();
    await technician.see("Zależy od 1 otwartego zgłoszenia");
    await link(technician, other).click();
    await technician.heading(other);
    await technician.see(technician.t("tickets.link.blocks"));
  }, [technician]);

  await test("a due date is a day; it stands at the ticket and in the list", async () => {
    await technician.go(`/tickets/${house.marked}`);
    await technician.button("tickets.setDue").waitFor();
    await key("y");
    await technician.submit();
    await technician.complaintAt("on");
    const today = await technician.page.evaluate(() => {
      const now = new Date();
      const two = (part) => String(part).padStart(2, "0");
      return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
    });
    await technician.field("on").fill(today);
    await technician.submit();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.dueToday"));
    await technician.go("/tickets");
    await row(technician, subject).getByText(technician.t("tickets.dueToday")).waitFor();
  }, [technician]);

  await test("a snoozed ticket leaves the list, and one press brings it back", async () => {
    await technician.go(`/tickets/${house.marked}`);
    await technician.button("tickets.snooze").waitFor();
    await key("z");
    await technician.page
      .getByRole("button", { name: technician.t("tickets.snoozeTomorrow") })
      .click();
    await technician.dialogGone();
    await technician.go("/tickets");
    await row(technician, other).waitFor();
    equal(await row(technician, subject).count(), 0, "snoozed rows among the open ones");
    await technician.page.getByText(technician.t("tickets.view.snoozed"), { exact: true }).first().click();
    await row(technician, subject).click();
    await technician.heading(subject);
    await technician.press("tickets.wake");
    await technician.button("tickets.snooze").waitFor();
  }, [technician]);

  await test("spam is one key, with a way back", async () => {
    await technician.go(`/tickets/${house.marked}`);
    await technician.button("tickets.spam").waitFor();
    await key("!");
    await technician.see(technician.t("tickets.isSpam"));
    await technician.button("tickets.takeBack").click();
    await technician.see(technician.t("tickets.spamUndone", { number: house.marked }));
    await technician.button("tickets.spam").waitFor();
  }, [technician]);

  await test("whoever is mentioned in a note is told; the customer sees none of it", async () => {
    await technician.go(`/tickets/${house.marked}`);
    await technician.button("tickets.note").first().waitFor();
    await key("i");
    const area = technician.page.locator("textarea");
    await area.pressSequentially("Zerknij: @Olg");
    await technician.page.getByRole("option", { name: "Olga Właścicielska" }).waitFor();
    await key("Enter");
    equal(await area.inputValue(), "Zerknij: @Olga Właścicielska ", "the note");
    await key("Control+Enter");
    await technician.see("Zerknij: @Olga Właścicielska");
    await owner.go("/notices");
    await owner.see(owner.t("notices.kind.tickets.mentioned"));
    await client.go(`/tickets/${house.marked}`);
    await client.heading(subject);
    for (const hidden of ["Materiały", other, client.t("tickets.dueToday"), "@Olga Właścicielska"]) {
      equal(await client.shows(hidden), false, hidden);
    }
  }, [technician, owner, client]);

  await test("words are renamed and merged in the settings", async () => {
    await owner.go("/ticket-settings");
    await owner.see("pilne zakupy");
    await owner.page
      .getByRole("button", { name: owner.t("tickets.mergeTagOf", { name: "pilne zakupy" }) })
      .click();
    await owner.choose("into", "Materiały");
    await owner.submit();
    await owner.dialogGone();
    await owner.page
      .getByRole("button", { name: owner.t("tickets.renameTagOf", { name: "Materiały" }) })
      .click();
    await owner.field("name").fill("Zakupy");
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Zakupy");
    equal(await owner.shows("pilne zakupy"), false, "the merged word");
  }, [owner]);
}
