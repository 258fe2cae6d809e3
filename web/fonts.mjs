// Cuts Inter down to what Polish, English and our neighbours' names need.
//
// The published latin-ext file is larger than the whole program; the letters of Polish, Czech,
// Slovak, Hungarian and Romanian are a tenth of it. Other scripts fall back to system fonts.

import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import subset from "subset-font";

const here = import.meta.dirname;
const source = join(here, "node_modules/@fontsource-variable/inter/files");
const target = join(here, "generated");

const latin =
  Array.from({ length: 0x7f - 0x20 }, (_, i) => String.fromCodePoint(0x20 + i)).join("") +
  Array.from({ length: 0x100 - 0xa0 }, (_, i) => String.fromCodePoint(0xa0 + i)).join("") +
  "–—‘’‚“”„…•‹›€™−→←↑↓\u2009\u202f\u2011";
const latinExt = "ĄąĆćĘęŁłŃńŚśŹźŻżČčĎďĚěŇňŘřŠšŤťŮůŽžĹĺĽľŔŕŐőŰűĂăȘșȚțŞşŢţĐđŌōŪū";

const weights = { variationAxes: { wght: { min: 400, max: 650 } }, targetFormat: "woff2" };

export async function cutFonts() {
  const files = [
    ["inter-latin-wght-normal.woff2", "inter-latin.woff2", latin],
    ["inter-latin-ext-wght-normal.woff2", "inter-latin-ext.woff2", latinExt],
  ];
  mkdirSync(target, { recursive: true });
  for (const [from, to, letters] of files) {
    const path = join(target, to);
    if (existsSync(path)) continue;
    writeFileSync(path, await subset(readFileSync(join(source, from)), letters, weights));
  }
}
