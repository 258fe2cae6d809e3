// A ticket from the customer's first words to its solution, up the chain of tiers and back.

import { equal, test } from "./report.mjs";

const subject = "Drukarka w biurze nie drukuje faktur";
const secret = "Podejrzewam sterownik, nie mówmy jeszcze klientowi.";
const handover = "Potrzebny dostęp do serwera wydruku.";

const status = (window) => window.page.locator("main header");

async function write(window, kind, text) {
  await window.page.getByRole("button", { name: window.t(`tickets.${kind}`), exact: true }).click();
  await window.page.locator("textarea").fill(text);
  await window.press(kind === "note" ? "tickets.saveNote" : "tickets.sendReply");
  await window.page.locator("ol li", { hasText: text }).waitFor();
}

export async function tickets(house) {
  const { owner, technician, client } = house;
  const our = technician.t;

  await test("a customer's person writes what is wrong, in one plain form", async () => {
    await client.go("/tickets");
    await client.heading(client.t("tickets.own.title"));
    await client.press("tickets.own.new");
    for (const name of ["requester", "impact", "urgency"]) {
      equal(await client.field(name).count(), 0, `fields for ${name}`);
    }
    await client.fill({ subject, text: "Od rana wychodzą puste strony." });
    await client.submit();
    await client.at(/^\/tickets\/\d+$/);
    await client.heading(subject);
    await client.see("Od rana wychodzą puste strony.");
    house.ticket = Number(client.path().split("/").at(-1));
  }, [client]);

  await test("staff create a ticket for a customer and its person", async () => {
    await owner.go("/tickets");
    await owner.press("tickets.newTicket");
    await owner.choose("customer", "Kowalski");
    await owner.choose("requester", "Kowalski");
    await owner.fill({ subject: "Nowy laptop dla księgowości" });
    await owner.field("urgency").selectOption("high");
    await owner.submit();
    await owner.at(/^\/tickets\/\d+$/);
    await owner.heading("Nowy laptop dla księgowości");
    await owner.see("Jan Kowalski");
    house.otherTicket = Number(owner.path().split("/").at(-1));
  }, [owner]);

  await test("a technician finds the new ticket in the list and takes it", async () => {
    await technician.go("/tickets");
    await technician.page.getByRole("row", { name: subject }).click();
    await technician.at(`/tickets/${house.ticket}`);
    await technician.press("tickets.take");
    await status(technician).getByText(our("tickets.status.open")).waitFor();
    await technician.page.locator("aside").getByText("Tomek Żuraw").waitFor();
  }, [technician]);

  await test("the box says who will read it, in other words and colours for a note", async () => {
    const box = technician.page.locator("section", { has: technician.page.locator("textarea") });
    const colour = () => box.evaluate((element) => getComputedStyle(element).backgroundColor);
    await technician.page.locator("h1").click();
    await technician.page.keyboard.press("r");
    await technician.see(our("tickets.replyReaders"));
    await technician.button("tickets.sendReply").waitFor();
    const white = await colour();
    await technician.page.locator("textarea").evaluate((element) => element.blur());
    await technician.page.keyboard.press("i");
    await technician.see(our("tickets.noteReaders"));
    await technician.button("tickets.saveNote").waitFor();
    equal(await technician.button("tickets.sendReply").count(), 0, "buttons that send a reply");
    equal((await colour()) === white, false, "whether the colour is the same");
    await technician.page.locator("textarea").evaluate((element) => element.blur());
  }, [technician]);

  await test("a reply reaches the customer, an internal note does not", async () => {
    await write(technician, "reply", "Dzień dobry, już sprawdzam.");
    await write(technician, "note", secret);
    await client.go(`/tickets/${house.ticket}`);
    await client.see("Dzień dobry, już sprawdzam.");
    equal(await client.shows(secret), false, "the note on the customer's page");
    await client.go(`/tickets/${house.ticket}?tab=history`);
    await client.see(client.t("tickets.own.history.replied", { by: "Tomek Żuraw" }));
    equal(await client.shows(secret), false, "the note in the customer's history");
    equal(await client.shows(client.t("tickets.history.noted")), false, "word of a note");
    equal(await client.page.locator("aside").count(), 0, "tiers and queues beside the talk");
  }, [technician, client]);

  await test("what was typed and not sent is still there after a reload", async () => {
    await technician.page.locator("textarea").fill("Zaczęte zdanie");
    await technician.page.reload();
    await technician.heading(subject);
    await technician.press("tickets.note");
    equal(await technician.page.locator("textarea").inputValue(), "Zaczęte zdanie", "the draft");
    await technician.page.locator("textarea").fill("");
  }, [technician]);

  await test("escalating asks for a reason and a handover, and moves the ticket to tier 2", async () => {
    await technician.press("tickets.escalate");
    await technician.field("tier").selectOption("2");
    await technician.submit();
    equal(await technician.complaintAt("reason"), our("refusal.required"), "at the reason");
    await technician.field("reason").selectOption("needs_access");
    await technician.fill({ note: handover });
    await technician.submit();
    await technician.dialogGone();
    const here = technician.page.locator('aside [aria-current="step"]');
    await here.filter({ hasText: "2" }).waitFor();
  }, [technician]);

  await test("handing back returns the ticket to tier 1", async () => {
    await technician.press("tickets.handBack");
    await technician.field("reason").selectOption("work_done");
    await technician.fill({ note: "Sterownik wymieniony." });
    await technician.submit();
    await technician.dialogGone();
    const here = technician.page.locator('aside [aria-current="step"]');
    await here.filter({ hasText: "1" }).waitFor();
  }, [technician]);

  await test("resolving tells the customer the solution and ends the work", async () => {
    await technician.press("tickets.resolve");
    await technician.field("text").fill("Wymieniony sterownik, faktury drukują się znowu.");
    await technician.submit();
    await technician.dialogGone();
    await status(technician).getByText(our("tickets.status.resolved")).waitFor();
    await client.go(`/tickets/${house.ticket}`);
    await client.see("Wymieniony sterownik, faktury drukują się znowu.");
  }, [technician, client]);

  await test("the history tells the whole chain in its order", async () => {
    await technician.go(`/tickets/${house.ticket}?tab=history`);
    await technician.see(our("tickets.history.resolved"));
    const entries = technician.page.locator("main ol.border-l-2 > li > p:first-of-type");
    const told = (await entries.allInnerTexts()).map((line) => line.split(/[:.,]/)[0]);
    const first = (id) =>
      our(`tickets.history.${id}`)
        .split(/[:.,{]/)[0]
        .trim();
    const wanted = [
      first("created"),
      first("assigned"),
      first("replied"),
      first("noted"),
      first("escalated"),
      first("handed_back"),
      first("resolved"),
    ];
    const at = wanted.map((words) => told.findIndex((line) => line.startsWith(words)));
    equal(at.includes(-1), false, `every step among ${JSON.stringify(told)}`);
    equal(
      [...at].sort((a, b) => a - b),
      at,
      `the order of ${JSON.stringify(told)}`,
    );
    await technician.see(handover);
  }, [technician]);

  await test("the slider goes back to the ticket as it was", async () => {
    await technician.go(`/tickets/${house.ticket}?tab=history`);
    const past = technician.page.getByRole("region", { name: our("tickets.asItWas.title") });
    const slider = technician.page.getByRole("slider", { name: our("tickets.asItWas.title") });
    await slider.press("Home");
    await past.getByText(our("tickets.status.new"), { exact: true }).waitFor();
    equal(
      await past.getByText("Wymieniony sterownik, faktury drukują się znowu.").count(),
      0,
      "what was said later",
    );
    await slider.press("End");
    await past.waitFor({ state: "detached" });
    await technician.see(our("tickets.history.resolved"));
  }, [technician]);

  await test("a customer's reply opens a resolved ticket again", async () => {
    await client.go(`/tickets/${house.ticket}`);
    await client.page.getByRole("textbox", { name: "Odpowiedź" }).fill("Niestety znowu puste strony.");
    await client.press("tickets.send");
    await status(client).getByText(client.t("tickets.own.status.open")).waitFor();
  }, [client]);
}
