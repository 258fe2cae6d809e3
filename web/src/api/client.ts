// Every operation as a function: a wish in, an answer out, a Problem thrown.

import { type CallOptions, call, type Method } from "../base/http";
import type * as T from "./types";

function op<In extends object, Out>(method: Method, path: string) {
  return (wish: In, options?: CallOptions) => call<Out>(method, path, wish, options);
}

function ask<Out>(method: Method, path: string) {
  return (wish: object = {}, options?: CallOptions) => call<Out>(method, path, wish, options);
}

type Paged = { cursor?: string; limit?: number };

export const api = {
  people: {
    server: ask<T.ServerInfo>("GET", "/server"),
    setUp: op<T.SetUp, T.SignedIn>("POST", "/setup"),
    signIn: op<{ email: string; password: string }, T.SignedIn>("POST", "/session"),
    session: ask<T.WhoAmI>("GET", "/session"),
    signOut: ask<void>("DELETE", "/session"),
    listSessions: ask<T.List<T.OpenSession>>("GET", "/sessions"),
    endSession: op<{ session: number }, void>("DELETE", "/sessions/{session}"),
    signOutEverywhere: ask<void>("DELETE", "/sessions"),
    changePassword: op<{ current?: string; password: string }, T.SignedIn>(
      "POST",
      "/session/password",
    ),
    askForLink: op<{ email: string }, void>("POST", "/session/link"),
    signInWithCode: op<{ email: string; code: string }, T.SignedIn>("POST", "/session/code"),
    link: op<{ token: string }, T.LinkInfo>("GET", "/links/{token}"),
    useLink: op<{ token: string; password?: string }, T.SignedIn>("POST", "/links/{token}"),
    sendLink: op<{ person: number; kind: T.LinkKind }, T.LinkSent>(
      "POST",
      "/persons/{person}/links",
    ),
    roles: ask<T.RolesPage>("GET", "/roles"),
    listGrants: op<{ person: number }, T.List<T.PersonGrant>>("GET", "/persons/{person}/grants"),
    giveGrant: op<{ person: number; role: T.Role; customer?: number }, T.PersonGrant>(
      "POST",
      "/persons/{person}/grants",
    ),
    takeGrant: op<{ grant: number }, void>("DELETE", "/grants/{grant}"),
    disablePerson: op<{ person: number }, void>("POST", "/persons/{person}/disable"),
    enablePerson: op<{ person: number }, void>("POST", "/persons/{person}/enable"),
    listTokens: ask<T.List<T.ApiToken>>("GET", "/tokens"),
    createToken: op<{ name: string; scopes: string[]; expiresAt: string }, T.TokenCreated>(
      "POST",
      "/tokens",
    ),
    deleteToken: op<{ token: number }, void>("DELETE", "/tokens/{token}"),

    listCustomers: op<{ q?: string; marks?: T.Mark[] } & Paged, T.List<T.CustomerSummary>>(
      "GET",
      "/customers",
    ),
    createCustomer: op<T.CustomerWish, T.Customer>("POST", "/customers"),
    showCustomer: op<{ customer: number }, T.Customer>("GET", "/customers/{customer}"),
    editCustomer: op<{ customer: number } & T.CustomerWish, T.Customer>(
      "PATCH",
      "/customers/{customer}",
    ),
    listSites: op<{ customer: number }, T.List<T.Site>>("GET", "/customers/{customer}/sites"),
    addSite: op<{ customer: number } & T.SiteWish, T.Site>("POST", "/customers/{customer}/sites"),
    editSite: op<{ site: number } & T.SiteWish, T.Site>("PATCH", "/sites/{site}"),
    removeSite: op<{ site: number }, void>("DELETE", "/sites/{site}"),
    listPersons: op<
      { q?: string; customer?: number; staff?: boolean; disabled?: boolean } & Paged,
      T.List<T.PersonSummary>
    >("GET", "/persons"),
    createPerson: op<T.PersonWish, T.Person>("POST", "/persons"),
    showPerson: op<{ person: number }, T.Person>("GET", "/persons/{person}"),
    editPerson: op<{ person: number } & T.PersonWish, T.Person>("PATCH", "/persons/{person}"),
    showCompany: ask<T.Company>("GET", "/company"),
    editCompany: op<T.CompanyWish, T.Company>("PATCH", "/company"),
  },
  tiers: {
    listTiers: ask<T.List<T.Tier>>("GET", "/tiers"),
  },
  tickets: {
    listTickets: op<T.TicketFilter, T.List<T.Ticket>>("GET", "/tickets"),
    createTicket: op<
      {
        customer: number;
        subject: string;
        text?: string;
        requester?: number;
        impact?: T.Impact;
        urgency?: T.Urgency;
      },
      T.NewTicket
    >("POST", "/tickets"),
    readTicket: op<{ ticket: number }, T.Ticket>("GET", "/tickets/{ticket}"),
    editTicket: op<
      { ticket: number; subject?: string; impact?: T.Impact; urgency?: T.Urgency },
      T.Ticket
    >("PATCH", "/tickets/{ticket}"),
    listMessages: op<{ ticket: number } & Paged, T.List<T.TicketMessage>>(
      "GET",
      "/tickets/{ticket}/messages",
    ),
    replyToTicket: op<{ ticket: number; text: string }, T.TicketMessage>(
      "POST",
      "/tickets/{ticket}/replies",
    ),
    noteOnTicket: op<{ ticket: number; text: string }, T.TicketMessage>(
      "POST",
      "/tickets/{ticket}/notes",
    ),
    assignTicket: op<{ ticket: number; assignee: number | null }, T.Ticket>(
      "POST",
      "/tickets/{ticket}/assignment",
    ),
    takeTicket: op<{ ticket: number }, T.Ticket>("POST", "/tickets/{ticket}/take"),
    setTicketStatus: op<
      { ticket: number; status: T.TicketStatus; waitingFor?: T.WaitingFor },
      T.Ticket
    >("POST", "/tickets/{ticket}/status"),
    escalateTicket: op<
      { ticket: number; tier: number; queue?: number; reason: T.EscalationReason; note: string },
      T.Ticket
    >("POST", "/tickets/{ticket}/escalation"),
    handBackTicket: op<
      { ticket: number; tier?: number; queue?: number; reason: T.HandBackReason; note: string },
      T.Ticket
    >("POST", "/tickets/{ticket}/handback"),
    resolveTicket: op<{ ticket: number; text: string }, T.Ticket>(
      "POST",
      "/tickets/{ticket}/resolution",
    ),
    reopenTicket: op<{ ticket: number; reason: string }, T.Ticket>(
      "POST",
      "/tickets/{ticket}/reopening",
    ),
    ticketHistory: op<{ ticket: number } & Paged, T.List<T.HistoryEntry>>(
      "GET",
      "/tickets/{ticket}/history",
    ),
  },
};
