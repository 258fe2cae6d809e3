// Fields of the company's own: defined, put on a form, filled in, sorted by, and opened to a customer.

import { equal, test } from "./report.mjs";

export async function fields(house) {
  const { owner, technician, client } = house;
  const define = async (values, more) => {
    await owner.press("tickets.fields.define");
    await owner.fill(values);
    await more?.();
    await owner.submit();
    await owner.dialogGone();
    await owner.see(values.nameEn);
  };

  await test("fields are defined, below Advanced at first", async () => {
    await owner.go("/ticket-settings");
    const folded = owner.page.getByText(owner.t("tickets.fields.noFields"));
    equal(await folded.isVisible(), false, "the fields at first");
    await owner.page
      .getByText(`${owner.t("tickets.advanced")}: ${owner.t("tickets.fields.settings")}`)
      .click();
    await define({ namePl: "Numer kasy", nameEn: "Till" }, () =>
      owner.field("customers").selectOption("edits"),
    );
    await define({ namePl: "Stanowiska", nameEn: "Seats" }, async () => {
      await owner.field("kind").selectOption("number");
      await owner.field("least").fill("1");
    });
    await owner.press("tickets.fields.define");
    await owner.fill({ namePl: "numer kasy", nameEn: "System" });
    await owner.field("kind").selectOption("choice");
    for (const [place, [pl, en]] of [
      ["Sprzedaż", "Sales"],
      ["Magazyn", "Stock"],
    ].entries()) {
      await owner.press("tickets.fields.addChoice");
      await owner.fill({ [`choices/${place}/namePl`]: pl, [`choices/${place}/nameEn`]: en });
    }
    await owner.field("need").selectOption("resolution");
    await owner.submit();
    await owner.complaintAt("namePl");
    await owner.field("namePl").fill("System");
    await owner.submit();
    await owner.dialogGone();
    await owner.see("field.system");
  }, [owner]);

  await test("a form shows them in its order", async () => {
    const general = owner.t("tickets.fields.generalForm");
    const edit = owner.t("tickets.fields.editFormOf", { name: general });
    await owner.page.getByRole("button", { name: edit, exact: true }).click();
    for (const name of ["Seats", "System", "Till"]) {
      await owner.field("add").selectOption({ label: name });
    }
    const up = owner.t("tickets.fields.up", { name: "Till" });
    for (let step = 0; step < 2; step++) {
      await owner.page.getByRole("button", { name: up, exact: true }).click();
    }
    await owner.submit();
    await owner.dialogGone();
    await owner.see("Till, Seats, System");
  }, [owner]);

  await test("a new ticket asks for them, and says what does not fit", async () => {
    const { items } = await owner.ask("GET", "/ticket-fields");
    house.fields = Object.fromEntries(items.map((one) => [one.key, one.id]));
    const { numer_kasy: till, stanowiska: seats } = house.fields;
    await technician.go("/tickets");
    await technician.press("tickets.newTicket");
    await technician.choose("customer", "Kowalski");
    await technician.field("subject").fill("Kasa nie łączy się z serwerem");
    await technician.field(`field-${till}`).fill("Kasa 7");
    await technician.field(`field-${seats}`).fill("0");
    await technician.submit();
    await technician.complaintAt(`field-${seats}`);
    await technician.field(`field-${seats}`).fill("12");
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Kasa 7");
    house.fieldTicket = Number(new URL(technician.page.url()).pathname.split("/").at(-1));
  }, [technician]);

  await test("a value is changed in its place, and the history tells both", async () => {
    const { stanowiska: seats } = house.fields;
    const name = technician.t("tickets.fields.editOf", { name: "Stanowiska" });
    await technician.page.getByRole("button", { name, exact: true }).click();
    await technician.field(`field-${seats}`).fill("14");
    await technician.page.keyboard.press("Enter");
    await technician.field(`field-${seats}`).waitFor({ state: "detached" });
    await technician.go(`/tickets/${house.fieldTicket}?tab=history`);
    await technician.see(technician.t("tickets.history.fields_changed"));
    await technician.page.getByText(/12\s*→\s*14/).waitFor();
  }, [technician]);

  await test("the list is put in their order, and narrowed to a value", async () => {
    const { stanowiska: seats, numer_kasy: till } = house.fields;
    const { customer } = await technician.ask("GET", `/tickets/${house.fieldTicket}`);
    await technician.ask("POST", "/tickets", {
      customer,
      subject: "Mniej stanowisk",
      fields: [{ field: seats, number: "3" }],
    });
    await technician.go("/tickets");
    await technician.field("byField").selectOption(String(seats));
    await technician.at(new RegExp(`field=${seats}`));
    const rows = () => technician.page.getByRole("row").allInnerTexts();
    await technician.page.getByRole("row", { name: /Mniej stanowisk/ }).waitFor();
    const subjects = (await rows()).filter((row) => /Mniej|Kasa nie/.test(row));
    equal(subjects.length, 2, "tickets with seats");
    equal(/Mniej/.test(subjects[0]), true, "fewer seats come first");
    await technician.field("byField").selectOption(String(till));
    await technician.field(`field-${till}`).fill("kasa 7");
    await technician.at(/fieldValue=kasa/);
    await technician.page.getByRole("row", { name: /Kasa nie łączy/ }).waitFor();
  }, [technician]);

  await test("resolving asks for what the form wants", async () => {
    const { system } = house.fields;
    await technician.go(`/tickets/${house.fieldTicket}`);
    await technician.press("tickets.resolve");
    await technician.field("text").fill("Działa.");
    await technician.submit();
    await technician.complaintAt(`field-${system}`);
    await technician.field(`field-${system}`).selectOption("magazyn");
    await technician.submit();
    await technician.dialogGone();
    await technician.see("Magazyn");
  }, [technician]);

  await test("the customer sees and changes what is opened to them, and nothing else", async () => {
    const { numer_kasy: till } = house.fields;
    await client.go("/tickets");
    await client.press("tickets.own.new");
    await client.field("subject").fill("Nowa kasa");
    await client.field(`field-${till}`).fill("Kasa 9");
    equal(await client.field(`field-${house.fields.stanowiska}`).count(), 0, "the hidden field");
    await client.submit();
    await client.dialogGone();
    await client.see("Kasa 9");
    const name = client.t("tickets.fields.editOf", { name: "Numer kasy" });
    await client.page.getByRole("button", { name, exact: true }).click();
    await client.field(`field-${till}`).fill("Kasa 10");
    await client.page.keyboard.press("Enter");
    await client.see("Kasa 10");
    equal(await client.shows("Stanowiska"), false, "the hidden field");
  }, [client]);
}
