import { describe, expect, it } from "vitest";
import {
  addressWish,
  groupHours,
  ibanProblem,
  krsProblem,
  nipProblem,
  phoneProblem,
  postCodeProblem,
  readHours,
  regonProblem,
  showIban,
  showNip,
  weekdays,
  writeHours,
} from "./model";

describe("numbers of Polish companies", () => {
  it.each([
    ["5250000009", undefined],
    ["525-000-00-09", undefined],
    ["PL 525 000 00 09", undefined],
    ["", undefined],
    ["5250000008", "nip_checksum"],
    ["525000000", "nip_length"],
    ["0250000009", "nip_prefix"],
    ["52500000O9", "nip_characters"],
  ])("a tax number %s is judged %s", (text, reason) => {
    expect(nipProblem(text)).toBe(reason);
  });

  it.each([
    ["123456785", undefined],
    ["12345678512347", undefined],
    ["123456786", "regon_checksum"],
    ["12345678512348", "regon_checksum"],
    ["000000000", "regon_checksum"],
    ["1234567", "regon_length"],
    ["12345678x", "regon_characters"],
  ])("a statistical number %s is judged %s", (text, reason) => {
    expect(regonProblem(text)).toBe(reason);
  });

  it.each([
    ["PL61 1090 1014 0000 0712 1981 2874", undefined],
    ["61109010140000071219812874", undefined],
    ["DE89 3704 0044 0532 0130 00", undefined],
    ["PL61 1090 1014 0000 0712 1981 2875", "iban_checksum"],
    ["PL61 1090", "iban_length"],
    ["PL61_1090", "iban_characters"],
  ])("an account number %s is judged %s", (text, reason) => {
    expect(ibanProblem(text)).toBe(reason);
  });

  it.each([
    ["0000123456", undefined],
    ["KRS 0000123456", undefined],
    ["123456", "krs_length"],
    ["0000000000", "krs_length"],
    ["00001234x6", "krs_characters"],
  ])("a court register number %s is judged %s", (text, reason) => {
    expect(krsProblem(text)).toBe(reason);
  });

  it.each([
    ["61-001", undefined],
    ["61001", undefined],
    ["61 - 001", undefined],
    ["6100", "post_code_form"],
    ["61-0O1", "post_code_form"],
  ])("a post code %s is judged %s", (text, reason) => {
    expect(postCodeProblem(text)).toBe(reason);
  });

  it.each([
    ["784 380 784", undefined],
    ["61 855 12 34", undefined],
    ["(61) 855-12-34", undefined],
    ["0048 784380784", undefined],
    ["+48 61 855 12 34 wew. 12", undefined],
    ["+48618551234", undefined],
    ["12345", "phone_length"],
    ["call me", "phone_characters"],
  ])("a phone number %s is judged %s", (text, reason) => {
    expect(phoneProblem(text)).toBe(reason);
  });

  it("are shown in the groups people read them in", () => {
    expect(showNip("5250000009")).toBe("525-000-00-09");
    expect(showIban("PL61109010140000071219812874")).toBe(
      "PL61\u00a01090\u00a01014\u00a00000\u00a00712\u00a01981\u00a02874",
    );
  });
});

describe("opening hours", () => {
  const texts = Object.fromEntries(weekdays.map((day) => [day, ""])) as ReturnType<
    typeof writeHours
  >;

  it("of equal days in a row are told together", () => {
    const hours = readHours({
      ...texts,
      monday: "8-16",
      tuesday: "8:00-16:00",
      wednesday: "8-16",
      friday: "8-12, 13-17",
    });
    expect(groupHours(hours ?? [])).toEqual([
      { from: "monday", to: "wednesday", hours: "08:00–16:00" },
      { from: "friday", to: "friday", hours: "08:00–12:00, 13:00–17:00" },
    ]);
  });

  it("survive being written into the form and read again", () => {
    const hours = readHours({ ...texts, monday: "8-16", sunday: "0-24" });
    expect(readHours(writeHours(hours))).toEqual(hours);
  });

  it.each(["16-8", "8", "8-9-10", "8:75-9", "25-26"])("refuse %s", (text) => {
    expect(readHours({ ...texts, monday: text })).toBeUndefined();
  });
});

describe("a postal address", () => {
  it("that is empty is no address", () => {
    expect(addressWish({ lines: [" "], postCode: "", city: "", country: "PL" })).toBeNull();
  });

  it("loses its empty lines", () => {
    expect(
      addressWish({
        lines: ["ul. Prosta 1", ""],
        postCode: "61-001",
        city: " Poznań ",
        country: "pl",
      }),
    ).toEqual({ lines: ["ul. Prosta 1"], postCode: "61-001", city: "Poznań", country: "PL" });
  });
});
