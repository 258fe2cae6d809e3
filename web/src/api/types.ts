// What the server says and understands: one type per record of its operation table.
// Generated from that table, never edited.

export interface Absence {
  id: number;
  person: number;
  name: string;
  /** For the person and for planners. */
  kind?: AbsenceKind;
  state: AbsenceState;
  startsAt: string;
  endsAt: string;
  wholeDays: boolean;
  cover?: number;
  coverName?: string;
}

export type AbsenceKind = "holiday" | "sick" | "training" | "other";

export interface AbsenceList {
  /** At most 500. */
  items: Absence[];
  next?: string;
}

export type AbsenceState = "wished" | "approved" | "declined";

export interface AbsentNow {
  person: number;
  name: string;
  /** For the person and for planners. */
  kind?: AbsenceKind;
  until: string;
  cover?: number;
  coverName?: string;
}

export interface AddCategory {
  parent?: number;
  namePl: string;
  nameEn: string;
}

export interface AddCertificate {
  person: number;
  kind?: number;
  /** Where there is no kind for it. */
  name?: string;
  /** The kind's where it is empty. */
  issuer?: string;
  number?: string;
  issuedOn: string;
  /** Its last day; absent: for ever. */
  expiresOn?: string;
}

export interface AddCertificateKind {
  name: string;
  issuer?: string;
  months?: number;
}

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

export interface AddLearning {
  skill: number;
  person: number;
  dueOn: string;
}

export interface AddOnCall {
  tier: number;
  startsAt: string;
  endsAt: string;
  first: number;
  second?: number;
}

export interface AddShift {
  person: number;
  startsAt: string;
  /** At most 36 hours later. */
  endsAt: string;
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

export interface AddSkill {
  group: SkillGroup;
  namePl: string;
  nameEn: string;
}

export interface AddWorkType {
  namePl: string;
  nameEn: string;
  billable?: boolean;
}

export interface AnswerStopwatch {
  ticket: number;
  /** Of the stretch in doubt; own: of the whole stopwatch. */
  count: StopwatchCount;
  /** With the count own. */
  minutes?: number;
  /** True: it runs again from now on. */
  goOn?: boolean;
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

export interface AttachCertificateFile {
  certificate: number;
  name: string;
  /** The bytes in Base64. */
  content: string;
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

export type Availability = "on" | "busy" | "away";

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

export interface BookTime {
  ticket: number;
  work: WorkedTime;
  /** An entry each; absent: whoever books. */
  persons?: number[];
  /** True: these are the minutes of one's stopwatch, which is gone then. */
  fromStopwatch?: boolean;
}

export interface BookedTime {
  items: TimeEntry[];
}

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

export interface Category {
  id: number;
  version: number;
  parent?: number;
  namePl: string;
  nameEn: string;
  /** Nothing new gets it, nor anything below it. */
  retiredAt?: string;
}

export interface CategoryList {
  items: Category[];
}

export interface Certificate {
  id: number;
  version: number;
  person: number;
  personName: string;
  kind?: number;
  name: string;
  issuer: string;
  number: string;
  issuedOn: string;
  /** Its last day; absent: for ever. */
  expiresOn?: string;
  /** Lapsing: at most 90 days are left. */
  state: CertificateState;
  daysLeft?: number;
  /** Only then does it count. */
  confirmed: boolean;
  file?: CertificateFile;
  /** The open reminder: how many days before the last day; 0: it has lapsed. */
  reminded?: number;
}

export interface CertificateFile {
  name: string;
  bytes: number;
  /** By our own look at the bytes. */
  mediaType: string;
}

export interface CertificateKind {
  id: number;
  name: string;
  issuer: string;
  /** How long one is usually valid; absent: for ever. */
  months?: number;
}

export interface CertificateKindList {
  items: CertificateKind[];
  next?: string;
}

export interface CertificateList {
  items: Certificate[];
  next?: string;
}

export type CertificateState = "valid" | "lapsing" | "lapsed";

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

export interface ColumnMeaning {
  /** Of the list `fields`. */
  field: string;
  /** As the header names it. */
  column: string;
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

export interface CorrectTime {
  ticket: number;
  entry: number;
  /** Internal. */
  reason?: string;
  /** What is right; absent: nothing takes its place. */
  work?: WorkedTime;
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
  type?: TicketType;
  category?: number;
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

export interface DecideAbsence {
  absence: number;
  approve: boolean;
}

export interface DeleteToken {
  token: number;
}

export interface DeleteView {
  view: number;
}

export interface DeskSettings {
  version: number;
  /** On the form; else below Advanced. */
  showsType: boolean;
  /** On the form; else below Advanced. */
  showsCategory: boolean;
  /** All twelve pairs of impact and urgency. */
  priorities: PriorityRule[];
}

export interface DraftHandover {
  ticket: number;
}

export type Duplicates = "skip" | "update";

export interface DutyNow {
  at: string;
  zone: string;
  tiers: DutyTier[];
}

export interface DutyTier {
  tier: number;
  namePl: string;
  nameEn: string;
  hoursVersion: number;
  /** Empty: nobody has said any. */
  hours: WeekSpan[];
  isOpen: boolean;
  /** When the hours begin or end next. */
  changesAt?: string;
  /** Else all members count as on duty within the hours. */
  hasShifts: boolean;
  working: OnDuty[];
  absent: AbsentNow[];
  onCall?: OnCall;
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

export interface EditCategory {
  category: number;
  /** Null: to the top. */
  parent?: number | null;
  namePl?: string;
  nameEn?: string;
  retired?: boolean;
}

export interface EditCertificate {
  certificate: number;
  issuer?: string;
  number?: string;
  issuedOn?: string;
  /** Null takes it away. */
  expiresOn?: string | null;
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

export interface EditDeskSettings {
  showsType?: boolean;
  showsCategory?: boolean;
  /** The pairs that change. Tickets keep the priority that was decided for them. */
  priorities?: PriorityRule[];
}

export interface EditLearning {
  learning: number;
  dueOn?: string;
  state?: LearningState;
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

export interface EditQueueRouting {
  queue: number;
  /** pull: nobody is given anything. */
  mode: RoutingMode;
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

export interface EditSkill {
  skill: number;
  group?: SkillGroup;
  namePl?: string;
  nameEn?: string;
}

export interface EditStructure {
  /** From the first line upwards. What is left out is retired. */
  tiers?: WishedTier[];
  moves?: TierMove[];
  reasons?: MoveReason[];
}

export interface EditTechnician {
  person: number;
  capacity?: number | null;
  base?: string;
  area?: string;
}

export interface EditTicket {
  ticket: number;
  subject?: string;
  type?: TicketType;
  /** Null: none. */
  category?: number | null;
  impact?: Impact;
  urgency?: Urgency;
}

export interface EditTierHours {
  tier: number;
  hours: WeekSpan[];
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

export interface EditWorkType {
  workType: number;
  namePl?: string;
  nameEn?: string;
  billable?: boolean;
  retired?: boolean;
}

export interface EndSession {
  session: number;
}

export interface EnterAbsence {
  /** Absent: the one who asks. */
  person?: number;
  kind: AbsenceKind;
  /** The first whole day. */
  from?: string;
  /** The last whole day. */
  to?: string;
  /** Or from moment to moment. */
  startsAt?: string;
  endsAt?: string;
  cover?: number;
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

export interface ExportTime {
  from: string;
  to: string;
  person?: number;
  customer?: number;
  /** Absent: our company's. */
  language?: Language;
}

export interface ExportedPart {
  name: string;
  data: unknown;
}

export interface ExportedTime {
  name: string;
  csv: string;
  rows: number;
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

export interface Gap {
  requirement: number;
  need: Need;
  skill?: number;
  least?: number;
  /** What the person has. */
  level?: number;
  certificateKind?: number;
  /** Of what lapses soon. */
  expiresOn?: string;
}

export interface GapReport {
  today: string;
  places: PlaceGaps[];
  /** Products, and skills that are asked for, without anybody who has them. */
  unknown: UnknownSkill[];
}

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

export interface HeldSkill {
  skill: number;
  /** 1 knows the basics, 2 works alone, 3 advanced, 4 teaches others. */
  level?: number;
  /** What the person says, until a lead has answered. */
  proposed?: number;
}

export interface HistoryEntry {
  event: number;
  /** The ticket's after it. */
  version: number;
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
  type?: TicketType;
  category?: number;
  categoryPl?: string;
  categoryEn?: string;
  impact?: Impact;
  urgency?: Urgency;
  priority?: Priority;
  product?: number;
  productName?: string;
  reason?: string;
  /** What was missing in a handover that was returned. */
  gap?: HandoverPart;
  score?: HandoverScore;
  /** Why this assignee, where the product chose. */
  routing?: RoutingWhy;
  message?: number;
  /** Of work; negative where it was taken back. */
  minutes?: number;
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

export interface InformLead {
  ticket: number;
  /** Why; internal. */
  note: string;
}

export type Language = "pl" | "en";

export interface LearningList {
  items: LearningTask[];
  next?: string;
}

export type LearningState = "open" | "done" | "dropped";

export interface LearningTask {
  id: number;
  version: number;
  skill: number;
  person: number;
  personName: string;
  dueOn: string;
  state: LearningState;
  overdue: boolean;
}

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

export interface ListAbsences {
  person?: number;
  state?: AbsenceState;
}

export interface ListCertificates {
  state?: CertificateState;
  /** True: only those that wait for a lead. */
  unconfirmed?: boolean;
  cursor?: string;
  limit?: number;
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

export interface ListLearning {
  /** Open ones, if it does not say. */
  state?: LearningState;
  cursor?: string;
  limit?: number;
}

export interface ListMatching {
  view?: number;
  /** In place of the view's own; without both every ticket. */
  condition?: string;
  sort?: ViewSort;
  cursor?: string;
  limit?: number;
}

export interface ListMovings {
  cursor?: string;
  limit?: number;
}

export interface ListNotices {
  /** True: only those that were not read. */
  unread?: boolean;
  /** Where the page before ended. */
  before?: number;
  limit?: number;
}

export interface ListOnCall {
  tier: number;
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

export interface ListRows {
  moving: number;
  verdict?: RowVerdict;
  /** True: only rows with problems or notes. */
  problems?: boolean;
  cursor?: string;
  limit?: number;
}

export interface ListSites {
  customer: number;
}

export interface ListSources {
  kind: MovingKind;
}

export interface ListTicketTime {
  ticket: number;
  cursor?: string;
  limit?: number;
}

export interface ListTickets {
  queue?: number;
  tier?: number;
  status?: TicketStatus;
  type?: TicketType;
  /** And those below it. */
  category?: number;
  priority?: Priority;
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

export interface ListTime {
  from: string;
  /** Included; at most a year. */
  to: string;
  person?: number;
  customer?: number;
  cursor?: string;
  limit?: number;
}

export interface LookAtLink {
  token: string;
}

export type Mark = "vip" | "overdue" | "leaving";

export interface MatchedSkill {
  skill: number;
  level: number;
  namePl?: string;
  nameEn?: string;
}

export interface MatrixRow {
  person: number;
  name: string;
  seniority?: Seniority;
  /** Where the person works. */
  tiers: number[];
  skills: HeldSkill[];
}

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

export interface MovedRow {
  line: number;
  verdict?: RowVerdict;
  /** The customer, person or ticket. */
  target?: number;
  cells: string[];
  problems: RowProblem[];
}

export interface MovedRowList {
  items: MovedRow[];
  next?: string;
}

export interface Moving {
  summary: MovingSummary;
  /** How the file was read. */
  form: MovingForm;
  sheets: string[];
  header: string[];
  /** The first rows; none once the file is forgotten. */
  sample: TableLine[];
  /** What columns can mean. */
  fields: MovingField[];
  /** Proposed at first, then the one that was used. */
  mapping: MovingMapping;
  /** Columns that are not taken. */
  leftOut: string[];
}

export interface MovingCounts {
  new: number;
  unchanged: number;
  changed: number;
  duplicate: number;
  wrong: number;
  /** Of those above: with something to know about. */
  noted: number;
}

export interface MovingField {
  name: string;
  required: boolean;
}

export interface MovingForm {
  encoding?: TextEncoding;
  separator?: TableSeparator;
  sheet?: string;
}

export type MovingKind = "customers" | "persons" | "tickets";

export interface MovingList {
  items: MovingSummary[];
  next?: string;
}

export interface MovingMapping {
  /** What the source is called, for ever: its rows are known by it the next time. */
  name?: string;
  columns?: ColumnMeaning[];
  words?: WordMeaning[];
  /** Of times that name none. */
  zone?: string;
  /** Of rows that name none. */
  customer?: string;
  /** What becomes of rows whose customer or person is here from elsewhere. */
  duplicates?: Duplicates;
  /** Requesters who are not here yet. */
  makePersons?: boolean;
}

export interface MovingSource {
  name: string;
  mapping: MovingMapping;
  usedAt: string;
}

export type MovingState =
  | "loading"
  | "ready"
  | "checking"
  | "checked"
  | "importing"
  | "done"
  | "failed";

export interface MovingSummary {
  moving: number;
  kind: MovingKind;
  state: MovingState;
  source: string;
  fileName: string;
  /** Rows of the file. */
  total: number;
  /** Of the step that is running. */
  done: number;
  counts: MovingCounts;
  by?: number;
  byName?: string;
  createdAt: string;
  endedAt?: string;
}

export interface MyRole {
  role: Role;
  customer?: number;
}

export interface MyTime {
  days: TimeDay[];
  totals: TimeTotals;
  /** True: the days do not hold all entries; the totals do. */
  more: boolean;
}

export type Need = "mandatory" | "helpful";

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

export interface Notice {
  id: number;
  /** The name of the event that caused it. */
  kind: string;
  subjectKind: string;
  subject: number;
  /** What the subject is called. */
  label: string;
  actor?: number;
  actorName?: string;
  at: string;
  readAt?: string;
}

export interface NoticeList {
  items: Notice[];
  next?: number;
  /** Counted up to 100. */
  unread: number;
}

export type Oddity =
  | "larger_than_below"
  | "nobody_works_here"
  | "no_way_up"
  | "no_way_down"
  | "nobody_can_get_here";

export interface OfCertificate {
  certificate: number;
}

export interface OfPerson {
  person: number;
}

export interface OfStopwatch {
  ticket: number;
}

export interface OnCall {
  id: number;
  tier: number;
  startsAt: string;
  endsAt: string;
  first: number;
  firstName: string;
  second?: number;
  secondName?: string;
}

export interface OnCallList {
  /** At most 500. */
  items: OnCall[];
  next?: string;
}

export interface OnDuty {
  person: number;
  name: string;
  /** Absent: more than a week, or nobody planned it. */
  until?: string;
  /** In whose place. */
  covers?: number;
  coversName?: string;
  availability: Availability;
  awayUntil?: string;
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

export interface PersonGaps {
  person: number;
  name: string;
  /** Mandatory ones first. */
  missing: Gap[];
  /** Met by a certificate with at most 90 days left. */
  lapsing: Gap[];
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

export interface PersonMinutes {
  person: number;
  name?: string;
  minutes: number;
  billableMinutes: number;
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

export interface PersonSkills {
  person: number;
  name: string;
  /** 0: nothing is on record. */
  version: number;
  seniority?: Seniority;
  skills: HeldSkill[];
  certificates: Certificate[];
  /** Where the person works, and what they lack there. */
  places: PlaceGaps[];
  /** The newest first, at most 50. */
  learning: LearningTask[];
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

export interface PlaceGaps {
  place: RequirementPlace;
  tier?: number;
  queue?: number;
  customer?: number;
  sector?: string;
  placeName: string;
  /** Who is measured here. */
  members: number;
  /** Who of them meets everything mandatory. */
  ready: number;
  /** Who lacks something or soon will; at most 200. */
  people: PersonGaps[];
}

export interface PostalAddress {
  lines?: string[];
  postCode?: string;
  city: string;
  /** ISO 3166-1, PL if none. */
  country?: string;
}

export type Priority = "low" | "normal" | "high" | "critical";

export interface PriorityRule {
  impact: Impact;
  urgency: Urgency;
  priority: Priority;
}

export interface ProposeSkill {
  person: number;
  skill: number;
  /** Absent: takes it back. */
  level?: number;
}

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

export interface QueueRouting {
  queue: number;
  queueName: string;
  tier: number;
  version: number;
  mode: RoutingMode;
  /** Tickets for which there is nobody at the moment. */
  waiting: number;
}

export interface QueueRoutings {
  /** At most 1,000. */
  items: QueueRouting[];
  next?: string;
}

export interface ReadAsItWas {
  ticket: number;
  /** Either the moment or the version. */
  at?: string;
  version?: number;
}

export interface ReadAttachment {
  attachment: number;
  /** True: pictures are shown instead of saved. */
  inline?: boolean;
}

export interface ReadDuty {
  /** Absent: now. */
  at?: string;
}

export interface ReadFigures {
  ticket: number;
}

export interface ReadImportSummary {
  name: string;
  cursor?: string;
}

export interface ReadMatrix {
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface ReadMyTime {
  from: string;
  /** Included; at most 31 days. */
  to: string;
}

export interface ReadNotices {
  notices?: number[];
  subjectKind?: string;
  subject?: number;
}

export interface ReadQueueRouting {
  queue: number;
}

export interface ReadRouting {
  ticket: number;
}

export interface ReadStructure {
  /** As it was then. */
  at?: string;
}

export interface ReadTechnician {
  person: number;
}

export interface ReadThread {
  ticket: number;
  cursor?: string;
  limit?: number;
}

export interface ReadTicket {
  ticket: number;
}

export interface RemoveAbsence {
  absence: number;
}

export interface RemoveOnCall {
  onCall: number;
}

export interface RemovePattern {
  pattern: number;
}

export interface RemoveRequirement {
  requirement: number;
}

export interface RemoveShift {
  shift: number;
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

export interface Requirement {
  id: number;
  place: RequirementPlace;
  /** A queue's, too. */
  tier?: number;
  queue?: number;
  customer?: number;
  sector?: string;
  /** Of a queue or a customer. */
  placeName: string;
  skill?: number;
  /** The lowest level that will do. */
  least?: number;
  certificateKind?: number;
  need: Need;
}

export interface RequirementList {
  items: Requirement[];
  next?: string;
}

export type RequirementPlace = "tier" | "queue" | "customer" | "sector";

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

export interface RetireCertificateKind {
  kind: number;
}

export interface RetireSkill {
  skill: number;
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

export interface RoutedTo {
  person: number;
  name: string;
  at: string;
  why: RoutingWhy;
}

export interface RoutingCount {
  members: number;
  candidates: number;
  offDuty: number;
  /** Busy, away, or taking nothing automatically. */
  unavailable: number;
  unsuited: number;
  full: number;
}

export type RoutingMode = "pull" | "round_robin" | "least_loaded" | "by_skill";

export interface RoutingWhy {
  mode: RoutingMode;
  members: number;
  candidates: number;
  /** Open tickets they had before. */
  load: number;
  capacity: number;
  /** Minutes until there was somebody. */
  waited?: number;
  /** Skills that were asked for and are there. */
  matched?: MatchedSkill[];
}

export interface RowProblem {
  reason: string;
  column?: string;
  value?: string;
  /** Whoever is here already; an earlier line. */
  about?: string;
  /** The row came in all the same. */
  isNote: boolean;
}

export interface RowTable {
  csv: string;
  next?: string;
}

export type RowVerdict = "new" | "unchanged" | "changed" | "duplicate" | "wrong";

export interface ScoreHandover {
  ticket: number;
  handover: number;
  score: HandoverScore;
}

export type Sector = "office" | "retail" | "production" | "software";

export interface SendLink {
  person: number;
  kind: LinkKind;
}

export type Seniority = "junior" | "regular" | "senior" | "lead";

export interface ServerInfo {
  needsSetup: boolean;
  version: string;
  /** Empty until set-up. */
  companyName: string;
  languages: string[];
}

export type SessionStart = "password" | "link" | "code" | "setup";

export interface SetAvailability {
  availability: Availability;
  /** Of `away`: when it ends by itself. */
  until?: string;
}

export interface SetPattern {
  person: number;
  validFrom: string;
  /** None: does not work by a pattern. */
  spans: WeekSpan[];
}

export interface SetRequirement {
  /** Exactly the field of this name must be there. */
  place: RequirementPlace;
  tier?: number;
  queue?: number;
  customer?: number;
  /** As it stands on the cards of customers. */
  sector?: string;
  /** Either this with a level, or a kind of certificate. */
  skill?: number;
  least?: number;
  certificateKind?: number;
  need: Need;
}

export interface SetSeniority {
  person: number;
  /** Absent: not said. */
  seniority?: Seniority;
}

export interface SetSkill {
  person: number;
  skill: number;
  /** Absent: not skilled in it. */
  level?: number;
}

export interface SetTicketStatus {
  ticket: number;
  status: TicketStatus;
  /** With the status waiting, and only with it. */
  waitingFor?: WaitingFor;
  /** With the status waiting: for what. The customer reads it. */
  waitingNote?: string;
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

export interface Shift {
  id: number;
  startsAt: string;
  endsAt: string;
}

export interface ShowCustomer {
  customer: number;
}

export interface ShowMoving {
  moving: number;
}

export interface ShowPerson {
  person: number;
}

export interface ShowPersonSkills {
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

export interface Skill {
  id: number;
  version: number;
  group: SkillGroup;
  namePl: string;
  nameEn: string;
}

export type SkillGroup =
  | "communication"
  | "language"
  | "product"
  | "system"
  | "network"
  | "security"
  | "process"
  | "other";

export interface SkillList {
  items: Skill[];
  next?: string;
}

export interface SkillMatrix {
  items: MatrixRow[];
  next?: string;
}

export interface SourceList {
  items: MovingSource[];
}

export interface StartCategories {
  /** What our customers do. */
  sector: Sector;
}

export interface StartMoving {
  moving: number;
  mapping: MovingMapping;
  /** Only says what would become of each row. */
  dryRun: boolean;
}

export type StopwatchCount = "all" | "until_seen" | "own" | "nothing";

export type StopwatchDoubt = "unseen" | "shift_ended" | "unattended";

export type StopwatchState = "running" | "paused" | "asking";

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

export interface TableLine {
  line: number;
  cells: string[];
}

export type TableSeparator = "comma" | "semicolon" | "tab";

export interface TakeGrant {
  grant: number;
}

export interface TakeTicket {
  ticket: number;
}

export interface Technician {
  person: number;
  name: string;
  version: number;
  /** The most open tickets that automatic assignment gives; absent: none. */
  capacity?: number;
  availability: Availability;
  awayUntil?: string;
  /** Where they set out from. */
  base: string;
  /** Places and beginnings of post codes they go to. */
  area: string;
  patterns: WeekPattern[];
  /** Those that are not over. */
  shifts: Shift[];
}

export type TextEncoding = "utf-8" | "utf-16" | "windows-1250" | "iso-8859-2";

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
  /** For what. */
  waitingNote?: string;
  type: TicketType;
  category?: number;
  /** With those above it. */
  categoryPl?: string;
  /** With those above it. */
  categoryEn?: string;
  impact: Impact;
  urgency: Urgency;
  /** From impact and urgency, by the matrix of the moment they were set. */
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

export interface TicketAsItWas {
  ticket: Ticket;
  /** The last step that is in it. */
  event: number;
  followers: TicketFollower[];
  bookedMinutes?: number;
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

export interface TicketRouting {
  /** Of the queue it is in. */
  mode: RoutingMode;
  /** Where its assignee was chosen automatically. */
  assigned?: RoutedTo;
  /** For somebody to be there. */
  waitsSince?: string;
  /** Why there is nobody, while it waits. */
  nobodyOf?: RoutingCount;
}

export type TicketStatus = "new" | "open" | "waiting" | "resolved" | "closed";

export interface TicketStopwatch {
  ticket: number;
  subject?: string;
  customerName?: string;
  state: StopwatchState;
  /** Why it asks what to count. */
  doubt?: StopwatchDoubt;
  startedAt: string;
  runningSince?: string;
  /** The last sign of the person's browser. */
  seenAt: string;
  /** At the moment of the answer. */
  seconds: number;
  /** Up to the minute that was begun. */
  minutes: number;
  minutesUntilSeen: number;
  /** Without the stretch that runs or is in doubt. */
  minutesBefore: number;
}

export interface TicketStopwatches {
  /** The running one first, then the newest. */
  items: TicketStopwatch[];
}

export interface TicketTime {
  /** In the order in which they were booked. */
  items: TimeEntry[];
  /** Of all entries, not of this page. */
  totals: TimeTotals;
  persons: PersonMinutes[];
  next?: string;
}

export type TicketType = "incident" | "request" | "question" | "task" | "maintenance";

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

export interface TierHours {
  tier: number;
  version: number;
  hours: WeekSpan[];
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

export interface TimeDay {
  day: string;
  minutes: number;
  billableMinutes: number;
  /** Between entries that have a start. */
  gaps: TimeGap[];
  items: TimeEntry[];
}

export interface TimeEntry {
  id: number;
  ticket: number;
  subject?: string;
  customer: number;
  customerName?: string;
  person: number;
  personName?: string;
  bookedBy?: number;
  bookedByName?: string;
  bookedAt: string;
  workType: number;
  workTypePl: string;
  workTypeEn: string;
  workedOn: string;
  startedAt?: string;
  /** Negative in a reversal. */
  minutes: number;
  billable: boolean;
  customerText?: string;
  /** In a reversal: why. */
  internalText?: string;
  byStopwatch: boolean;
  /** The entry that this one takes back. */
  reverses?: number;
  /** The entry in whose place this one stands. */
  replaces?: number;
  reversedBy?: number;
}

export interface TimeGap {
  from: string;
  to: string;
  minutes: number;
}

export interface TimeList {
  items: TimeEntry[];
  /** Of all days, not of this page. */
  totals: TimeTotals;
  next?: string;
}

export interface TimeTotals {
  /** Reversals included. */
  entries: number;
  minutes: number;
  billableMinutes: number;
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

export interface UnknownSkill {
  skill: number;
  /** Else it is a product that nobody asks for. */
  required: boolean;
  /** An open task: somebody is at it. */
  learning?: number;
  /** Who learns it, or whom we would ask. */
  person?: number;
  personName: string;
  dueOn?: string;
}

export interface UnreadNotices {
  /** Counted up to 100. */
  unread: number;
}

export interface UploadTable {
  kind: MovingKind;
  /** Of the file. */
  name: string;
  /** The bytes, as base64: CSV or .xlsx. */
  content: string;
  /** One that was used before: its mapping is proposed. */
  source?: string;
  /** Guessed where it is missing. */
  encoding?: TextEncoding;
  /** Guessed where it is missing. */
  separator?: TableSeparator;
  /** The first one where it is missing. */
  sheet?: string;
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

export interface WeekPattern {
  id: number;
  validFrom: string;
  spans: WeekSpan[];
}

export interface WeekSpan {
  day: Weekday;
  /** Minutes since local midnight. */
  from: number;
  /** Not after `from`: on the next day. 1440 is the end of this one. */
  to: number;
}

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

export interface WordMeaning {
  /** status, priority or type. */
  field: string;
  theirs: string;
  ours: string;
}

export interface WorkType {
  id: number;
  version: number;
  namePl: string;
  nameEn: string;
  /** Where an entry does not say. */
  billable: boolean;
  retiredAt?: string;
}

export interface WorkTypes {
  items: WorkType[];
}

export interface WorkedTime {
  workType: number;
  minutes: number;
  /** Absent: the day of the start, else today. */
  workedOn?: string;
  startedAt?: string;
  /** Absent: as the work type says. */
  billable?: boolean;
  customerText?: string;
  internalText?: string;
}
