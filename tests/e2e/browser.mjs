// Windows on the product. Each stands for one person at one device, and notes every fault the
// browser tells of: violations of the CSP, errors in the console, exceptions, answers 5xx.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { wordsOf } from "./words.mjs";

const patience = Number(process.env.OGNIWO_PATIENCE ?? 30_000); // Milliseconds for anything a screen is waited for.
const wide = { width: 1280, height: 800 };
const narrow = { width: 390, height: 844 };

// The browser is asked for nothing but the program: it may run as root, without a graphics card,
// on a machine without a network.
const flags = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const faults = [];

// While a story has stopped the program, browsers say that they cannot reach it.
export const outage = { isOn: false };

// A refusal is an answer, too; the browser writes it into the console all the same.
const isRefusal = (message) =>
  /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text()) &&
  message.location().url.includes("/api/v1/");

export class Window {
  constructor(context, page, { who, language, address }) {
    this.context = context;
    this.page = page;
    this.who = who;
    this.t = wordsOf(language);
    this.address = address;
  }

  // Another page of the same person, in the same browser.
  async another() {
    const page = await this.context.newPage();
    watch(page, this.who);
    const copy = Object.create(this);
    copy.page = page;
    return copy;
  }

  async go(path) {
    await this.page.goto(this.address + path);
    await this.page.locator("h1").first().waitFor();
  }

  path() {
    return this.page.url().slice(this.address.length);
  }

  // Waits until the address matches: "/tickets" or a pattern.
  async at(wanted) {
    const fits = (url) => {
      const path = url.href.slice(this.address.length);
      return typeof wanted === "string" ? path === wanted : wanted.test(path);
    };
    await this.page.waitForURL(fits);
  }

  heading(text) {
    return this.page.getByRole("heading", { level: 1, name: text, exact: true }).waitFor();
  }

  see(text) {
    return this.page.getByText(text).filter({ visible: true }).first().waitFor();
  }

  // Says at once whether it is there; for what must not be.
  async shows(text) {
    return (await this.page.getByText(text).filter({ visible: true }).count()) > 0;
  }

  field(name) {
    return this.page.locator(`[name="${name}"]`);
  }

  async fill(values) {
    for (const [name, value] of Object.entries(values)) await this.field(name).fill(value);
  }

  button(id, options = {}) {
    return this.page.getByRole("button", { name: this.t(id), exact: true, ...options });
  }

  press(id) {
    return this.button(id).click();
  }

  // A command by its name, out of the palette.
  async order(id) {
    await this.page.keyboard.press("Control+k");
    await this.dialog().waitFor();
    await this.page.keyboard.type(this.t(id));
    await this.page.locator("[cmdk-item]", { hasText: this.t(id) }).first().click();
  }

  submit() {
    return this.page.locator("form button[type=submit]").last().click();
  }

  // What stands at a field, in words.
  async complaintAt(name) {
    const field = this.field(name);
    await this.page.locator(`[name="${name}"][aria-invalid="true"]`).waitFor();
    const id = await field.getAttribute("aria-describedby");
    return this.page.locator(`[id="${id}"]`).textContent();
  }

  // Types into a field that searches and takes the row that is found.
  async choose(name, text) {
    await this.field(name).click();
    await this.field(name).fill(text);
    await this.page.getByRole("option", { name: text }).first().click();
  }

  dialog() {
    return this.page.getByRole("dialog");
  }

  // What a dialog says beforehand, once it has come: not what stands there meanwhile.
  forecast() {
    return this.dialog().locator('[role="status"]:not([aria-busy="true"])');
  }

  // What stands on a page first is painted without the parts that bring further keys along.
  async openByKey(key) {
    for (let tries = 0; tries < 20; ++tries) {
      await this.page.keyboard.press(key);
      const came = this.dialog().waitFor({ timeout: 1500 });
      if (await came.then(() => true).catch(() => false)) return;
    }
    await this.dialog().waitFor();
  }

  async dialogGone() {
    await this.dialog().waitFor({ state: "detached" });
  }

  // The product's own API, asked by this window: what a story needs but is not about.
  ask(method, path, body) {
    return this.page.evaluate(
      async ([method, path, body]) => {
        const key = crypto.randomUUID();
        const headers = { "content-type": "application/json", "idempotency-key": key };
        const request =
          body === undefined ? { method } : { method, headers, body: JSON.stringify(body) };
        const answer = await fetch(`/api/v1${path}`, request);
        const text = await answer.text();
        if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${text}`);
        return text ? JSON.parse(text) : undefined;
      },
      [method, path, body],
    );
  }

  // The same person at another device, without what they chose at this one.
  async session() {
    const { cookies } = await this.context.storageState();
    return { cookies };
  }

  close() {
    return this.context.close();
  }
}

// What pages have asked for and not yet been answered. The live feed's stream never is.
const open = new WeakMap();

function countRequests(page) {
  const asked = new Set();
  open.set(page, asked);
  page.on("request", (request) => {
    if (request.resourceType() !== "eventsource") asked.add(request);
  });
  for (const end of ["requestfinished", "requestfailed"]) {
    page.on(end, (request) => asked.delete(request));
  }
}

// Until nothing has been asked for during `quiet` ms. Not Playwright's networkidle: that waits half
// a second every time, and an open stream counts there.
export async function answered(page, quiet = 60) {
  const start = performance.now();
  for (let since = start; performance.now() - since < quiet; ) {
    if (performance.now() - start > patience) throw new Error("requests that are never answered");
    await new Promise((resolve) => setTimeout(resolve, 10));
    if (open.get(page).size > 0) since = performance.now();
  }
}

function watch(page, who) {
  countRequests(page);
  const note = (what) => faults.push(`${who}, ${new URL(page.url()).pathname}: ${what}`);
  page.setDefaultTimeout(patience);
  page.on("pageerror", (error) => note(`exception ${error.stack ?? error}`));
  page.on("console", (message) => {
    if (outage.isOn && /net::ERR_/.test(message.text())) return;
    if (message.type() === "error" && !isRefusal(message)) note(`console ${message.text()}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 500) note(`${response.status()} for ${response.url()}`);
  });
}

// A device on which this language was chosen, whatever the person's own is.
const chosen = (origin, language) => ({
  origin,
  localStorage: [{ name: "ogniwo.language", value: language }],
});

export async function openBrowser(address) {
  const profile = mkdtempSync(join(tmpdir(), "ogniwo-chromium-"));
  const browser = await chromium.launch({
    executablePath: "/usr/bin/chromium",
    headless: true,
    args: [...flags, `--disk-cache-dir=${profile}`],
  });
  return {
    // { who, language, dark?, phone?, state? }: state is another window's session().
    async window(person) {
      const { who, language, dark = false, phone = false, state } = person;
      const context = await browser.newContext({
        viewport: phone ? narrow : wide,
        isMobile: phone,
        hasTouch: phone,
        locale: language === "pl" ? "pl-PL" : "en-GB",
        timezoneId: "Europe/Warsaw",
        colorScheme: dark ? "dark" : "light",
        reducedMotion: "reduce",
        storageState: state && { ...state, origins: [chosen(address, language)] },
      });
      await context.exposeBinding("tellOfViolation", (_, what) =>
        faults.push(`${who}: CSP ${what}`),
      );
      await context.addInitScript(() => {
        document.addEventListener("securitypolicyviolation", (event) => {
          const { effectiveDirective, blockedURI, sourceFile, lineNumber } = event;
          tellOfViolation(`${effectiveDirective} ${blockedURI} at ${sourceFile}:${lineNumber}`);
        });
      });
      const page = await context.newPage();
      watch(page, who);
      return new Window(context, page, { who, language, address });
    },
    async close() {
      await browser.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
}
