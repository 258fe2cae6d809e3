// The screens of the product, by who sees them, for the gallery.

const pressed = (id) => async (window) => {
  await window.button(id).first().click();
  await window.dialog().waitFor();
};

const ordered = (id) => async (window) => {
  await window.order(id);
  await window.dialog().locator("form").waitFor();
};

const keyed = (key) => async (window) => {
  await window.page.keyboard.press(key);
  await window.dialog().waitFor();
};

export const entranceScreens = (link) => [
  { name: "Sign-in", path: "/signin" },
  {
    name: "Sign-in refused",
    path: "/signin",
    open: async (window) => {
      await window.submit();
      await window.complaintAt("email");
    },
  },
  { name: "Asking for a link", path: "/signin", open: (window) => window.press("people.sendLink") },
  {
    name: "The code from a mail",
    path: "/signin",
    open: async (window) => {
      await window.press("people.sendLink");
      await window.field("email").fill("nikt@kowalski.example");
      await window.submit();
      await window.field("code").waitFor();
    },
  },
  { name: "An invitation", path: link },
  { name: "A link that is gone", path: "/link#gone" },
  { name: "An appointment that is gone", path: "/appointment#gone" },
  { name: "A guest expert's link that is gone", path: "/guest#gone" },
];

const ticketDialog = (ticket) => (name, id) => ({
  name,
  path: `/tickets/${ticket}`,
  open: pressed(id),
});

export function staffScreens(house) {
  const { customer, person, ticket, otherTicket, handedOver, kindTicket } = house;
  const { fieldTicket, fields, marked, macroTicket, shared, approved, stated } = house;
  const { asset, assetTicket, calendar, shop, promised } = house;
  const dialog = ticketDialog(otherTicket);
  return [
    { name: "The list of tickets", path: "/tickets" },
    { name: "Files that came in", path: "/moving" },
    { name: "Bringing in a file", path: "/moving", open: pressed("moving.upload") },
    { name: "A file that came in", path: "/moving/1" },
    { name: "The list of followed tickets", path: "/tickets?view=followed" },
    { name: "A list without tickets", path: "/tickets?q=nothing-like-this" },
    { name: "A new ticket", path: "/tickets", open: pressed("tickets.newTicket") },
    { name: "A ticket's talk", path: `/tickets/${ticket}` },
    {
      name: "An internal note being written",
      path: `/tickets/${ticket}`,
      open: (window) => window.press("tickets.note"),
    },
    { name: "A ticket's history", path: `/tickets/${ticket}?tab=history` },
    dialog("Assigning a ticket", "tickets.assign"),
    dialog("Escalating a ticket", "tickets.escalate"),
    dialog("Handing a ticket back", "tickets.handBack"),
    dialog("Changing a ticket's status", "tickets.setStatus"),
    dialog("Resolving a ticket", "tickets.resolve"),
    { name: "Editing a ticket", path: `/tickets/${otherTicket}`, open: keyed("e") },
    { name: "Informing the lead", path: `/tickets/${otherTicket}`, open: keyed("l") },
    { name: "Planning an appointment", path: `/tickets/${otherTicket}`, open: keyed("@") },
    {
      name: "Inviting a guest expert",
      path: `/tickets/${otherTicket}`,
      open: ordered("tickets.guest.invite"),
    },
    { name: "The calendar", path: "/calendar" },
    {
      name: "A private calendar",
      path: "/calendar",
      open: pressed("tickets.calendar.private"),
    },
    { name: "Notices", path: "/notices" },
    { name: "The list of customers", path: "/customers" },
    { name: "A new customer", path: "/customers", open: pressed("people.newCustomer") },
    { name: "A customer's card", path: `/customers/${customer}` },
    { name: "A customer's sites", path: `/customers/${customer}?tab=sites` },
    { name: "A customer's people", path: `/customers/${customer}?tab=people` },
    { name: "Editing a customer", path: `/customers/${customer}`, open: pressed("ui.edit") },
    {
      name: "Merging a customer",
      path: `/customers/${customer}`,
      open: pressed("people.mergeCustomer"),
    },
    { name: "Likely duplicates", path: "/duplicates?tab=persons" },
    { name: "The list of people", path: "/people" },
    { name: "A new person", path: "/people", open: pressed("people.newPerson") },
    { name: "A person's page", path: `/people/${person}` },
    { name: "Giving a role", path: `/people/${person}`, open: pressed("people.giveRole") },
    { name: "Merging a person", path: `/people/${person}`, open: pressed("people.mergePerson") },
    { name: "Our company's card", path: "/company" },
    { name: "Editing our card", path: "/company", open: pressed("people.editCompany") },
    { name: "The support structure", path: "/structure" },
    { name: "Editing the structure", path: "/structure", open: pressed("tiers.edit") },
    { name: "Editing moves and reasons", path: "/structure", open: pressed("tiers.editMoves") },
    { name: "Ticket settings", path: "/ticket-settings" },
    {
      name: "Editing ticket settings",
      path: "/ticket-settings",
      open: pressed("tickets.editSettings"),
    },
    { name: "A new category", path: "/ticket-settings", open: pressed("tickets.addCategory") },
    {
      name: "A ready-made tree",
      path: "/ticket-settings",
      open: pressed("tickets.startCategories"),
    },
    { name: "A ticket with a type and a category", path: `/tickets/${kindTicket}` },
    { name: "One's own skills", path: "/skills" },
    { name: "A certificate", path: "/skills", open: pressed("tiers.addCertificate") },
    { name: "People and skills", path: "/skills?tab=matrix" },
    { name: "Certificates of everybody", path: "/skills?tab=certificates" },
    { name: "Who lacks what", path: "/skills?tab=gaps" },
    { name: "A requirement", path: "/skills?tab=gaps", open: pressed("tiers.addRequirement") },
    { name: "Learning tasks", path: "/skills?tab=learning" },
    { name: "The catalogue of skills", path: "/skills?tab=catalogue" },
    { name: "Duty", path: "/duty" },
    { name: "A technician's shifts", path: "/duty?tab=people" },
    { name: "New weekly shifts", path: "/duty?tab=people", open: pressed("tiers.newPattern") },
    { name: "Absences", path: "/duty?tab=absences" },
    { name: "Entering an absence", path: "/duty", open: pressed("tiers.enterAbsence") },
    { name: "On call", path: "/duty?tab=on-call" },
    { name: "How queues give tickets out", path: "/duty?tab=routing" },
    { name: "A ticket with a handover", path: `/tickets/${handedOver}` },
    {
      name: "Escalating with a handover",
      path: `/tickets/${handedOver}`,
      open: pressed("tickets.escalate"),
    },
    { name: "The work on a ticket", path: `/tickets/${ticket}?tab=time` },
    { name: "Booking work", path: `/tickets/${ticket}`, open: keyed("m") },
    {
      name: "Correcting an entry",
      path: `/tickets/${ticket}?tab=time`,
      open: (window) => window.button("tickets.time.correct").first().click(),
    },
    { name: "My work time", path: "/time" },
    { name: "Everybody's work time", path: "/time?tab=all" },
    { name: "Kinds of work", path: "/time?tab=types" },
    { name: "Fields and forms", path: "/ticket-settings" },
    { name: "A new field", path: "/ticket-settings", open: pressed("tickets.fields.define") },
    { name: "A ticket with fields", path: `/tickets/${fieldTicket}` },
    { name: "Tickets in the order of a field", path: `/tickets?view=all&field=${fields?.stanowiska}` },
    { name: "Devices and software", path: "/equipment" },
    { name: "An asset", path: `/equipment/${asset}` },
    { name: "Editing an asset", path: `/equipment/${asset}`, open: keyed("e") },
    { name: "A new asset", path: "/equipment", open: pressed("assets.new") },
    { name: "A customer's assets", path: `/customers/${customer}?tab=assets` },
    { name: "A ticket that names an asset", path: `/tickets/${assetTicket}` },
    { name: "Work calendars", path: "/calendars" },
    { name: "A work calendar", path: `/calendars/${calendar}?month=2026-12` },
    { name: "Editing a work calendar", path: `/calendars/${shop}`, open: keyed("e") },
    { name: "A special day", path: `/calendars/${shop}`, open: pressed("calendars.addDay") },
    { name: "Holiday sets", path: "/calendars?tab=sets" },
    { name: "A holiday set", path: "/calendars?tab=sets", open: pressed("calendars.newSet") },
    { name: "Statuses of our own", path: "/ticket-settings" },
    { name: "A new status", path: "/ticket-settings", open: pressed("tickets.state.add") },
    { name: "Which status may follow which", path: "/ticket-settings", open: pressed("tickets.ways") },
    { name: "A ticket in a status of our own", path: `/tickets/${stated}` },
    { name: "Choosing a status", path: `/tickets/${stated}`, open: keyed("s") },
    { name: "A ticket with tags and links", path: `/tickets/${marked}` },
    { name: "A new tag", path: `/tickets/${marked}`, open: keyed("#") },
    { name: "A new link", path: `/tickets/${marked}`, open: keyed("v") },
    { name: "A due date", path: `/tickets/${marked}`, open: keyed("y") },
    { name: "Snoozing a ticket", path: `/tickets/${marked}`, open: keyed("z") },
    {
      name: "The list of macros",
      path: `/tickets/${macroTicket}`,
      open: (window) => window.openByKey("."),
    },
    {
      name: "A macro before it is used",
      path: `/tickets/${macroTicket}`,
      open: async (window) => {
        await window.openByKey(".");
        await window.page.locator("[cmdk-item]").first().click();
        await window.dialog().locator("form").waitFor();
      },
    },
    { name: "A new macro", path: "/ticket-settings", open: pressed("tickets.macro.add") },
    { name: "Merging a ticket", path: `/tickets/${marked}`, open: keyed("j") },
    { name: "Splitting a ticket", path: `/tickets/${ticket}`, open: ordered("tickets.split") },
    {
      name: "Another customer",
      path: `/tickets/${marked}`,
      open: ordered("tickets.changeCustomer"),
    },
    { name: "A ticket with several workers", path: `/tickets/${shared}` },
    { name: "A time limit", path: "/structure", open: pressed("tiers.timed.add") },
    { name: "A ticket with steps", path: `/tickets/${approved}` },
    { name: "A new template", path: "/ticket-settings", open: pressed("tickets.template.add") },
    { name: "A new rule", path: "/ticket-settings", open: pressed("tickets.recurrence.add") },
    { name: "A ticket with promises", path: `/tickets/${promised}` },
    {
      name: "Why each minute counts",
      path: `/tickets/${promised}/clocks?of=resolution-1`,
      open: (window) => window.see(window.t("tickets.clock.basis")),
    },
    { name: "Policies", path: "/sla" },
    { name: "A new policy", path: "/sla", open: pressed("sla.add") },
    {
      name: "Editing a policy",
      path: "/sla",
      open: async (window) => {
        await window.page.locator("[data-policy] button").nth(2).click();
        await window.dialog().locator("form").waitFor();
      },
    },
    {
      name: "A policy's contract",
      path: "/sla",
      open: async (window) => {
        await window.page.locator("[data-policy] button").nth(2).click();
        await window.field("contract/most").scrollIntoViewIfNeeded();
      },
    },
    { name: "How promises were kept", path: "/attainment?by=customer" },
    { name: "Proposed credits", path: "/credits" },
    { name: "A month without credits", path: "/credits?month=2026-01" },
    { name: "Refusing a credit", path: "/credits", open: pressed("sla.credits.refuse") },
    { name: "Desk figures", path: "/figures" },
    { name: "A customer's figures", path: `/figures?customer=${customer}` },
    { name: "Entering what a tier costs", path: "/figures", open: pressed("figures.enterCost") },
    { name: "Ratings", path: "/ratings" },
    { name: "Roles and rights", path: "/roles" },
    { name: "Nightly backups", path: "/backups" },
    { name: "My account", path: "/account" },
    { name: "A new token", path: "/account", open: pressed("people.newToken") },
    { name: "The palette", path: "/tickets", open: keyed("Control+k") },
    { name: "The keys", path: "/tickets", open: keyed("?") },
    { name: "No such page", path: "/no-such-page" },
    { name: "The component kit", path: "/_ui", isBusy: true },
  ];
}

export const clientScreens = ({ ticket, approved, ownAsset, promised }) => [
  { name: "The customer's tickets", path: "/tickets" },
  { name: "The customer's new ticket", path: "/tickets", open: pressed("tickets.own.new") },
  { name: "The customer's ticket", path: `/tickets/${ticket}` },
  { name: "What a customer reads of a promise", path: `/tickets/${promised}` },
  { name: "Why so much time, to a customer", path: `/tickets/${promised}/clocks` },
  { name: "The customer's history of a ticket", path: `/tickets/${ticket}?tab=history` },
  { name: "The customer's rating", path: `/tickets/${approved}` },
  { name: "What the customer's person uses", path: "/equipment" },
  { name: "The customer's asset", path: `/equipment/${ownAsset}` },
  { name: "The customer's notices", path: "/notices" },
  { name: "The customer's support contact", path: "/company" },
  { name: "The customer's account", path: "/account" },
];
