// Every screen in every look: axe finds nothing, nothing sticks out of a phone, a picture is kept.

import { AxeBuilder } from "@axe-core/playwright";
import { answered } from "./browser.mjs";
import { picture, test } from "./report.mjs";

const rules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];

export const looks = [
  { language: "pl" },
  { language: "pl", dark: true },
  { language: "en" },
  { language: "en", dark: true },
  { language: "pl", phone: true },
  { language: "en", dark: true, phone: true },
];

const nameOf = ({ language, dark, phone }) =>
  `${language === "pl" ? "Polish" : "English"}, ${dark ? "dark" : "light"}${phone ? ", phone" : ""}`;

// Answers are here, fonts are here, nothing moves.
async function settled(page, isBusy = false) {
  await answered(page);
  await page.locator("h1").first().waitFor();
  if (!isBusy) await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
  });
}

async function axe(page) {
  const { violations } = await new AxeBuilder({ page })
    .withTags(rules)
    .setLegacyMode(true)
    .analyze();
  const told = violations.flatMap(({ id, help, nodes }) =>
    nodes
      .slice(0, 3)
      .map((node) => `${id}: ${help}\n  ${node.html.slice(0, 200)}\n  ${node.failureSummary}`),
  );
  if (told.length > 0) throw new Error(told.join("\n"));
}

async function fitsPhone(page) {
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (over > 0) throw new Error(`the page is ${over} px wider than the phone`);
}

// `screens` are { name, path, open?, isBusy? }; open presses what must be pressed first, isBusy says
// that the screen shows waiting for its own sake.
export async function show(browser, { person, screens }) {
  // Two at a time: a machine has two cores at least, and a screen keeps one busy.
  const waiting = [...looks];
  const next = async () => {
    for (let look = waiting.shift(); look; look = waiting.shift()) {
      await showIn(browser, { person, screens, look });
    }
  };
  await Promise.all([next(), next()]);
}

async function showIn(browser, { person, screens, look }) {
  const window = await browser.window({ ...person, ...look });
  for (const screen of screens) {
    await test(`${screen.name} (${nameOf(look)}) has nothing that axe would find`, async () => {
      await window.go(screen.path);
      await settled(window.page, screen.isBusy);
      await screen.open?.(window);
      await settled(window.page, screen.isBusy);
      const file = `${screen.name.replaceAll(/[ ,']+/g, "-")}.${nameOf(look).replaceAll(", ", "-")}`;
      await picture(window.page, file.toLowerCase());
      await axe(window.page);
      if (look.phone) await fitsPhone(window.page);
    }, [window]);
  }
  await window.close();
}
