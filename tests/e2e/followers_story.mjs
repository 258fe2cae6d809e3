// Following: who is told about a ticket that is not theirs.

import { equal, test } from "./report.mjs";

const panel = (window) =>
  window.page.locator("section", {
    has: window.page.getByRole("heading", { name: window.t("tickets.followers") }),
  });

export async function followers(house) {
  const { owner, technician } = house;

  await test("one key follows a ticket, and it stands among the followed ones", async () => {
    await technician.go(`/tickets/${house.otherTicket}`);
    await panel(technician).getByText(technician.t("tickets.noFollowers")).waitFor();
    await technician.page.keyboard.press("f");
    await panel(technician).getByText("Tomek Żuraw").waitFor();
    await technician.button("tickets.unfollow").waitFor();
    await technician.go("/tickets?view=followed");
    await technician.page.getByRole("row", { name: "laptop" }).waitFor();
    equal(
      await technician.page.getByRole("row", { name: "Monitor miga" }).count(),
      0,
      "rows that nobody follows",
    );
  }, [technician]);

  await test("a colleague is added and taken off again", async () => {
    await owner.go(`/tickets/${house.otherTicket}`);
    await panel(owner).getByText("Tomek Żuraw").waitFor();
    await owner.page
      .getByRole("button", { name: owner.t("tickets.removeFollower", { name: "Tomek Żuraw" }) })
      .click();
    await panel(owner).getByText(owner.t("tickets.noFollowers")).waitFor();
    await owner.press("tickets.addFollower");
    await owner.choose("tickets.addFollower", "Tomek Żuraw");
    await panel(owner).locator("li", { hasText: "Tomek Żuraw" }).waitFor();
  }, [owner]);
}
