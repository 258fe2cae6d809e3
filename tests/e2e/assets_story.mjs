// Devices and software: written down on a customer's page, named by a ticket, found again from both
// sides, retired, and what of it the customer's own people see.

import { equal, test } from "./report.mjs";

export async function assets(house) {
  const { owner, technician, client, customer, person } = house;

  await test("a customer's page takes in what they have", async () => {
    await technician.go(`/customers/${customer}?tab=assets`);
    await technician.see(technician.t("assets.none"));
    await technician.press("assets.add");
    await technician.submit();
    await technician.complaintAt("name");
    await technician.fill({ name: "Drukarka w biurze", maker: "Brother", model: "HL-L2352DW" });
    await technician.fill({ purchasedOn: "2025-03-01", warrantyUntil: "2025-02-01" });
    await technician.submit();
    await technician.complaintAt("warrantyUntil");
    await technician.fill({ warrantyUntil: "2027-02-28", inventoryNumber: "WSI-D118" });
    await technician.field("kind").selectOption("printer");
    await technician.field("note").fill("Hasło serwisowe w sejfie");
    await technician.submit();
    await technician.dialogGone();
    await technician.at(/^\/equipment\/\d+$/);
    await technician.heading("Drukarka w biurze");
    await technician.see("Hasło serwisowe w sejfie");
    house.asset = Number(technician.path().split("/").at(-1));
    await technician.go(`/customers/${customer}?tab=assets`);
    await technician.see("WSI-D118");
  }, [technician]);

  await test("no two of a customer's have one name", async () => {
    await technician.press("assets.add");
    await technician.fill({ name: "drukarka w BIURZE" });
    await technician.submit();
    await technician.complaintAt("name");
    await technician.field("name").fill("Laptop");
    const { givenName, familyName } = await technician.ask("GET", `/persons/${person}`);
    await technician.choose("person", `${givenName} ${familyName}`);
    await technician.submit();
    await technician.dialogGone();
    await technician.heading("Laptop");
    await technician.see(`${givenName} ${familyName}`);
    house.ownAsset = Number(technician.path().split("/").at(-1));
  }, [technician]);

  await test("a ticket names one, by searching for it, and each leads to the other", async () => {
    const { id: field } = await owner.ask("POST", "/ticket-fields", {
      kind: "asset",
      namePl: "Zasób",
      nameEn: "Asset",
      customers: "edits",
    });
    const { items } = await owner.ask("GET", "/ticket-forms");
    const general = items.find((one) => !one.category);
    await owner.ask("POST", "/ticket-forms", {
      fields: [field, ...general.fields],
      seen: general.version,
    });
    house.assetField = field;
    const { id: ticket } = await technician.ask("POST", "/tickets", {
      customer,
      requester: person,
      subject: "Drukarka gubi kartki",
    });
    house.assetTicket = ticket;
    await technician.go(`/tickets/${ticket}`);
    const name = technician.t("tickets.fields.editOf", { name: "Zasób" });
    await technician.page.getByRole("button", { name, exact: true }).click();
    await technician.choose(`field-${field}`, "Drukarka w biurze");
    await technician.page.keyboard.press("Enter");
    await technician.field(`field-${field}`).waitFor({ state: "detached" });
    await technician.page.getByRole("link", { name: "Drukarka w biurze" }).click();
    await technician.heading("Drukarka w biurze");
    await technician.page.getByRole("link", { name: /Drukarka gubi kartki/ }).click();
    await technician.heading(/Drukarka gubi kartki/);
  }, [technician, owner]);

  await test("the list of tickets is narrowed to one, the palette finds it by its number", async () => {
    await technician.go(`/tickets?field=${house.assetField}`);
    await technician.page.getByRole("row", { name: /Drukarka gubi kartki/ }).waitFor();
    await technician.page.keyboard.press("Control+k");
    await technician.dialog().waitFor();
    await technician.page.keyboard.type("WSI-D118");
    await technician.page.locator("[cmdk-item]", { hasText: "Drukarka w biurze" }).click();
    await technician.heading("Drukarka w biurze");
  }, [technician]);

  await test("the customer's person sees what they use, and chooses from that alone", async () => {
    await client.go("/equipment");
    await client.see("Laptop");
    equal(await client.shows("Drukarka w biurze"), false, "what others use");
    await client.go("/tickets");
    await client.press("tickets.own.new");
    await client.field("subject").fill("Laptop się grzeje");
    await client.field(`field-${house.assetField}`).click();
    await client.page.getByRole("option", { name: /Laptop/ }).waitFor();
    equal(await client.page.getByRole("option", { name: /Drukarka/ }).count(), 0, "others' assets");
    await client.page.getByRole("option", { name: /Laptop/ }).click();
    await client.submit();
    await client.dialogGone();
    await client.see("Laptop się grzeje");
    await client.go(`/equipment/${house.ownAsset}`);
    await client.see("Laptop się grzeje");
    await client.go(`/equipment/${house.asset}`);
    await client.see(client.t("refusal.missing"));
  }, [client]);

  await test("what is retired stays where it is named, and comes back", async () => {
    await technician.go(`/equipment/${house.asset}`);
    await technician.press("assets.retire");
    await technician.button("assets.putBack").waitFor();
    await technician.go(`/tickets/${house.assetTicket}`);
    await technician.see("Drukarka w biurze");
    await technician.go("/equipment");
    await technician.see("Laptop");
    equal(await technician.shows("Drukarka w biurze"), false, "the retired one");
    await technician.page.getByText(technician.t("assets.retiredOnes"), { exact: true }).click();
    await technician.page.getByRole("row", { name: /Drukarka w biurze/ }).waitFor();
    await technician.go(`/equipment/${house.asset}`);
    await technician.press("assets.putBack");
    await technician.button("assets.retire").waitFor();
  }, [technician]);
}
