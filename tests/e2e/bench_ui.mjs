// From the key to the painted ticket: node bench_ui.mjs ADDRESS COOKIE
//
// Opens the list with 10,000 tickets, goes from row to row and presses Enter on each, as somebody
// does who works through a queue. Measured is the time from the key event to the second animation
// frame after the ticket's subject stands in the heading, in milliseconds, in the page itself.
//
// The 10,000 rows come through the list's own pages. A server that has fewer open tickets than that
// is stood in for by this program, between the browser and the network: the page under test is the
// one that everybody gets, and holds no door for tests.
//
// Prints one line of JSON: {"p50":..,"p95":..,"runs":..,"rows":..}

import { chromium } from "playwright-core";

const rowsWanted = 10_000;
const runs = 40;
const rest = 350; // Milliseconds on a row before Enter: long enough to read a subject.

const isoOf = (ago) => new Date(Date.now() - ago * 60_000).toISOString();

const standIn = (at) => ({
  id: at + 1,
  number: at + 1,
  version: 1,
  customer: 1 + (at % 50),
  customerName: `Klient ${1 + (at % 50)}`,
  requester: 2,
  requesterName: "Jan Kowalski",
  subject: `Zgłoszenie ${at + 1}: drukarka w pokoju ${1 + (at % 300)}`,
  status: ["new", "open", "waiting"][at % 3],
  ...(at % 3 === 2 && { waitingFor: "customer" }),
  impact: "medium",
  urgency: "medium",
  priority: ["low", "normal", "high"][at % 3],
  tier: 1 + (at % 3),
  queue: 1 + (at % 3),
  queueName: "Kolejka",
  createdAt: isoOf(at + 60),
  updatedAt: isoOf(at),
  origin: "live",
});

async function standInForTheServer(page) {
  const json = (route, body) => route.fulfill({ contentType: "application/json", json: body });
  await page.route(/\/api\/v1\/tickets\?/, (route) => {
    const from = Number(new URL(route.request().url()).searchParams.get("cursor") ?? 0);
    const items = Array.from({ length: 200 }, (_, at) => standIn(from + at));
    const next = from + 200 < rowsWanted ? { next: String(from + 200) } : {};
    return json(route, { items, live: "", ...next });
  });
  await page.route(/\/api\/v1\/tickets\/\d+/, (route) => {
    const [id, part] = new URL(route.request().url()).pathname.split("/").slice(4);
    if (!part) return json(route, standIn(Number(id) - 1));
    const message = (at) => ({
      id: Number(id) * 100 + at,
      ticket: Number(id),
      author: 2,
      authorName: "Jan Kowalski",
      kind: at % 3 === 2 ? "note" : "reply",
      text: "Od rana wychodzą puste strony. Drukarka w pokoju jest włączona.",
      at: isoOf(60 - at),
      attachments: [],
    });
    const items = part === "messages" ? Array.from({ length: 8 }, (_, at) => message(at)) : [];
    return json(route, { items });
  });
}

async function openTickets(page, address) {
  return page.evaluate(async (address) => {
    let count = 0;
    let next = "";
    do {
      const cursor = next ? `&cursor=${encodeURIComponent(next)}` : "";
      const answer = await fetch(`${address}/api/v1/tickets?open=true&limit=200${cursor}`);
      if (!answer.ok) throw new Error(`the list of tickets: ${answer.status}`);
      const list = await answer.json();
      count += list.items.length;
      next = list.next;
    } while (next && count < 10_000);
    return count;
  }, address);
}

// Waits in the page for the next Enter, and then for the heading to be painted.
const watch = (page, subject) =>
  page.evaluate((subject) => {
    window.painted = new Promise((resolve, reject) => {
      let pressed = 0;
      setTimeout(() => reject(new Error(`${subject} was never painted`)), 10_000);
      addEventListener("keydown", (event) => (pressed = event.timeStamp), {
        once: true,
        capture: true,
      });
      const observer = new MutationObserver(() => {
        if (!pressed || document.querySelector("main h1")?.textContent !== subject) return;
        observer.disconnect();
        requestAnimationFrame(() =>
          requestAnimationFrame(() => resolve(performance.now() - pressed)),
        );
      });
      observer.observe(document, { subtree: true, childList: true, characterData: true });
    });
  }, subject);

async function main(address, cookie) {
  if (!address || !cookie) {
    console.error("usage: node bench_ui.mjs ADDRESS COOKIE");
    return 2;
  }
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
  });
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const at = cookie.indexOf("=");
  await context.addCookies([
    {
      name: cookie.slice(0, at),
      value: cookie.slice(at + 1),
      url: address.replace(/^http:/, "https:").replace(/:\d+$/, ""),
      secure: true,
    },
  ]);
  const page = await context.newPage();
  await page.goto(`${address}/company`);
  await page.locator("h1").waitFor();
  if ((await openTickets(page, address)) < rowsWanted) await standInForTheServer(page);

  await page.goto(`${address}/tickets`);
  await page.waitForFunction(
    () => Number(document.querySelector('[role="grid"]')?.getAttribute("aria-rowcount")) > 1,
    undefined,
    { timeout: 120_000 },
  );
  const grid = page.locator('[role="grid"]');
  const rows = Number(await grid.getAttribute("aria-rowcount")) - 1;
  await page.locator('[role="row"][data-index="0"]').focus();
  const took = [];
  for (let run = 0; run < runs; run++) {
    // A few steps down, now and then a leap: rows near and far.
    await page.keyboard.press(run % 8 === 7 ? "PageDown" : "ArrowDown");
    await page.keyboard.press("ArrowDown");
    // A leap may take a moment: what is read is the row where the focus has come to rest.
    await page.waitForTimeout(rest);
    const row = page.locator('[role="row"]:focus');
    const subject = await row.locator('[role="gridcell"]').nth(1).textContent();
    await watch(page, subject);
    await page.keyboard.press("Enter");
    took.push(await page.evaluate(() => window.painted));
    await page.goBack();
    await page.locator('[role="row"]:focus').waitFor();
  }
  await browser.close();
  took.sort((a, b) => a - b);
  const share = (part) => Number(took[Math.ceil(part * took.length) - 1].toFixed(1));
  console.log(JSON.stringify({ p50: share(0.5), p95: share(0.95), runs: took.length, rows }));
  return 0;
}

process.exitCode = await main(...process.argv.slice(2));
