// Text as people search it, without case and without the marks on letters; and sizes as they read
// them.

export function folded(text: string): string {
  return text.toLocaleLowerCase("pl").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
}

// Every word of `wanted` begins somewhere in `text`; both are folded already.
export function matches(text: string, wanted: string): boolean {
  return wanted.split(/\s+/).every((word) => text.includes(word));
}

const units = ["B", "kB", "MB", "GB", "TB"];

export function bytesText(bytes: number, locale: string): string {
  let value = bytes;
  let unit = 0;
  while (value >= 1_000 && unit < units.length - 1) {
    value /= 1_000;
    unit++;
  }
  const digits = unit >= 2 && value < 10 ? 1 : 0;
  const shown = new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value);
  return `${shown}\u00a0${units[unit]}`;
}
