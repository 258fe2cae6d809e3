// Whoever is concerned finds it in one list, with a number beside its name until it was read.

import { equal, test } from "./report.mjs";

const place = (window) =>
  window.page.getByRole("link", { name: new RegExp(`^${window.t("notices.notices")}`) }).first();

export async function notices(house) {
  const { owner, technician, client } = house;

  await test("an assignment and an answer are told, and reading the ticket ends it", async () => {
    const { id } = await owner.ask("POST", "/tickets", {
      customer: house.customer,
      subject: "Monitor miga",
    });
    const { person } = await technician.ask("GET", "/session");
    await technician.go("/notices");
    const readAll = technician.button("notices.readAll");
    if ((await readAll.count()) > 0) await readAll.click();
    await owner.ask("POST", `/tickets/${id}/assignment`, { assignee: person });
    await place(technician).getByText("1", { exact: true }).waitFor();
    await technician.see(technician.t("notices.kind.tickets.assigned"));
    await technician.page.getByRole("link", { name: /Monitor miga/ }).click();
    await technician.page.getByRole("heading", { name: "Monitor miga" }).waitFor();
    await place(technician).getByText("1", { exact: true }).waitFor({ state: "detached" });
    house.leadTicket = id;
  }, [technician, owner]);

  await test("the lead is asked to look, with one key and one sentence", async () => {
    await technician.page.keyboard.press("l");
    await technician.submit();
    await technician.complaintAt("note");
    await technician.field("note").fill("Klient grozi odejściem.");
    await technician.submit();
    await technician.dialogGone();
    await owner.go("/notices");
    await owner.page.getByRole("link", { name: /Monitor miga/ }).first().waitFor();
    await owner.see(owner.t("notices.kind.tickets.lead_informed"));
    await owner.press("notices.readAll");
    await owner.button("notices.readAll").waitFor({ state: "detached" });
  }, [technician, owner]);

  await test("a customer's person is told of answers, and of nothing internal", async () => {
    await client.go("/notices");
    await client.see(client.t("notices.kind.tickets.replied"));
    equal(await client.shows(client.t("notices.kind.tickets.noted")), false, "a note");
  }, [client]);
}
