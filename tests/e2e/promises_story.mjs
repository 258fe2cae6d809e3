// Promises: policies begun with one press and saved as a whole, a ticket that says what was promised
// and why each minute counts, a workaround, what a customer reads of it, and how it was all kept.

import { equal, test } from "./report.mjs";

const subject = "Kasa nie drukuje paragonów";

export async function promises(house) {
  const { owner, technician, client, customer, person: requester } = house;
  const { name: customerName } = await owner.ask("GET", `/customers/${customer}`);
  const starter = (window, id) =>
    window.page.getByRole("button", { name: new RegExp(`^${window.t(id)}`) });

  await test("a company that promises nothing begins with one press, and says for whom", async () => {
    await owner.go("/sla");
    await owner.see(owner.t("sla.none"));
    await starter(owner, "sla.starter.contract").click();
    await owner.dialog().locator("form").waitFor();
    await owner.choose("customers", customerName);
    await owner.field("goals/0/goal/minutes").fill("soon");
    await owner.submit();
    await owner.complaintAt("goals/0/goal/minutes");
    await owner.field("goals/0/goal/minutes").fill("1 h 30 min");
    await owner.press("sla.addGoal");
    await owner.field("goals/2").selectOption("resolution");
    await owner.submit();
    await owner.complaintAt("goals/2");
    await owner.field("goals/2/priority").selectOption("critical");
    await owner.field("goals/2/goal/kind").selectOption("elapsed_time");
    await owner.field("goals/2/goal/minutes").fill("4:00");
    await owner.submit();
    await owner.dialogGone();
    await owner.see(owner.t("sla.unsaved"));
    await owner.press("sla.saveAll");
    await owner.dialog().getByText(owner.t("sla.touches")).waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.see(owner.t("sla.saved"));
    const { items } = await owner.ask("GET", "/sla/policies");
    equal(items.length, 2, "policies");
    equal(items[0].goals[0].goal.minutes, 90, "minutes of the first answer");
  }, [owner]);

  await test("the order is changed by keyboard, and a policy that never holds says so", async () => {
    const name = owner.t("sla.starter.everybodyName");
    const up = owner.page.getByRole("button", { name: owner.t("sla.moveUp", { name }) });
    await up.focus();
    await owner.page.keyboard.press("Alt+ArrowUp");
    await owner.see(owner.t("sla.isHidden"));
    await owner.press("sla.discard");
    await owner.page.getByText(owner.t("sla.isHidden")).waitFor({ state: "detached" });
    const copy = owner.t("sla.copyThis", { name });
    await owner.page.getByRole("button", { name: copy, exact: true }).click();
    await owner.see(owner.t("sla.copyOf", { name }));
    await owner.press("sla.saveAll");
    await owner.dialog().getByText(owner.t("tickets.advanced")).click();
    await owner.field("alsoSince").fill("2099-01-01");
    await owner.submit();
    await owner.complaintAt("alsoSince");
    await owner.page.keyboard.press("Escape");
    await owner.dialogGone();
    await owner.press("sla.discard");
  }, [owner]);

  await test("a ticket tells its promises, and why, with the policy and the calendar", async () => {
    house.promised = (await client.ask("POST", "/tickets", { customer, subject, requester })).id;
    await technician.go(`/tickets/${house.promised}`);
    await technician.see(technician.t("tickets.clock.title"));
    await technician.see(technician.t("sla.target.first_response"));
    await technician.page.keyboard.press("=");
    await technician.at(`/tickets/${house.promised}/clocks`);
    await technician.see(/1 h 30 min|z obiecanych|Zegar/);
    await technician.page.locator("summary").last().click();
    await technician.see(technician.t("tickets.clock.basis"));
    await technician.see(new RegExp(owner.t("sla.starter.contractName")));
    await technician.see("Europe/Warsaw");
  }, [technician, client]);

  await test("a workaround is told with one press, once, and taken back", async () => {
    await technician.go(`/tickets/${house.promised}`);
    await technician.press("tickets.workaround.found");
    await technician.see(technician.t("tickets.workaround.there"));
    await technician.button("tickets.workaround.gone").waitFor();
    await technician.go(`/tickets/${house.promised}?tab=history`);
    await technician.see(technician.t("tickets.history.workaround.found"));
    await technician.button("tickets.workaround.gone").waitFor();
    await technician.order("tickets.workaround.gone");
    await technician.button("tickets.workaround.found").waitFor();
  }, [technician]);

  await test("the customer reads one sentence, the minutes on request, and nothing of tiers", async () => {
    await client.go(`/tickets/${house.promised}`);
    await client.page.getByRole("link", { name: client.t("tickets.clock.why") }).click();
    await client.at(/\/clocks/);
    await client.heading(client.t("tickets.clock.explain"));
    equal(await client.shows(client.t("tickets.clock.intervals")), false, "the list unasked");
    await client.page.locator("summary").last().click();
    await client.see(client.t("tickets.clock.intervals"));
    equal(await client.shows(client.t("tickets.clock.tiers")), false, "time per tier");
    equal(await client.shows(client.t("tickets.clock.basis")), false, "the policy");
  }, [client]);

  await test("what was kept is in the report, with what each number means, and as a table", async () => {
    await technician.ask("POST", `/tickets/${house.promised}/replies`, { text: "Już jedziemy." });
    await owner.go("/attainment");
    await owner.see(owner.t("sla.figureAbout.attainment"));
    await owner.page.getByRole("cell", { name: owner.t("sla.target.first_response") }).waitFor();
    await owner.field("by").selectOption("customer");
    await owner.at(/by=customer/);
    await owner.page.getByRole("link", { name: customerName }).first().waitFor();
    const download = owner.page.waitForEvent("download");
    await owner.press("sla.export");
    equal((await download).suggestedFilename().endsWith(".csv"), true, "a table");
    await owner.page.getByText(owner.t("sla.breaches"), { exact: true }).click();
    await owner.see(owner.t("sla.noBreaches"));
  }, [owner, technician]);

  await test("a month is closed once, after it was said what that means", async () => {
    await owner.press("sla.closeMonth");
    await owner.dialog().getByText(owner.t("sla.closeForEver")).waitFor();
    await owner.submit();
    await owner.dialogGone();
    const { items } = await owner.ask("GET", "/sla/closed-months");
    equal(items.length, 1, "closed months");
    await owner.button("sla.closeMonth").waitFor({ state: "detached" });
  }, [owner]);
}
