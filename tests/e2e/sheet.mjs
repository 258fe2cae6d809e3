// The contact sheet: every picture of the gallery on one page, a screen a row, a look a column.

import { writeFileSync } from "node:fs";
import { join } from "node:path";

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

const style = `
  body { margin: 1rem; font: 14px system-ui, sans-serif; background: #e9e9e9; color: #161616; }
  table { border-spacing: 0.5rem; }
  thead th { position: sticky; top: 0; background: #e9e9e9; }
  tbody th { width: 10rem; text-align: left; }
  th, td { vertical-align: top; }
  img { width: 17rem; max-height: 22rem; object-fit: contain; object-position: top; }`;

const cell = (file) => `<td><a href="${file}"><img loading="lazy" src="${file}" alt=""></a></td>`;

const row = ({ name, files }) => `<tr><th>${escaped(name)}</th>${files.map(cell).join("")}</tr>`;

// `screens` are { name, files }: file names beside the sheet, in the order of `looks`. A picture that
// was not taken, since its test failed before, is an empty frame.
export function writeSheet(folder, looks, screens) {
  const heads = ["Screen", ...looks].map((head) => `<th>${escaped(head)}</th>`).join("");
  const page = `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<title>Ogniwo, every screen</title>
<style>${style}
</style>
<table>
<thead><tr>${heads}</tr></thead>
<tbody>
${screens.map(row).join("\n")}
</tbody>
</table>
</html>
`;
  writeFileSync(join(folder, "index.html"), page);
}
