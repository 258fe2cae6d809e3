// A colleague and a customer's person: added, invited, and in by a link or a code.

import { equal, test } from "./report.mjs";

export const tomek = { email: "tomek@ogniwo.example", password: "piętnaście kroków do brzegu" };
export const jan = { email: "jan@kowalski.example" };

const linkOf = (mail) => new URL(mail.params.url);

async function addPerson(window, { givenName, familyName, email, staffRole, customer }) {
  await window.go("/people");
  await window.press("people.newPerson");
  await window.fill({ givenName, familyName, "emails/0": email });
  if (staffRole) {
    await window.field("isStaff").check();
    await window.field("staffRole").selectOption(staffRole);
  } else {
    await window.choose("customers/0", customer);
  }
  await window.submit();
  await window.at(/^\/people\/\d+$/);
  await window.heading(`${givenName} ${familyName}`);
  await window.see(window.t(`people.role.${staffRole ?? "customer_user"}`));
}

async function giveRole(window, role) {
  await window.button("people.giveRole").first().click();
  await window.dialog().locator('[name="role"]').selectOption(role);
  await window.submit();
  await window.dialogGone();
  await window.see(window.t(`people.role.${role}`));
}

async function invite(window) {
  await window.press("people.invite");
  await window.see(window.t("people.linkSent", { address: "" }));
}

export async function colleague(house) {
  const { owner, browser, desk } = house;
  house.technician = await browser.window({ who: "Tomek", language: "pl" });
  const { technician } = house;
  const { t } = technician;
  let link;

  await test("a new colleague gets a role and an invitation by mail", async () => {
    await addPerson(owner, {
      ...tomek,
      givenName: "Tomek",
      familyName: "Żuraw",
      staffRole: "technician",
    });
    await invite(owner);
    const mail = await desk.nextMail("people.invitation");
    equal(mail.to, tomek.email, "the mail's address");
    link = linkOf(mail);
    equal(link.origin, technician.address, "the link's server");
  }, [owner]);

  await test("a role is given on a person's page and taken away again", async () => {
    await giveRole(owner, "bookkeeper");
    const take = owner.t("people.takeRole");
    const name = `${take}: ${owner.t("people.role.bookkeeper")}`;
    const button = owner.page.getByRole("button", { name });
    await button.click();
    await owner.dialog().getByRole("button", { name: take }).click();
    await button.waitFor({ state: "detached" });
  }, [owner]);

  await test("opening an invitation signs nobody in, however often it is opened", async () => {
    for (let time = 0; time < 2; time++) {
      await technician.go(link.pathname + link.hash);
      await technician.heading(t("people.linkInvitation"));
      await technician.button("people.linkInvitationDo").waitFor();
    }
    const other = await technician.another();
    await other.go("/tickets");
    await other.at(/^\/signin/);
    await other.page.close();
  }, [technician]);

  await test("a password that is too short is refused on the invitation", async () => {
    await technician.field("password").fill("krótkie");
    await technician.press("people.linkInvitationDo");
    equal(await technician.complaintAt("password"), t("refusal.password_short"), "at the password");
  }, [technician]);

  await test("the invitation's button sets the password and lets the colleague in", async () => {
    await technician.field("password").fill(tomek.password);
    await technician.press("people.linkInvitationDo");
    await technician.at("/tickets");
    await technician.heading(t("tickets.tickets"));
  }, [technician]);

  await test("a used link says that it is no longer active", async () => {
    const other = await technician.another();
    await other.go(link.pathname + link.hash);
    await other.heading(t("people.linkGone"));
    await other.page.close();
  }, [technician]);
}

export async function customersPerson(house) {
  const { owner, browser, desk } = house;
  house.client = await browser.window({ who: "Jan", language: "pl" });
  const { client } = house;
  const { t } = client;

  await test("a customer's person is added, gets a role there and an invitation", async () => {
    await addPerson(owner, {
      ...jan,
      givenName: "Jan",
      familyName: "Kowalski",
      customer: "Kowalski",
    });
    house.person = Number(owner.path().split("/").at(-1));
    await invite(owner);
  }, [owner]);

  await test("a customer's person comes in by the link without a password", async () => {
    const link = linkOf(await desk.nextMail("people.invitation"));
    await client.go(link.pathname + link.hash);
    await client.press("people.linkInvitationDo");
    await client.at("/tickets");
    await client.heading(t("tickets.own.title"));
  }, [client]);

  await test("a customer's person is offered tickets, and neither customers nor people", async () => {
    const links = await client.page.locator("nav a:visible").allInnerTexts();
    equal(links.includes(t("tickets.tickets")), true, "the way to tickets");
    equal(links.includes(t("people.customers")), false, "the way to customers");
    equal(links.includes(t("people.people")), false, "the way to people");
  }, [client]);

  await test("a customer's person who types the address of a customer's page sees nothing of it", async () => {
    const stranger = await owner.ask("POST", "/customers", { name: "Nowakowie" });
    await client.go(`/customers/${stranger.customer}`);
    await client.see(t("refusal.missing"));
    equal(await client.shows("Nowakowie"), false, "the other customer's name");
  }, [client]);

  await test("a wrong code from a mail is refused, the right one lets the person in", async () => {
    await client.go("/account");
    await client.page.locator("nav button[aria-haspopup=menu]").click();
    await client.page.getByRole("menuitem", { name: t("people.signOut") }).click();
    await client.at("/signin");
    await client.field("email").fill(jan.email);
    await client.press("people.sendLink");
    await client.submit();
    await client.heading(t("people.checkMail"));
    const { code } = (await desk.nextMail("people.sign_in")).params;
    await client.field("code").fill(code === "0000 0000" ? "0000 0001" : "0000 0000");
    await client.submit();
    await client.see(t("refusal.people.code_refused"));
    await client.field("code").fill(code);
    await client.submit();
    await client.at("/tickets");
    await client.heading(t("tickets.own.title"));
  }, [client]);
}
