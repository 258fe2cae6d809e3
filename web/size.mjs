// The budget of the first load: what a browser fetches before the first page stands.
//
// Counted are the scripts and styles named by index.html, everything they import statically, one
// language, and the heaviest single page: of the files that the router fetches, with what they import
// statically. Dialogs and panels that a page fetches later are not in it. Over budget is a failed
// build.

import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { gzipSync } from "node:zlib";

const budget = { script: 180, style: 20 };
// Fetched by the shell when asked for; no page.
const later = /^src\/ui\/(palette|help|kit)\.tsx$|^messages:|^\0/;
const imports = /(?:\bfrom|\bimport)\s*["']\.\/([^"']+\.js)["']/g;

function closure(assets, names, known = new Set()) {
  for (const name of names) {
    if (known.has(name)) continue;
    known.add(name);
    const text = readFileSync(join(assets, name), "utf8");
    closure(
      assets,
      [...text.matchAll(imports)].map((match) => match[1]),
      known,
    );
  }
  return known;
}

const kilobytes = (assets, names) =>
  [...names].reduce(
    (sum, name) => sum + gzipSync(readFileSync(join(assets, name)), { level: 9 }).length / 1000,
    0,
  );

export function report(dist) {
  const assets = join(dist, "assets");
  const html = readFileSync(join(dist, "index.html"), "utf8");
  const named = [...html.matchAll(/\/assets\/([^"]+\.(?:js|css))/g)].map((match) => match[1]);
  const files = readdirSync(assets);
  const manifest = JSON.parse(readFileSync(join(dist, ".vite", "manifest.json"), "utf8"));
  const shell = closure(
    assets,
    named.filter((name) => name.endsWith(".js")),
  );
  const frame = files.filter((name) => /^shell-.*\.js$/.test(name));
  closure(assets, frame, shell);
  const pages = Object.values(manifest)
    .filter((chunk) => shell.has(basename(chunk.file)))
    .flatMap((chunk) => chunk.dynamicImports ?? [])
    .filter((source) => !later.test(source))
    .map((source) => basename(manifest[source].file))
    .map((name) => {
      const extra = [...closure(assets, [name])].filter((part) => !shell.has(part));
      return { name, size: kilobytes(assets, extra) };
    })
    .sort((a, b) => b.size - a.size);
  const languages = files.filter((name) => /^_messages_(pl|en)-.*\.js$/.test(name));
  const language = Math.max(0, ...languages.map((name) => kilobytes(assets, [name])));
  const base = kilobytes(assets, shell);
  const page = pages[0] ?? { name: "none", size: 0 };
  const script = base + language + page.size;
  const style = kilobytes(
    assets,
    files.filter((name) => name.endsWith(".css")),
  );

  const line = (name, value, limit) =>
    console.log(
      `${name.padEnd(34)} ${value.toFixed(1).padStart(7)} kB gzip${limit ? ` of ${limit}` : ""}`,
    );
  line("shell", base);
  line("language", language);
  line(`heaviest page (${page.name})`, page.size);
  line("first load, script", script, budget.script);
  line("first load, style", style, budget.style);
  if (script <= budget.script && style <= budget.style) return 0;
  console.error("The first load is over its budget.");
  return 1;
}
