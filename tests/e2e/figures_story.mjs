// The figures of the desk: what each number is of and means, where there is nothing to count, and
// what a tier costs.

import { equal, test } from "./report.mjs";

export async function figures(house) {
  const { owner, technician, customer } = house;
  const card = (window, name) => window.page.locator(`[data-figure="${name}"]`);

  await test("each figure stands with of how many it is and what it means", async () => {
    await technician.go("/figures");
    await technician.heading(technician.t("figures.title"));
    await technician.see(technician.t("figures.about.fcr_gross"));
    await technician.see(technician.t("figures.about.backlog_days"));
    const { items } = await technician.ask("GET", `/figures?from=2000-01-01&to=2000-01-31`);
    const { value } = items.find((one) => one.figure === "backlog");
    await card(technician, "backlog").getByText(String(value), { exact: true }).waitFor();
    equal(await technician.shows(technician.t("figures.costAbout")), false, "costs");
  }, [technician]);

  await test("the period and the customer stand in the address", async () => {
    await technician.go(`/figures?customer=${customer}`);
    await technician.field("from").fill("2020-01-01");
    await technician.at(/from=2020-01-01/);
    await technician.page.getByRole("alert").waitFor();
    await technician.field("from").fill("2026-01-01");
    await technician.at(/from=2026-01-01/);
    await card(technician, "flr").waitFor();
  }, [technician]);

  await test("a cost is entered for a tier and a month, and told when it is no amount", async () => {
    await owner.go("/figures");
    await owner.press("figures.enterCost");
    await owner.field("cost/minor").fill("dużo");
    await owner.submit();
    await owner.complaintAt("cost/minor");
    await owner.field("cost/minor").fill("25 000,50");
    await owner.submit();
    await owner.dialogGone();
    await owner.see(owner.t("figures.costSaved"));
    const { items } = await owner.ask("GET", "/figures/costs");
    equal(items[0].cost.minor, 25_000_50, "the cost");
    const { month } = items[0];
    const end = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5, 7)), 0));
    await owner.go(`/figures?from=${month}&to=${end.toISOString().slice(0, 10)}`);
    await owner.see(/25,000\.50/);
  }, [owner]);
}
