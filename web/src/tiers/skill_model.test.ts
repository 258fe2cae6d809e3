import { expect, test } from "vitest";
import { lastDay } from "./skill_model";

test("a certificate's last day is the day before the same day, months later", () => {
  expect(lastDay("2025-03-01", 12)).toBe("2026-02-28");
  expect(lastDay("2025-06-12", 36)).toBe("2028-06-11");
  expect(lastDay("2025-01-31", 1)).toBe("2025-02-27");
  expect(lastDay("2024-12-15", 2)).toBe("2025-02-14");
});
