// One call to the server: a wish in, an answer or a Problem out.
//
// The generated client is a list of (method, path) pairs over this function. `{customer}` in a path
// is taken from the wish; what is left goes into the query of a GET and into the body of anything
// else. Every POST carries an idempotency key, so a retry after a lost answer does nothing twice.

import { Problem, readProblem } from "./problem";

export type Method = "GET" | "POST" | "PATCH" | "DELETE" | "PUT";

export interface CallOptions {
  version?: number; // The row version the change was made on: If-Match.
  key?: string; // The idempotency key, where the caller wants to retry by itself.
  signal?: AbortSignal;
}

export const events = new EventTarget();

export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

// Exported for its test.
export function address(method: Method, path: string, wish: Record<string, unknown>) {
  const rest = { ...wish };
  let url = `/api/v1${path.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = rest[name];
    delete rest[name];
    return encodeURIComponent(String(value));
  })}`;
  if (method !== "GET" && method !== "DELETE") return { url, rest };
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(rest)) {
    if (value === undefined || value === null || value === "") continue;
    for (const one of Array.isArray(value) ? value : [value]) query.append(name, String(one));
  }
  const text = query.toString();
  if (text) url += `?${text}`;
  return { url, rest: {} };
}

export async function call<Out>(
  method: Method,
  path: string,
  wish: object = {},
  options: CallOptions = {},
): Promise<Out> {
  const { url, rest } = address(method, path, wish as Record<string, unknown>);
  const headers: Record<string, string> = { accept: "application/json" };
  const hasBody = method === "POST" || method === "PATCH" || method === "PUT";
  if (hasBody) {
    headers["content-type"] =
      method === "PATCH" ? "application/merge-patch+json" : "application/json";
  }
  if (method === "POST") headers["idempotency-key"] = options.key ?? newKey();
  if (options.version !== undefined) headers["if-match"] = `"v${options.version}"`;

  const response = await send(url, {
    method,
    headers,
    body: hasBody ? JSON.stringify(rest) : undefined,
    signal: options.signal,
    credentials: "same-origin",
  });
  const body = await read(response);
  if (response.ok) return body as Out;
  const problem = readProblem(response.status, body);
  if (problem.reason === "unauthenticated") events.dispatchEvent(new Event("signed-out"));
  throw problem;
}

async function send(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (error) {
    // The browser tells "no network" by throwing; an abort is the caller's own doing.
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "network");
  }
}

async function read(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page: the status says all there is to say.
    return undefined;
  }
}
