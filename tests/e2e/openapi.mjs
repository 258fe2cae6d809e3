// The API's description against Spectral's and Redocly's rules, and the generated TypeScript client
// against the one in the repository: node openapi.mjs PROGRAM

import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const here = import.meta.dirname;
const most = 64 * 1024 * 1024; // Bytes a tool may print.

function run(program, args, options = {}) {
  const done = spawnSync(program, args, { encoding: "utf8", maxBuffer: most, ...options });
  if (done.error) throw done.error;
  return done;
}

// Nothing of Node's in the tools' environment may ask anything of the network.
const offline = {
  ...process.env,
  REDOCLY_TELEMETRY: "off",
  REDOCLY_SUPPRESS_UPDATE_NOTICE: "true",
};

const tool = (path, args) =>
  run(process.execPath, [join(here, "node_modules", path), ...args], { env: offline, cwd: here });

function described(program, what) {
  const done = run(program, ["describe", what]);
  if (done.status === 0) return done.stdout;
  throw new Error(`${program} describe ${what} ended with ${done.status}: ${done.stderr}`);
}

// What a linter prints, from the first bracket on: some greet before they answer.
function answerOf(name, done, bracket) {
  const start = done.stdout.indexOf(bracket);
  if (start >= 0) return JSON.parse(done.stdout.slice(start));
  throw new Error(`${name} gave no answer: ${done.stderr || done.stdout}`);
}

// Findings as { severity, where, text }, errors first.
function spectral(file) {
  const args = ["lint", "--quiet", "--ruleset", "spectral.yaml", "--format", "json", file];
  const found = answerOf("Spectral", tool("@stoplight/spectral-cli/dist/index.js", args), "[");
  return found.map((one) => ({
    severity: one.severity === 0 ? "error" : "warning",
    where: one.path.join("."),
    text: `${one.code}: ${one.message}`,
  }));
}

function redocly(file) {
  const args = ["lint", "--extends=recommended", "--format=json", "--max-problems=1000", file];
  const found = answerOf("Redocly", tool("@redocly/cli/bin/cli.js", args), "{");
  return found.problems.map((one) => ({
    severity: one.severity === "error" ? "error" : "warning",
    where: one.location?.[0]?.pointer ?? "",
    text: `${one.ruleId}: ${one.message}`,
  }));
}

function reportFindings(name, found) {
  const errors = found.filter((one) => one.severity === "error");
  const warnings = found.length - errors.length;
  console.log(`${name}: ${errors.length} errors, ${warnings} warnings`);
  const shown = [...errors, ...found.filter((one) => one.severity !== "error")].slice(0, 30);
  for (const { severity, where, text } of shown) console.log(`  ${severity} ${where}: ${text}`);
  return errors.length;
}

function compare(name, generated) {
  const path = join(here, "../../web/src/api", name);
  const kept = readFileSync(path, "utf8");
  if (kept === generated) {
    console.log(`web/src/api/${name}: as generated`);
    return 0;
  }
  const ours = kept.split("\n");
  const theirs = generated.split("\n");
  const at = theirs.findIndex((line, number) => line !== ours[number]);
  console.log(`web/src/api/${name}: not what the table of operations generates`);
  if (at >= 0) console.log(`  line ${at + 1}\n  kept      ${ours[at]}\n  generated ${theirs[at]}`);
  return 1;
}

function main(program) {
  if (!program) {
    console.error("usage: node openapi.mjs PROGRAM");
    return 2;
  }
  const folder = mkdtempSync(join(tmpdir(), "ogniwo-openapi-"));
  const file = join(folder, "openapi.json");
  try {
    writeFileSync(file, described(program, "openapi"));
    let wrong = reportFindings("Spectral", spectral(file));
    wrong += reportFindings("Redocly", redocly(file));
    wrong += compare("types.ts", described(program, "types"));
    wrong += compare("client.ts", described(program, "client"));
    return wrong === 0 ? 0 : 1;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

process.exitCode = main(process.argv[2]);
