// Languages, themes, a phone, the keyboard alone, and the ways back and forward.

import { olga } from "./entrance_story.mjs";
import { equal, test } from "./report.mjs";
import { wordsOf } from "./words.mjs";

const polish = wordsOf("pl");

const theme = (window) => window.page.evaluate(() => document.documentElement.dataset.theme);
const language = (window) => window.page.evaluate(() => document.documentElement.lang);
const colour = (window) =>
  window.page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);

export async function looks(house) {
  const { owner, browser } = house;
  const { t } = owner;

  await test("another language changes every word at once and stays after a reload", async () => {
    await owner.go("/account");
    await owner.page.getByText("Polski", { exact: true }).click();
    await owner.heading(polish("people.account"));
    equal(await language(owner), "pl", "the page's language");
    await owner.page.reload();
    await owner.heading(polish("people.account"));
    await owner.page.getByText("English", { exact: true }).click();
    await owner.heading(t("people.account"));
  }, [owner]);

  await test("the dark theme changes the colours and stays after a reload", async () => {
    await owner.go("/account");
    const light = await colour(owner);
    await owner.page.getByText(t("people.theme.dark"), { exact: true }).click();
    await owner.page.waitForFunction(() => document.documentElement.dataset.theme === "dark");
    equal((await colour(owner)) === light, false, "whether the colour stays");
    await owner.page.reload();
    await owner.heading(t("people.account"));
    equal(await theme(owner), "dark", "the theme");
    await owner.page.getByText(t("people.theme.system"), { exact: true }).click();
    await owner.page.waitForFunction(() => document.documentElement.dataset.theme === "light");
  }, [owner]);

  await test("a stranger chooses the language of the sign-in page", async () => {
    const stranger = await browser.window({ who: "a stranger", language: "en" });
    await stranger.go("/signin");
    await stranger.page.getByRole("button", { name: "Polski" }).click();
    await stranger.heading(polish("people.signIn"));
    await stranger.close();
  });

  await test("on a phone everything is reached from the bar below", async () => {
    const state = await owner.session();
    const phone = await browser.window({ who: "Olga", language: "en", phone: true, state });
    await phone.go("/tickets");
    await phone.page.locator("nav:visible").getByText(t("people.customers")).click();
    await phone.heading(t("people.customers"));
    await phone.press("ui.more");
    await phone.dialog().getByText(t("people.company")).click();
    await phone.heading(t("people.company"));
    await phone.close();
  });
}

export async function keyboard(house) {
  const { owner, browser } = house;
  const { t } = owner;
  const press = (window, ...keys) =>
    keys.reduce(
      (before, key) => before.then(() => window.page.keyboard.press(key)),
      Promise.resolve(),
    );

  await test("the palette finds places and customers without a mouse", async () => {
    await owner.go("/tickets");
    await press(owner, "Control+k");
    await owner.dialog().waitFor();
    await owner.page.keyboard.type(t("people.rolesAndRights").slice(0, 8));
    await owner.page.locator("[cmdk-item][data-selected=true]").waitFor();
    await press(owner, "Enter");
    await owner.at("/roles");
    await press(owner, "Control+k");
    await owner.dialog().waitFor();
    await owner.page.keyboard.type("kowal");
    await owner.page.locator("[cmdk-item]", { hasText: "Kowalski" }).first().waitFor();
    await press(owner, "Enter");
    await owner.heading("Kowalski");
  }, [owner]);

  await test("keys lead from place to place, and rest while somebody types", async () => {
    await owner.go("/company");
    await press(owner, "g", "c");
    await owner.at("/customers");
    await owner.heading(t("people.customers"));
    await press(owner, "/");
    await owner.page.keyboard.type("gt");
    await owner.at("/customers?q=gt");
    equal(await owner.page.getByRole("searchbox").inputValue(), "gt", "the filter");
  }, [owner]);

  await test("single keys can be switched off, and Ctrl+K goes on working", async () => {
    await owner.go("/account");
    await owner.page.getByLabel(t("ui.singleKeys")).first().uncheck();
    await owner.page.locator("h1").click();
    await press(owner, "g", "c", "Control+k");
    await owner.dialog().waitFor();
    await owner.at("/account");
    await press(owner, "Escape");
    await owner.dialogGone();
    await owner.page.getByLabel(t("ui.singleKeys")).first().check();
  }, [owner]);

  await test("signing in and opening a ticket takes no mouse", async () => {
    const other = await browser.window({ who: "Olga", language: "en" });
    await other.go("/signin");
    await other.page.keyboard.type(olga.email);
    await press(other, "Tab");
    await other.page.keyboard.type(olga.password);
    await press(other, "Enter");
    await other.heading(t("tickets.tickets"));
    await other.page.getByRole("row").nth(1).waitFor();
    const onRow = () => document.activeElement?.getAttribute("role") === "row";
    for (let step = 0; step < 40 && !(await other.page.evaluate(onRow)); step++) {
      await press(other, "Tab");
    }
    await press(other, "j", "k", "Enter");
    await other.at(/^\/tickets\/\d+$/);
    const note = other.page.locator("textarea");
    await note.waitFor();
    await press(other, "i");
    await other.button("tickets.saveNote").waitFor();
    await other.page.keyboard.type("Bez myszy.");
    await press(other, "Control+Enter");
    await other.page.locator("ol li", { hasText: "Bez myszy." }).waitFor();
    equal(await note.inputValue(), "", "the composer");
    await other.close();
  });
}

export async function backAndForward({ owner }) {
  const { t } = owner;

  await test("back and forward keep what a list was showing", async () => {
    await owner.go("/tickets");
    await owner.page.getByText(t("tickets.view.all"), { exact: true }).click();
    await owner.page.getByRole("searchbox").fill("laptop");
    await owner.at(/^\/tickets\?.*q=laptop/);
    const list = owner.path();
    await owner.page.getByRole("row", { name: "Nowy laptop" }).click();
    await owner.at(/^\/tickets\/\d+$/);
    const ticket = owner.path();
    await owner.page.goBack();
    await owner.at(list);
    equal(await owner.page.getByRole("searchbox").inputValue(), "laptop", "the filter");
    await owner.page.getByRole("row", { name: "Nowy laptop" }).waitFor();
    await owner.page.goForward();
    await owner.at(ticket);
    await owner.heading("Nowy laptop dla księgowości");
  }, [owner]);
}

export async function everywhere(house) {
  const { owner, browser } = house;
  const { t } = owner;

  await test("signing out everywhere ends the sessions of other devices, too", async () => {
    const other = await browser.window({ who: "Olga elsewhere", language: "en" });
    await other.go("/signin");
    await other.fill({ email: olga.email, password: olga.password });
    await other.submit();
    await other.heading(t("tickets.tickets"));
    await owner.go("/account");
    await owner.press("people.signOutEverywhere");
    await owner
      .dialog()
      .getByRole("button", { name: t("people.signOutEverywhere") })
      .click();
    await owner.at("/signin");
    await other.page.reload();
    await other.at(/^\/signin/);
    await other.close();
  }, [owner]);
}
