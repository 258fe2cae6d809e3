// Text as people search it: without case and without the marks on letters.

export function folded(text: string): string {
  return text.toLocaleLowerCase("pl").normalize("NFD").replace(/\p{M}/gu, "").replaceAll("ł", "l");
}

// Every word of `wanted` begins somewhere in `text`; both are folded already.
export function matches(text: string, wanted: string): boolean {
  return wanted.split(/\s+/).every((word) => text.includes(word));
}
