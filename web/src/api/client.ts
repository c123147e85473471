import { Problem } from "./problem";
import type { ProblemBody } from "./types";
import { said, t } from "../texts/texts";

export const notAnswering = t("The Colloquy server does not answer. What it has stored is safe. Check that it is running and that this machine reaches it, then try again.");

export interface RequestOptions {
  /** sent as JSON */
  json?: unknown;
  /** sent as it is */
  body?: BodyInit;
  headers?: Record<string, string>;
  signal?: AbortSignal | undefined;
  /** leave a 401 to the caller instead of going to the sign-in page */
  keep401?: boolean;
}

let onNotSignedIn: () => void = () => undefined;

/** What to do when the server no longer knows who asks: the application goes to the sign-in page. */
export function whenNotSignedIn(action: () => void): void {
  onNotSignedIn = action;
}

/** One request. Answers the parsed JSON (undefined for 204), throws a {@link Problem} for everything else. */
export async function request<T>(method: string, path: string, options: RequestOptions = {}): Promise<T> {
  const headers: Record<string, string> = { Accept: "application/json", ...options.headers };
  let body = options.body;
  if (options.json !== undefined) {
    headers["Content-Type"] = "application/json";
    body = JSON.stringify(options.json);
  }
  let response: Response;
  try {
    response = await fetch(path, { method, headers, body: body ?? null, signal: options.signal ?? null, credentials: "same-origin" });
  } catch (failure) {
    if (failure instanceof DOMException && failure.name === "AbortError") throw failure;
    throw new Problem("offline", notAnswering);
  }
  if (!response.ok) {
    const problem = await readProblem(response);
    if (response.status === 401 && options.keep401 !== true) onNotSignedIn();
    throw problem;
  }
  if (response.status === 204) return undefined as T;
  const text = await response.text();
  if (text === "") return undefined as T;
  try {
    return JSON.parse(text) as T;
  } catch {
    throw new Problem("bug", t("The server's answer could not be read. Is something else than Colloquy answering at this address?"), response.status);
  }
}

async function readProblem(response: Response): Promise<Problem> {
  try {
    const body = (await response.json()) as Partial<ProblemBody>;
    if (typeof body.message === "string" && body.message !== "") return new Problem(body.kind ?? "bug", said({ ...body, message: body.message }), response.status);
  } catch {
    // no JSON: a proxy or a bare server answered; the sentence below has to do
  }
  return new Problem(kindOf(response.status), plainSentence(response.status), response.status);
}

function kindOf(status: number): ProblemBody["kind"] {
  switch (status) {
    case 400: return "bad-input";
    case 401: return "not-signed-in";
    case 403: return "forbidden";
    case 404: return "not-found";
    case 409: return "conflict";
    case 413: return "too-large";
    case 429: return "too-many";
    case 502: case 503: case 504: return "unavailable";
    default: return "bug";
  }
}

function plainSentence(status: number): string {
  switch (kindOf(status)) {
    case "not-signed-in": return t("You are not signed in any more. Sign in again; you come back to this page.");
    case "forbidden": return t("Your account may not do this. Ask the centre's administrator if you should be able to.");
    case "not-found": return t("This is not here (any more). It may have been removed, or the address is wrong.");
    case "conflict": return t("Somebody changed this in the meantime. Load the page again to see what it is now.");
    case "too-large": return t("This is larger than the server takes in one piece.");
    case "too-many": return t("Too many tries in a short time. Wait a minute, then try again.");
    case "unavailable": return t("The server is busy or starting. Try again in a moment.");
    case "bad-input": return t("The server did not understand what was sent. Load the page again, then try once more.");
    default: return t("The server failed to answer ({status}). What was stored before is safe. Try again; if it stays, tell the administrator.", { status });
  }
}
