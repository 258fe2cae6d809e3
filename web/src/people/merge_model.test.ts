import en from "messages:pages-en";
import { beforeAll, describe, expect, it } from "vitest";
import type { CustomerMergePreview, PersonMergePreview } from "../api/types";
import { takeTexts } from "../base/i18n";
import { customerLines, personLines, reasonsText } from "./merge_model";

beforeAll(() => takeTexts("en", en));

const jan = { person: 1, givenName: "Jan", familyName: "Lis", jobTitle: "" };

const ofPerson = (change: Partial<PersonMergePreview>): PersonMergePreview => ({
  person: { ...jan, person: 2, givenName: "Janek" },
  into: jan,
  emails: [],
  moves: [],
  roles: [],
  shownTo: [],
  mergedShownTo: [],
  sessions: 0,
  tokens: 0,
  ...change,
});

const ofCustomer = (change: Partial<CustomerMergePreview>): CustomerMergePreview => ({
  customer: { customer: 2, name: "Kowalski s.c." },
  into: { customer: 1, name: "Kowalski" },
  nipsDiffer: false,
  domains: [],
  moves: [],
  readers: [],
  readersOfInto: [],
  moreReaders: false,
  ...change,
});

describe("what a merge of persons joins", () => {
  it("says nothing of what is not there", () => {
    expect(personLines(ofPerson({}))).toEqual([]);
  });
  it("counts what is read as theirs, and names who sees more", () => {
    const lines = personLines(
      ofPerson({
        moves: [
          { what: "tickets", count: 3 },
          { what: "minutes", count: 75 },
          { what: "something_new", count: 9 },
        ],
        emails: ["janek@lis.example"],
        roles: [{ role: "customer_user", customerName: "Nowicki" }],
        shownTo: ["Nowicki"],
        mergedShownTo: ["Kowalski"],
      }),
    );
    expect(lines).toHaveLength(6);
    expect(lines[0]).toBe("3 tickets");
    expect(lines[1]).toMatch(/1\sh\s15\smin/);
    expect(lines[2]).toContain("janek@lis.example");
    expect(lines[3]).toContain("Nowicki");
    expect(lines[4]).toContain("Jan Lis");
    expect(lines[5]).toContain("Janek Lis");
  });
});

describe("what a merge of customers joins", () => {
  it("names who may do what at the other one", () => {
    const lines = customerLines(
      ofCustomer({
        moves: [{ what: "persons", count: 1 }],
        domains: ["kowalski.example"],
        readers: [{ person: 5, name: "Ewa Żak", role: "customer_administrator" }],
      }),
    );
    expect(lines).toEqual([
      "1 person",
      "Addresses at kowalski.example belong to Kowalski.",
      "At Kowalski, these may then do what their roles allow: Ewa Żak (Customer administrator).",
    ]);
  });
  it("says what two have in common", () => {
    expect(reasonsText(["name", "registry"])).toBe("name, REGON or KRS");
  });
});
