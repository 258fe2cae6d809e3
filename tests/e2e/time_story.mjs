// Work time: a stopwatch by key, booked and corrected, one's own week, the lead's table, and what the
// customer sees of it.

import { equal, test } from "./report.mjs";

const bar = (window) =>
  window.page.getByRole("region", { name: window.t("tickets.time.stopwatch") });

export async function workTime(house) {
  const { owner, technician, client } = house;
  const { ticket, otherTicket } = house;

  await test("one key starts a stopwatch, another ticket's pauses it, and a page later both are there", async () => {
    await technician.go(`/tickets/${otherTicket}`);
    // The keys of a ticket are there when its buttons are.
    await technician.button("tickets.time.startStopwatch").waitFor();
    await technician.page.keyboard.press("c");
    await bar(technician).getByText(`${otherTicket} ·`).waitFor();
    await technician.go(`/tickets/${ticket}`);
    await technician.press("tickets.time.startStopwatch");
    await bar(technician).getByText(`${ticket} ·`).waitFor();
    await technician.go("/time");
    await bar(technician)
      .getByText(technician.t("tickets.time.others", { count: 1 }))
      .waitFor();
    const list = technician.page.getByRole("main").locator("li");
    await list.filter({ hasText: technician.t("tickets.time.paused") }).waitFor();
  }, [technician]);

  await test("a stopwatch is stopped, and its minutes are booked with words for the customer", async () => {
    await bar(technician)
      .getByRole("button", { name: technician.t("tickets.time.stop") })
      .click();
    equal(await technician.field("work/minutes").inputValue(), "1", "the minutes that were begun");
    await technician.fill({
      "work/minutes": "1:70",
      "work/customerText": "Wymiana zasilacza.",
      "work/internalText": "Zasilacz z magazynu.",
    });
    await technician.submit();
    await technician.complaintAt("work/minutes");
    await technician.field("work/minutes").fill("1:30");
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Wymiana zasilacza.");
    await technician.see(
      technician.t("tickets.time.sum", { all: "1 h 30 min", billable: "1 h 30 min" }),
    );
    // The other one is still there, paused, until somebody decides about it.
    await bar(technician).getByText(`${otherTicket} ·`).waitFor();
    await technician.page
      .getByRole("main")
      .locator("li")
      .getByRole("button", { name: technician.t("tickets.time.drop") })
      .click();
    await bar(technician).waitFor({ state: "detached" });
  }, [technician]);

  await test("a mistake is taken back, and both entries stay", async () => {
    await technician.go(`/tickets/${ticket}?tab=time`);
    await technician.press("tickets.time.correct");
    await technician.fill({ "work/minutes": "45", reason: "Bez dojazdu." });
    await technician.submit();
    await technician.dialogGone();
    await technician.see("−1 h 30 min");
    await technician.see("Bez dojazdu.");
    await technician.see(technician.t("tickets.time.corrected"));
    equal(await technician.button("tickets.time.correct").count(), 1, "entries to correct");
  }, [technician]);

  await test("a lead books the same work for two, and sees everybody's", async () => {
    await owner.go(`/tickets/${ticket}`);
    await owner.button("tickets.time.startStopwatch").waitFor();
    await owner.page.keyboard.press("m");
    await owner.field("work/minutes").fill("20");
    await owner.choose("persons", "Tomek Żuraw");
    await owner.field("work/internalText").fill("Narada o zasilaczach.");
    await owner.submit();
    await owner.dialogGone();
    await owner.go("/time?tab=all");
    await owner.see("Narada o zasilaczach.");
    await owner.see(owner.t("tickets.time.sum", { all: "1 h 25 min", billable: "1 h 25 min" }));
    const saved = owner.page.waitForEvent("download");
    await owner.press("tickets.time.export");
    equal((await saved).suggestedFilename().endsWith(".csv"), true, "a table");
  }, [owner]);

  await test("a kind of work is added, and retired without touching entries", async () => {
    await owner.go("/time?tab=types");
    await owner.press("tickets.time.addType");
    await owner.fill({ namePl: "szkolenie", nameEn: "training" });
    await owner.submit();
    await owner.dialogGone();
    const row = owner.page.locator("li", { hasText: "training" });
    await row.getByRole("button").click();
    await owner.page.getByLabel(owner.t("tickets.time.retire")).check();
    await owner.submit();
    await owner.dialogGone();
    await row.getByText(owner.t("tickets.time.retired"), { exact: true }).waitFor();
  }, [owner]);

  await test("the customer sees the minutes and their words, and nothing internal", async () => {
    await client.go(`/tickets/${ticket}`);
    await client.page.getByText(client.t("tickets.own.time", { time: "1 h 25 min" })).click();
    await client.see("Wymiana zasilacza.");
    equal(await client.shows("Zasilacz z magazynu."), false, "the internal note");
    equal(await client.shows("Bez dojazdu."), false, "the reason");
    equal(await client.button("tickets.time.correct").count(), 0, "buttons");
  }, [client]);
}
