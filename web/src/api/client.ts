// Every operation as a function: a wish in, an answer out, a Problem thrown.
// Generated from the server's operation table, never edited.

import { type CallOptions, call, type Method } from "../base/http";
import type * as T from "./types";

function op<In extends object, Out>(method: Method, path: string) {
  return (wish: In, options?: CallOptions) => call<Out>(method, path, wish, options);
}

// Nothing in the wish is required.
function ask<In extends object, Out>(method: Method, path: string) {
  return (wish?: In, options?: CallOptions) => call<Out>(method, path, wish, options);
}

// The row's version goes into If-Match.
function change<In extends object, Out>(method: Method, path: string) {
  return (wish: In, options: CallOptions & { version: number }) =>
    call<Out>(method, path, wish, options);
}

export const api = {
  backups: {
    listRuns: ask<object, T.BackupList>("GET", "/backups"),
  },
  people: {
    server: ask<object, T.ServerInfo>("GET", "/server"),
    setUp: op<T.SetUp, T.SignedIn>("POST", "/setup"),
    signIn: op<T.SignIn, T.SignedIn>("POST", "/session"),
    session: ask<object, T.WhoAmI>("GET", "/session"),
    signOut: ask<object, void>("DELETE", "/session"),
    listSessions: ask<object, T.OpenSessions>("GET", "/sessions"),
    endSession: op<T.EndSession, void>("DELETE", "/sessions/{session}"),
    signOutEverywhere: ask<object, void>("DELETE", "/sessions"),
    changePassword: op<T.ChangePassword, T.SignedIn>("POST", "/session/password"),
    askForLink: op<T.AskForLink, void>("POST", "/session/link"),
    signInWithCode: op<T.SignInWithCode, T.SignedIn>("POST", "/session/code"),
    link: op<T.LookAtLink, T.LinkInfo>("GET", "/links/{token}"),
    useLink: op<T.UseLink, T.SignedIn>("POST", "/links/{token}"),
    sendLink: op<T.SendLink, T.LinkSent>("POST", "/persons/{person}/links"),
    roles: ask<object, T.RolesPage>("GET", "/roles"),
    listGrants: op<T.OfPerson, T.PersonGrants>("GET", "/persons/{person}/grants"),
    giveGrant: op<T.GiveGrant, T.PersonGrant>("POST", "/persons/{person}/grants"),
    takeGrant: op<T.TakeGrant, void>("DELETE", "/grants/{grant}"),
    disablePerson: op<T.OfPerson, void>("POST", "/persons/{person}/disable"),
    enablePerson: op<T.OfPerson, void>("POST", "/persons/{person}/enable"),
    listTokens: ask<object, T.ApiTokens>("GET", "/tokens"),
    createToken: op<T.CreateToken, T.TokenCreated>("POST", "/tokens"),
    deleteToken: op<T.DeleteToken, void>("DELETE", "/tokens/{token}"),
    listCustomers: ask<T.ListCustomers, T.CustomerList>("GET", "/customers"),
    createCustomer: op<T.CreateCustomer, T.Customer>("POST", "/customers"),
    showCustomer: op<T.ShowCustomer, T.Customer>("GET", "/customers/{customer}"),
    editCustomer: change<T.EditCustomer, T.Customer>("PATCH", "/customers/{customer}"),
    listSites: op<T.ListSites, T.SiteList>("GET", "/customers/{customer}/sites"),
    addSite: op<T.AddSite, T.Site>("POST", "/customers/{customer}/sites"),
    editSite: change<T.EditSite, T.Site>("PATCH", "/sites/{site}"),
    removeSite: op<T.RemoveSite, void>("DELETE", "/sites/{site}"),
    listPersons: ask<T.ListPersons, T.PersonList>("GET", "/persons"),
    createPerson: ask<T.CreatePerson, T.Person>("POST", "/persons"),
    showPerson: op<T.ShowPerson, T.Person>("GET", "/persons/{person}"),
    editPerson: change<T.EditPerson, T.Person>("PATCH", "/persons/{person}"),
    showCompany: ask<object, T.Company>("GET", "/company"),
    editCompany: change<T.EditCompany, T.Company>("PATCH", "/company"),
    listCompanies: ask<object, T.CompanyList>("GET", "/companies"),
    createCompany: op<T.AddCompany, T.Company>("POST", "/companies"),
    editBrand: change<T.EditBrand, T.Company>("PATCH", "/companies/{company}"),
    erasePerson: op<T.ErasePerson, T.Erasure>("POST", "/persons/{person}/erasure"),
    exportPerson: op<T.ExportPerson, T.PersonExport>("GET", "/persons/{person}/export"),
    showRetention: ask<object, T.Retention>("GET", "/retention"),
    editRetention: change<T.EditRetention, T.Retention>("PATCH", "/retention"),
    previewRetention: ask<object, T.RetentionPreview>("GET", "/retention/preview"),
  },
  tickets: {
    listTickets: ask<T.ListTickets, T.TicketList>("GET", "/tickets"),
    readTicket: op<T.ReadTicket, T.Ticket>("GET", "/tickets/{ticket}"),
    listMessages: op<T.ReadThread, T.TicketMessageList>("GET", "/tickets/{ticket}/messages"),
    ticketHistory: op<T.ReadThread, T.TicketHistory>("GET", "/tickets/{ticket}/history"),
    createTicket: op<T.CreateTicket, T.NewTicket>("POST", "/tickets"),
    replyToTicket: op<T.ReplyToTicket, T.TicketMessage>("POST", "/tickets/{ticket}/replies"),
    noteOnTicket: op<T.NoteOnTicket, T.TicketMessage>("POST", "/tickets/{ticket}/notes"),
    reopenTicket: op<T.ReopenTicket, T.Ticket>("POST", "/tickets/{ticket}/reopening"),
    editTicket: change<T.EditTicket, T.Ticket>("PATCH", "/tickets/{ticket}"),
    assignTicket: op<T.AssignTicket, T.Ticket>("POST", "/tickets/{ticket}/assignment"),
    takeTicket: op<T.TakeTicket, T.Ticket>("POST", "/tickets/{ticket}/take"),
    setTicketStatus: op<T.SetTicketStatus, T.Ticket>("POST", "/tickets/{ticket}/status"),
    escalateTicket: op<T.EscalateTicket, T.Ticket>("POST", "/tickets/{ticket}/escalation"),
    handBackTicket: op<T.HandBackTicket, T.Ticket>("POST", "/tickets/{ticket}/handback"),
    resolveTicket: op<T.ResolveTicket, T.Ticket>("POST", "/tickets/{ticket}/resolution"),
    attachFile: op<T.AttachFile, T.Attachment>("POST", "/tickets/{ticket}/attachments"),
    listFollowers: op<T.ListFollowers, T.TicketFollowers>("GET", "/tickets/{ticket}/followers"),
    followTicket: op<T.FollowTicket, T.TicketFollowers>("POST", "/tickets/{ticket}/followers"),
    unfollowTicket: op<T.UnfollowTicket, T.TicketFollowers>(
      "DELETE",
      "/tickets/{ticket}/followers/{person}",
    ),
    listHandovers: op<T.ListHandovers, T.TicketHandovers>("GET", "/tickets/{ticket}/handovers"),
    draftHandover: op<T.DraftHandover, T.HandoverText>("GET", "/tickets/{ticket}/handover-draft"),
    returnHandover: op<T.ReturnHandover, T.Ticket>(
      "POST",
      "/tickets/{ticket}/handovers/{handover}/return",
    ),
    scoreHandover: op<T.ScoreHandover, T.TicketHandovers>(
      "POST",
      "/tickets/{ticket}/handovers/{handover}/score",
    ),
    readFigures: op<T.ReadFigures, T.TicketFigures>("GET", "/tickets/{ticket}/figures"),
    listViews: ask<object, T.TicketViewList>("GET", "/views"),
    countViews: ask<object, T.ViewCounts>("GET", "/views/counts"),
    listMatching: ask<T.ListMatching, T.TicketList>("GET", "/tickets/matching"),
    createView: op<T.CreateView, T.TicketView>("POST", "/views"),
    editView: change<T.EditView, T.TicketView>("PATCH", "/views/{view}"),
    deleteView: op<T.DeleteView, void>("DELETE", "/views/{view}"),
    previewBulk: op<T.BulkWish, T.BulkAnswer>("POST", "/bulk-changes/preview"),
    changeInBulk: op<T.BulkWish, T.BulkAnswer>("POST", "/bulk-changes"),
    undoBulk: op<T.UndoBulk, T.BulkAnswer>("POST", "/bulk-changes/{bulk}/undo"),
    listBulks: ask<object, T.BulkList>("GET", "/bulk-changes"),
    openImport: op<T.OpenImport, T.ImportOpened>("POST", "/imports/events"),
    pushImportChunk: op<T.PushImportChunk, T.ChunkImported>("POST", "/imports/events/chunks"),
    readImportSummary: op<T.ReadImportSummary, T.ImportSummaryPage>(
      "GET",
      "/imports/events/summary",
    ),
  },
  tiers: {
    listTiers: ask<object, T.TierList>("GET", "/tiers"),
    listQueues: ask<T.ListQueues, T.QueueList>("GET", "/queues"),
    readStructure: ask<T.ReadStructure, T.Structure>("GET", "/structure"),
    editStructure: change<T.EditStructure, T.Structure>("PATCH", "/structure"),
  },
};
