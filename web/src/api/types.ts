// What the server says and understands, one type per record of its operation table.

export interface List<Item> {
  items: Item[];
  next?: string | null;
}

export type Language = "pl" | "en";

export type Role =
  | "owner"
  | "administrator"
  | "lead"
  | "technician"
  | "bookkeeper"
  | "consultant"
  | "auditor"
  | "customer_administrator"
  | "customer_approver"
  | "customer_user"
  | "guest_expert";

// --- Ways in

export interface ServerInfo {
  needsSetup: boolean;
  version: string;
  companyName: string;
  languages: string[];
}

export interface SetUp {
  code: string;
  companyName: string;
  givenName: string;
  familyName: string;
  email: string;
  password: string;
  language: Language;
  zone: string;
}

export interface SignedIn {
  person: number;
  session: number;
}

export interface WhoAmI {
  person: number;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  staff: boolean;
  session?: number | null;
  hasPassword: boolean;
  expiresAt: string;
  rights: string[];
  customers: { customer: number; rights: string[] }[];
  roles: { role: Role; customer?: number | null }[];
}

export interface OpenSession {
  id: number;
  startedAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string;
  program: string;
  how: "password" | "link" | "code" | "setup";
  current: boolean;
}

export type LinkKind = "invitation" | "password_reset" | "sign_in";

export interface LinkInfo {
  kind: LinkKind;
  address: string;
  givenName: string;
  language: Language;
  expiresAt: string;
  password: "needed" | "possible" | "none";
}

export interface LinkSent {
  address: string;
  expiresAt: string;
}

export interface PersonGrant {
  id: number;
  person: number;
  role: Role;
  customer?: number | null;
  grantedBy?: number | null;
  grantedAt: string;
}

export interface RolesPage {
  roles: { role: Role; place: "company" | "customer" | "either"; rights: string[] }[];
  rights: { right: string; roles: Role[] }[];
}

export interface ApiToken {
  id: number;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt?: string | null;
}

export interface TokenCreated {
  id: number;
  token: string;
}

// --- Customers, persons, our company

export type Weekday =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

export interface OpenHours {
  day: Weekday;
  from: number; // Minutes after local midnight.
  to: number;
}

export interface PostalAddress {
  lines: string[];
  postCode: string;
  city: string;
  country: string;
}

export interface NotedPhone {
  number: string;
  extension?: string;
  note?: string;
  shown?: string;
}

export type PhoneKind = "work" | "mobile" | "personal";

export interface PersonPhone {
  number: string;
  extension?: string;
  kind: PhoneKind;
  shown?: string;
}

export type Mark = "vip" | "overdue" | "leaving";

export interface PersonRef {
  person: number;
  givenName: string;
  familyName: string;
  jobTitle?: string;
}

export interface CustomerRef {
  customer: number;
  name: string;
}

export interface Site {
  site: number;
  customer: number;
  version: number;
  name: string;
  address?: PostalAddress | null;
  hoursText?: string;
  hours?: OpenHours[];
  zone?: string;
}

export interface SiteWish {
  name?: string;
  address?: PostalAddress | null;
  hoursText?: string;
  hours?: OpenHours[];
  zone?: string;
}

export interface CustomerWish {
  name?: string;
  legalName?: string;
  nip?: string;
  regon?: string;
  krs?: string;
  iban?: string;
  billingAddress?: PostalAddress | null;
  postalAddress?: PostalAddress | null;
  domains?: string[];
  phones?: NotedPhone[];
  sector?: string;
  lead?: number | null;
  pinnedNotes?: string;
  marks?: Mark[];
  language?: Language;
}

export interface Customer {
  customer: number;
  version: number;
  name: string;
  legalName?: string;
  nip?: string;
  regon?: string;
  krs?: string;
  iban?: string;
  billingAddress?: PostalAddress | null;
  postalAddress?: PostalAddress | null;
  domains?: string[];
  phones?: NotedPhone[];
  sector?: string;
  lead?: PersonRef | null;
  pinnedNotes?: string | null;
  marks?: Mark[] | null;
  sites?: Site[];
  language?: Language;
  createdAt?: string;
}

export interface CustomerSummary {
  customer: number;
  version: number;
  name: string;
  legalName?: string;
  nip?: string;
  city?: string;
  lead?: PersonRef | null;
  marks?: Mark[] | null;
}

export type FormOfAddress = "none" | "pani" | "pan" | "first_name";

export interface PersonWish {
  givenName?: string;
  familyName?: string;
  isStaff?: boolean;
  jobTitle?: string;
  emails?: string[];
  phones?: PersonPhone[];
  customers?: number[];
  language?: Language;
  zone?: string;
  formOfAddress?: FormOfAddress;
  vocative?: string;
  notes?: string;
}

export interface Person {
  person: number;
  version: number;
  givenName: string;
  familyName: string;
  isStaff: boolean;
  jobTitle?: string;
  emails?: string[] | null;
  phones?: PersonPhone[] | null;
  customers?: CustomerRef[] | null;
  language?: Language | null;
  zone?: string | null;
  formOfAddress?: FormOfAddress | null;
  vocative?: string | null;
  proposedVocative?: string | null;
  notes?: string | null;
  createdAt?: string | null;
  disabledAt?: string | null;
  erasedAt?: string | null;
}

export interface PersonSummary {
  person: number;
  version: number;
  givenName: string;
  familyName: string;
  isStaff: boolean;
  isDisabled: boolean;
  jobTitle?: string;
  email?: string;
  phone?: string;
  customers?: CustomerRef[];
}

export interface CompanyWish {
  name?: string;
  legalName?: string;
  nip?: string;
  regon?: string;
  krs?: string;
  iban?: string;
  address?: PostalAddress | null;
  phones?: NotedPhone[];
  email?: string;
  web?: string;
  hoursText?: string;
  hours?: OpenHours[];
  language?: Language;
  zone?: string;
}

export interface Company extends CompanyWish {
  company: number;
  version: number;
  name: string;
}

// --- Tiers and tickets

export interface Queue {
  id: number;
  tier: number;
  name: string;
}

export interface Tier {
  number: number;
  namePl: string;
  nameEn: string;
  queues: Queue[];
}

export type TicketStatus = "new" | "open" | "waiting" | "resolved" | "closed";
export type WaitingFor = "customer" | "vendor" | "other";
export type Impact = "low" | "medium" | "high" | "major";
export type Urgency = "low" | "medium" | "high";
export type Priority = "low" | "normal" | "high" | "critical";
export type EscalationReason = "needs_skill" | "needs_access" | "needs_time" | "vendor" | "other";
export type HandBackReason =
  | "solution_found"
  | "work_done"
  | "needs_information"
  | "wrong_tier"
  | "other";

export interface Ticket {
  id: number;
  number: number;
  version: number;
  customer: number;
  customerName: string;
  requester?: number | null;
  requesterName?: string | null;
  subject: string;
  status: TicketStatus;
  waitingFor?: WaitingFor | null;
  impact: Impact;
  urgency: Urgency;
  priority: Priority;
  tier: number;
  queue: number;
  queueName: string;
  assignee?: number | null;
  assigneeName?: string | null;
  product?: number | null;
  productName?: string | null;
  createdAt: string;
  updatedAt: string;
  resolvedAt?: string | null;
  closedAt?: string | null;
  origin: "live" | "import" | "demo";
  oldNumber?: string | null;
}

// Just enough to go there: creating must not wait for names.
export interface NewTicket {
  id: number;
  number: number;
  version: number;
  tier: number;
  queue: number;
  priority: Priority;
}

export interface TicketMessage {
  id: number;
  ticket: number;
  author?: number | null;
  authorName?: string | null;
  kind: "reply" | "note";
  text: string | null;
  at: string;
}

export interface HistoryEntry {
  event: number | string;
  at: string;
  recordedAt: string;
  origin: "live" | "import" | "demo";
  name: string;
  by?: number | null;
  byName?: string | null;
  fromTier?: number | null;
  tier?: number | null;
  fromQueueName?: string | null;
  queueName?: string | null;
  assignee?: number | null;
  assigneeName?: string | null;
  status?: TicketStatus | null;
  waitingFor?: WaitingFor | null;
  impact?: Impact | null;
  urgency?: Urgency | null;
  productName?: string | null;
  reason?: string | null;
  texts?: { field: string; text: string | null }[];
}

export interface TicketFilter {
  queue?: number;
  tier?: number;
  status?: TicketStatus;
  open?: boolean;
  assignee?: number;
  unassigned?: boolean;
  customer?: number;
  requester?: number;
  q?: string;
  cursor?: string;
  limit?: number;
}
