// What the server says and understands: one type per record of its operation table.
// Generated from that table, never edited.

export interface AddCompany {
  name: string;
  legalName?: string;
  nip?: string;
  regon?: string;
  krs?: string;
  iban?: string;
  address?: PostalAddress;
  phones?: NotedPhone[];
  email?: string;
  web?: string;
  hoursText?: string;
  hours?: OpenHours[];
  language?: Language;
  zone?: string;
}

export interface AddSite {
  customer: number;
  name: string;
  address?: PostalAddress;
  hoursText?: string;
  hours?: OpenHours[];
  /** IANA name; our company's zone if none. */
  zone?: string;
}

export interface ApiToken {
  id: number;
  name: string;
  scopes: string[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt?: string;
}

export interface ApiTokens {
  items: ApiToken[];
  next?: string;
}

export interface AskForLink {
  email: string;
}

export interface AssignTicket {
  ticket: number;
  /** Null takes it from whoever has it. */
  assignee?: number | null;
}

export interface AttachFile {
  ticket: number;
  name: string;
  /** The bytes in Base64. */
  content: string;
}

export interface Attachment {
  id: number;
  name: string;
  bytes: number;
  /** By our own look at the bytes. */
  mediaType: string;
}

export interface BackupList {
  items: BackupRun[];
  next?: string;
}

export interface BackupRun {
  /** The day on which it was due. */
  night: string;
  state: BackupState;
  attempts: number;
  startedAt: string;
  endedAt?: string;
  /** On the machine that made it. */
  folder: string;
  bytes: number;
  /** Why it failed; empty otherwise. */
  error: string;
}

export type BackupState = "running" | "made" | "failed";

export interface BulkAnswer {
  /** Its number; a preview has none. */
  bulk?: number;
  items: BulkItem[];
  changed: number;
  unchanged: number;
  refused: number;
  /** There is more to undo: ask again. */
  more: boolean;
}

export interface BulkChange {
  verb: BulkVerb;
  /** With assign; without it to nobody. */
  assignee?: number;
  /** With status. */
  status?: TicketStatus;
  /** With the status waiting. */
  waitingFor?: WaitingFor;
  /** With move; each ticket goes up or down as the structure allows. */
  tier?: number;
  queue?: number;
  /** With move. */
  reason?: string;
  /** With move the internal note; with resolve what customers read. */
  text?: string;
  /** With weigh. */
  impact?: Impact;
  urgency?: Urgency;
  /** With follow; without it whoever asks. */
  person?: number;
}

export interface BulkItem {
  ticket: number;
  subject: string;
  outcome: BulkOutcome;
  /** Why it was refused. */
  reason?: string;
  before?: Ticket;
  /** Where it changed. */
  after?: Ticket;
}

export interface BulkList {
  items: BulkSummary[];
}

export type BulkOutcome = "changed" | "unchanged" | "refused";

export interface BulkSummary {
  bulk: number;
  at: string;
  /** Without its text. */
  change: BulkChange;
  changed: number;
  undoneAt?: string;
  mayUndo: boolean;
}

export type BulkVerb = "assign" | "status" | "move" | "weigh" | "resolve" | "follow";

export interface BulkWish {
  tickets: number[];
  change: BulkChange;
  /** Goes on with one that was too long for one request. */
  bulk?: number;
}

export interface ChangePassword {
  /** May be absent only where there is no password yet. */
  current?: string;
  password: string;
}

export interface ChunkImported {
  imported: number;
  /** Rows that were in already. */
  known: number;
}

export interface Company {
  company: number;
  version: number;
  isDefault: boolean;
  name: string;
  legalName: string;
  nip: string;
  regon: string;
  krs: string;
  iban: string;
  address?: PostalAddress;
  phones: NotedPhone[];
  email: string;
  web: string;
  hoursText: string;
  hours: OpenHours[];
  language: Language;
  zone: string;
}

export interface CompanyList {
  items: Company[];
  next?: string;
}

export interface CreateCustomer {
  name: string;
  legalName?: string;
  nip?: string;
  regon?: string;
  krs?: string;
  iban?: string;
  billingAddress?: PostalAddress;
  postalAddress?: PostalAddress;
  domains?: string[];
  phones?: NotedPhone[];
  sector?: string;
  /** The technician who knows the customer best. */
  lead?: number;
  pinnedNotes?: string;
  marks?: Mark[];
  language?: Language;
}

export interface CreatePerson {
  givenName?: string;
  familyName?: string;
  isStaff?: boolean;
  jobTitle?: string;
  /** The first one is the main one. */
  emails?: string[];
  phones?: PersonPhone[];
  customers?: number[];
  language?: Language;
  zone?: string;
  formOfAddress?: FormOfAddress;
  /** Confirmed by a human; empty while nobody has. */
  vocative?: string;
  notes?: string;
}

export interface CreateTicket {
  customer: number;
  subject: string;
  /** Becomes the first message. */
  text?: string;
  requester?: number;
  impact?: Impact;
  urgency?: Urgency;
}

export interface CreateToken {
  name: string;
  /** Names of rights that you hold. */
  scopes: string[];
  /** At most a year from now. */
  expiresAt: string;
}

export interface CreateView {
  namePl: string;
  /** Shared views need it. */
  nameEn?: string;
  /** In the condition language; empty: every ticket. */
  condition: string;
  sort?: ViewSort;
  grouping?: ViewGrouping;
  /** For everybody who works here. */
  shared?: boolean;
}

export interface Customer {
  customer: number;
  version: number;
  name: string;
  legalName: string;
  nip: string;
  regon: string;
  krs: string;
  iban: string;
  billingAddress?: PostalAddress;
  postalAddress?: PostalAddress;
  domains: string[];
  phones: NotedPhone[];
  sector: string;
  lead?: PersonRef;
  /** Absent for the customer's own people, like the marks. */
  pinnedNotes?: string;
  marks?: Mark[];
  sites: Site[];
  language: Language;
  createdAt: string;
}

export interface CustomerList {
  items: CustomerSummary[];
  next?: string;
}

export interface CustomerRef {
  customer: number;
  name: string;
}

export interface CustomerRights {
  customer: number;
  rights: string[];
}

export interface CustomerSummary {
  customer: number;
  version: number;
  name: string;
  legalName: string;
  nip: string;
  city: string;
  lead?: PersonRef;
  marks?: Mark[];
}

export interface DeleteToken {
  token: number;
}

export interface DeleteView {
  view: number;
}

export interface DraftHandover {
  ticket: number;
}

export interface EditBrand {
  company: number;
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
  /** True makes this card the default one. */
  isDefault?: boolean;
}

export interface EditCompany {
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

export interface EditCustomer {
  customer: number;
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

export interface EditPerson {
  person: number;
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

export interface EditRetention {
  /** The kinds that change. */
  items: RetentionDays[];
}

export interface EditSite {
  site: number;
  name?: string;
  address?: PostalAddress | null;
  hoursText?: string;
  hours?: OpenHours[];
  zone?: string;
}

export interface EditStructure {
  /** From the first line upwards. What is left out is retired. */
  tiers?: WishedTier[];
  moves?: TierMove[];
  reasons?: MoveReason[];
}

export interface EditTicket {
  ticket: number;
  subject?: string;
  impact?: Impact;
  urgency?: Urgency;
}

export interface EditView {
  view: number;
  namePl?: string;
  nameEn?: string;
  condition?: string;
  sort?: ViewSort;
  grouping?: ViewGrouping;
  place?: number;
  /** True: from now on everybody's. */
  shared?: boolean;
}

export interface EndSession {
  session: number;
}

export interface ErasePerson {
  person: number;
}

export interface Erasure {
  person: number;
  erasedAt: string;
}

export interface EscalateTicket {
  ticket: number;
  tier: number;
  /** Of that tier; without it the tier's first one. */
  queue?: number;
  /** A code that the structure allows for this move. */
  reason: string;
  /** One sentence: why; internal. */
  note: string;
  /** Optional, unless the tier demands it. */
  handover?: HandoverText;
}

export interface ExportPerson {
  person: number;
}

export interface ExportedPart {
  name: string;
  data: unknown;
}

export interface FollowLive {
  /** The `live` of the list it belongs to. A Last-Event-ID header outranks it. */
  after?: string;
}

export interface FollowTicket {
  ticket: number;
  /** Absent: the one who asks. */
  person?: number;
}

export type FormOfAddress = "none" | "pani" | "pan" | "first_name";

export interface GiveGrant {
  person: number;
  role: Role;
  /** Absent: for our whole company. */
  customer?: number;
}

export interface HandBackTicket {
  ticket: number;
  tier?: number;
  queue?: number;
  /** A code that the structure allows for this move. */
  reason: string;
  /** What was found and what to do next; internal. */
  note: string;
}

export type HandoverPart = "symptom" | "scope" | "steps" | "evidence" | "outcome";

export type HandoverScore = "good" | "poor";

export interface HandoverText {
  /** What does not work, in the words of who has it. */
  symptom?: string;
  /** Who and what is affected, since when. */
  scope?: string;
  /** What was tried, with what result. */
  steps?: string;
  /** Messages, pictures, logs. */
  evidence?: string;
  /** What the next tier is asked for. */
  outcome?: string;
}

export interface HistoryEntry {
  event: number;
  at: string;
  recordedAt: string;
  origin: Origin;
  name: string;
  by?: number;
  byName?: string;
  fromTier?: number;
  tier?: number;
  fromQueue?: number;
  fromQueueName?: string;
  queue?: number;
  queueName?: string;
  assignee?: number;
  assigneeName?: string;
  person?: number;
  personName?: string;
  status?: TicketStatus;
  waitingFor?: WaitingFor;
  impact?: Impact;
  urgency?: Urgency;
  product?: number;
  productName?: string;
  reason?: string;
  /** What was missing in a handover that was returned. */
  gap?: HandoverPart;
  score?: HandoverScore;
  message?: number;
  row?: number;
  texts: HistoryText[];
}

export interface HistoryText {
  field: string;
  /** Null when it was erased. */
  text?: string;
}

export type Impact = "low" | "medium" | "high" | "major";

export interface ImportCase {
  key: string;
  subject: string;
  rows: ImportRow[];
}

export interface ImportOpened {
  source: number;
  /** That are in already. */
  tickets: number;
}

export interface ImportRow {
  row: number;
  /** Its place within the case, from 1. */
  step: number;
  at: string;
  status: TicketStatus;
  waitingFor?: WaitingFor;
  tier: number;
  team?: string;
  person?: string;
  impact: Impact;
  product?: string;
}

export interface ImportSummaryPage {
  tickets: number;
  sourceEvents: number;
  firstTier: TierCount[];
  highestTier: TierCount[];
  moves: MoveCount[];
  next?: string;
}

export type ImportedNames = "as_written" | "pseudonyms";

export type Language = "pl" | "en";

export interface LinkInfo {
  kind: LinkKind;
  /** Masked. */
  address: string;
  givenName: string;
  language: Language;
  expiresAt: string;
  /** Whether a new password goes with using the link. */
  password: PasswordNeed;
}

export type LinkKind = "invitation" | "password_reset" | "sign_in";

export interface LinkSent {
  /** Masked. */
  address: string;
  expiresAt: string;
}

export interface ListCustomers {
  /** Words of the name, the NIP, a mail domain, or any four digits of a phone. */
  q?: string;
  /** Only with all of these marks. */
  marks?: Mark[];
  cursor?: string;
  limit?: number;
}

export interface ListFollowers {
  ticket: number;
}

export interface ListHandovers {
  ticket: number;
}

export interface ListMatching {
  view?: number;
  /** In place of the view's own; without both every ticket. */
  condition?: string;
  sort?: ViewSort;
  cursor?: string;
  limit?: number;
}

export interface ListPersons {
  /** Words of the name or an address, or any four digits of a phone. */
  q?: string;
  customer?: number;
  staff?: boolean;
  disabled?: boolean;
  cursor?: string;
  limit?: number;
}

export interface ListQueues {
  tier?: number;
  /** Part of a name; case and diacritics do not matter. */
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface ListSites {
  customer: number;
}

export interface ListTickets {
  queue?: number;
  tier?: number;
  status?: TicketStatus;
  /** True: neither resolved nor closed; false: the others. */
  open?: boolean;
  assignee?: number;
  unassigned?: boolean;
  customer?: number;
  requester?: number;
  /** True: those that the reader follows. */
  followed?: boolean;
  /** Number, old number or part of the subject. */
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface LookAtLink {
  token: string;
}

export type Mark = "vip" | "overdue" | "leaving";

export type MessageKind = "reply" | "note";

export interface MoveCount {
  from: number;
  to: number;
  moves: number;
}

export interface MoveReason {
  /** Small letters, digits and _; it means the same for ever. */
  code: string;
  namePl: string;
  nameEn: string;
}

export interface MyRole {
  role: Role;
  customer?: number;
}

export interface NewTicket {
  id: number;
  number: number;
  version: number;
  tier: number;
  queue: number;
  priority: Priority;
}

export interface NoteOnTicket {
  ticket: number;
  text: string;
  /** Files that were attached before. */
  attachments?: number[];
}

export interface NotedPhone {
  /** As typed; answered as E.164. */
  number: string;
  extension?: string;
  /** Whose it is, or what a call costs. */
  note?: string;
  /** In Polish grouping. Only answered; ignored in wishes. */
  shown?: string;
}

export type Oddity =
  | "larger_than_below"
  | "nobody_works_here"
  | "no_way_up"
  | "no_way_down"
  | "nobody_can_get_here";

export interface OfPerson {
  person: number;
}

export interface OpenHours {
  day: Weekday;
  /** Minutes since local midnight. */
  from: number;
  /** Minutes since local midnight; 1440 is the end of the day. */
  to: number;
}

export interface OpenImport {
  /** What the source calls itself, for ever. */
  name: string;
  /** Made where there is none. */
  customer: string;
  persons?: ImportedNames;
}

export interface OpenSession {
  id: number;
  startedAt: string;
  lastSeenAt: string;
  expiresAt: string;
  address: string;
  /** What the browser says it is. */
  program: string;
  how: SessionStart;
  current: boolean;
}

export interface OpenSessions {
  items: OpenSession[];
  next?: string;
}

export type Origin = "live" | "import" | "demo";

export type PasswordNeed = "needed" | "possible" | "none";

export interface Person {
  person: number;
  version: number;
  givenName: string;
  familyName: string;
  isStaff: boolean;
  jobTitle: string;
  emails?: string[];
  phones?: PersonPhone[];
  customers?: CustomerRef[];
  language?: Language;
  zone?: string;
  formOfAddress?: FormOfAddress;
  vocative?: string;
  /** For the form, where a human confirms it; nobody is greeted with it. */
  proposedVocative?: string;
  notes?: string;
  createdAt?: string;
  disabledAt?: string;
  erasedAt?: string;
}

export interface PersonExport {
  person: number;
  exportedAt: string;
  /** What each part of the product holds about the person. */
  parts: ExportedPart[];
}

export interface PersonGrant {
  id: number;
  person: number;
  role: Role;
  /** Absent: for our whole company. */
  customer?: number;
  /** Absent: set-up or the command line. */
  grantedBy?: number;
  grantedAt: string;
}

export interface PersonGrants {
  items: PersonGrant[];
  next?: string;
}

export interface PersonList {
  items: PersonSummary[];
  next?: string;
}

export interface PersonPhone {
  /** As typed; answered as E.164. */
  number: string;
  extension?: string;
  kind?: PhoneKind;
  /** In Polish grouping. Only answered; ignored in wishes. */
  shown?: string;
}

export interface PersonRef {
  person: number;
  givenName: string;
  familyName: string;
  jobTitle: string;
}

export interface PersonSummary {
  person: number;
  version: number;
  givenName: string;
  familyName: string;
  isStaff: boolean;
  isDisabled: boolean;
  jobTitle: string;
  email: string;
  phone: string;
  customers: CustomerRef[];
}

export type PhoneKind = "work" | "mobile" | "personal";

export interface PostalAddress {
  lines?: string[];
  postCode?: string;
  city: string;
  /** ISO 3166-1, PL if none. */
  country?: string;
}

export type Priority = "low" | "normal" | "high" | "critical";

export interface PushImportChunk {
  source: number;
  cases: ImportCase[];
}

export interface Queue {
  id: number;
  /** The number of the tier, 1 for the first line. */
  tier: number;
  name: string;
}

export interface QueueCount {
  queue: number;
  open: number;
  unassigned: number;
}

export interface QueueList {
  items: Queue[];
  next?: string;
}

export interface ReadAttachment {
  attachment: number;
  /** True: pictures are shown instead of saved. */
  inline?: boolean;
}

export interface ReadFigures {
  ticket: number;
}

export interface ReadImportSummary {
  name: string;
  cursor?: string;
}

export interface ReadStructure {
  /** As it was then. */
  at?: string;
}

export interface ReadThread {
  ticket: number;
  cursor?: string;
  limit?: number;
}

export interface ReadTicket {
  ticket: number;
}

export interface RemoveSite {
  site: number;
}

export interface ReopenTicket {
  ticket: number;
  reason: string;
}

export interface ReplyToTicket {
  ticket: number;
  text: string;
  /** Files that were attached before. */
  attachments?: number[];
}

export interface ResolveTicket {
  ticket: number;
  text: string;
}

export interface Retention {
  version: number;
  items: RetentionRule[];
}

export interface RetentionCount {
  kind: string;
  days: number;
  rows: number;
}

export interface RetentionDays {
  kind: string;
  days: number;
}

export interface RetentionPreview {
  items: RetentionCount[];
}

export interface RetentionRule {
  kind: string;
  /** Zero: kept for ever. */
  days: number;
  defaultDays: number;
  about: string;
}

export interface ReturnHandover {
  ticket: number;
  handover: number;
  gap: HandoverPart;
  note?: string;
}

export interface RightRoles {
  right: string;
  roles: Role[];
}

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

export type RolePlace = "company" | "customer" | "either";

export interface RoleRights {
  role: Role;
  /** Where the role can be held. */
  place: RolePlace;
  rights: string[];
}

export interface RolesPage {
  roles: RoleRights[];
  rights: RightRoles[];
}

export interface ScoreHandover {
  ticket: number;
  handover: number;
  score: HandoverScore;
}

export interface SendLink {
  person: number;
  kind: LinkKind;
}

export interface ServerInfo {
  needsSetup: boolean;
  version: string;
  /** Empty until set-up. */
  companyName: string;
  languages: string[];
}

export type SessionStart = "password" | "link" | "code" | "setup";

export interface SetTicketStatus {
  ticket: number;
  status: TicketStatus;
  /** With the status waiting, and only with it. */
  waitingFor?: WaitingFor;
}

export interface SetUp {
  /** As the server printed it. */
  code: string;
  companyName: string;
  givenName: string;
  familyName: string;
  email: string;
  password: string;
  language?: Language;
  /** IANA name. */
  zone?: string;
}

export interface ShowCustomer {
  customer: number;
}

export interface ShowPerson {
  person: number;
}

export interface SignIn {
  email: string;
  password: string;
}

export interface SignInWithCode {
  email: string;
  /** Eight digits, however grouped. */
  code: string;
}

export interface SignedIn {
  person: number;
  session: number;
  /** At the latest. */
  expiresAt: string;
}

export interface Site {
  site: number;
  customer: number;
  version: number;
  name: string;
  address?: PostalAddress;
  hoursText: string;
  hours: OpenHours[];
  zone: string;
}

export interface SiteList {
  items: Site[];
  next?: string;
}

export interface Structure {
  version: number;
  /** Absent: as it was set up. */
  changedAt?: string;
  tiers: StructureTier[];
  /** Up is an escalation, down is handing back. */
  moves: TierMove[];
  reasons: MoveReason[];
  /** What looks odd, and is allowed all the same. */
  warnings: StructureWarning[];
}

export interface StructureTier {
  number: number;
  namePl: string;
  nameEn: string;
  /** Else a ticket is handed back, resolved below. */
  mayResolve: boolean;
  /** Whoever escalates to it fills it in. */
  needsHandover: boolean;
  /** The oldest first: it takes what comes without a queue. */
  queues: Queue[];
  members: TierMember[];
}

export interface StructureWarning {
  tier: number;
  what: Oddity;
}

export interface TakeGrant {
  grant: number;
}

export interface TakeTicket {
  ticket: number;
}

export interface Ticket {
  id: number;
  number: number;
  version: number;
  customer: number;
  customerName: string;
  requester?: number;
  requesterName?: string;
  subject: string;
  status: TicketStatus;
  waitingFor?: WaitingFor;
  impact: Impact;
  urgency: Urgency;
  /** From impact and urgency. */
  priority: Priority;
  tier: number;
  queue: number;
  queueName: string;
  assignee?: number;
  assigneeName?: string;
  product?: number;
  productName?: string;
  createdAt: string;
  updatedAt: string;
  resolvedAt?: string;
  closedAt?: string;
  origin: Origin;
  /** Its number where it was imported from. */
  oldNumber?: string;
}

export interface TicketFigures {
  moves: number;
  /** Moves to a tier where it had been before. */
  returns: number;
  highestTier: number;
  resolvedTier?: number;
  /** How often the customer was asked again after the first escalation. */
  reasks: number;
  tiers: TierStay[];
}

export interface TicketFollower {
  person: number;
  name: string;
  since: string;
}

export interface TicketFollowers {
  items: TicketFollower[];
}

export interface TicketHandover {
  id: number;
  ticket: number;
  fromTier: number;
  tier: number;
  reason: string;
  author?: number;
  authorName?: string;
  at: string;
  /** Percent of the parts filled in. */
  completeness: number;
  text: HandoverText;
  returnedAt?: string;
  /** What was missing, where it was returned. */
  gap?: HandoverPart;
  /** By whoever got it. */
  scoreAbove?: HandoverScore;
  /** By its author, of what came back. */
  scoreBelow?: HandoverScore;
}

export interface TicketHandovers {
  items: TicketHandover[];
}

export interface TicketHistory {
  items: HistoryEntry[];
  next?: string;
}

export interface TicketList {
  items: Ticket[];
  next?: string;
  /** Where a live stream goes on from this list. */
  live: string;
}

export interface TicketMessage {
  id: number;
  ticket: number;
  author?: number;
  authorName?: string;
  kind: MessageKind;
  /** Null when its author's data were erased. */
  text?: string;
  at: string;
  attachments: Attachment[];
}

export interface TicketMessageList {
  items: TicketMessage[];
  next?: string;
}

export type TicketStatus = "new" | "open" | "waiting" | "resolved" | "closed";

export interface TicketView {
  id: number;
  version: number;
  namePl: string;
  /** One's own views have one name. */
  nameEn: string;
  shared: boolean;
  /** In the condition language. */
  condition: string;
  sort: ViewSort;
  grouping: ViewGrouping;
  /** Among the shared ones, or among one's own. */
  place: number;
}

export interface TicketViewList {
  items: TicketView[];
}

export interface Tier {
  number: number;
  namePl: string;
  nameEn: string;
  /** The oldest first, at most 50; GET /queues lists all. */
  queues: Queue[];
}

export interface TierCount {
  tier: number;
  tickets: number;
}

export interface TierList {
  items: Tier[];
  next?: string;
}

export interface TierMember {
  person: number;
  name: string;
}

export interface TierMove {
  from: number;
  to: number;
  /** Codes. */
  reasons: string[];
}

export interface TierStay {
  tier: number;
  visits: number;
  /** Clock time, until it was resolved. */
  minutes: number;
}

export interface TokenCreated {
  id: number;
  /** Shown this once. */
  token: string;
}

export interface UndoBulk {
  bulk: number;
  /** Internal, for tickets that move back. */
  note: string;
}

export interface UnfollowTicket {
  ticket: number;
  person: number;
}

export type Urgency = "low" | "medium" | "high";

export interface UseLink {
  token: string;
  password?: string;
}

export interface ViewCount {
  view: number;
  count: number;
  /** There are more than that. */
  more: boolean;
}

export interface ViewCounts {
  items: ViewCount[];
  /** Those with open tickets; always exact. */
  queues: QueueCount[];
}

export type ViewGrouping = "none" | "status" | "priority" | "tier" | "customer" | "assignee";

export type ViewSort = "activity" | "quiet" | "newest" | "oldest";

export type WaitingFor = "customer" | "vendor" | "other";

export type Weekday =
  | "monday"
  | "tuesday"
  | "wednesday"
  | "thursday"
  | "friday"
  | "saturday"
  | "sunday";

export interface WhoAmI {
  person: number;
  givenName: string;
  familyName: string;
  email: string;
  language: Language;
  staff: boolean;
  /** Absent for an API token. */
  session?: number;
  hasPassword: boolean;
  expiresAt: string;
  /** For every customer. */
  rights: string[];
  /** Rights for single customers. */
  customers: CustomerRights[];
  roles: MyRole[];
}

export interface WishedQueue {
  /** Absent: a new one. */
  id?: number;
  name: string;
}

export interface WishedTier {
  namePl: string;
  nameEn: string;
  mayResolve?: boolean;
  needsHandover?: boolean;
  queues: WishedQueue[];
  members: number[];
}
