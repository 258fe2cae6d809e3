// What people can do: proposed by themselves, set by a lead, asked for by tiers, learnt when missing.

import { equal, test } from "./report.mjs";

export async function skills(house) {
  const { owner, technician } = house;

  await test("a technician proposes a level, and adds a certificate with its paper", async () => {
    await technician.go("/skills");
    await technician.see(technician.t("tiers.noSkills"));
    await technician.press("tiers.proposeSkill");
    await technician.field("skill").selectOption({ label: "Serwery Linux" });
    await technician.field("level").selectOption("3");
    await technician.submit();
    await technician.dialogGone();
    await technician.see(
      technician.t("tiers.proposed", { level: 3, words: technician.t("tiers.level.3") }),
    );
    await technician.press("tiers.addCertificate");
    await technician.submit();
    await technician.complaintAt("issuedOn");
    await technician.field("kind").selectOption({ label: "Cisco CCNA" });
    await technician.field("issuedOn").fill("2024-03-01");
    equal(await technician.field("expiresOn").inputValue(), "2027-02-28", "the last day");
    await technician.field("number").fill("C-17");
    await technician.field("content").setInputFiles({
      name: "ccna.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.4 dyplom"),
    });
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Cisco CCNA");
    await technician.see(technician.t("tiers.unconfirmed"));
  }, [technician]);

  await test("a lead confirms both, in the cell and in the list", async () => {
    await owner.go("/skills?tab=matrix");
    await owner.field("group").selectOption("system");
    const cell = owner.page.getByRole("combobox", { name: /Tomek Żuraw, Linux servers/ });
    await owner.see(owner.t("tiers.proposedShort", { level: 3 }));
    await cell.selectOption("3");
    await owner.page.getByText(owner.t("tiers.proposedShort", { level: 3 })).waitFor({
      state: "detached",
    });
    equal(await cell.inputValue(), "3", "the level");
    await owner.go("/skills?tab=certificates");
    await owner.button("tiers.confirmCertificate").click();
    await owner.button("tiers.confirmCertificate").waitFor({ state: "detached" });
  }, [owner]);

  await test("a requirement shows who lacks it; what nobody knows becomes a task", async () => {
    await owner.go("/skills?tab=gaps");
    await owner.press("tiers.addRequirement");
    await owner.submit();
    await owner.complaintAt("skill");
    await owner.field("skill").selectOption({ label: "Ukrainian" });
    await owner.submit();
    await owner.dialogGone();
    await owner.see(owner.t("tiers.nobodyKnows"));
    await owner.button("tiers.makeTask").click();
    await owner.button("tiers.makeTask").waitFor({ state: "detached" });
    await technician.go("/skills");
    await technician.page.getByRole("heading", { name: technician.t("tiers.learning") }).waitFor();
    await owner.go("/skills?tab=learning");
    await owner.see("Ukrainian");
  }, [owner, technician]);
}
