// A person and a customer who are there twice become one and two again; each looked at before it is
// done, found in the list of likely duplicates, and undone.

import { equal, test } from "./report.mjs";

export async function peopleMerges(house) {
  const { owner } = house;
  const { person: twin } = await owner.ask("POST", "/persons", {
    givenName: "Jan",
    familyName: "Kowalski",
    emails: ["jan.kowalski@stary.example"],
    customers: [house.customer],
  });

  await test("likely duplicates of persons are listed with what they have in common", async () => {
    await owner.go("/people");
    await owner.press("people.duplicates");
    await owner.at("/duplicates?tab=persons");
    await owner.see("jan.kowalski@stary.example");
    await owner.see(owner.t("people.like.name"));
  }, [owner]);

  await test("a person is merged into another one, who is looked at first", async () => {
    await owner.go(`/people/${twin}`);
    await owner.press("people.mergePerson");
    await owner.submit();
    await owner.complaintAt("other");
    await owner.choose("other", "Jan Kowalski");
    await owner.forecast().getByText("jan.kowalski@stary.example").waitFor();
    await owner.submit();
    await owner.dialogGone();
    await owner.at(`/people/${house.person}`);
    await owner.see("jan.kowalski@stary.example");
  }, [owner]);

  await test("the merged one says as whom they go on, and is taken apart again", async () => {
    await owner.go(`/people/${twin}`);
    await owner.see(owner.t("people.merged.into", { name: "Jan Kowalski" }));
    equal(await owner.button("people.editPerson").count(), 0, "ways to edit a merged person");
    await owner.press("people.unmerge");
    await owner.button("people.editPerson").waitFor();
    await owner.go(`/people/${house.person}`);
    equal(await owner.shows("jan.kowalski@stary.example"), false, "the other one's address");
  }, [owner]);

  const { customer: double } = await owner.ask("POST", "/customers", {
    name: "Zakład Ślusarski Wrona",
    nip: "5260250995",
  });
  const { customer: stays } = await owner.ask("POST", "/customers", {
    name: "Zakład Ślusarski Wrona s.c.",
    nip: "7740001454",
  });

  await test("two customers with two NIPs are merged when somebody knows that they are one", async () => {
    await owner.go(`/customers/${double}`);
    await owner.press("people.mergeCustomer");
    await owner.choose("other", "Zakład Ślusarski Wrona s.c.");
    await owner.forecast().waitFor();
    await owner.submit();
    await owner.see(owner.t("refusal.people.nips_differ"));
    await owner.field("nipsDiffer").check();
    await owner.submit();
    await owner.dialogGone();
    await owner.at(`/customers/${stays}`);
    await owner.see(owner.t("people.merged.customers"));
  }, [owner]);

  await test("a merged customer is taken apart by a command", async () => {
    await owner.go(`/customers/${double}`);
    await owner.see(owner.t("people.merged.into", { name: "Zakład Ślusarski Wrona s.c." }));
    await owner.order("people.unmerge");
    await owner.button("people.mergeCustomer").waitFor();
  }, [owner]);
}
