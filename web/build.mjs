// Builds dist/ and puts a .br and a .gz beside every file that gets smaller by it, so that the
// server compresses nothing at run time. index.html stays plain too: it carries the nonce.

import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "vite";
import { report } from "./size.mjs";

const here = import.meta.dirname;
const dist = join(here, "dist");
const compressible = /\.(js|css|html|svg|json|txt|webmanifest)$/;

function compress(path) {
  const bytes = readFileSync(path);
  const brotli = brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 11,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
  writeFileSync(`${path}.br`, brotli);
  writeFileSync(`${path}.gz`, gzipSync(bytes, { level: 9 }));
}

function walk(folder, visit) {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name);
    if (statSync(path).isDirectory()) walk(path, visit);
    else visit(path);
  }
}

process.env.NODE_ENV = "production";
await build({ root: here, configFile: join(here, "vite.config.ts"), logLevel: "warn" });
walk(dist, (path) => {
  if (compressible.test(path)) compress(path);
});
process.exitCode = report(dist);
rmSync(join(dist, ".vite"), { recursive: true });
