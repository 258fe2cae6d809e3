// Files: chosen, dropped or pasted, on their way, in a message, and never in the wrong one.

import { equal, test } from "./report.mjs";

const plan = {
  name: "plan sieci.txt",
  mimeType: "text/plain",
  buffer: Buffer.from("Gniazdka 1-12"),
};
const list = { name: "hasła.txt", mimeType: "text/plain", buffer: Buffer.from("nikomu") };
// One pixel.
const pixel = Buffer.from(
  "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==",
  "base64",
);

const pick = (window, ...files) =>
  window.page.locator('input[data-pick="files"]').setInputFiles(files);

async function ready(window, name) {
  await window.page
    .getByRole("button", { name: window.t("tickets.removeFile", { name }) })
    .waitFor();
  await window.page.locator("progress").waitFor({ state: "detached" });
}

async function download(window, name) {
  const link = window.page.locator("a[download]", { hasText: name });
  const [file] = await Promise.all([window.page.waitForEvent("download"), link.click()]);
  const stream = await file.createReadStream();
  const parts = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts).toString();
}

export async function files(house) {
  const { technician, client } = house;
  const { t } = technician;

  await test("a file goes with a reply, and the customer downloads it", async () => {
    await technician.go(`/tickets/${house.ticket}`);
    await technician.press("tickets.reply");
    await pick(technician, plan);
    await ready(technician, plan.name);
    await technician.page.locator("textarea").fill("Plan w załączeniu.");
    await technician.press("tickets.sendReply");
    await technician.page.locator("a[download]", { hasText: plan.name }).waitFor();
    equal(await technician.page.locator("textarea").inputValue(), "", "the draft");
    await client.go(`/tickets/${house.ticket}`);
    equal(await download(client, plan.name), "Gniazdka 1-12", "the file");
  }, [technician, client]);

  await test("a file of a note stays with the note: in its box and in its talk", async () => {
    await technician.press("tickets.note");
    await pick(technician, list);
    await ready(technician, list.name);
    await technician.press("tickets.reply");
    equal(await technician.shows(list.name), false, "the note's file in the box of the reply");
    await technician.press("tickets.note");
    await technician.page.locator("textarea").fill("Tylko dla nas.");
    await technician.press("tickets.saveNote");
    await technician.page.locator("a[download]", { hasText: list.name }).waitFor();
    await client.go(`/tickets/${house.ticket}`);
    await client.see(plan.name);
    equal(await client.shows(list.name), false, "the note's file on the customer's page");
  }, [technician, client]);

  await test("a pasted picture is attached and seen in the message", async () => {
    await technician.press("tickets.reply");
    await technician.page.locator("textarea").evaluate((element, bytes) => {
      const data = new DataTransfer();
      const picture = Uint8Array.from(atob(bytes), (letter) => letter.charCodeAt(0));
      data.items.add(new File([picture], "image.png", { type: "image/png" }));
      element.dispatchEvent(
        new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
      );
    }, pixel.toString("base64"));
    await technician.page.locator("progress").waitFor({ state: "detached" });
    await technician.page.locator("textarea").fill("Tak to wygląda.");
    await technician.press("tickets.sendReply");
    const picture = technician.page.locator("ol li", { hasText: "Tak to wygląda." }).locator("img");
    await picture.waitFor();
    await technician.page.waitForFunction(
      (image) => image.complete && image.naturalWidth === 1,
      await picture.elementHandle(),
    );
  }, [technician]);

  await test("a file that did not get through says so and can be tried again", async () => {
    const refuse = (route) => route.fulfill({ status: 429, body: "" });
    await technician.page.route("**/attachments", refuse);
    await pick(technician, plan);
    await technician.see(t("tickets.fileFailed"));
    await technician.see(t("refusal.status.429"));
    await technician.page.unroute("**/attachments", refuse);
    await technician.press("ui.tryAgain");
    await technician.page.getByText(t("tickets.fileFailed")).waitFor({ state: "detached" });
    await technician.page
      .getByRole("button", { name: t("tickets.removeFile", { name: plan.name }) })
      .click();
  }, [technician]);

  await test("a file over 20 MB is refused in words before it is sent", async () => {
    const large = { name: "film.bin", mimeType: "video/mp4", buffer: Buffer.alloc(20 * 1024 * 1024 + 1) };
    await pick(technician, large);
    await technician.see(t("refusal.tickets.attachment_too_large"));
    await technician.page
      .getByRole("button", { name: t("tickets.removeFile", { name: large.name }) })
      .click();
  }, [technician]);

  await test("a customer's new ticket carries its files in one action", async () => {
    await client.go("/tickets");
    await client.press("tickets.own.new");
    await client.fill({ subject: "Monitor miga", text: "Zdjęcie w załączniku." });
    await pick(client, { name: "zdjęcie.png", mimeType: "image/png", buffer: pixel });
    await client.submit();
    await client.at(/^\/tickets\/\d+$/);
    await client.see("Zdjęcie w załączniku.");
    await client.page.locator("a[download]", { hasText: "zdjęcie.png" }).waitFor();
  }, [client]);
}
