// Who works when is planned on one page; a queue that gives its tickets out goes by it and says why.

import { equal, test } from "./report.mjs";

const tab = (person, id) => person.page.getByRole("tab", { name: person.t(id) }).click();

export async function duty(house) {
  const { owner, technician } = house;

  await test("a tier without shifts counts its members as on duty", async () => {
    await owner.go("/duty");
    await owner.page.getByRole("heading", { name: /First line/ }).waitFor();
    await owner.see(owner.t("tiers.noShifts"));
    await owner.page.getByText("Tomek Żuraw").first().waitFor();
  }, [owner]);

  await test("weekly shifts and hours are typed as people say them", async () => {
    await tab(owner, "tiers.shifts");
    await owner.page.getByRole("button", { name: "Tomek Żuraw" }).first().click();
    await owner.press("tiers.newPattern");
    await owner.field("hours/monday").fill("8 to 16");
    await owner.submit();
    await owner.see(owner.t("refusal.tiers.span_malformed"));
    for (const day of [
      "monday",
      "tuesday",
      "wednesday",
      "thursday",
      "friday",
      "saturday",
      "sunday",
    ]) {
      await owner.field(`hours/${day}`).fill("0-24");
    }
    await owner.submit();
    await owner.dialogGone();
    await owner.page.getByText("00:00–24:00").first().waitFor();
    await tab(owner, "tiers.dutyNow");
    await owner.page
      .getByRole("button", { name: owner.t("tiers.editHours") })
      .first()
      .click();
    await owner.field("hours/monday").fill("22-6");
    await owner.submit();
    await owner.dialogGone();
    equal(
      (await owner.page.getByText(owner.t("tiers.noHours")).count()) > 0,
      true,
      "tiers without",
    );
  }, [owner]);

  await test("a technician is away with one click, and asks for time off", async () => {
    await technician.go("/duty");
    await technician.page.getByText(technician.t("tiers.availability.away")).first().click();
    await technician.page.getByLabel(technician.t("tiers.backAt")).waitFor();
    await technician.press("tiers.setReturn");
    await technician.page
      .getByText(/^przerwa do /)
      .first()
      .waitFor();
    await technician.page.getByText(technician.t("tiers.availability.on")).first().click();
    await technician.page.getByLabel(technician.t("tiers.backAt")).waitFor({ state: "detached" });
    await technician.press("tiers.wishAbsence");
    await technician.field("kind").selectOption("training");
    await technician.field("from").fill("2031-05-05");
    await technician.field("to").fill("2031-05-07");
    await technician.submit();
    await technician.dialogGone();
    await tab(technician, "tiers.absences");
    await technician.see(technician.t("tiers.absenceState.wished"));
  }, [technician]);

  await test("the menu at one's name says that one is busy, and available again", async () => {
    for (const availability of ["busy", "on"]) {
      await technician.page
        .getByRole("navigation")
        .getByRole("button", { name: "Tomek Żuraw" })
        .click();
      await technician.page
        .getByRole("menuitem", { name: technician.t(`tiers.be.${availability}`) })
        .click();
      const said = technician.t(`tiers.availability.${availability}`);
      await technician.see(technician.t("tiers.nowYouAre", { availability: said }));
    }
  }, [technician]);

  await test("whoever plans approves it", async () => {
    await owner.go("/duty?tab=absences");
    await owner.press("tiers.approve");
    await owner.see(owner.t("tiers.absenceState.approved"));
  }, [owner]);

  await test("the rota has a first and a second person", async () => {
    await tab(owner, "tiers.onCall");
    await owner.page
      .getByRole("button", { name: owner.t("tiers.addOnCall") })
      .first()
      .click();
    await owner.choose("first", "Tomek Żuraw");
    await owner.submit();
    await owner.dialogGone();
    await owner.page
      .getByRole("button", { name: /Tomek Żuraw/ })
      .first()
      .waitFor();
  }, [owner]);

  await test("a queue gives its tickets out, and the ticket says why", async () => {
    // Whoever lacks something mandatory is given nothing.
    const { person } = await technician.ask("GET", "/session");
    for (const { skill } of (await owner.ask("GET", "/requirements")).items) {
      if (skill) await owner.ask("POST", `/persons/${person}/skills`, { skill, level: 4 });
    }
    // The most urgent of those that wait: whoever works here has room for some only.
    const { id } = await owner.ask("POST", "/tickets", {
      customer: house.customer,
      subject: "Myszka się zacina",
      impact: "major",
      urgency: "high",
    });
    await tab(owner, "tiers.routing");
    const mode = owner.page.getByRole("combobox").first();
    await mode.selectOption("least_loaded");
    await owner.see(owner.t("tiers.routingSaved"));
    await owner.go(`/tickets/${id}`);
    await owner.page
      .getByText(/fewest open tickets/)
      .first()
      .waitFor();
    await owner.go(`/tickets/${id}?tab=history`);
    await owner.page.getByText(/Assigned automatically to: Tomek Żuraw/).waitFor();
    await owner.go("/duty?tab=routing");
    await owner.page.getByRole("combobox").first().selectOption("pull");
    await owner.see(owner.t("tiers.routingSaved"));
  }, [owner]);
}
