// The program under test, with a data folder of its own that is gone afterwards.
//
// What it would send by mail stands in its log, which is where the links and codes are taken from.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

const patience = 60_000; // Milliseconds for anything the program is waited for.

async function freePort() {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address();
  server.close();
  await once(server, "close");
  return port;
}

// Looks again until there is something.
async function until(look, what) {
  for (const start = performance.now(); performance.now() - start < patience; ) {
    const found = look();
    if (found !== undefined) return found;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`waited in vain for ${what}`);
}

class Desk {
  output = [];
  log = [];
  read = new Map(); // How many letters of a template were asked for already.

  constructor(start, folder, address) {
    this.start = start;
    this.folder = folder;
    this.address = address;
    this.begin();
  }

  begin() {
    this.process = this.start();
    const { stdout, stderr } = this.process;
    createInterface({ input: stdout }).on("line", (line) => this.output.push(line));
    createInterface({ input: stderr }).on("line", (line) => this.log.push(line));
  }

  setupCode() {
    const found = () =>
      this.output.map((line) => /^Set-up code: (.+)$/.exec(line)?.[1]).find(Boolean);
    return until(found, "the set-up code");
  }

  mails() {
    return this.log
      .filter((line) => line.includes('"what":"mail"'))
      .map((line) => JSON.parse(JSON.parse(line).mail));
  }

  // The next letter of this kind, { to, language, params: { url, code } }; those of others before it
  // stay unread.
  async nextMail(template) {
    const after = this.read.get(template) ?? 0;
    const mail = await until(
      () => this.mails().filter((each) => each.template === template)[after],
      `a letter ${template}`,
    );
    this.read.set(template, after + 1);
    return mail;
  }

  // Lines that say something went wrong inside.
  complaints() {
    return this.log.filter(
      (line) => /"level":"(warning|error)"/.test(line) || !line.startsWith("{"),
    );
  }

  // Waits for a complaint of the program's that is part of the story, and takes it for read.
  async logged(what) {
    const isIt = (line) => line.includes(`"what":"${what}"`);
    await until(() => this.log.find(isIt), what);
    this.log = this.log.filter((line) => !isIt(line));
  }

  // The same program on the same data, after a `rest`.
  async resume() {
    const before = this.output.length;
    this.begin();
    await until(() => this.output.slice(before).find((line) => / serves on /.test(line)), "it");
  }

  // SIGTERM; how it ended and after how long.
  async rest() {
    const start = performance.now();
    const ended = this.process.exitCode === null ? once(this.process, "exit") : undefined;
    this.process.kill("SIGTERM");
    const late = setTimeout(() => this.process.kill("SIGKILL"), patience);
    await ended;
    clearTimeout(late);
    return { code: this.process.exitCode, seconds: (performance.now() - start) / 1000 };
  }

  async stop() {
    const ended = await this.rest();
    rmSync(this.folder, { recursive: true, force: true });
    return ended;
  }
}

// Where the link of a letter leads, on whichever server.
export function linkOf(mail) {
  const { pathname, hash } = new URL(mail.params.url);
  return pathname + hash;
}

export async function startDesk(program) {
  const folder = mkdtempSync(join(tmpdir(), "ogniwo-e2e-"));
  const [port, operatorPort] = [await freePort(), await freePort()];
  const args = ["serve", "--data", folder, "--listen", `127.0.0.1:${port}`];
  args.push("--backup-at", "00:00");
  args.push("--metrics", `127.0.0.1:${operatorPort}`);
  const environment = Object.entries(process.env).filter(([name]) => !name.startsWith("OGNIWO_"));
  const start = () => spawn(program, args, { env: Object.fromEntries(environment) });
  const desk = new Desk(start, folder, `http://127.0.0.1:${port}`);
  await desk.setupCode();
  return desk;
}
