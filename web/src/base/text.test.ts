import { expect, it } from "vitest";
import { bytesText } from "./text";

it.each([
  [512, "512\u00a0B"],
  [15_400, "15\u00a0kB"],
  [1_540_000, "1,5\u00a0MB"],
  [18_400_000, "18\u00a0MB"],
  [2_244_000_000, "2,2\u00a0GB"],
])("%d bytes read %s", (bytes, expected) => {
  expect(bytesText(bytes, "pl-PL")).toBe(expected);
});
