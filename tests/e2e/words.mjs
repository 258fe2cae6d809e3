// The product's own messages. Tests find buttons and sentences by the id of their message, so that
// better words break no test, and a missing translation breaks one.

import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const source = join(import.meta.dirname, "../../web/src");

function read(language) {
  const texts = {};
  for (const folder of readdirSync(source, { withFileTypes: true })) {
    if (!folder.isDirectory()) continue;
    const names = readdirSync(join(source, folder.name));
    const own = names.filter((name) => name.split(".").slice(-2).join(".") === `${language}.json`);
    for (const name of own) {
      Object.assign(texts, JSON.parse(readFileSync(join(source, folder.name, name))));
    }
  }
  return texts;
}

// t("people.checkMailNote", { email: "a@b.pl" }); messages with plurals are not for tests.
export function wordsOf(language) {
  const texts = read(language);
  return (id, values = {}) => {
    if (texts[id] === undefined) throw new Error(`no message ${id} in ${language}`);
    return texts[id].replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
  };
}
