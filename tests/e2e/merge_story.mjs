// Two tickets become one and two again, messages become a ticket of their own, and a ticket gets
// another customer; each looked at before it is done, and undone.

import { equal, test } from "./report.mjs";

export async function merges(house) {
  const { owner, client } = house;
  const make = (subject, text) =>
    client.ask("POST", "/tickets", { customer: house.customer, subject, text });
  const printer = (await make("Drukarka etykiet", "Nie drukuje etykiet.")).id;
  const labels = (await make("Etykiety się nie drukują", "To samo co wczoraj.")).id;

  await test("a ticket is merged into another one, which is found by words and looked at first", async () => {
    await owner.go(`/tickets/${printer}`);
    await owner.button("tickets.resolve").waitFor();
    await owner.page.keyboard.press("j");
    await owner.submit();
    await owner.complaintAt("into");
    await owner.choose("into", "Etykiety się");
    await owner.forecast()
      .getByText(owner.t("tickets.merge.joins", { number: String(labels) }))
      .waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.at(`/tickets/${labels}`);
    await owner.see("Nie drukuje etykiet.");
    await owner.see("To samo co wczoraj.");
    await owner.see(owner.t("tickets.merge.merged"));
  }, [owner]);

  await test("the merged one says where it goes on, and an answer to it is read there", async () => {
    await client.ask("POST", `/tickets/${printer}/replies`, { text: "Już drukuje!" });
    await owner.see("Już drukuje!");
    await owner.go(`/tickets/${printer}`);
    await owner.see(owner.t("tickets.merge.into", { number: String(labels) }));
    await owner.press("tickets.merge.undo");
    await owner.button("tickets.merge.undo").waitFor({ state: "detached" });
    await owner.see("Już drukuje!");
    equal(await owner.shows("To samo co wczoraj."), false, "the other talk");
    await owner.button("tickets.resolve").waitFor();
  }, [owner, client]);

  await test("chosen messages become a ticket of their own, and go back", async () => {
    await owner.order("tickets.split");
    await owner.submit();
    await owner.complaintAt("subject");
    await owner.field("subject").fill("Drukarka jednak drukuje");
    await owner.dialog().getByLabel("Już drukuje!").check();
    await owner.submit();
    await owner.dialogGone();
    await owner.page.getByRole("heading", { name: "Drukarka jednak drukuje" }).waitFor();
    await owner.see("Już drukuje!");
    await owner.see(owner.t("tickets.merge.splitFrom"));
    await owner.page
      .getByRole("main")
      .getByRole("button", { name: owner.t("tickets.split.undo") })
      .click();
    await owner.at(`/tickets/${printer}`);
    await owner.see("Nie drukuje etykiet.");
    await owner.see("Już drukuje!");
  }, [owner]);

  await test("a ticket gets another customer, and who loses sight of it is named", async () => {
    const other = await owner.ask("POST", "/customers", { name: "Hurtownia Zebra" });
    const wrong = (await make("Zły klient", "Ups.")).id;
    await owner.go(`/tickets/${wrong}`);
    await owner.button("tickets.resolve").waitFor();
    await owner.order("tickets.changeCustomer");
    await owner.dialog().getByText(owner.t("tickets.changeCustomer.same")).waitFor();
    await owner.choose("customer", "Hurtownia Zebra");
    await owner.forecast().getByText(owner.t("tickets.changeCustomer.back")).waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.page.getByRole("main").getByText("Hurtownia Zebra").first().waitFor();
    equal(
      (await client.ask("GET", "/tickets")).items.some((one) => one.id === wrong),
      false,
      "seen",
    );
    equal((await owner.ask("GET", `/tickets/${wrong}`)).customer, other.customer, "the customer");
  }, [owner, client]);
}
