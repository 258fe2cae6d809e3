// Work calendars: a day in lieu with one click, a shop with a break and Saturdays, a forgotten day off,
// holidays out of a file, and who may only look.

import { equal, test } from "./report.mjs";

const school = {
  name: "szkola.ics",
  mimeType: "text/calendar",
  buffer: Buffer.from(
    [
      "BEGIN:VCALENDAR",
      "BEGIN:VEVENT",
      "DTSTART;VALUE=DATE:20300502",
      "DTEND;VALUE=DATE:20300504",
      "SUMMARY:Majówka",
      "END:VEVENT",
      "END:VCALENDAR",
    ].join("\r\n"),
  ),
};
const meeting = {
  name: "spotkania.ics",
  mimeType: "text/calendar",
  buffer: Buffer.from(
    "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20300502T080000Z\nEND:VEVENT\nEND:VCALENDAR\n",
  ),
};

export async function calendars(house) {
  const { owner, technician } = house;
  const named = (window, id, values) =>
    window.page.getByRole("button", { name: window.t(id, values), exact: true });

  await test("the default calendar is there, and a day in lieu is one click", async () => {
    await owner.go("/calendars");
    await owner.page.getByRole("link", { name: /8–16/ }).click();
    await owner.see(owner.t("calendars.default"));
    house.calendar = Number(owner.path().split("/").at(-1));
    await owner.go(`/calendars/${house.calendar}?month=2037-08`);
    await owner.page.getByRole("button", { name: /^Off on .*14/ }).click();
    await owner.see(/Settled/);
    await owner.page.getByRole("button", { name: /14 August.*Day off/ }).waitFor();
  }, [owner]);

  await test("a day of the month becomes a shorter one, and usual again", async () => {
    await owner.page.getByRole("button", { name: /^Thursday,? 20 August/ }).click();
    await owner.field("hours").fill("8-25");
    await owner.submit();
    await owner.complaintAt("hours");
    await owner.field("hours").fill("8-11");
    await owner.field("label").fill("Inwentaryzacja");
    await owner.submit();
    await owner.dialogGone();
    await owner.page
      .getByRole("button", { name: /20 August.*08:00–11:00.*Inwentaryzacja/ })
      .waitFor();
    await owner.page.getByRole("button", { name: /^Remove 20 August/ }).click();
    await owner.page.getByRole("button", { name: /20 August.*08:00–16:00/ }).waitFor();
  }, [owner]);

  await test("a shop has a break, its Saturdays, and no hours that overlap", async () => {
    await owner.go("/calendars");
    await owner.press("calendars.new");
    await owner.submit();
    await owner.complaintAt("name");
    await owner.field("name").fill("Sklep");
    for (const day of ["monday", "tuesday", "wednesday", "thursday", "friday"]) {
      await owner.field(`hours/${day}`).fill("9-13, 12-18");
    }
    await owner.submit();
    await owner.see(owner.t("refusal.calendars.hours_overlap"));
    for (const day of ["monday", "tuesday", "wednesday", "thursday", "friday"]) {
      await owner.field(`hours/${day}`).fill("9-13, 14-18");
    }
    await owner.submit();
    await owner.dialogGone();
    await owner.heading("Sklep");
    house.shop = Number(owner.path().split("/").at(-1));
    await owner.field("saturdays").fill("9-13");
    await owner.press("calendars.saveSaturdays");
    await owner.see("Sat 09:00–13:00");
  }, [owner]);

  await test("eight hours after a moment are told with what lies in between", async () => {
    await owner.field("from").fill("2026-11-10T12:00");
    await owner.field("time").fill("8 h");
    await owner.press("calendars.count");
    await owner.see(/12 Nov 2026/);
    await owner.see(/11 November 2026: .*[Ii]ndependence/);
  }, [owner]);

  await test("a file is looked at first, and one with meetings is refused by its line", async () => {
    await owner.go("/calendars?tab=sets");
    await owner.press("calendars.newSet");
    await owner.field("name").fill("Szkoła");
    await owner.submit();
    await owner.dialogGone();
    await named(owner, "calendars.importInto", { name: "Szkoła" }).click();
    await owner.field("content").setInputFiles(meeting);
    await owner.submit();
    await owner.see(owner.t("refusal.icalendar_not_whole_days", { line: 3 }));
    await owner.field("content").setInputFiles(school);
    await owner.submit();
    await owner.see("Majówka");
    await owner.submit();
    await owner.dialogGone();
    await owner.go(`/calendars/${house.shop}`);
    await owner.press("calendars.edit");
    await owner.page.getByLabel("Szkoła").check();
    await owner.submit();
    await owner.dialogGone();
    await owner.go(`/calendars/${house.shop}?month=2030-05`);
    await owner.page.getByRole("button", { name: /2 May.*Day off.*Majówka/ }).waitFor();
  }, [owner]);

  await test("a technician sees hours and months, and changes nothing", async () => {
    await technician.go(`/calendars/${house.shop}?month=2030-05`);
    await technician.see("maj 2030");
    equal(await technician.shows(technician.t("calendars.edit")), false, "a button to edit");
    equal(await technician.shows(technician.t("calendars.saturdays")), false, "Saturdays");
  }, [technician]);
}
