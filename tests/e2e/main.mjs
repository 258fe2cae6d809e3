// The whole product in a real browser: node main.mjs PROGRAM [--stories]
//
// The stories build on each other, as a company's first days do; the gallery then looks at every
// screen, which --stories leaves out. The last line says how many tests passed and failed.

import { appointments } from "./appointments_story.mjs";
import { assets } from "./assets_story.mjs";
import { backups } from "./backups_story.mjs";
import { faults, openBrowser } from "./browser.mjs";
import { calendars } from "./calendars_story.mjs";
import { customers } from "./customers_story.mjs";
import { linkOf, startDesk } from "./desk.mjs";
import { duty } from "./duty_story.mjs";
import { setUp, signInAndOut } from "./entrance_story.mjs";
import { fields } from "./fields_story.mjs";
import { figures } from "./figures_story.mjs";
import { files } from "./files_story.mjs";
import { followers } from "./followers_story.mjs";
import { sheet, show } from "./gallery.mjs";
import { guests } from "./guests_story.mjs";
import { kinds } from "./kinds_story.mjs";
import { live, outages, rights } from "./live_story.mjs";
import { backAndForward, everywhere, keyboard, looks } from "./looks_story.mjs";
import { macros } from "./macros_story.mjs";
import { marks } from "./marks_story.mjs";
import { merges } from "./merge_story.mjs";
import { movingIn } from "./moving_story.mjs";
import { notices } from "./notices_story.mjs";
import { peopleMerges } from "./people_merge_story.mjs";
import { colleague, customersPerson } from "./people_story.mjs";
import { promises } from "./promises_story.mjs";
import { readyForms } from "./ready_story.mjs";
import { equal, finish, test } from "./report.mjs";
import { clientScreens, entranceScreens, staffScreens } from "./screens.mjs";
import { skills } from "./skills_story.mjs";
import { states } from "./states_story.mjs";
import { structure } from "./structure_story.mjs";
import { tickets } from "./tickets_story.mjs";
import { workTime } from "./time_story.mjs";
import { views } from "./views_story.mjs";
import { workers } from "./workers_story.mjs";

// So that lists look like lists.
async function fill({ owner, customer, person, otherTicket }) {
  const names = [
    "Apteka Pod Lwem",
    "Ćwik Transport",
    "Żłobek Tęcza",
    "Łąka i Spółka",
    "Zakład Śruba",
  ];
  const subjects = [
    "Nie działa poczta na telefonie",
    "Prośba o dostęp do folderu Kadry",
    "Wolny internet w magazynie",
    "Backup z piątku się nie udał",
    "Komputer w recepcji sam się wyłącza",
    "Odnowienie certyfikatu strony",
  ];
  for (const name of names) await owner.ask("POST", "/customers", { name, marks: ["vip"] });
  for (const subject of subjects) {
    await owner.ask("POST", "/tickets", { customer, subject, requester: person, impact: "high" });
  }
  const move = {
    tier: 2,
    reason: "needs_skill",
    note: "Do zamówienia po stronie drugiej linii.",
    handover: {
      symptom: "Laptop się nie włącza",
      scope: "jedna osoba",
      steps: "inny zasilacz",
      evidence: "brak",
      outcome: "zamówienie baterii",
    },
  };
  await owner.ask("POST", `/tickets/${otherTicket}/escalation`, move);
}

async function freshInvitation({ owner, desk, person }) {
  await owner.ask("POST", `/persons/${person}/links`, { kind: "invitation" });
  return linkOf(await desk.nextMail("people.invitation"));
}

async function stories(house) {
  await setUp(house);
  await signInAndOut(house);
  await customers(house);
  await colleague(house);
  await customersPerson(house);
  await peopleMerges(house);
  await tickets(house);
  await live(house);
  await files(house);
  await followers(house);
  await outages(house);
  await backups(house);
  await structure(house);
  await kinds(house);
  await notices(house);
  await skills(house);
  await duty(house);
  await workTime(house);
  await appointments(house);
  await views(house);
  await marks(house);
  await macros(house);
  await merges(house);
  await fields(house);
  await assets(house);
  await workers(house);
  await guests(house);
  await movingIn(house);
  await readyForms(house);
  await states(house);
  await calendars(house);
  await promises(house);
  await figures(house);
  await rights(house);
  await looks(house);
  await keyboard(house);
  await backAndForward(house);
}

async function gallery(house) {
  const { browser, owner, client } = house;
  await fill(house);
  const person = (who, screens, state) => show(browser, { person: { who, state }, screens });
  await person("Olga", staffScreens(house), await owner.session());
  await person("Jan", clientScreens(house), await client.session());
  await person("a stranger", entranceScreens(await freshInvitation(house)));
  sheet();
}

async function main(program, option) {
  if (!program) {
    console.error("usage: node main.mjs PROGRAM [--stories]");
    return 2;
  }
  const desk = await startDesk(program);
  const browser = await openBrowser(desk.address);
  try {
    const house = { desk, browser };
    await stories(house);
    if (option !== "--stories") await gallery(house);
    await everywhere(house);
  } catch (error) {
    // A story could not even begin: the tests after it are not counted as passed.
    await test("every story begins", () => Promise.reject(error));
  }
  await test("no page broke its Content-Security-Policy or wrote an error anywhere", () =>
    equal(faults, [], "faults"));
  await test("the program logged neither warnings nor errors", () =>
    equal(desk.complaints(), [], "lines"));
  await browser.close();
  await test("SIGTERM ends the program within 5 s, with exit code 0", async () => {
    const { code, seconds } = await desk.stop();
    equal(code, 0, "the exit code");
    equal(seconds < 5, true, `${seconds.toFixed(1)} s`);
  });
  return finish();
}

process.exitCode = await main(...process.argv.slice(2));
