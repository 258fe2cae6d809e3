// Every screen in every look: axe finds nothing, nothing sticks out of a phone, a picture is kept.
//
// Most of the time goes into loading pages, so a page serves as much as it truly can: light and dark
// are shown on one page, which follows the device's theme as it changes, and the dialogs of an
// address are opened on one page, each closed again by Escape. Axe runs anew every time.

import axe from "axe-core";
import { answered } from "./browser.mjs";
import { picture, shots, test } from "./report.mjs";
import { writeSheet } from "./sheet.mjs";

const options = {
  runOnly: { type: "tag", values: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"] },
  resultTypes: ["violations"], // Every rule runs; of what it passes, no list is written.
};

// What needs a window of its own, and the themes that are shown in it.
const devices = [
  { language: "pl", themes: ["light", "dark"] },
  { language: "en", themes: ["light", "dark"] },
  { language: "pl", phone: true, themes: ["light"] },
  { language: "en", phone: true, themes: ["dark"] },
];

const nameOf = ({ language, phone }, theme) =>
  `${language === "pl" ? "Polish" : "English"}, ${theme}${phone ? ", phone" : ""}`;

const looks = devices.flatMap((device) => device.themes.map((theme) => nameOf(device, theme)));

const fileOf = (screen, look) =>
  `${screen.name.replaceAll(/[ ,']+/g, "-")}.${look.replaceAll(", ", "-")}`.toLowerCase();

// Answers are here, fonts are here, nothing moves, and the page has nothing more to do: what it would
// ask for next it has asked for by then.
async function settled(page, isBusy = false) {
  await answered(page);
  await page.locator("h1").first().waitFor();
  if (!isBusy) await page.waitForFunction(() => !document.querySelector('[aria-busy="true"]'));
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.all(document.getAnimations().map((animation) => animation.finished));
    await new Promise((idle) => requestIdleCallback(idle, { timeout: 1000 }));
  });
}

// A script from the driver is not the page's own: its Content-Security-Policy stays as it is.
async function axeFindsNothing(page) {
  for (const frame of page.frames()) {
    if (!(await frame.evaluate(() => "axe" in window))) await frame.evaluate(axe.source);
  }
  const violations = await page.evaluate(
    async (options) => (await window.axe.run(document, options)).violations,
    options,
  );
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

// A window, and which screen stands in it.
class Stage {
  constructor(window) {
    this.window = window;
    this.page = window.page;
  }

  // The screen as somebody sees it whose device is set to this theme.
  async show(screen, theme) {
    await this.page.emulateMedia({ colorScheme: theme });
    if (this.screen !== screen) await this.change(screen);
    const isWorn = (theme) => document.documentElement.dataset.theme === theme;
    await this.page.waitForFunction(isWorn, theme);
    await settled(this.page, screen.isBusy);
  }

  async change(screen) {
    const before = this.screen;
    this.screen = undefined; // Until the new one stands: after a failure, the page is loaded anew.
    if (before?.path !== screen.path || !(await this.isAsItCame(before))) {
      await this.window.go(screen.path);
      await settled(this.page, screen.isBusy);
    }
    await screen.open?.(this.window);
    this.screen = screen;
  }

  // Closes the dialog that this screen opened. What else it opened only a new page is rid of.
  async isAsItCame(screen) {
    if (screen.open) {
      if ((await this.window.dialog().count()) !== 1) return false;
      await this.page.keyboard.press("Escape");
      await this.window.dialogGone();
    }
    return this.window.path() === screen.path;
  }
}

// Screens of one address together, those that open nothing first.
function byAddress(screens) {
  const groups = new Map();
  for (const screen of screens) {
    groups.set(screen.path, [...(groups.get(screen.path) ?? []), screen]);
  }
  return [...groups.values()].flatMap((group) => [
    ...group.filter((screen) => !screen.open),
    ...group.filter((screen) => screen.open),
  ]);
}

const shown = []; // The screens that were, for the contact sheet.

// `screens` are { name, path, open?, isBusy? }; open presses what must be pressed first, isBusy says
// that the screen shows waiting for its own sake.
export async function show(browser, { person, screens }) {
  // Two at a time: a machine has two cores at least, and a window keeps one busy.
  const waiting = [...devices];
  const next = async () => {
    for (let device = waiting.shift(); device; device = waiting.shift()) {
      await showAt(browser, { person, screens: byAddress(screens), device });
    }
  };
  await Promise.all([next(), next()]);
  shown.push(...screens);
}

// The pictures on one page, beside them.
export function sheet() {
  if (!shots) return;
  const filesOf = (screen) => looks.map((look) => `${fileOf(screen, look)}.png`);
  const screens = shown.map((screen) => ({ name: screen.name, files: filesOf(screen) }));
  writeSheet(shots, looks, screens);
}

async function showAt(browser, { person, screens, device }) {
  const window = await browser.window({ ...person, ...device });
  const stage = new Stage(window);
  for (const screen of screens) {
    for (const theme of device.themes) {
      const look = nameOf(device, theme);
      await test(`${screen.name} (${look}) has nothing that axe would find`, async () => {
        await stage.show(screen, theme);
        await picture(window.page, fileOf(screen, look));
        await axeFindsNothing(window.page);
        if (device.phone) await fitsPhone(window.page);
      }, [window]);
    }
  }
  await window.close();
}
