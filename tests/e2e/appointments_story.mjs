// Appointments: times are offered by key, the customer picks one on a phone without signing in, moves
// it and cancels it; the week of the desk, and a calendar under a secret address.

import { linkOf } from "./desk.mjs";
import { equal, test } from "./report.mjs";

// As a field of date and time takes it, on the desk's clock: a Tuesday or later in the next weeks.
function inDays(days, clock) {
  const day = new Date(Date.now() + days * 24 * 3_600_000);
  const two = (value) => String(value).padStart(2, "0");
  return `${day.getFullYear()}-${two(day.getMonth() + 1)}-${two(day.getDate())}T${clock}`;
}

const times = (window) => window.page.locator("fieldset label");

export async function appointments(house) {
  const { owner, technician, desk, browser, ticket } = house;
  let link;

  await test("a technician offers times by key, and the plan says what it lacks", async () => {
    await technician.go(`/tickets/${ticket}`);
    await technician.button("tickets.time.startStopwatch").waitFor();
    await technician.page.keyboard.press("@");
    await technician.field("plan/minutes").fill("45");
    await technician.field("plan/site").selectOption("");
    await technician.submit();
    await technician.complaintAt("plan/address");
    await technician.fill({ "plan/address": "ul. Polna 3, Poznań", "plan/travelBefore": "20" });
    await technician.page.getByText(technician.t("tickets.appointment.how.offered")).click();
    await technician.field("plan/offers/0").fill(inDays(3, "10:00"));
    await technician.press("tickets.appointment.addOffer");
    await technician.field("plan/offers/1").fill(inDays(4, "12:30"));
    await technician.submit();
    await technician.dialogGone();
    await technician.see(technician.t("tickets.appointment.state.offered"));
    const mail = await desk.nextMail("tickets.appointment_offered");
    equal(mail.params.times.length, 2, "times in the letter");
    link = linkOf(mail);
  }, [technician]);

  const phone = await browser.window({ who: "Jan's phone", language: "pl", phone: true });

  await test("the customer picks a time without signing in, and has it as a file", async () => {
    await phone.go(link);
    await phone.heading(phone.t("tickets.linked.titleOffer"));
    await times(phone).nth(1).click();
    await phone.press("tickets.linked.take");
    await phone.see(phone.t("tickets.linked.agreed"));
    const file = await phone.page.evaluate(async (token) => {
      const answer = await fetch(`/api/v1/appointment-links/${token}/calendar`);
      return answer.text();
    }, link.split("#")[1]);
    equal(file.startsWith("BEGIN:VCALENDAR\r\n"), true, "a calendar");
    await desk.nextMail("tickets.appointment_agreed");
    await technician.see(technician.t("tickets.appointment.state.agreed"));
  }, [phone, technician]);

  await test("the week of the desk shows it, and a clash is marked", async () => {
    const plan = {
      kind: "remote",
      persons: [(await technician.ask("GET", "/session")).person],
      // On the clock of the browser.
      startsAt: await technician.page.evaluate(
        (typed) => new Date(typed).toISOString(),
        inDays(4, "12:45"),
      ),
      minutes: 30,
    };
    const { items } = await technician.ask("GET", `/tickets/${ticket}/appointments`);
    await technician.ask("POST", `/tickets/${ticket}/appointments`, {
      plan,
      despite: [items[0].id],
    });
    await desk.nextMail("tickets.appointment_agreed");
    const week = inDays(4, "12:00").slice(0, 10);
    await owner.go(`/calendar?week=${week}`);
    await owner.heading(owner.t("tickets.calendar.title"));
    await owner.page
      .getByRole("link", { name: /12:30–13:15/ })
      .filter({ visible: true })
      .first()
      .waitFor();
    equal((await owner.page.getByRole("img", { name: /12:/ }).count()) > 0, true, "marks");
  }, [owner]);

  await test("the customer moves it to a free time, and cancels with a word", async () => {
    await phone.go(link);
    await phone.press("tickets.linked.move");
    await times(phone).last().click();
    await phone.press("tickets.linked.moveDo");
    await phone.button("tickets.linked.move").waitFor();
    await desk.nextMail("tickets.appointment_agreed");
    await phone.press("tickets.linked.cancel");
    await phone.submit();
    await phone.complaintAt("reason");
    await phone.field("reason").fill("Nikogo nie będzie w biurze.");
    await phone.submit();
    await phone.see(phone.t("tickets.linked.cancelled"));
    await desk.nextMail("tickets.appointment_cancelled");
    await technician.see("Nikogo nie będzie w biurze.");
  }, [phone, technician]);

  await test("a link that is none says so and nothing else", async () => {
    await phone.go("/appointment#00000000000000000000000000");
    await phone.page.reload();
    await phone.heading(phone.t("tickets.linked.gone"));
    await phone.close();
  }, [phone]);

  await test("a private calendar is read by its address until there is another", async () => {
    await technician.go("/calendar");
    await technician.press("tickets.calendar.private");
    await technician.press("tickets.calendar.feedMake");
    const field = technician.page.getByRole("textbox", {
      name: technician.t("tickets.calendar.feedAddress"),
    });
    const address = new URL(await field.inputValue());
    const read = () =>
      technician.page.evaluate(async (path) => {
        const answer = await fetch(path, { credentials: "omit" });
        return answer.status;
      }, address.pathname);
    equal(await read(), 200, "the calendar");
    await technician.press("tickets.calendar.feedRevoke");
    await technician.see(technician.t("tickets.calendar.feedOff"));
    equal(await read(), 404, "the calendar that was switched off");
  }, [technician]);
}
