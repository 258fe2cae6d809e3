// Moving in: a file from the old system is read, tried, brought in, and nothing is doubled.

import { equal, test } from "./report.mjs";

// As Polish Excel saves it: "Nazwa firmy;NIP;Miejscowość;Opiekun" in windows-1250.
const table = Buffer.concat([
  Buffer.from("Nazwa firmy;NIP;Miejscowo"),
  Buffer.from([0x9c, 0xe6]),
  Buffer.from(";Opiekun\r\nStocznia Wir;5260001246;Gda"),
  Buffer.from([0xf1]),
  Buffer.from("sk;Ola\r\nBrowar Kos;1234567890;;Ola\r\nSTOCZNIA WIR;;;\r\n"),
]);

const badge = (window, id) =>
  window.page.locator("header").getByText(window.t(id), { exact: true }).waitFor();

const count = async (window, id) => {
  const button = window.page.getByRole("button", { name: new RegExp(`^${window.t(id)}`) });
  return Number((await button.first().innerText()).replace(/\D/g, ""));
};

export async function movingIn(house) {
  const { owner } = house;

  await test("a file is read as it is, and says what its columns mean", async () => {
    await owner.go("/moving");
    await owner.see(owner.t("moving.none"));
    await owner.press("moving.upload");
    await owner.submit();
    await owner.page
      .locator('input[name="content"]')
      .setInputFiles({ name: "klienci.csv", mimeType: "text/csv", buffer: table });
    await owner.submit();
    await owner.heading("klienci.csv");
    await owner.see("windows-1250");
    await owner.see("Miejscowość");
    await owner.see(owner.t("moving.leftOut", { columns: "Opiekun" }));
  }, [owner]);

  await test("trying it says what would be, and writes nothing", async () => {
    await owner.press("moving.try");
    await badge(owner, "moving.state.checked");
    equal(await count(owner, "moving.verdict.new"), 1, "new rows");
    equal(await count(owner, "moving.verdict.duplicate"), 1, "duplicates");
    await owner.see("1234567890");
    const found = await owner.ask("GET", "/customers?q=stocznia");
    equal(found.items.length, 0, "customers");
  }, [owner]);

  await test("bringing it in writes the good rows, once", async () => {
    for (const fresh of [1, 0]) {
      await owner.press("moving.bringIn");
      await owner.dialog().waitFor();
      await owner.dialog().getByRole("button", { name: owner.t("moving.bringIn") }).click();
      await owner.dialogGone();
      await badge(owner, "moving.state.done");
      await owner.page.waitForFunction(
        ([label, wanted]) =>
          [...document.querySelectorAll("button")].some(
            (one) => one.innerText.replace(/\s+/g, " ").trim() === `${label} ${wanted}`,
          ),
        [owner.t("moving.verdict.new"), fresh],
      );
    }
    const found = await owner.ask("GET", "/customers?q=stocznia");
    equal(found.items.length, 1, "customers");
    equal(found.items[0].city, "Gdańsk", "the city");
  }, [owner]);
}
