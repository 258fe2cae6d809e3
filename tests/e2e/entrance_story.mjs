// The first start, and coming in and going out by password.

import { show } from "./gallery.mjs";
import { equal, test } from "./report.mjs";

export const olga = {
  givenName: "Olga",
  familyName: "Właścicielska",
  email: "olga@ogniwo.example",
  password: "zielony parasol nad jeziorem",
};

const setUpScreens = [
  { name: "The first start", path: "/setup" },
  {
    name: "The first start with fields left empty",
    path: "/setup",
    open: (window) => window.submit(),
  },
];

async function signOut(window) {
  await window.page.locator("nav button[aria-haspopup=menu]").click();
  await window.page.getByRole("menuitem", { name: window.t("people.signOut") }).click();
  await window.at("/signin");
}

export async function setUp(house) {
  const { browser, desk } = house;
  house.owner = await browser.window({ who: "Olga", language: "en" });
  const { owner } = house;
  const { t } = owner;

  await test("before set-up every address leads to the first start", async () => {
    await owner.go("/tickets");
    await owner.at("/setup");
    await owner.heading(t("people.setUp"));
  });

  await show(browser, { person: { who: "a stranger" }, screens: setUpScreens });

  await test("a wrong set-up code is refused, and nothing typed is lost", async () => {
    await owner.fill({ ...olga, companyName: "Ogniwo IT", code: "AAAA-BBBB" });
    await owner.submit();
    await owner.see(t("refusal.people.setup_code_wrong"));
    equal(await owner.field("companyName").inputValue(), "Ogniwo IT", "the company's name");
  }, [owner]);

  await test("the code the server printed sets the company up and lets the owner in", async () => {
    await owner.field("code").fill(await desk.setupCode());
    await owner.submit();
    await owner.at("/tickets");
    await owner.heading(t("tickets.tickets"));
    await owner.see(t("tickets.none"));
  }, [owner]);

  await test("set-up happens once: afterwards its page leads nowhere", async () => {
    const stranger = await browser.window({ who: "a stranger", language: "en" });
    await stranger.go("/setup");
    await stranger.fill({ ...olga, companyName: "Another", code: await desk.setupCode() });
    await stranger.submit();
    await stranger.see(t("refusal.missing"));
    await stranger.close();
  });
}

export async function signInAndOut({ owner }) {
  const { t } = owner;

  await test("signing out leads to sign-in and closes every page inside", async () => {
    await signOut(owner);
    await owner.go("/customers");
    await owner.at(/^\/signin\?to=/);
  }, [owner]);

  await test("a wrong password and an unknown address are refused in the same words", async () => {
    for (const email of [olga.email, "nobody@ogniwo.example"]) {
      await owner.go("/signin");
      await owner.fill({ email, password: "not the password" });
      await owner.submit();
      await owner.see(t("refusal.people.sign_in_refused"));
    }
  }, [owner]);

  await test("the right password leads to where the person wanted to go", async () => {
    await owner.go("/customers");
    await owner.at(/^\/signin/);
    await owner.fill({ email: olga.email, password: olga.password });
    await owner.submit();
    await owner.at("/customers");
    await owner.heading(t("people.customers"));
  }, [owner]);

  await test("a session survives a reload of the page", async () => {
    await owner.page.reload();
    await owner.heading(t("people.customers"));
    await owner.at("/customers");
  }, [owner]);
}
