// The support structure is designed on one page, and tickets move by it.

import { equal, test } from "./report.mjs";

export async function structure(house) {
  const { owner, technician } = house;

  await test("the structure shows its tiers, and warns of those where nobody works", async () => {
    await owner.go("/structure");
    await owner.page.getByRole("heading", { name: "Third line" }).waitFor();
    await owner.see(owner.t("tiers.warning.nobody_works_here", { tier: 2 }));
    await technician.go("/structure");
    await technician.page.getByRole("heading", { name: "Trzecia linia" }).waitFor();
    equal(await technician.button("tiers.edit").count(), 0, "buttons for a technician");
  }, [owner, technician]);

  await test("people and queues are added, and the second line demands the handover", async () => {
    await owner.press("tiers.edit");
    await owner.choose("tiers/0/members", "Tomek Żuraw");
    await owner.choose("tiers/1/members", "Tomek Żuraw");
    await owner.page.getByRole("button", { name: owner.t("tiers.addQueue") }).nth(1).click();
    await owner.submit();
    await owner.complaintAt("tiers/1/queues/1/name");
    await owner.field("tiers/1/queues/1/name").fill("Sieć");
    await owner.page.getByLabel(owner.t("tiers.needsHandover")).first().check();
    await owner.submit();
    await owner.dialogGone();
    await owner.page.getByText(/, Sieć$/).waitFor();
    await owner.page.getByText(owner.t("tiers.needsHandover")).waitFor();
  }, [owner]);

  await test("a reason of one's own is added and allowed for one move", async () => {
    await owner.press("tiers.editMoves");
    await owner.button("tiers.addReason").click();
    const last = (await owner.page.locator('input[name$="/code"]').count()) - 1;
    await owner.field(`reasons/${last}/code`).fill("on_site");
    await owner.field(`reasons/${last}/namePl`).fill("trzeba pojechać");
    await owner.field(`reasons/${last}/nameEn`).fill("somebody must go there");
    await owner.page.getByRole("checkbox", { name: "somebody must go there" }).first().check();
    await owner.submit();
    await owner.dialogGone();
    await owner.page.getByText(/somebody must go there/).waitFor();
  }, [owner]);

  await test("an escalation is refused until the handover is whole, which the ticket prefills", async () => {
    const { id } = await owner.ask("POST", "/tickets", {
      customer: house.customer,
      subject: "Skaner nie widzi sieci",
      text: "Od wczoraj skaner pokazuje brak sieci.",
    });
    house.handedOver = id;
    await technician.go(`/tickets/${id}`);
    await technician.press("tickets.escalate");
    await technician.field("reason").selectOption({ label: "trzeba pojechać" });
    await technician.field("note").fill("Kabel wygląda na przerwany.");
    const symptom = technician.field("handover/symptom");
    await technician.page.waitForFunction(
      () => document.getElementsByName("handover/symptom")[0]?.value.length > 0,
    );
    equal((await symptom.inputValue()).startsWith("Skaner nie widzi sieci"), true, "the symptom");
    await technician.submit();
    await technician.complaintAt("handover/steps");
    await technician.field("handover/steps").fill("Inny port, inny kabel.");
    await technician.field("handover/evidence").fill("Zdjęcie gniazdka.");
    await technician.field("handover/outcome").fill("Wymiana gniazdka.");
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Wymiana gniazdka.");
  }, [technician]);

  await test("one key returns what is missing, and both sides have their say", async () => {
    await owner.go(`/tickets/${house.handedOver}`);
    await owner.see("Wymiana gniazdka.");
    await owner.button("tickets.scorePoor").click();
    await owner.page
      .getByRole("button", { name: owner.t("tickets.scorePoor"), pressed: true })
      .waitFor();
    await owner.page.keyboard.press("b");
    await owner.dialog().waitFor();
    await owner.page.getByRole("button", { name: owner.t("tickets.gap.scope") }).click();
    await owner.dialogGone();
    await owner.see(
      owner.t("tickets.returnedFor", { gap: owner.t("tickets.gap.scope") }),
    );
    await owner.see(owner.t("tickets.figure.returns"));
  }, [owner]);
}
