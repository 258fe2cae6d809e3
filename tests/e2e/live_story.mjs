// What happens in one browser is on the screen of another: rows, pages, drafts, dialogs; through a
// restart of the program; and when rights come and go.

import { outage } from "./browser.mjs";
import { equal, test } from "./report.mjs";

const soon = 1_000; // Milliseconds; the bench measures, this only says that nobody had to reload.

const row = (window, text) => window.page.getByRole("row", { name: text });
const status = (window) => window.page.locator("main header");
const isLive = (window, path = "/api/v1/live") =>
  window.page.waitForResponse((r) => r.url().includes(path));

async function within(milliseconds, what, wait) {
  const start = performance.now();
  await wait;
  const took = performance.now() - start;
  if (took > milliseconds) throw new Error(`${what} took ${took.toFixed(0)} ms`);
}

export async function live(house) {
  const { owner, technician, client } = house;
  const { t } = technician;
  const { customer, person } = house;
  const create = (subject) =>
    owner.ask("POST", "/tickets", { customer, subject, requester: person });

  await test("a new ticket is on everybody's list at once", async () => {
    const began = isLive(technician);
    await technician.go("/tickets");
    await began;
    await row(technician, "laptop").waitFor();
    const { id } = await create("Telefon w sali nie dzwoni");
    await within(soon, "the new row", row(technician, "Telefon w sali").waitFor());
    house.liveTicket = id;
    await client.go("/tickets");
    await client.see("Telefon w sali nie dzwoni");
  }, [technician, client]);

  await test("a row that changes moves to the top, and the reader's row stays theirs", async () => {
    const rows = technician.page.locator('[role="row"][data-index]');
    await rows.nth(1).focus();
    const number = (found) => found.locator('[role="gridcell"]').first().textContent();
    const mine = await number(rows.nth(1));
    await owner.ask("POST", `/tickets/${house.otherTicket}/status`, {
      status: "waiting",
      waitingFor: "vendor",
      waitingNote: "Część zamienna",
    });
    await row(technician, t("tickets.waiting.vendor")).waitFor();
    equal(await number(technician.page.locator('[role="row"]:focus')), mine, "the row in focus");
  }, [technician]);

  await test("a ticket that is taken elsewhere leaves the list of unassigned ones", async () => {
    await technician.go("/tickets?view=unassigned");
    await row(technician, "Telefon w sali").waitFor();
    await owner.ask("POST", `/tickets/${house.liveTicket}/take`, {});
    await within(
      soon,
      "the leaving row",
      row(technician, "Telefon w sali").waitFor({ state: "detached" }),
    );
  }, [technician]);

  await test("somebody else's words arrive while one writes, and the draft is untouched", async () => {
    await technician.go(`/tickets/${house.liveTicket}`);
    await technician.page.locator("textarea").fill("Zaczynam odpowiedź");
    await owner.ask("POST", `/tickets/${house.liveTicket}/notes`, { text: "Dzwonił kierownik." });
    await technician.page.locator("ol li", { hasText: "Dzwonił kierownik." }).waitFor();
    await technician.see(t("tickets.newWords", { name: "Olga Właścicielska" }));
    equal(
      await technician.page.locator("textarea").inputValue(),
      "Zaczynam odpowiedź",
      "the draft",
    );
    await technician.press("tickets.showNewWords");
    await technician.page.locator("textarea").fill("");
  }, [technician]);

  await test("a dialog says that the ticket has changed under it", async () => {
    await technician.press("tickets.resolve");
    await technician.field("text").fill("Wymieniona bateria.");
    await owner.ask("POST", `/tickets/${house.liveTicket}/status`, {
      status: "waiting",
      waitingFor: "customer",
      waitingNote: "Numer seryjny",
    });
    await technician.see(t("tickets.changedMeanwhile", { what: t("tickets.statusTitle") }));
    equal(await technician.field("text").inputValue(), "Wymieniona bateria.", "what was typed");
    await technician.page.keyboard.press("Escape");
    await technician.dialogGone();
    await status(technician).getByText(t("tickets.waiting.customer")).waitFor();
  }, [technician]);

  await test("a change that is refused falls back, says why, and can be tried again", async () => {
    const refuse = (route) =>
      route.fulfill({
        status: 409,
        contentType: "application/problem+json",
        body: JSON.stringify({ status: 409, reason: "tickets.resolved_already" }),
      });
    await technician.page.route("**/take", refuse);
    await technician.press("tickets.take");
    await technician.see(t("refusal.tickets.resolved_already"));
    await technician.page.locator("aside").getByText("Olga Właścicielska").first().waitFor();
    await technician.page.unroute("**/take", refuse);
    await technician.press("ui.tryAgain");
    await technician.page.locator("aside").getByText("Tomek Żuraw").first().waitFor();
  }, [technician]);

  await test("all windows of a browser share one connection", async () => {
    const asked = [];
    technician.context.on("request", (request) => {
      if (request.url().includes("/api/v1/live")) asked.push(request.url());
    });
    const other = await technician.another();
    await other.go("/tickets");
    await row(other, "laptop").waitFor();
    await create("Kabel w serwerowni");
    await within(soon, "the row in the second window", row(other, "Kabel w serwerowni").waitFor());
    equal(asked, [], "connections of the second window");
    await technician.page.goto("about:blank");
    await create("Klimatyzacja w serwerowni");
    await row(other, "Klimatyzacja").waitFor();
    equal(asked.length, 1, "connections once the first window has gone");
    await other.page.close();
  }, [technician]);
}

export async function outages(house) {
  const { desk, owner, technician } = house;
  const { t } = technician;
  const { customer, person } = house;

  await test("a lost connection is told, and after a restart nothing is missing", async () => {
    await technician.go("/tickets");
    await row(technician, "laptop").waitFor();
    await owner.go("/company");
    outage.isOn = true;
    await desk.rest();
    await technician.see(t("ui.offline", { clock: "@" }).split("@")[0].trim());
    await desk.resume();
    const subject = "Awaria w czasie przerwy";
    await owner.ask("POST", "/tickets", { customer, subject, requester: person });
    await row(technician, subject).waitFor();
    await technician.see(t("ui.online"));
    outage.isOn = false;
  }, [technician]);
}

export async function rights(house) {
  const { owner, client } = house;

  await test("who loses the right sees the tickets disappear, and come back with it", async () => {
    const began = isLive(client);
    await client.go(`/tickets/${house.ticket}`);
    await began;
    await client.page.getByRole("textbox", { name: "Odpowiedź" }).waitFor();
    const { items } = await owner.ask("GET", `/persons/${house.person}/grants`);
    for (const grant of items) await owner.ask("DELETE", `/grants/${grant.id}`);
    await client.page.getByRole("textbox", { name: "Odpowiedź" }).waitFor({ state: "detached" });
    for (const { role, customer } of items) {
      await owner.ask("POST", `/persons/${house.person}/grants`, { role, customer });
    }
    await client.page.getByRole("textbox", { name: "Odpowiedź" }).waitFor();
    await client.go("/tickets");
    await client.see("Drukarka w biurze nie drukuje faktur");
  }, [client]);
}
