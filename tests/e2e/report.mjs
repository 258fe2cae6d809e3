// Counts tests and says what became of each. A test is a sentence; it fails by throwing.

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

// `windows` are those a picture may be worth having of when it fails.
export async function test(sentence, body, windows = []) {
  const start = performance.now();
  try {
    await body();
    passed++;
    console.log(`ok      ${sentence} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  } catch (error) {
    // The outermost loop of a test: what went wrong is told, and the next one has its turn.
    failed++;
    console.log(
      `FAILED  ${sentence}\n        ${String(error.message).replaceAll("\n", "\n        ")}`,
    );
    for (const [at, window] of windows.entries()) {
      await picture(window.page, `failed-${failed}-${at + 1}`).catch(() => undefined);
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
