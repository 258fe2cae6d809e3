// Tier 1 goes on talking while tier 2 works; tickets change queues; tiers have time limits.

import { equal, test } from "./report.mjs";

export async function workers(house) {
  const { owner, technician } = house;

  await test("a tier gets a time limit, which is changed and stays", async () => {
    await owner.go("/structure");
    await owner.see(owner.t("tiers.timed.none"));
    await owner.press("tiers.timed.add");
    await owner.field("minutes").fill("");
    await owner.submit();
    await owner.complaintAt("minutes");
    await owner.field("minutes").fill("8");
    await owner.page.getByText(owner.t("tiers.timed.action.inform"), { exact: true }).click();
    await owner.submit();
    await owner.dialogGone();
    const rule = /Nobody has touched it for 8\sh/;
    await owner.page.getByText(rule).first().waitFor();
    await owner.page.getByRole("button", { name: /^Change: Nobody has touched/ }).click();
    await owner.field("unit").selectOption("days");
    await owner.field("minutes").fill("3");
    await owner.submit();
    await owner.dialogGone();
    await owner.page.getByText(/touched it for 72\sh/).first().waitFor();
  }, [owner]);

  await test("the talk with the customer stays with whoever sends the ticket up", async () => {
    const { id } = await owner.ask("POST", "/tickets", {
      customer: house.customer,
      subject: "Poczta przychodzi z opóźnieniem",
      text: "Od rana godzinę po czasie.",
    });
    house.shared = id;
    await technician.go(`/tickets/${id}`);
    await technician.see("Poczta przychodzi z opóźnieniem");
    await technician.page.keyboard.press("t");
    await technician.page.keyboard.press("u");
    await technician.dialog().waitFor();
    await technician.field("reason").selectOption({ index: 1 });
    await technician.field("note").fill("Kolejka na serwerze poczty.");
    await technician.field("keepVoice").check();
    for (const part of ["symptom", "scope", "steps", "evidence", "outcome"]) {
      const field = technician.field(`handover/${part}`);
      if (!(await field.isVisible())) continue;
      if (!(await field.inputValue())) await field.fill("Serwer poczty.");
    }
    await technician.submit();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.voiceIsYours", { tier: 2 }));
  }, [technician]);

  await test("somebody else is told who talks, joins the work, and takes the talk over", async () => {
    await owner.go(`/tickets/${house.shared}`);
    await owner.page.getByRole("region", { name: owner.t("tickets.voice") }).waitFor();
    equal(await owner.button("tickets.takeVoice").count(), 0, "taking over before the work");
    await owner.page.getByRole("textbox", { name: owner.t("tickets.reply") }).fill("Sprawdzamy.");
    await owner.press("tickets.sendReply");
    await owner.page.getByText(/Write them a note, or take over the talk/).first().waitFor();
    await owner.press("tickets.addWorker");
    await owner.choose("tickets.addWorker", "Olga");
    await owner.press("tickets.takeVoice");
    await owner.see(owner.t("tickets.voiceIsYours", { tier: 2 }));
    await owner.press("tickets.sendReply");
    await owner.see("Sprawdzamy.");
    await owner.press("tickets.giveUpVoice");
    await owner.page
      .getByRole("region", { name: owner.t("tickets.voice") })
      .waitFor({ state: "detached" });
  }, [owner]);

  await test("a ticket goes to another queue of its tier with one key", async () => {
    await owner.page.keyboard.press("q");
    await owner.dialog().waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.page.keyboard.press("h");
    await owner.page.getByText(/^Moved to queue/).waitFor();
  }, [owner]);
}
