// Promises: policies begun with one press and saved as a whole, a ticket that says what was promised
// and why each minute counts, a workaround, what a customer reads of it, and how it was all kept; and
// a contract, of which a credit is due for what was not.

import { equal, test } from "./report.mjs";

const subject = "Kasa nie drukuje paragonów";
const lateSubject = "Wszystkie kasy stoją";

// Until so many milliseconds after a moment.
async function untilAfter(moment, milliseconds) {
  const left = moment + milliseconds - Date.now();
  if (left > 0) await new Promise((resolve) => setTimeout(resolve, left));
}

// Asks until the answer is as wanted.
async function until(ask, fits, what) {
  for (let tries = 0; tries < 60; ++tries) {
    const answer = await ask();
    if (fits(answer)) return answer;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`waited in vain for ${what}`);
}

export async function promises(house) {
  const { owner, technician, client, customer, person: requester } = house;
  const { name: customerName } = await owner.ask("GET", `/customers/${customer}`);
  const starter = (window, id) =>
    window.page.getByRole("button", { name: new RegExp(`^${window.t(id)}`) });
  // Reported first of all, so that nobody waits for a minute until it is late.
  const urgent = { impact: "high", urgency: "high", subject: lateSubject };
  const fields = [{ field: house.fields.system, choice: "magazyn" }]; // For the resolution.
  const late = await owner.ask("POST", "/tickets", { customer, requester, fields, ...urgent });
  const reportedAt = Date.now();

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

  await test("a policy may be a part of a contract that says what is due", async () => {
    await owner.go("/sla");
    await owner.press("sla.add");
    await owner.field("name").fill("Opieka Plus");
    await owner.choose("customers", customerName);
    await owner.page.getByLabel(owner.t("tickets.priority.critical"), { exact: true }).check();
    await owner.press("sla.addGoal");
    await owner.field("goals/0").selectOption("resolution");
    await owner.field("goals/0/goal/kind").selectOption("elapsed_time");
    await owner.field("goals/0/goal/minutes").fill("1 min");
    await reactions(owner);
    await owner.page.getByText(owner.t("sla.contract"), { exact: true }).click();
    await owner.field("contract/monthlyFee").fill("1 200,00");
    await owner.field("contract/most").fill("30");
    await owner.press("sla.addCredit");
    await owner.submit();
    await owner.complaintAt("contract/name");
    await owner.complaintAt("contract/credits/0/percent");
    await owner.field("contract/name").fill("Umowa 7/2026");
    await owner.field("contract/credits/0/per").selectOption("started_hour");
    await owner.field("contract/credits/0/unit").selectOption("PLN");
    await owner.field("contract/credits/0/amount").fill("50");
    await owner.submit();
    await owner.dialogGone();
    const name = owner.t("sla.moveUp", { name: "Opieka Plus" });
    for (let place = 2; place > 0; --place) {
      await owner.page.getByRole("button", { name, exact: true }).click();
    }
    await owner.press("sla.saveAll");
    await owner.dialog().getByText(owner.t("sla.touches")).waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.see(/Umowa 7\/2026/);
    const [saved] = (await owner.ask("GET", "/sla/policies")).items;
    equal(saved.contract.credits.length, 1, "credits of the contract");
    equal(
      saved.reactions.map(({ kind, tier }) => [kind, tier]),
      [
        ["raise", undefined],
        ["escalate", 2],
      ],
      "reactions",
    );
  }, [owner]);

  await test("a missed promise is proposed, refused only with a reason, granted and taken back", async () => {
    await untilAfter(reportedAt, 62_000);
    await owner.ask("POST", `/tickets/${late.id}/resolution`, { text: "Kasy drukują." });
    const [year, month] = new Date().toISOString().split("-").map(Number);
    const credits = () => owner.ask("GET", `/sla/credits?year=${year}&month=${month}`);
    const ours = ({ items }) => items.find((one) => one.ticket === late.id);
    const { state, hours, amount } = ours(await until(credits, ours, "a credit"));
    equal([state, hours, amount.minor], ["proposed", 1, 5000], "the credit");
    await owner.go("/credits");
    await owner.see(owner.t("sla.credits.nothingByItself"));
    await owner.see(new RegExp(lateSubject));
    await owner.button("sla.credits.refuse").first().click();
    await owner.submit();
    await owner.complaintAt("note");
    await owner.page.keyboard.press("Escape");
    await owner.dialogGone();
    await owner.button("sla.credits.grant").first().click();
    await owner.field("note").fill("Na fakturze za ten miesiąc.");
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Na fakturze za ten miesiąc.");
    equal(ours(await credits()).state, "granted", "its state");
    // Left as a proposal, for the pictures.
    await owner.button("sla.credits.takeBack").first().click();
    await owner.button("sla.credits.grant").first().waitFor();
    equal(ours(await credits()).state, "proposed", "its state");
  }, [owner]);
}

// One that raises the priority and one that goes to a tier, long after the ticket is resolved.
async function reactions(window) {
  for (const [at, kind] of ["raise", "escalate"].entries()) {
    await window.press("sla.addReaction");
    await window.field(`reactions/${at}/percent`).fill("300");
    await window.field(`reactions/${at}/kind`).selectOption(kind);
  }
  await window.field("reactions/1/tier").selectOption("2");
}
