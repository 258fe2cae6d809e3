// Customers, our own card, and what happens when two people edit at once.

import { equal, test } from "./report.mjs";

export async function customers(house) {
  const { owner } = house;
  const { t } = owner;

  await test("a NIP with a slip is blamed at its field before anything is sent", async () => {
    await owner.go("/customers");
    await owner.press("people.newCustomer");
    await owner.fill({ name: "Kowalski", nip: "123-456-32-19" });
    await owner.field("regon").focus();
    equal(await owner.complaintAt("nip"), t("refusal.nip_checksum"), "at the NIP");
    await owner.submit();
    equal(await owner.complaintAt("nip"), t("refusal.nip_checksum"), "still at the NIP");
  }, [owner]);

  await test("a corrected NIP is saved and shown as people write it", async () => {
    await owner.field("nip").fill("1234563218");
    await owner.fill({ legalName: "Kowalski i Synowie sp. z o.o." });
    await owner.fill({
      "billingAddress/lines/0": "ul. Ogrodowa 3",
      "billingAddress/city": "Poznań",
    });
    await owner.fill({ "billingAddress/postCode": "60-123" });
    await owner.submit();
    await owner.at(/^\/customers\/\d+$/);
    await owner.heading("Kowalski");
    await owner.see("123-456-32-18");
    await owner.see("60-123 Poznań");
    house.customer = Number(owner.path().split("/").at(-1));
  }, [owner]);

  await test("a NIP that another customer has is refused by the server at its field", async () => {
    await owner.go("/customers");
    await owner.press("people.newCustomer");
    await owner.fill({ name: "Kowalski bis", nip: "1234563218" });
    await owner.submit();
    await owner.see(t("refusal.people.nip_taken"));
    await owner.page.keyboard.press("Escape");
    await owner.dialogGone();
  }, [owner]);

  await test("an edited customer is shown as it was edited", async () => {
    await owner.go(`/customers/${house.customer}`);
    await owner.press("ui.edit");
    await owner.fill({ sector: "stolarnia", pinnedNotes: "Wjazd od ulicy Polnej." });
    await owner.submit();
    await owner.dialogGone();
    await owner.see("stolarnia");
    await owner.see("Wjazd od ulicy Polnej.");
  }, [owner]);

  await test("who saves onto another's change is told, and nothing is overwritten", async () => {
    const other = await owner.another();
    await other.go(`/customers/${house.customer}`);
    await owner.press("ui.edit");
    await other.press("ui.edit");
    await owner.fill({ sector: "meble" });
    await owner.submit();
    await owner.dialogGone();
    await other.fill({ sector: "tartak" });
    await other.submit();
    await other.see(t("refusal.stale"));
    await other.page.close();
    await owner.go(`/customers/${house.customer}`);
    await owner.see("meble");
  }, [owner]);

  await test("a customer gets a site with opening hours", async () => {
    await owner.go(`/customers/${house.customer}?tab=sites`);
    await owner.press("people.addSite");
    await owner.fill({ name: "Magazyn", "hours/monday": "8-16" });
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Magazyn");
    await owner.see(/8:00.16:00/);
  }, [owner]);

  await test("our company's card shows what was put on it", async () => {
    await owner.go("/company");
    await owner.press("people.editCompany");
    await owner.fill({ email: "pomoc@ogniwo.example", web: "https://ogniwo.example" });
    await owner.page.getByRole("button", { name: t("people.addPhone") }).click();
    await owner.fill({
      "phones/0/number": "61 855 12 34",
      "phones/0/note": "jak za zwykłe połączenie",
    });
    await owner.submit();
    await owner.dialogGone();
    await owner.see("pomoc@ogniwo.example");
    await owner.see("61 855 12 34");
    await owner.see("jak za zwykłe połączenie");
  }, [owner]);
}
