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
  progress?: (share: number) => void; // How much of the wish is on its way: 0 to 1.
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

  const request = {
    method,
    headers,
    body: hasBody ? JSON.stringify(rest) : undefined,
    signal: options.signal,
    credentials: "same-origin" as const,
  };
  const response = await (options.progress
    ? sendWatched(url, request, options.progress)
    : send(url, request));
  const body = read(response.text);
  if (response.status >= 200 && response.status < 300) return body as Out;
  const problem = readProblem(response.status, body);
  if (problem.reason === "unauthenticated") events.dispatchEvent(new Event("signed-out"));
  throw problem;
}

interface Answer {
  status: number;
  text: string;
}

async function send(url: string, request: RequestInit): Promise<Answer> {
  try {
    const response = await fetch(url, request);
    return { status: response.status, text: await response.text() };
  } catch (error) {
    // The browser tells "no network" by throwing; an abort is the caller's own doing.
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Problem(0, "network");
  }
}

// `fetch` does not say how far an upload has got; the older way of asking does.
function sendWatched(
  url: string,
  request: { method: Method; headers: Record<string, string>; body?: string; signal?: AbortSignal },
  progress: (share: number) => void,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = new XMLHttpRequest();
    asked.open(request.method, url);
    for (const [name, value] of Object.entries(request.headers))
      asked.setRequestHeader(name, value);
    asked.upload.onprogress = (event) => progress(event.total ? event.loaded / event.total : 0);
    asked.onload = () => resolve({ status: asked.status, text: asked.responseText });
    asked.onerror = () => reject(new Problem(0, "network"));
    asked.onabort = () => reject(new DOMException("aborted", "AbortError"));
    request.signal?.addEventListener("abort", () => asked.abort());
    asked.send(request.body);
  });
}

function read(text: string): unknown {
  if (text === "") return undefined;
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's error page: the status says all there is to say.
    return undefined;
  }
}
