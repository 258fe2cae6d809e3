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

export interface AddAsset {
  customer: number;
  kind: AssetKind;
  /** Of those in use no two of a customer have the same. */
  name: string;
  /** One of the customer's. */
  site?: number;
  /** Who uses it: one of the customer's people. */
  person?: number;
  maker?: string;
  model?: string;
  serialNumber?: string;
  inventoryNumber?: string;
  purchasedOn?: string;
  /** Its last day. */
  warrantyUntil?: string;
  note?: string;
}

export interface AddCalendar {
  /** No two in use have the same. */
  name: string;
  /** An IANA name, Europe/Warsaw. */
  zone?: string;
  /** Around the clock; then nothing below counts. */
  always?: boolean;
  week?: OpenHours[];
  polishHolidays?: boolean;
  holidaySets?: number[];
  /** Instead of the week and of holidays; without hours, a day off. */
  days?: LabelledDay[];
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

export interface AddHolidaySet {
  name: string;
  days?: FreeDay[];
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

export interface AddSpecialDay {
  calendar: number;
  day: string;
  /** None: a day off. */
  hours?: HourSpan[];
  label?: string;
}

export interface AddState {
  /** Its group, for good. */
  status: TicketStatus;
  namePl: string;
  nameEn: string;
  /** What customers read; without it the word of the group. */
  shownPl?: string;
  shownEn?: string;
  /** Time limits of tiers stand still meanwhile. */
  pauses?: boolean;
  /** Tickets that come to the group without naming one get it; no other of it does. */
  isDefault?: boolean;
}

export interface AddSteps {
  ticket: number;
  texts: string[];
}

export interface AddTicketTag {
  ticket: number;
  /** Compared without case and diacritics; a new word is made. */
  name: string;
}

export interface AddTimedRule {
  tier: number;
  /** Since nobody of ours has touched the ticket, or since it came to the tier. */
  counts: TimedCount;
  minutes: number;
  /** By the clock, or while the hours of the tier run. */
  clock: TimedClock;
  /** Warn whoever has it, inform the lead, or escalate to the next tier it may go to. */
  action: TimedAction;
  /** To escalate for; without it, or where it is not allowed: timed. */
  reason?: string;
}

export interface AddWorkType {
  namePl: string;
  nameEn: string;
  billable?: boolean;
}

export interface AddWorker {
  ticket: number;
  /** Absent: the one who asks. */
  person?: number;
}

export interface AgeBucket {
  /** Working days. */
  from: number;
  /** Included; absent: no end. */
  to?: number;
  tickets: number;
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

export interface ApplyMacro {
  ticket: number;
  macro: number;
  /** As it was previewed: refused where it has changed since. */
  macroVersion?: number;
  /** Of what the customer reads; without it the requester's. */
  language?: Language;
  /** What is left out this time. */
  without?: MacroEffectKind[];
  /** In place of the macro's words; taken as it is. */
  reply?: string;
  note?: string;
  waitingNote?: string;
  /** The last message that was read; refused when somebody has replied since. */
  after?: number;
}

export interface Appointment {
  id: number;
  ticket: number;
  customer: number;
  /** Of the ticket, where a list spans several. */
  subject?: string;
  customerName?: string;
  appointmentVersion: number;
  kind: AppointmentKind;
  state: AppointmentState;
  persons: AppointmentPerson[];
  /** Absent while it is offered. */
  startsAt?: string;
  endsAt?: string;
  /** Starts; each as long as the appointment. */
  offers: string[];
  offersUntil?: string;
  minutes: number;
  travelBefore?: number;
  travelAfter?: number;
  site?: number;
  /** As it was typed, where there is no site. */
  address?: string;
  /** Where to go, in one line. */
  place?: string;
  /** Of the customer: who gets the letters. */
  contact?: number;
  contactName?: string;
  customerNote?: string;
  internalNote?: string;
  missedBy?: MissedBy;
  /** Why it was cancelled. */
  reason?: string;
  notedBy?: number;
  /** Rises with every change (RFC 5545). */
  sequence: number;
  changedAt: string;
}

export interface AppointmentClash {
  /** Only booked is more than a warning. */
  kind: ClashKind;
  /** The start that it is about. */
  at: string;
  person?: number;
  name?: string;
  appointment?: number;
  /** Absent where the reader may not see it. */
  ticket?: number;
  from?: string;
  to?: string;
  holiday?: Holiday;
}

export interface AppointmentClashes {
  items: AppointmentClash[];
}

export type AppointmentKind = "visit" | "call_back" | "remote";

export interface AppointmentLetter {
  contactName: string;
}

export interface AppointmentPerson {
  person: number;
  name: string;
}

export interface AppointmentPoint {
  appointment: number;
  kind: AppointmentKind;
  state: AppointmentState;
  startsAt?: string;
  /** The customer did it by their link. */
  byLink?: boolean;
}

export interface AppointmentSettings {
  version: number;
  moveHours: number;
  feedDetail: FeedDetail;
}

export type AppointmentState = "offered" | "agreed" | "done" | "missed" | "cancelled";

export interface AppointmentWish {
  kind: AppointmentKind;
  persons: number[];
  /** Agreed for this time; or else offers. */
  startsAt?: string;
  offers?: string[];
  minutes: number;
  travelBefore?: number;
  travelAfter?: number;
  /** Of the customer; visits only. */
  site?: number;
  /** Instead of a site. */
  address?: string;
  /** Absent: who asked for help. */
  contact?: number;
  customerNote?: string;
  internalNote?: string;
  /** How long the offers hold; absent: seven days. */
  offerDays?: number;
}

export interface ApprovalOfTicket {
  approval?: TicketApproval;
  /** Whether the reader may, now. */
  mayDecide: boolean;
  /** Who could, by name; for our own people. */
  approvers: string[];
}

export interface AskApproval {
  ticket: number;
  /** What is to be approved, as the customer reads it. */
  note: string;
}

export interface AskForLink {
  email: string;
}

export interface Asset {
  id: number;
  version: number;
  customer: number;
  customerName: string;
  kind: AssetKind;
  name: string;
  site?: number;
  siteName?: string;
  /** Who uses it. */
  person?: number;
  personName?: string;
  maker: string;
  model: string;
  serialNumber: string;
  inventoryNumber: string;
  purchasedOn?: string;
  /** Its last day. */
  warrantyUntil?: string;
  /** Absent for the customer's own people. */
  note?: string;
  createdAt: string;
  /** It is not chosen any more. */
  retiredAt?: string;
}

export type AssetKind =
  | "computer"
  | "server"
  | "printer"
  | "phone"
  | "network"
  | "till"
  | "fiscal_printer"
  | "software"
  | "other";

export interface AssetList {
  items: Asset[];
  next?: string;
}

export interface AssignTicket {
  ticket: number;
  /** Null takes it from whoever has it. */
  assignee?: number | null;
}

export interface AttachAsGuest {
  token: string;
  name: string;
  /** The bytes in Base64. */
  content: string;
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

export interface Attainment {
  rows: AttainmentRow[];
  /** How tiers kept to their shares. */
  tiers: TierRow[];
  /** How often the first answer came when it was said to come. Of all customers. */
  forecasts: Calibration;
  /** The last day whose figures nobody changes any more. */
  closedUntil?: string;
}

export interface AttainmentRow {
  target: Target;
  /** Where the ticket was when the clock ended. */
  tier?: number;
  customer?: number;
  customerName?: string;
  priority?: Priority;
  policy?: number;
  /** Its first day. */
  month?: string;
  met: number;
  missed: number;
  cancelled: number;
  /** met / (met + missed). Absent: there is nothing to divide. */
  attainment?: number;
  /** Beyond what was promised, of all that were missed. */
  over: number;
  /** Of the time that counts, of those met or missed. */
  mean: number;
  median: number;
  /** Nine of ten took no longer (nearest rank). */
  p90: number;
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

export interface BePresent {
  ticket: number;
  /** True: writes to the customer right now. */
  types?: boolean;
  /** True: looks at it no more. */
  leaves?: boolean;
}

export interface BoardBusy {
  person: number;
  from: string;
  to: string;
}

export interface BoardClash {
  appointment: number;
  clash: AppointmentClash;
}

export interface BoardDay {
  day: string;
  from: string;
  to: string;
  holiday?: Holiday;
}

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

export interface Breach {
  ticket: number;
  number: number;
  subject: string;
  customer: number;
  customerName: string;
  target: Target;
  endedAt: string;
  budget: number;
  /** Beyond what was promised. */
  over: number;
  /** What all of its time went to. */
  causes: BreachCause[];
}

export interface BreachCause {
  cause: ClockCause;
  /** Of what counts. */
  tier?: number;
  /** Within the hours. */
  minutes: number;
}

export interface BreachList {
  items: Breach[];
  /** There are others, and the sums are without them. */
  more: boolean;
  /** Of all items together. */
  causes: BreachCause[];
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
  /** How far the change can be taken back. */
  undo?: UndoReach;
}

export interface BulkChange {
  verb: BulkVerb;
  /** With assign; without it to nobody. */
  assignee?: number;
  /** With status. */
  status?: TicketStatus;
  /** With status: one of our own of that group; null: none. */
  state?: number | null;
  /** With the status waiting. */
  waitingFor?: WaitingFor;
  /** With move; each ticket goes up, down or to another queue there, as allowed. */
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
  /** With tag and untag: the word. */
  tag?: string;
  /** With macro: whose effects each ticket gets. */
  macro?: number;
  /** As it was tried: refused where it has changed since. */
  macroVersion?: number;
  /** With field; without a value it is emptied. */
  field?: FieldValue;
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
  /** With field: what stands there. */
  fieldBefore?: FieldValue;
  fieldAfter?: FieldValue;
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

export type BulkVerb =
  | "assign"
  | "status"
  | "move"
  | "weigh"
  | "resolve"
  | "follow"
  | "tag"
  | "untag"
  | "spam"
  | "macro"
  | "field";

export interface BulkWish {
  tickets: number[];
  change: BulkChange;
  /** Goes on with one that was too long for one request. */
  bulk?: number;
}

export interface Calendar {
  id: number;
  version: number;
  name: string;
  isDefault: boolean;
  /** Of the newest version of the plan. */
  number: number;
  /** 1970-01-01: for ever. */
  holdsFrom: string;
  plan: CalendarPlan;
  /** Names of the holiday sets of the plan. */
  sets: NamedSet[];
  /** It is not chosen any more. */
  retiredAt?: string;
}

export interface CalendarBoard {
  zone: string;
  days: BoardDay[];
  technicians: PersonWeek[];
  appointments: Appointment[];
  /** Of tickets that the reader does not see. */
  busy: BoardBusy[];
  /** Of agreed appointments that are not over. */
  clashes: BoardClash[];
  more: boolean;
}

export interface CalendarFeed {
  active: boolean;
  madeAt?: string;
}

export interface CalendarFeedAddress {
  url: string;
  madeAt: string;
}

export interface CalendarList {
  items: Calendar[];
}

export interface CalendarMonth {
  days: PreviewedDay[];
  /** Worked in all of them. */
  minutes: number;
}

export interface CalendarPlan {
  /** An IANA name, Europe/Warsaw. */
  zone: string;
  /** Around the clock. */
  always?: boolean;
  week?: OpenHours[];
  polishHolidays?: boolean;
  holidaySets?: number[];
  /** Instead of the week and of holidays. */
  days?: LabelledDay[];
}

export interface CalendarVersion {
  number: number;
  holdsFrom: string;
  recordedAt: string;
  /** It holds on no day any more. */
  isReplaced: boolean;
  plan: CalendarPlan;
  /** How many days its holiday sets had then. */
  freeDays: number;
}

export interface CalendarVersionList {
  items: CalendarVersion[];
}

export interface Calibration {
  /** As was said. */
  percent: number;
  /** Said between the two days, and decided by now. */
  made: number;
  /** Of these: the answer had come. */
  kept: number;
}

export interface CancelAppointmentByLink {
  token: string;
  reason: string;
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

export interface ChangeAppointment {
  ticket: number;
  appointment: number;
  appointmentVersion: number;
  plan: AppointmentWish;
  despite?: number[];
}

export interface ChangeCustomer {
  ticket: number;
  customer: number;
  /** Of that customer; without it nobody. */
  requester?: number;
  /** Of a new customer. Where the customer stays, so does the site. */
  site?: number;
}

export interface ChangePassword {
  /** May be absent only where there is no password yet. */
  current?: string;
  password: string;
}

export interface ChangeSite {
  ticket: number;
  /** Of the ticket's customer; without it none. */
  site?: number;
}

export interface ChecklistStep {
  id: number;
  /** Null when its author's data were erased. */
  text?: string;
  addedBy?: number;
  tickedBy?: number;
  tickedByName?: string;
  tickedAt?: string;
}

export type ChoiceColour = "plain" | "blue" | "green" | "yellow" | "red" | "accent";

export interface ChooseAppointmentTime {
  token: string;
  startsAt: string;
}

export interface ChunkImported {
  imported: number;
  /** Rows that were in already. */
  known: number;
}

export type ClashKind = "booked" | "offered" | "absent" | "outside_hours" | "holiday";

export interface ClearDue {
  ticket: number;
}

export interface ClockBasis {
  policy: number;
  policyName: string;
  policyVersion: number;
  /** Among the policies; none of those above it fits. */
  place: number;
  /** Why it fits: which conditions it has. */
  byCustomer: boolean;
  byType: boolean;
  byCategory: boolean;
  byPriority: boolean;
  priority: Priority;
  calendar: number;
  calendarName: string;
  zone: string;
}

export type ClockCause =
  | "counts"
  | "waiting_for_customer"
  | "waiting_for_vendor"
  | "waiting_for_other"
  | "halted"
  | "resolved"
  | "workaround"
  | "outside_hours"
  | "holiday"
  | "day_off";

export interface ClockInterval {
  from: string;
  to: string;
  cause: ClockCause;
  holiday?: Holiday;
  /** Of another day that is free. */
  label?: string;
  /** Nobody works then, whatever is waited for. */
  isOutsideHours: boolean;
  minutes: number;
  /** For our own people. */
  tier?: number;
  calendarVersion?: number;
}

export interface ClockShare {
  percent: number;
  /** When it is, or was, used up. Absent: time stands still. */
  at?: string;
  isDone: boolean;
}

export type ClockState = "running" | "paused" | "met" | "missed" | "cancelled";

export interface ClockSum {
  cause: ClockCause;
  /** Within the hours. */
  minutes: number;
}

export interface ClockTier {
  tier: number;
  from: string;
  to?: string;
  /** Of the time that counts; they add up to that of the clock. */
  spent: number;
  /** What it may use of what was left when the ticket came. */
  budget?: number;
  dueAt?: string;
}

export interface CloseMonth {
  year: number;
  month: number;
}

export interface CloseTicket {
  ticket: number;
}

export interface ClosedMonth {
  /** Its first day. */
  month: string;
  closedAt: string;
  /** That ended in it, or in an open month before it. */
  clocks: number;
}

export interface ClosedMonthList {
  items: ClosedMonth[];
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

export interface Contract {
  name: string;
  monthlyFee?: Money;
  /** Of the monthly fee: no more is credited to a customer in a month. */
  most?: number;
  /** What is proposed where a promise was missed. */
  credits?: CreditRule[];
}

export interface CorrectTime {
  ticket: number;
  entry: number;
  /** Internal. */
  reason?: string;
  /** What is right; absent: nothing takes its place. */
  work?: WorkedTime;
}

export interface CostList {
  version: number;
  /** The latest month first, then by tier. */
  items: MonthCost[];
}

export interface CountingRules {
  pausesForCustomer?: boolean;
  pausesForVendor?: boolean;
  pausesForOther?: boolean;
  /** What a workaround does to the time until the resolution. */
  workaround?: WorkaroundEffect;
  goalAfterWorkaround?: Goal;
  shares?: TierShare[];
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

export interface CreateMacro {
  namePl: string;
  /** Shared macros need it. */
  nameEn?: string;
  /** For everybody who works here. */
  shared?: boolean;
  /** In texts {number}, {subject}, {person}, {company} and {me} are filled in. */
  effects: MacroEffects;
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

export interface CreateTag {
  name: string;
}

export interface CreateTicket {
  customer: number;
  subject: string;
  /** Becomes the first message. */
  text?: string;
  requester?: number;
  /** Of that customer. */
  site?: number;
  type?: TicketType;
  category?: number;
  impact?: Impact;
  urgency?: Urgency;
  /** A template; what is not said is as there. */
  from?: number;
  /** Of the template's steps. */
  language?: Language;
  /** Those that are not here get what they begin with. */
  fields?: FieldValue[];
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

export interface Credit {
  ticket: number;
  /** Absent: the reader may not see the ticket. */
  number?: number;
  subject?: string;
  target: Target;
  /** Which of the ticket's clocks of this target, from 1. */
  run: number;
  customer: number;
  customerName?: string;
  policy: number;
  contract: string;
  endedAt: string;
  /** Beyond what was promised. */
  over: number;
  per: CreditPer;
  /** That had begun, where they are counted. */
  hours?: number;
  /** Of the monthly fee, where that is credited. */
  percent?: number;
  /** Before the most of a month is looked at. */
  computed: Money;
  amount: Money;
  state: CreditState;
  decided?: CreditDecision;
}

export interface CreditDecision {
  amount: Money;
  note?: string;
  by: number;
  byName?: string;
  at: string;
}

export interface CreditList {
  /** In the order in which the clocks ended. */
  items: Credit[];
  /** There are others; they are in the sums. */
  more: boolean;
  /** Sums, one for each currency. */
  proposed: Money[];
  granted: Money[];
  refused: Money[];
}

export type CreditPer = "breach" | "started_hour";

export interface CreditRule {
  /** Absent: all that have no rule of their own. */
  target?: Target;
  /** Once, or for each hour beyond the promise that has begun. */
  per: CreditPer;
  /** Either this or `percent`. */
  amount?: Money;
  /** Of the monthly fee. */
  percent?: number;
}

export type CreditState = "proposed" | "granted" | "refused";

export type Currency = "PLN" | "EUR" | "USD" | "GBP" | "CZK" | "CHF";

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
  /** As which customer it goes on. */
  mergedInto?: CustomerRef;
  mergedAt?: string;
  /** Whichever goes on as this customer. */
  merged: MergedCustomer[];
}

export type CustomerAccess = "hidden" | "sees" | "edits";

export interface CustomerList {
  items: CustomerSummary[];
  next?: string;
}

export interface CustomerMergePreview {
  customer: CustomerRef;
  into: CustomerRef;
  nipsDiffer: boolean;
  /** Letters from these are the other customer's from then on. */
  domains: string[];
  /** What is read as the other customer's. */
  moves: MovedCount[];
  /** Who may do at the other one what they may here. */
  readers: RoleHolder[];
  /** Who may do here what they may at the other one. */
  readersOfInto: RoleHolder[];
  /** Than are named. */
  moreReaders: boolean;
}

export interface CustomerPair {
  customer: CustomerSummary;
  other: CustomerSummary;
  reasons: Likeness[];
}

export interface CustomerPairs {
  items: CustomerPair[];
  /** Than are shown. */
  more: boolean;
}

export interface CustomerPreview {
  customerName: string;
  requesterName?: string;
  siteName?: string;
  /** Which it is no longer about. */
  losingSite?: string;
  /** Read by that customer's people from then on. */
  messages: number;
  /** Which no customer reads. */
  notes: number;
  files: number;
  /** Of work, which count for that customer. */
  entries: number;
  minutes: number;
  billableMinutes: number;
  stopwatches: number;
  /** Those around it who see it, and keep it, no longer. */
  losing: string[];
  /** Those who see it from then on. */
  gaining: string[];
  /** From outside, whose invitations end with it. */
  guests: string[];
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

export type DayCause = "week" | "holiday" | "special";

export type DayOff = "stays" | "skips" | "next_working_day" | "previous_working_day";

export interface DaySuggestion {
  kind: SuggestionKind;
  holiday: Holiday;
  holidayOn: string;
  choices: LabelledDay[];
  /** One of these days is special already. */
  taken?: string;
}

export interface DaySuggestionList {
  items: DaySuggestion[];
}

export interface DecideAbsence {
  absence: number;
  approve: boolean;
}

export interface DecideApproval {
  ticket: number;
  isApproved: boolean;
  /** Needed to refuse, and where our people write down whose word it was. */
  note?: string;
}

export interface DecideCredit {
  ticket: number;
  target: Target;
  run: number;
  /** `proposed` takes a decision back. */
  decision: CreditState;
  /** As it was seen. */
  amount: Money;
  /** Why; needed where it is refused. */
  note?: string;
}

export interface DefineField {
  /** For ever. */
  kind: FieldKind;
  /** Small letters, digits and _; absent: made from the Polish name. */
  key?: string;
  namePl: string;
  nameEn: string;
  helpPl?: string;
  helpEn?: string;
  choices?: WishedChoice[];
  /** For ever. */
  decimals?: number;
  unit?: string;
  least?: string;
  most?: string;
  /** For ever; absent: PLN. */
  currency?: Currency;
  longest?: number;
  need?: FieldNeed;
  customers?: CustomerAccess;
  initial?: string;
}

export interface DeleteMacro {
  macro: number;
}

export interface DeleteToken {
  token: number;
}

export interface DeleteView {
  view: number;
}

export interface DeskFigures {
  /** The backlog is that of this moment. */
  at: string;
  items: Figure[];
  backlogAges: AgeBucket[];
  moves: TierChance[];
  /** Of all customers, for whoever may see them. */
  costs: TierCost[];
  shiftLeft?: ShiftLeft;
}

export type DeskKind = "workshop" | "software_house";

export interface DeskSettings {
  version: number;
  /** On the form; else below Advanced. */
  showsType: boolean;
  /** On the form; else below Advanced. */
  showsCategory: boolean;
  /** Requesters get a letter when their ticket is resolved, once in 30 days. */
  asksForRatings: boolean;
  /** All twelve pairs of impact and urgency. */
  priorities: PriorityRule[];
}

export interface DraftHandover {
  ticket: number;
}

export type DueStep = "soon" | "passed";

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

export interface EditAppointmentSettings {
  /** How long before its start customers may still move or cancel. */
  moveHours?: number;
  /** What private calendars say of customers: nothing, the usual, or all. */
  feedDetail?: FeedDetail;
}

export interface EditAsset {
  asset: number;
  kind?: AssetKind;
  name?: string;
  site?: number | null;
  person?: number | null;
  maker?: string;
  model?: string;
  serialNumber?: string;
  inventoryNumber?: string;
  purchasedOn?: string | null;
  warrantyUntil?: string | null;
  note?: string;
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

export interface EditCalendar {
  calendar: number;
  name?: string;
  /** An IANA name, Europe/Warsaw. */
  zone?: string;
  /** Around the clock; then nothing below counts. */
  always?: boolean;
  week?: OpenHours[];
  polishHolidays?: boolean;
  holidaySets?: number[];
  /** Instead of the week and of holidays; without hours, a day off. */
  days?: LabelledDay[];
  /** From its midnight on this replaces all that held. Missing: today. */
  holdsFrom?: string;
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
  asksForRatings?: boolean;
  /** The pairs that change. Tickets keep the priority that was decided for them. */
  priorities?: PriorityRule[];
}

export interface EditField {
  field: number;
  namePl?: string;
  nameEn?: string;
  helpPl?: string | null;
  helpEn?: string | null;
  /** All there are, in their order; those there were keep their keys. */
  choices?: WishedChoice[];
  unit?: string | null;
  /** Values that are there stay. */
  least?: string | null;
  most?: string | null;
  longest?: number | null;
  need?: FieldNeed;
  customers?: CustomerAccess;
  initial?: string | null;
  retired?: boolean;
}

export interface EditHolidaySet {
  set: number;
  name?: string;
  /** In place of all it had. */
  days?: FreeDay[];
  /** Of other days. Missing: today. */
  holdsFrom?: string;
}

export interface EditLearning {
  learning: number;
  dueOn?: string;
  state?: LearningState;
}

export interface EditMacro {
  macro: number;
  namePl?: string;
  nameEn?: string;
  /** True: from now on everybody's. */
  shared?: boolean;
  /** In place of all it had. */
  effects?: MacroEffects;
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

export interface EditRecurrence {
  id: number;
  subject?: string;
  text?: string;
  site?: number | null;
  from?: number | null;
  rule?: RecurrenceRule;
  stopped?: boolean;
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

export interface EditState {
  state: number;
  namePl?: string;
  nameEn?: string;
  /** What customers read; without it the word of the group. */
  shownPl?: string | null;
  shownEn?: string | null;
  /** Time limits of tiers stand still meanwhile. */
  pauses?: boolean;
  /** Tickets that come to the group without naming one get it; no other of it does. */
  isDefault?: boolean;
  /** Among those of its group; the others make room. */
  place?: number;
  /** True: nobody puts a ticket there any more. */
  retired?: boolean;
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

export interface EditTemplate {
  id: number;
  namePl?: string;
  nameEn?: string;
  textPl?: string;
  textEn?: string;
  checklistPl?: string[];
  checklistEn?: string[];
  type?: TicketType;
  category?: number | null;
  impact?: Impact;
  urgency?: Urgency;
  forCustomers?: boolean;
  needsApproval?: boolean;
  /** True: nothing new begins from it. */
  retired?: boolean;
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

export interface EditTimedRule {
  rule: number;
  /** Since nobody of ours has touched the ticket, or since it came to the tier. */
  counts?: TimedCount;
  minutes?: number;
  /** By the clock, or while the hours of the tier run. */
  clock?: TimedClock;
  /** Warn whoever has it, inform the lead, or escalate to the next tier it may go to. */
  action?: TimedAction;
  /** To escalate for; without it, or where it is not allowed: timed. */
  reason?: string | null;
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

export interface EndAppointment {
  ticket: number;
  appointment: number;
  appointmentVersion: number;
  /** done, missed or cancelled. */
  state: AppointmentState;
  missedBy?: MissedBy;
  /** The customer reads it. */
  reason?: string;
  /** Books the time as work of this kind. */
  workType?: number;
  /** Books the way there and back. */
  travelType?: number;
  /** Of the work; absent: as planned. */
  minutes?: number;
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
  /** True: whoever has the ticket goes on answering the customer, and nobody else. */
  keepVoice?: boolean;
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

export type FeedDetail = "busy" | "usual" | "full";

export interface FieldChoice {
  key: string;
  namePl: string;
  nameEn: string;
  colour: ChoiceColour;
  retired: boolean;
}

export type FieldKind =
  | "text"
  | "number"
  | "money"
  | "date"
  | "choice"
  | "choices"
  | "person"
  | "checkbox"
  | "asset";

export type FieldNeed = "never" | "creation" | "resolution";

export type FieldOrder = "ascending" | "descending";

export interface FieldValue {
  field: number;
  text?: string;
  /** 12.5: a point, no grouping. */
  number?: string;
  /** 12.50, of the field's currency. */
  amount?: string;
  date?: string;
  /** Its key. */
  choice?: string;
  /** Their keys. */
  choices?: string[];
  person?: number;
  /** Only shown. */
  personName?: string;
  checked?: boolean;
  /** One of the ticket's customer. */
  asset?: number;
  /** Only shown. */
  assetName?: string;
}

export interface FieldsOfTicket {
  ticket: number;
  values: FieldValue[];
}

export interface Figure {
  figure: FigureName;
  /** Minutes are of working time, days are working days. */
  unit: FigureUnit;
  /** The mean, of a spread. Absent: nothing to divide. */
  value?: number;
  median?: number;
  /** Nine of ten are no more (nearest rank). */
  p90?: number;
  numerator?: number;
  denominator?: number;
  /** Of how many it is. */
  count: number;
}

export type FigureName =
  | "fcr_gross"
  | "fcr_net"
  | "flr"
  | "reopen_rate"
  | "mtta"
  | "mttr_incident"
  | "mttr_incident_with_hold"
  | "backlog"
  | "backlog_age"
  | "backlog_days"
  | "tickets_per_user"
  | "tickets_prevented"
  | "utilization"
  | "csat"
  | "csat_response";

export type FigureUnit = "ratio" | "minutes" | "count" | "days";

export interface FindFreeTimes {
  ticket: number;
  /** Its own times are free for it. */
  appointment?: number;
  persons: number[];
  from: string;
  /** At most 62 days after. */
  to: string;
  minutes: number;
  travelBefore?: number;
  travelAfter?: number;
}

export interface FindMergeTargets {
  ticket: number;
  /** A number, or a part of the subject. */
  q?: string;
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

export interface Forecast {
  until: string;
  /** How many of a hundred are answered by then. */
  percent: number;
}

export type FormOfAddress = "none" | "pani" | "pan" | "first_name";

export interface FreeDay {
  day: string;
  label?: string;
}

export interface FreeTimes {
  items: string[];
}

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

export interface Goal {
  kind: GoalKind;
  /** Of working or of elapsed time. */
  minutes?: number;
  /** By the end of the n-th working day after that of the report; 0: the same day. */
  days?: number;
  /** Since midnight: whoever reports later counts as the next working day. */
  by?: number;
}

export type GoalKind = "working_time" | "elapsed_time" | "end_of_day";

export interface GroupWay {
  from: TicketStatus;
  to: TicketStatus;
}

export type GuestEnd = "hand" | "time" | "closed" | "moved";

export type GuestPart = "wrote" | "told" | "shown";

export interface GuestPoint {
  guest: number;
  name?: string;
  company?: string;
  endsAt?: string;
  /** How many messages. */
  shown?: number;
  why?: GuestEnd;
}

export interface GuestRoom {
  number: number;
  subject: string;
  companyName: string;
  name: string;
  language: Language;
  endsAt: string;
  /** For the first time. */
  openedAt?: string;
  /** Which of the messages. */
  question: number;
  messages: RoomMessage[];
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
  /** One of our own, as of a ticket; for our staff. */
  state?: number;
  statePl?: string;
  stateEn?: string;
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
  /** 1 to 5, by the requester. */
  rating?: number;
  /** Why this assignee, where the product chose. */
  routing?: RoutingWhy;
  message?: number;
  /** Which timed rule fired, when it was due, what it did. */
  timed?: TicketTimedRuleFired;
  /** How much of which promise was used up, and what was done. */
  clock?: TicketClockReached;
  hasWorkaround?: boolean;
  appointment?: AppointmentPoint;
  guest?: GuestPoint;
  site?: number;
  siteName?: string;
  fromSite?: number;
  fromSiteName?: string;
  /** Of work; negative where it was taken back. */
  minutes?: number;
  /** The other ticket: of a link, a merge or a split. */
  other?: number;
  /** Of a ticket that was merged into this one. */
  ticket?: number;
  /** Whose it is from then on. */
  customer?: number;
  customerName?: string;
  /** Whose it was; for our staff. */
  fromCustomer?: number;
  fromCustomerName?: string;
  row?: number;
  tag?: TagLabel;
  link?: TicketLinkKind;
  dueAt?: string;
  dueOn?: string;
  dueStep?: DueStep;
  /** How long it was to sleep. */
  until?: string;
  woken?: WakeWhy;
  mentions: MentionedPerson[];
  /** What changed in our own fields. */
  fields?: HistoryField[];
  texts: HistoryText[];
}

export interface HistoryField {
  field: number;
  namePl: string;
  nameEn: string;
  /** Absent: it was empty, or a text. */
  from?: FieldValue;
  /** Absent: it is empty. Without a value: a text that was erased. */
  to?: FieldValue;
}

export interface HistoryText {
  field: string;
  /** Null when it was erased. */
  text?: string;
}

export type Holiday =
  | "new_year"
  | "epiphany"
  | "easter"
  | "easter_monday"
  | "labour_day"
  | "constitution_day"
  | "pentecost"
  | "corpus_christi"
  | "assumption"
  | "all_saints"
  | "independence_day"
  | "christmas_eve"
  | "christmas"
  | "second_christmas";

export interface HolidayFile {
  /** Whole days from last year to ten years ahead. */
  days: FreeDay[];
}

export interface HolidaySet {
  id: number;
  version: number;
  name: string;
  /** None in lists. */
  days: FreeDay[];
  total: number;
  /** Names of those that use it. */
  calendars: string[];
  retiredAt?: string;
}

export interface HolidaySetList {
  items: HolidaySet[];
}

export interface HourSpan {
  /** Minutes since local midnight. */
  from: number;
  /** The same; 1440 is the end of the day. */
  to: number;
}

export type Impact = "low" | "medium" | "high" | "major";

export interface ImportCase {
  key: string;
  subject: string;
  rows: ImportRow[];
}

export interface ImportHolidays {
  set: number;
  /** The bytes, as base64: iCalendar. */
  content: string;
  /** What becomes of those it has. */
  days?: ImportedDays;
  /** Missing: today. */
  holdsFrom?: string;
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

export type ImportedDays = "add" | "replace";

export type ImportedNames = "as_written" | "pseudonyms";

export interface InformLead {
  ticket: number;
  /** Why; internal. */
  note: string;
}

export interface InviteGuest {
  ticket: number;
  name: string;
  email: string;
  company?: string;
  /** Of the letters and of their page. */
  language: Language;
  question: string;
  /** Without it 14. */
  days?: number;
  /** Which they may read. */
  messages?: number[];
}

export interface LabelledDay {
  day: string;
  /** None: a day off. */
  hours?: HourSpan[];
  /** Why. */
  label?: string;
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

export interface Lifecycle {
  version: number;
  /** By group and place, retired ones too. */
  states: TicketState[];
  /** Those that are not for everybody who may work. */
  ways: StateWay[];
  /** What there can be ways between at all. */
  groups: GroupWay[];
}

export interface LikeCustomer {
  customer: CustomerSummary;
  reasons: Likeness[];
}

export interface LikeCustomers {
  items: LikeCustomer[];
}

export interface LikePerson {
  person: PersonSummary;
  reasons: Likeness[];
}

export interface LikePersons {
  items: LikePerson[];
}

export type Likeness = "name" | "phone" | "mailbox" | "registry" | "domain";

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

export interface LinkTicket {
  ticket: number;
  other: number;
  /** parent: the other one is the parent of this one. */
  kind: TicketLinkKind;
}

export interface LinkedAppointment {
  kind: AppointmentKind;
  state: AppointmentState;
  ticket: number;
  companyName: string;
  language: Language;
  zone: string;
  givenName: string;
  technicians: string[];
  startsAt?: string;
  minutes: number;
  place?: string;
  customerNote?: string;
  /** That can still be chosen. */
  offers: string[];
  offersUntil?: string;
  /** To which an agreed one may be moved. */
  freeTimes: string[];
  /** Or cancel. */
  mayMove: boolean;
  moveHours: number;
}

export interface ListAbsences {
  person?: number;
  state?: AbsenceState;
}

export interface ListAppointments {
  ticket: number;
}

export interface ListAssets {
  customer?: number;
  site?: number;
  person?: number;
  kind?: AssetKind;
  /** True: those alone. Else those in use. */
  retired?: boolean;
  /** Words of the name, the maker, the model or one of the numbers. */
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface ListCalendars {
  /** True: those alone. Else those in use. */
  retired?: boolean;
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

export interface ListDuplicatePersons {
  /** `next` of the page before. */
  after?: number;
}

export interface ListFollowers {
  ticket: number;
}

export interface ListGuests {
  ticket: number;
}

export interface ListHandovers {
  ticket: number;
}

export interface ListHolidaySets {
  /** True: those alone. Else those in use. */
  retired?: boolean;
}

export interface ListLearning {
  /** Open ones, if it does not say. */
  state?: LearningState;
  cursor?: string;
  limit?: number;
}

export interface ListLinks {
  ticket: number;
}

export interface ListMacros {
  /** True: with how often each was used, and when last. */
  uses?: boolean;
}

export interface ListMatching {
  view?: number;
  /** In place of the view's own; without both every ticket. */
  condition?: string;
  sort?: ViewSort;
  cursor?: string;
  limit?: number;
}

export interface ListMentionable {
  ticket: number;
}

export interface ListMovings {
  cursor?: string;
  limit?: number;
}

export interface ListNextStates {
  ticket: number;
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

export interface ListPolicies {
  /** Absent: that of now. */
  version?: number;
}

export interface ListQueues {
  tier?: number;
  /** Part of a name; case and diacritics do not matter. */
  q?: string;
  cursor?: string;
  limit?: number;
}

export interface ListRatings {
  /** True: only scores of 1 and 2. */
  low?: boolean;
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

export interface ListTags {
  /** How the word begins. */
  q?: string;
  cursor?: string;
  limit?: number;
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
  /** One of our own; for our staff. */
  state?: number;
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
  site?: number;
  /** That one of their fields names. */
  asset?: number;
  /** True: those that the reader follows. */
  followed?: boolean;
  /** The word; for our staff. */
  tag?: string;
  dueBefore?: string;
  /** True: those that sleep; false: the others. */
  snoozed?: boolean;
  /** True: only spam, which no other list shows. */
  spam?: boolean;
  /** True: those that the reader has, or works on. */
  mine?: boolean;
  /** Number, old number or part of the subject. */
  q?: string;
  /** Only tickets with a value there, in the order of the values. */
  field?: number;
  /** As in conditions: 12.5, 2025-06-12, a key, a person's or an asset's number, true. */
  fieldValue?: string;
  /** And more. */
  fieldFrom?: string;
  /** And less. */
  fieldTo?: string;
  /** Without it ascending; with a value, the newest tickets first. */
  fieldOrder?: FieldOrder;
  /** Fields whose values come along. */
  fieldColumns?: number[];
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

export interface ListWorkers {
  ticket: number;
}

export interface LookAtAppointment {
  token: string;
}

export interface LookAtGuestRoom {
  token: string;
}

export interface LookAtLink {
  token: string;
}

export interface LookAtRating {
  token: string;
}

export type MacroAssignee = "me" | "nobody" | "person";

export interface MacroEffect {
  kind: MacroEffectKind;
  outcome: MacroOutcome;
  /** Why it would be refused. */
  reason?: string;
  /** The parameters of that reason. */
  shown: ReasonValue[];
  /** Filled in: a message, for what it waits, a tag, the steps. */
  text?: string;
  status?: TicketStatus;
  /** With status or resolve; null: none of our own. */
  state?: number | null;
  statePl?: string;
  stateEn?: string;
  waitingFor?: WaitingFor;
  type?: TicketType;
  category?: number;
  categoryPl?: string;
  categoryEn?: string;
  impact?: Impact;
  urgency?: Urgency;
  /** Of assign; absent: nobody. */
  assignee?: number;
  assigneeName?: string;
  queue?: number;
  queueName?: string;
  queueReason?: string;
  dueOn?: string;
  until?: string;
}

export type MacroEffectKind =
  | "edit"
  | "untag"
  | "tag"
  | "due"
  | "steps"
  | "queue"
  | "assign"
  | "note"
  | "reply"
  | "status"
  | "resolve"
  | "snooze";

export interface MacroEffects {
  /** For the customer; with the status resolved it is the answer. */
  replyPl?: string;
  replyEn?: string;
  /** Internal. */
  notePl?: string;
  noteEn?: string;
  /** Open, waiting, resolved or closed. */
  status?: TicketStatus;
  /** With status: one of our own of that group; null: none. */
  state?: number | null;
  /** With the status waiting. */
  waitingFor?: WaitingFor;
  /** For what, as the customer reads it. */
  waitingNotePl?: string;
  waitingNoteEn?: string;
  type?: TicketType;
  category?: number;
  impact?: Impact;
  urgency?: Urgency;
  /** To whoever applies it, to nobody, or to somebody. */
  assign?: MacroAssignee;
  /** With person. */
  assignee?: number;
  /** Refused for tickets of another tier. */
  queue?: number;
  /** With queue, where the structure demands one: a code that it allows. */
  queueReason?: string;
  addTags?: string[];
  removeTags?: string[];
  /** Working days; 0 is today, or the first one after it. */
  dueInDays?: number;
  snoozeHours?: number;
  /** Until eight in the morning. */
  snoozeDays?: number;
  /** For the checklist. */
  stepsPl?: string[];
  stepsEn?: string[];
}

export type MacroOutcome = "changes" | "unchanged" | "refused";

export interface MacroPreview {
  macro: number;
  /** The macro's. */
  version: number;
  /** Of what the customer reads. */
  language: Language;
  /** That cannot be taken back. */
  tellsCustomer: boolean;
  /** In the order in which they happen. */
  effects: MacroEffect[];
}

export interface MakeAppointment {
  ticket: number;
  plan: AppointmentWish;
  /** Appointments beside which a technician is booked knowingly. */
  despite?: number[];
}

export interface MakeRecurrence {
  customer: number;
  requester?: number;
  /** Of the customer: which each ticket is about. */
  site?: number;
  /** A template: its type and its steps. */
  from?: number;
  subject: string;
  text?: string;
  rule: RecurrenceRule;
}

export interface MakeTemplate {
  namePl: string;
  nameEn: string;
  textPl?: string;
  textEn?: string;
  checklistPl?: string[];
  checklistEn?: string[];
  type?: TicketType;
  category?: number;
  impact?: Impact;
  urgency?: Urgency;
  forCustomers?: boolean;
  needsApproval?: boolean;
}

export type Mark = "vip" | "overdue" | "leaving";

export interface MarkSpam {
  ticket: number;
}

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

export interface MentionablePeople {
  items: MentionedPerson[];
}

export interface MentionedPerson {
  person: number;
  name: string;
}

export interface MergeCustomer {
  customer: number;
  into: number;
  /** It is known that the two have different NIPs. */
  nipsDiffer?: boolean;
}

export interface MergePerson {
  person: number;
  into: number;
}

export interface MergePreview {
  target: TicketRef;
  /** What was asked for, where that goes on at the target. */
  named?: number;
  /** Notes included. */
  messages: number;
  notes: number;
  files: number;
  minutes: number;
  followers: number;
  stopwatches: number;
  /** Merged into it before: they come along. */
  tickets: number;
  /** Requesters who will read both talks. */
  readers: string[];
}

export interface MergeTag {
  tag: number;
  /** The word that remains. */
  into: number;
}

export interface MergeTargets {
  items: TicketRef[];
}

export interface MergeTicket {
  ticket: number;
  into: number;
}

export interface MergedCustomer {
  customer: number;
  name: string;
  legalName: string;
  nip: string;
  domains: string[];
  phones: NotedPhone[];
  pinnedNotes?: string;
  marks?: Mark[];
  mergedAt: string;
}

export interface MergedPerson {
  person: number;
  givenName: string;
  familyName: string;
  emails: string[];
  phones: PersonPhone[];
  mergedAt: string;
}

export interface MessageGuest {
  guest: number;
  /** Null when it was erased. */
  name?: string;
  company?: string;
  /** Wrote it, was told it, or is shown it. */
  part: GuestPart;
}

export type MessageKind = "reply" | "note";

export type MissedBy = "customer" | "technician";

export interface Money {
  /** In hundredths of the currency: 5000 is 50.00. */
  minor: number;
  currency: Currency;
}

export interface MonthCost {
  tier: number;
  /** Its first day. */
  month: string;
  cost: Money;
}

export interface MoveCount {
  from: number;
  to: number;
  moves: number;
}

export interface MoveQueue {
  ticket: number;
  /** Of the same tier. */
  queue: number;
  /** Where the structure demands one: a code that it allows. */
  reason?: string;
  /** Internal. */
  note?: string;
}

export interface MoveReason {
  /** Small letters, digits and _; it means the same for ever. */
  code: string;
  namePl: string;
  nameEn: string;
}

export interface MovedCount {
  what: string;
  count: number;
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

export type MovingKind = "customers" | "persons" | "tickets" | "assets";

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

export interface NamedSet {
  set: number;
  name: string;
}

export type Nearness = "area" | "base" | "far" | "unknown";

export type Need = "mandatory" | "helpful";

export interface NewTicket {
  id: number;
  number: number;
  version: number;
  tier: number;
  queue: number;
  priority: Priority;
}

export interface NextState {
  status: TicketStatus;
  state?: number;
  namePl?: string;
  nameEn?: string;
  /** What another group begins with. */
  isDefault: boolean;
}

export interface NextStates {
  items: NextState[];
}

export interface NoteOnTicket {
  ticket: number;
  text: string;
  /** Files that were attached before. */
  attachments?: number[];
  /** Our people who are named in the text, "@Anna Nowak": they are told. */
  mentions?: number[];
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

export interface OfAppointment {
  ticket: number;
  appointment: number;
}

export interface OfApproval {
  ticket: number;
}

export interface OfAsset {
  asset: number;
}

export interface OfCalendar {
  calendar: number;
}

export interface OfCertificate {
  certificate: number;
}

export interface OfChecklist {
  ticket: number;
}

export interface OfCustomerDuplicates {
  customer: number;
}

export interface OfDrafts {
  ticket: number;
}

export interface OfDuplicates {
  person: number;
}

export interface OfGuest {
  ticket: number;
  guest: number;
}

export interface OfHolidaySet {
  set: number;
}

export interface OfPerson {
  person: number;
}

export interface OfRating {
  ticket: number;
}

export interface OfStopwatch {
  ticket: number;
}

export interface OfVoice {
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

export type Pace = "days" | "weeks" | "months" | "month_weekdays" | "years";

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
  /** As whom this person goes on. */
  mergedInto?: PersonRef;
  mergedAt?: string;
  /** Whoever goes on as this person. */
  merged?: MergedPerson[];
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

export interface PersonMergePreview {
  person: PersonRef;
  into: PersonRef;
  /** Letters to these reach the other person from then on. */
  emails: string[];
  /** What the other person sees as theirs. */
  moves: MovedCount[];
  /** What the other person may do from then on. */
  roles: RoleGained[];
  /** Customers whose people see the other person's card from then on. */
  shownTo: string[];
  /** Customers whose people see the merged person's addresses from then on. */
  mergedShownTo: string[];
  /** That end. */
  sessions: number;
  /** API tokens that rest until the merge is taken back. */
  tokens: number;
}

export interface PersonMinutes {
  person: number;
  name?: string;
  minutes: number;
  billableMinutes: number;
}

export interface PersonPair {
  person: PersonSummary;
  other: PersonSummary;
  reasons: Likeness[];
}

export interface PersonPairs {
  items: PersonPair[];
  next?: number;
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

export interface PersonWeek {
  person: number;
  name: string;
  base: string;
  area: string;
  /** False: nobody has said when they work. */
  knowsHours: boolean;
  works: TimeSpan[];
  absences: WeekAbsence[];
  onCall: WeekOnCall[];
}

export type PhoneKind = "work" | "mobile" | "personal";

export interface PlaceGaps {
  place: RequirementPlace;
  tier?: number;
  queue?: number;
  customer?: number;
  sector?: string;
  category?: number;
  placeName: string;
  placeNameEn?: string;
  /** Who is measured here. */
  members: number;
  /** Who of them meets everything mandatory. */
  ready: number;
  /** Who lacks something or soon will; at most 200. */
  people: PersonGaps[];
}

export interface Policy {
  id: number;
  name: string;
  customers: number[];
  types: TicketType[];
  /** And what lies below them. */
  categories: number[];
  priorities: Priority[];
  /** Absent: the desk's own. */
  calendar?: number;
  goals: PolicyGoal[];
  counting: CountingRules;
  reactions: Reaction[];
  waiting?: WaitingSteps;
  contract?: Contract;
}

export interface PolicyGoal {
  target: Target;
  /** Absent: all that have no goal of their own. */
  priority?: Priority;
  goal: Goal;
}

export interface PolicyList {
  version: number;
  items: Policy[];
  /** Never hold, since one above them takes all that they are for. */
  hidden: number[];
}

export interface PolicyWish {
  /** Absent: a new one. */
  id?: number;
  name: string;
  /** One of these must fit; absent or none: everybody's. So with the other three. */
  customers?: number[];
  types?: TicketType[];
  /** And what lies below them. */
  categories?: number[];
  priorities?: Priority[];
  /** Absent: the desk's own. */
  calendar?: number;
  goals: PolicyGoal[];
  counting?: CountingRules;
  reactions?: Reaction[];
  /** For the customer. Absent: nothing happens by itself. */
  waiting?: WaitingSteps;
  /** Under which it is promised, with its credits. */
  contract?: Contract;
}

export interface PostalAddress {
  lines?: string[];
  postCode?: string;
  city: string;
  /** ISO 3166-1, PL if none. */
  country?: string;
}

export interface PreviewAppointment {
  ticket: number;
  /** The one that would change. */
  appointment?: number;
  plan: AppointmentWish;
}

export interface PreviewCalendar {
  calendar?: number;
  /** As if it were saved. */
  plan?: CalendarPlan;
  /** Of the plan. Missing: for ever. */
  holdsFrom?: string;
  year: number;
  month: number;
}

export interface PreviewCustomer {
  ticket: number;
  customer: number;
  /** Of that customer; without it nobody. */
  requester?: number;
  /** Of a new customer. */
  site?: number;
}

export interface PreviewCustomerMerge {
  customer: number;
  into: number;
}

export interface PreviewHolidayFile {
  /** The bytes, as base64: iCalendar. */
  content: string;
}

export interface PreviewLifecycle {
  retire?: number;
  ways?: StateWay[];
}

export interface PreviewMacro {
  ticket: number;
  macro: number;
  /** Of what the customer reads; without it the requester's. */
  language?: Language;
}

export interface PreviewRecurrence {
  rule: RecurrenceRule;
}

export interface PreviewedDay {
  day: string;
  hours: HourSpan[];
  /** What decides its hours. */
  cause: DayCause;
  holiday?: Holiday;
  label?: string;
}

export type Priority = "low" | "normal" | "high" | "critical";

export interface PriorityRule {
  impact: Impact;
  urgency: Urgency;
  priority: Priority;
}

export interface ProlongGuest {
  ticket: number;
  guest: number;
  /** From now on. */
  days: number;
}

export interface ProposeSkill {
  person: number;
  skill: number;
  /** Absent: takes it back. */
  level?: number;
}

export interface ProposeTechnicians {
  ticket: number;
  site?: number;
  from: string;
  /** At most 62 days after. */
  to: string;
  minutes: number;
  travelBefore?: number;
  travelAfter?: number;
}

export interface ProposedTechnician {
  person: number;
  name: string;
  /** The first start; absent: none in the window. */
  freeAt?: string;
  nearness: Nearness;
  base: string;
  area: string;
  /** All that are mandatory here. */
  meetsSkills: boolean;
  skillsMatched: number;
  /** Of other appointments on the day of the first start, travel included. */
  minutesThatDay: number;
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

export interface RateByLink {
  token: string;
  score: number;
  comment?: string;
}

export interface RateTicket {
  ticket: number;
  score: number;
  comment?: string;
}

export interface RatingAsked {
  number: number;
  subject: string;
  companyName: string;
  language: Language;
  score?: number;
  comment?: string;
  expiresAt: string;
}

export interface RatingList {
  items: TicketRating[];
  next?: string;
  summary: RatingSummary;
}

export interface RatingOfTicket {
  /** Staff and the requester see it; nobody else. */
  rating?: TicketRating;
  askedAt?: string;
  /** Whether the reader may rate it now. */
  mayRate: boolean;
}

export interface RatingSummary {
  /** Of the last so many days. */
  days: number;
  count: number;
  /** Who gave a 4 or a 5. */
  satisfied: number;
  /** The share of the satisfied. */
  csatPercent?: number;
  /** 425: 4.25. */
  averageHundredths?: number;
}

export interface Reaction {
  /** Absent: all of them. */
  target?: Target;
  /** Of the promise; 100 is the breach. */
  percent: number;
  kind: ReactionKind;
  /** Of an escalation. Absent: the next one that may be reached. */
  tier?: number;
}

export type ReactionKind = "warn" | "inform" | "raise" | "escalate";

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

export interface ReadAttainment {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  /** What the rows are by, besides the target. */
  by?: ReportBy;
  customer?: number;
}

export interface ReadBreaches {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  customer?: number;
  target?: Target;
}

export interface ReadCalendarBoard {
  from: string;
  /** Included; at most six weeks. */
  to: string;
}

export interface ReadCalendarFeed {
  token: string;
}

export interface ReadClocks {
  ticket: number;
  /** As they were then. Absent, or later than now: as they are. */
  at?: string;
}

export interface ReadCredits {
  year: number;
  /** In which the promise ended. */
  month: number;
  customer?: number;
}

export interface ReadDeskFigures {
  /** The first day. */
  from: string;
  /** The last day. */
  to: string;
  customer?: number;
}

export interface ReadDuty {
  /** Absent: now. */
  at?: string;
}

export interface ReadFigures {
  ticket: number;
}

export interface ReadGuestFile {
  token: string;
  attachment: number;
  /** True: pictures are shown instead of saved. */
  inline?: boolean;
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

export interface ReadMerges {
  ticket: number;
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

export interface ReadTicketFields {
  ticket: number;
}

export interface ReadTimed {
  ticket: number;
}

export interface ReasonValue {
  name: string;
  value: string;
}

export interface Recurrence {
  id: number;
  version: number;
  customer: number;
  customerName: string;
  requester?: number;
  requesterName?: string;
  /** Which each ticket is about, as long as the customer has it. */
  site?: number;
  /** The template it begins from. */
  from?: number;
  subject: string;
  text: string;
  rule: RecurrenceRule;
  /** Absent: never again, or stopped. */
  nextAt?: string;
  stoppedAt?: string;
  lastDay?: string;
  lastTicket?: number;
}

export interface RecurrenceDay {
  planned: string;
  /** Absent: it is skipped. */
  day?: string;
  /** The planned one. */
  isDayOff: boolean;
}

export interface RecurrenceDays {
  /** The next ten. */
  items: RecurrenceDay[];
}

export interface RecurrenceList {
  items: Recurrence[];
}

export interface RecurrenceRule {
  pace: Pace;
  /** So many days, weeks, months, years. */
  every?: number;
  /** weeks: any; month_weekdays: just one. */
  weekdays?: Weekday[];
  /** months, years: where there is none, the last. */
  day?: number;
  /** month_weekdays: 1 to 4, or -1 for the last. */
  nth?: number;
  /** years */
  month?: number;
  /** What becomes of a Saturday, a Sunday or a Polish public holiday. */
  dayOff?: DayOff;
  /** Minutes since midnight, our clock. */
  at?: number;
  from: string;
  until?: string;
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

export interface RemoveSpecialDay {
  calendar: number;
  day: string;
}

export interface RemoveStep {
  ticket: number;
  step: number;
}

export interface RemoveTicketTag {
  ticket: number;
  tag: number;
}

export interface RemoveWorker {
  ticket: number;
  person: number;
}

export interface RenameTag {
  tag: number;
  name: string;
}

export interface ReopenTicket {
  ticket: number;
  reason: string;
  /** One of our own among the open; null: none. Staff only. */
  state?: number | null;
}

export interface ReplyToTicket {
  ticket: number;
  text: string;
  /** Files that were attached before. */
  attachments?: number[];
  /** The last message one has read: refused when somebody else has replied since. */
  after?: number;
}

export type ReportBy = "target" | "tier" | "customer" | "priority" | "policy" | "month";

export interface Requirement {
  id: number;
  place: RequirementPlace;
  /** A queue's, too. */
  tier?: number;
  queue?: number;
  customer?: number;
  sector?: string;
  /** Of tickets; those below it ask the same. */
  category?: number;
  /** Of a queue, a customer or a category. */
  placeName: string;
  /** Of a category. */
  placeNameEn?: string;
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

export type RequirementPlace = "tier" | "queue" | "customer" | "sector" | "category";

export interface ResolveTicket {
  ticket: number;
  text: string;
  /** One of our own among the resolved; null: none. */
  state?: number | null;
}

export type RestCause = "outside_hours" | "holiday" | "day_off";

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

export interface RetireTimedRule {
  rule: number;
}

export interface ReturnHandover {
  ticket: number;
  handover: number;
  gap: HandoverPart;
  note?: string;
}

export interface RevokedLinks {
  links: number;
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

export interface RoleGained {
  role: Role;
  /** Our whole company where there is none. */
  customerName?: string;
}

export interface RoleHolder {
  person: number;
  name: string;
  role: Role;
}

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

export interface RoomMessage {
  id: number;
  by: RoomSide;
  /** Of our people only. */
  authorName?: string;
  part: GuestPart;
  /** Null when its author's data were erased. */
  text?: string;
  at: string;
  attachments: Attachment[];
}

export type RoomSide = "you" | "us" | "customer" | "other";

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

export interface SaveCost {
  tier: number;
  year: number;
  month: number;
  /** Of the whole month, not below zero. Absent: forgotten. */
  cost?: Money;
}

export interface SaveDraft {
  ticket: number;
  kind: MessageKind;
  /** Empty: there is no draft any more. */
  text: string;
}

export interface SaveForm {
  /** Absent: the general form. */
  category?: number;
  /** In their order; absent: from now on the form from above. */
  fields?: number[];
  /** The form's version as it was read; 0: there was none. */
  seen: number;
}

export interface SavePolicies {
  /** In their order: the first that fits holds. What is left out is no more. */
  policies: PolicyWish[];
  /** Also for what began on this day or later and is over. */
  alsoSince?: string;
}

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

export interface SetDue {
  ticket: number;
  /** Until the end of the day, by our company's clock. */
  on?: string;
  /** Or until a moment. */
  at?: string;
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
  category?: number;
  /** Either this with a level, or a kind of certificate. */
  skill?: number;
  least?: number;
  certificateKind?: number;
  need: Need;
}

export interface SetSaturdayHours {
  calendar: number;
  /** None: nobody works on Saturdays. */
  hours: HourSpan[];
  /** Missing: today. */
  holdsFrom?: string;
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

export interface SetTicketFields {
  ticket: number;
  /** The fields that change; one without a value becomes empty. */
  values: FieldValue[];
}

export interface SetTicketStatus {
  ticket: number;
  status: TicketStatus;
  /** One of our own, of that group; null: none. Without it what it has, or in another group what that begins with. */
  state?: number | null;
  /** With the status waiting; may be left out where only the state changes. */
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

export interface SetWays {
  /** All others are for everybody. */
  ways: StateWay[];
}

export interface SetWorkaround {
  ticket: number;
  /** The customer can work meanwhile. */
  hasWorkaround: boolean;
}

export interface Shift {
  id: number;
  startsAt: string;
  endsAt: string;
}

export interface ShiftLeft {
  /** What the tickets would have cost more at the tiers of the period before. */
  saving: Money;
  tickets: number;
  baseTickets: number;
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

export interface ShowToGuest {
  ticket: number;
  guest: number;
  /** In the place of those that were shown before. */
  messages: number[];
  /** Those that were shown, as they were read; refused when they are others by now. */
  before?: number[];
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

export interface SnoozeTicket {
  ticket: number;
  /** At most a year ahead; it wakes when the customer writes. */
  until: string;
}

export interface SourceList {
  items: MovingSource[];
}

export interface SplitTicket {
  ticket: number;
  subject: string;
  messages: number[];
  /** Work that was done on them; a reversal goes with its entry. */
  time?: number[];
  /** Without: who wrote the first message. */
  requester?: number;
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

export interface StartStates {
  desk: DeskKind;
}

export interface StatePlace {
  status: TicketStatus;
  /** Without it: a ticket of that group with none of our own. */
  state?: number;
}

export interface StateWay {
  from: StatePlace;
  to: StatePlace;
  who: WayFor;
}

export type StopwatchCount = "all" | "until_seen" | "own" | "nothing";

export type StopwatchDoubt = "unseen" | "shift_ended" | "unattended";

export type StopwatchState = "running" | "paused" | "asking";

export interface Stranded {
  place: StatePlace;
  why: StrandedWhy;
  /** As far as they are counted. */
  tickets: number;
  /** There are more than that. */
  more: boolean;
}

export interface StrandedList {
  items: Stranded[];
}

export type StrandedWhy = "retired" | "no_way_on";

export interface Structure {
  version: number;
  /** Absent: as it was set up. */
  changedAt?: string;
  tiers: StructureTier[];
  /** Up is an escalation, down is handing back; to the same tier: another queue there. */
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

export interface SuggestDays {
  calendar: number;
  year: number;
}

export type SuggestionKind = "in_lieu" | "shortened";

export interface TableLine {
  line: number;
  cells: string[];
}

export type TableSeparator = "comma" | "semicolon" | "tab";

export interface Tag {
  id: number;
  version: number;
  name: string;
  /** Tickets that have it, as far as they are counted. */
  uses: number;
  /** There are more than that. */
  more: boolean;
}

export interface TagLabel {
  tag: number;
  name: string;
}

export interface TagList {
  items: Tag[];
  next?: string;
}

export interface TakeGrant {
  grant: number;
}

export interface TakeTicket {
  ticket: number;
}

export type Target = "first_response" | "next_response" | "update" | "resolution";

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

export interface TechnicianProposal {
  items: ProposedTechnician[];
}

export interface TellGuest {
  ticket: number;
  guest: number;
  text: string;
  /** Files that were attached before. */
  attachments?: number[];
}

export interface TemplateList {
  items: TicketTemplate[];
}

export type TextEncoding = "utf-8" | "utf-16" | "windows-1250" | "iso-8859-2";

export interface TickStep {
  ticket: number;
  step: number;
  /** False: not done after all. */
  ticked: boolean;
}

export interface Ticket {
  id: number;
  number: number;
  version: number;
  customer: number;
  customerName: string;
  requester?: number;
  requesterName?: string;
  /** Of the customer. */
  site?: number;
  siteName?: string;
  subject: string;
  status: TicketStatus;
  /** One of our own, in the group above; for our staff. */
  state?: number;
  /** To customers what is meant for them, if anything. */
  statePl?: string;
  stateEn?: string;
  /** What customers read; for our staff. */
  stateShownPl?: string;
  stateShownEn?: string;
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
  /** Who alone answers the customer, at a lower tier. */
  voice?: number;
  voiceName?: string;
  voiceTier?: number;
  product?: number;
  productName?: string;
  createdAt: string;
  updatedAt: string;
  resolvedAt?: string;
  closedAt?: string;
  origin: Origin;
  /** Its number where it was imported from. */
  oldNumber?: string;
  /** What was promised next. Absent: nothing, or time stands still. */
  promisedUntil?: string;
  /** For our staff, as what follows. */
  tags: TagLabel[];
  dueAt?: string;
  /** Where a day was said, the end of which is dueAt. */
  dueOn?: string;
  snoozedUntil?: string;
  spamAt?: string;
  spamBy?: number;
  /** Where it goes on. */
  mergedInto?: number;
  splitFrom?: number;
}

export interface TicketAppointments {
  items: Appointment[];
  next?: string;
}

export interface TicketApproval {
  askedAt: string;
  askedBy?: number;
  askedByName?: string;
  decidedAt?: string;
  decidedBy?: number;
  decidedByName?: string;
  isApproved?: boolean;
  note?: string;
}

export interface TicketAsItWas {
  ticket: Ticket;
  /** The last step that is in it. */
  event: number;
  followers: TicketFollower[];
  /** Of our own fields. */
  values: FieldValue[];
  bookedMinutes?: number;
}

export interface TicketChecklist {
  items: ChecklistStep[];
  /** How many of them are. */
  ticked: number;
}

export interface TicketClock {
  target: Target;
  run: number;
  state: ClockState;
  isLate: boolean;
  goal: Goal;
  startedAt: string;
  endedAt?: string;
  /** Absent: time stands still, and nothing is late yet. */
  dueAt?: string;
  budget: number;
  spent: number;
  /** Below zero: so much too late. */
  left: number;
  /** Time counts at this moment. */
  isCounting: boolean;
  /** Until then it counts, or does not, by itself. Absent: until something happens. */
  steadyUntil?: string;
  sentencePl: string;
  sentenceEn: string;
  sums: ClockSum[];
  /** All of its time, in order, without a gap. */
  intervals: ClockInterval[];
  /** What it was counted by. For our own people. */
  basis?: ClockBasis;
  /** For our own people. */
  tiers?: ClockTier[];
  /** At which something is done. For our own people. */
  shares?: ClockShare[];
}

export interface TicketClockReached {
  target: Target;
  run: number;
  percent: number;
  dueAt: string;
  outcomes: TimedOutcome[];
  told: number;
}

export interface TicketClocks {
  at: string;
  /** Of the time zone database. */
  zonesVersion: string;
  hasWorkaround: boolean;
  /** By when the first answer usually comes. Absent: it has come, or nobody knows. */
  forecast?: Forecast;
  items: TicketClock[];
}

export interface TicketDraft {
  ticket: number;
  /** In the list of all of them. */
  subject?: string;
  kind: MessageKind;
  text: string;
  savedAt: string;
}

export interface TicketDrafts {
  items: TicketDraft[];
}

export interface TicketField {
  id: number;
  version: number;
  /** In conditions: field.key */
  key: string;
  kind: FieldKind;
  namePl: string;
  nameEn: string;
  helpPl?: string;
  helpEn?: string;
  choices: FieldChoice[];
  decimals: number;
  unit?: string;
  least?: string;
  most?: string;
  currency?: Currency;
  /** Of texts, in characters. */
  longest?: number;
  /** From when on it must be filled in, where a form shows it. */
  need: FieldNeed;
  customers: CustomerAccess;
  /** What it begins with, written as in conditions. */
  initial?: string;
  /** Nothing new is written into it. */
  retiredAt?: string;
}

export interface TicketFieldList {
  items: TicketField[];
}

export interface TicketFieldValues {
  /** The fields that the ticket's form shows, in their order. */
  form: number[];
  values: FieldValue[];
}

export interface TicketFigures {
  /** Between tiers, and between queues of one tier. */
  moves: number;
  /** Moves to where it had been before. */
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
  /** Of a ticket that was merged into this one. */
  ticket?: number;
}

export interface TicketFollowers {
  items: TicketFollower[];
}

export interface TicketForm {
  /** Absent: the general form. */
  category?: number;
  version: number;
  fields: number[];
}

export interface TicketFormList {
  items: TicketForm[];
}

export interface TicketGuest {
  id: number;
  /** They were invited into; it may have been merged since. */
  ticket: number;
  /** Null when it was erased. */
  name?: string;
  email?: string;
  company?: string;
  language: Language;
  question: number;
  invitedBy?: number;
  invitedByName?: string;
  invitedAt: string;
  endsAt: string;
  endedAt?: string;
  endedWhy?: GuestEnd;
  /** For the first time. */
  openedAt?: string;
  /** Messages that were shared with them. */
  shown: number[];
}

export interface TicketGuests {
  items: TicketGuest[];
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

export interface TicketLink {
  other: number;
  number: number;
  /** As the ticket that was asked for sees the other one. */
  kind: TicketLinkKind;
  subject: string;
  status: TicketStatus;
  customerName: string;
  assigneeName?: string;
  since: string;
}

export type TicketLinkKind =
  | "relates"
  | "depends_on"
  | "blocks"
  | "duplicate_of"
  | "duplicated_by"
  | "parent"
  | "child";

export interface TicketLinks {
  /** Those that the reader may see, as in what follows. */
  items: TicketLink[];
  children: number;
  openChildren: number;
  /** What the ticket depends on and is not done. */
  openDependencies: number;
}

export interface TicketList {
  items: Ticket[];
  next?: string;
  /** Where a live stream goes on from this list. */
  live: string;
  /** Of the columns that were asked for. */
  fields?: FieldsOfTicket[];
}

export interface TicketMacro {
  id: number;
  version: number;
  namePl: string;
  /** One's own macros have one name. */
  nameEn: string;
  shared: boolean;
  effects: MacroEffects;
  assigneeName?: string;
  /** Tickets it was applied to, where it was asked for. */
  uses?: number;
  /** There are more than that. */
  moreUses?: boolean;
  usedAt?: string;
}

export interface TicketMacroList {
  items: TicketMacro[];
}

export interface TicketMerges {
  /** Directly. */
  into?: TicketRef;
  /** Where it goes on in the end. */
  goesOn?: TicketRef;
  /** Into this one, or into one of those. */
  merged: TicketRef[];
  splitFrom?: TicketRef;
  splitOff: TicketRef[];
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
  /** Guest experts who wrote it, were told it or may read it; for our staff. */
  guests: MessageGuest[];
}

export interface TicketMessageList {
  items: TicketMessage[];
  next?: string;
}

export interface TicketPresence {
  person: number;
  name: string;
  /** Is writing to the customer right now. */
  types: boolean;
  since: string;
}

export interface TicketPresences {
  /** The others, longest there first. */
  items: TicketPresence[];
  /** When to say it again. */
  againInSeconds: number;
}

export interface TicketRating {
  ticket: number;
  /** In lists, where the reader may see the ticket. */
  subject?: string;
  customer: number;
  customerName: string;
  person: number;
  personName: string;
  /** 1 (bad) to 5 (very good). */
  score: number;
  comment?: string;
  ratedAt: string;
}

export interface TicketRef {
  ticket: number;
  number: number;
  /** Where the reader may see it. */
  subject?: string;
  status: TicketStatus;
  requesterName?: string;
  updatedAt?: string;
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

export interface TicketState {
  id: number;
  /** Its group. */
  status: TicketStatus;
  namePl: string;
  nameEn: string;
  /** What customers read; without it the group's word. */
  shownPl?: string;
  shownEn?: string;
  /** Time limits of tiers stand still meanwhile. */
  pauses: boolean;
  /** What its group begins with. */
  isDefault: boolean;
  /** Among those of its group. */
  place: number;
  retiredAt?: string;
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

export interface TicketTemplate {
  id: number;
  version: number;
  namePl: string;
  nameEn: string;
  /** The questions, to be answered in the ticket's text. */
  textPl: string;
  textEn: string;
  /** Its steps; for our own people. */
  checklistPl: string[];
  checklistEn: string[];
  type: TicketType;
  category?: number;
  impact: Impact;
  urgency: Urgency;
  /** A ready form of the portal. */
  forCustomers: boolean;
  /** Of somebody at the customer who may approve. */
  needsApproval: boolean;
  retiredAt?: string;
}

export interface TicketTime {
  /** In the order in which they were booked. */
  items: TimeEntry[];
  /** Of all entries, not of this page. */
  totals: TimeTotals;
  persons: PersonMinutes[];
  next?: string;
}

export interface TicketTimed {
  items: TimedState[];
}

export interface TicketTimedRuleFired {
  rule: number;
  tier: number;
  counts: TimedCount;
  minutes: number;
  clock: TimedClock;
  outcome: TimedOutcome;
  dueAt: string;
  told: number;
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

export interface TicketWorker {
  person: number;
  name: string;
  since: string;
}

export interface TicketWorkers {
  items: TicketWorker[];
  /** The reader. */
  mayTakeVoice: boolean;
  /** Or has left. */
  voiceIsAbsent: boolean;
}

export interface Tier {
  number: number;
  namePl: string;
  nameEn: string;
  /** The oldest first, at most 50; GET /queues lists all. */
  queues: Queue[];
}

export interface TierChance {
  from: number;
  to: number;
  moved: number;
  /** All times that a ticket left the tier, resolved ones too. */
  left: number;
  /** moved / left. */
  probability: number;
}

export interface TierCost {
  tier: number;
  /** Whole ones of the period that have a cost. */
  months: number;
  cost: Money;
  /** Tickets that left the tier then, each once a month. */
  handled: number;
  /** cost / handled. Absent: nothing to divide. */
  perTicket?: Money;
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

export interface TierRow {
  tier: number;
  /** That ended, of tickets whose promise is shared out. */
  stays: number;
  /** That used no more than their share. */
  within: number;
  /** within / stays. */
  attainment?: number;
  spent: number;
  over: number;
}

export interface TierShare {
  tier: number;
  /** Of what is left when a ticket comes to the tier, beside the shares above it. */
  share: number;
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

export interface TimeSpan {
  from: string;
  to: string;
}

export interface TimeTotals {
  /** Reversals included. */
  entries: number;
  minutes: number;
  billableMinutes: number;
}

export type TimedAction = "warn" | "inform" | "escalate";

export type TimedClock = "always" | "tier_hours";

export type TimedCount = "untouched" | "at_tier";

export type TimedOutcome = "warned" | "informed" | "raised" | "escalated" | "informed_instead";

export interface TimedRule {
  id: number;
  version: number;
  tier: number;
  /** Since nobody of ours has touched the ticket, or since it came to the tier. */
  counts: TimedCount;
  minutes: number;
  /** By the clock, or while the hours of the tier run. */
  clock: TimedClock;
  /** Warn whoever has it, inform the lead, or escalate to the next tier it may go to. */
  action: TimedAction;
  /** To escalate for; without it, or where it is not allowed: timed. */
  reason?: string;
  /** What was late before is late from then on. */
  changedAt: string;
}

export interface TimedRuleList {
  items: TimedRule[];
}

export interface TimedState {
  rule: number;
  counts: TimedCount;
  minutes: number;
  clock: TimedClock;
  action: TimedAction;
  /** Absent: it does not count now, or has fired. */
  dueAt?: string;
  hasFired: boolean;
}

export interface TokenCreated {
  id: number;
  /** Shown this once. */
  token: string;
}

export interface TriedCalendar {
  /** Missing: not within twenty years. */
  dueAt?: string;
  pieces: TriedPiece[];
  /** There are more pieces. */
  isCut: boolean;
}

export interface TriedPiece {
  from: string;
  to: string;
  /** Missing: work. */
  rest?: RestCause;
  day: string;
  holiday?: Holiday;
  label?: string;
}

export interface TryCalendar {
  calendar?: number;
  /** As if it were saved. */
  plan?: CalendarPlan;
  /** Of the plan. Missing: for ever. */
  holdsFrom?: string;
  from: string;
  minutes: number;
}

export interface UndoBulk {
  bulk: number;
  /** Internal, for tickets that move back. */
  note: string;
}

export type UndoReach = "all" | "but_notes" | "nothing";

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

export interface UnlinkTicket {
  ticket: number;
  other: number;
}

export interface UnmarkSpam {
  ticket: number;
}

export interface UnmergeCustomer {
  customer: number;
}

export interface UnmergePerson {
  person: number;
}

export interface UnmergeTicket {
  ticket: number;
}

export interface UnreadNotices {
  /** Counted up to 100. */
  unread: number;
}

export interface UnsplitTicket {
  /** The one that was split off. */
  ticket: number;
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

export type ViewSort = "activity" | "quiet" | "newest" | "oldest" | "due" | "promise";

export type WaitingFor = "customer" | "vendor" | "other";

export interface WaitingSteps {
  /** Working days after which the customer is reminded. */
  remindAfterDays?: number;
  /** Working days after which the ticket is closed. */
  closeAfterDays?: number;
}

export interface WakeTicket {
  ticket: number;
}

export type WakeWhy = "time" | "reply" | "hand" | "moved";

export type WayFor = "everybody" | "lead" | "configurer" | "nobody";

export interface WeekAbsence {
  from: string;
  to: string;
  /** Absent: not for this reader. */
  kind?: AbsenceKind;
}

export interface WeekOnCall {
  tier: number;
  from: string;
  to: string;
}

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

export interface WishedChoice {
  /** Absent: a new one. */
  key?: string;
  namePl: string;
  nameEn: string;
  colour?: ChoiceColour;
  retired?: boolean;
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

export type WorkaroundEffect = "none" | "stops" | "changes_goal";

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

export interface WriteAsGuest {
  token: string;
  text: string;
  /** Files that were attached by this link before. */
  attachments?: number[];
}
