// Counts tests and says what became of each. A test is a sentence; it fails by throwing, and then
// its windows tell how they stood.

import { mkdirSync } from "node:fs";
import { join } from "node:path";

export const shots = process.env.OGNIWO_SHOTS; // A folder for pictures, or nothing.
if (shots) mkdirSync(shots, { recursive: true });

let passed = 0;
let failed = 0;

export async function picture(page, name) {
  if (!shots || page.isClosed()) return;
  await page.screenshot({ path: join(shots, `${name}.png`) });
}

// What the page tells of its own trouble: alerts, fields that are wrong, the dialog that is open.
function complaints() {
  const words = (element) => element?.innerText.replaceAll(/\s+/g, " ").trim() ?? "";
  const visible = (selector) =>
    [...document.querySelectorAll(selector)].filter((element) => element.checkVisibility());
  const named = (element, relation) =>
    (element.getAttribute(relation) ?? "")
      .split(" ")
      .map((id) => words(document.getElementById(id)))
      .join(" ");
  const nameOf = (field) => field.getAttribute("name") ?? field.id;
  return [
    ...visible('[role="alert"]').map((alert) => `alert: ${words(alert)}`),
    ...visible('[aria-invalid="true"]').map(
      (field) => `field ${nameOf(field)}: ${named(field, "aria-describedby")}`,
    ),
    ...visible('[role="dialog"], [role="alertdialog"]').map(
      (dialog) => `dialog "${named(dialog, "aria-labelledby")}": ${words(dialog).slice(0, 600)}`,
    ),
  ];
}

// So that a failure on another machine can be understood from the log alone.
async function toldBy({ page, who }) {
  if (page.isClosed()) return `${who}: the window is closed`;
  const late = new Promise((resolve) => setTimeout(resolve, 5000, ["the page does not answer"]));
  const asked = page.evaluate(complaints).catch((error) => [String(error.message)]);
  return [`${who} at ${page.url()}`, ...(await Promise.race([asked, late]))].join("\n  ");
}

// `windows` are those of which it is told, and kept in a picture, how they stood when it failed.
export async function test(sentence, body, windows = []) {
  const start = performance.now();
  try {
    await body();
    passed++;
    console.log(`ok      ${sentence} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    // The outermost loop of a test: what went wrong is told, and the next one has its turn.
    const number = ++failed;
    const told = [error.message, ...(await Promise.all(windows.map(toldBy)))].join("\n");
    console.log(`FAILED  ${sentence}\n        ${told.replaceAll("\n", "\n        ")}`);
    for (const [at, window] of windows.entries()) {
      await picture(window.page, `failed-${number}-${at + 1}`).catch(() => undefined);
    }
  }
}

export function equal(found, wanted, what) {
  const [a, b] = [JSON.stringify(found), JSON.stringify(wanted)];
  if (a !== b) throw new Error(`${what}: ${a} instead of ${b}`);
}

export function finish() {
  console.log(`${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}
