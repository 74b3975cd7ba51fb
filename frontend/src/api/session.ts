import { t } from "@lingui/core/macro";
import { csrfToken } from "./client";
import { lostOnTheWay, Problem } from "./problem";

/** Sign-in by django-allauth's headless API. Source: docs.allauth.org/en/latest/headless/openapi-specification */
const base = "/_allauth/browser/v1/auth";
const account = "/_allauth/browser/v1/account";

interface Flow {
  id: string;
  is_pending?: boolean;
}
interface Answer {
  status: number;
  data?: { user?: { display?: string; email?: string }; flows?: Flow[] };
  errors?: { message: string; code: string; param?: string }[];
  meta?: { is_authenticated?: boolean };
}

/** "in": signed in. "code": the password was right, a second factor is still asked. "verify": the address must be confirmed by mail. "out": not signed in. */
export type SignInState = "in" | "code" | "verify" | "out";

async function ask(method: string, path: string, body?: object, headers?: Record<string, string>): Promise<Answer> {
  let response: Response;
  try {
    response = await fetch(path.startsWith("/_allauth/") ? path : base + path, {
      method,
      credentials: "same-origin",
      headers: {
        Accept: "application/json",
        "Accept-Language": document.documentElement.lang,
        ...(method === "GET" ? {} : { "X-CSRFToken": csrfToken(), "Content-Type": "application/json" }),
        ...headers,
      },
      body: body ? JSON.stringify(body) : undefined,
    });
  } catch (error) {
    throw lostOnTheWay(error);
  }
  const answer = (await response.json().catch(() => ({}))) as Answer;
  return { ...answer, status: response.status };
}

function refusal(answer: Answer): Problem {
  const fields: Record<string, string[]> = {};
  const general: string[] = [];
  for (const { message, param } of answer.errors ?? []) {
    if (param) fields[param] = [...(fields[param] ?? []), message];
    else general.push(message);
  }
  const message = general[0] ?? Object.values(fields)[0]?.[0] ?? words(answer.status);
  return new Problem(answer.status, answer.errors?.[0]?.code ?? `http-${answer.status}`, message, {}, fields, answer);
}

function words(status: number): string {
  if (status === 403) return t`This is not possible here. Ask whoever runs your Carillon.`;
  if (status === 429) return t`Too many tries. Wait a few minutes and try again.`;
  return t`That did not work. Try again in a moment.`;
}

function stateOf(answer: Answer): SignInState {
  if (answer.status === 200) return "in";
  const pending = answer.data?.flows?.find((flow) => flow.is_pending)?.id;
  if (pending === "mfa_authenticate") return "code";
  if (pending === "verify_email") return "verify";
  return "out";
}

/** Return whether this browser is signed in. Sets the CSRF cookie the other calls need. */
export async function readSession(): Promise<SignInState> {
  return stateOf(await ask("GET", "/session"));
}

async function enter(path: string, body: object): Promise<SignInState> {
  if (!csrfToken()) await readSession();
  const answer = await ask("POST", path, body);
  if (answer.status === 200) return "in";
  // 409: somebody is signed in already in another tab.
  if (answer.status === 409) return (await readSession()) === "in" ? "in" : "out";
  if (answer.status === 401) {
    const state = stateOf(answer);
    if (state !== "out") return state;
  }
  throw refusal(answer);
}

export const signIn = (details: { email: string; password: string }) => enter("/login", details);

export const sendCode = (code: string) => enter("/2fa/authenticate", { code });

/** An account exists afterwards. Only where signing up is open; who was invited joins through /api/invitations/join/. */
export const signUp = (details: { email: string; password: string }) => enter("/signup", details);

/** Return whether anybody may make an account here. */
export async function isSignUpOpen(): Promise<boolean> {
  const response = await fetch("/_allauth/browser/v1/config").catch(() => undefined);
  if (!response?.ok) return false;
  const config = (await response.json()) as { data?: { account?: { is_open_for_signup?: boolean } } };
  return config.data?.account?.is_open_for_signup ?? false;
}

export async function signOut(): Promise<void> {
  const answer = await ask("DELETE", "/session");
  // allauth answers 401 ("not signed in") when it worked.
  if (answer.status !== 401 && answer.status !== 200) throw refusal(answer);
}

/** A mail with a link is on its way afterwards, if the address is known. */
export async function requestReset(email: string): Promise<void> {
  if (!csrfToken()) await readSession();
  const answer = await ask("POST", "/password/request", { email });
  if (answer.status !== 200) throw refusal(answer);
}

/** Return whether the key of a reset link is still good. */
export async function isResetKeyGood(key: string): Promise<boolean> {
  const answer = await ask("GET", "/password/reset", undefined, { "X-Password-Reset-Key": key });
  return answer.status === 200;
}

export async function resetPassword(details: { key: string; password: string }): Promise<SignInState> {
  if (!csrfToken()) await readSession();
  const answer = await ask("POST", "/password/reset", details);
  // 401 means: changed, now sign in with it.
  if (answer.status === 200) return "in";
  if (answer.status === 401) return "out";
  throw refusal(answer);
}

/** The person signed in has a new password; this browser stays signed in. */
export async function changePassword(details: { current_password: string; new_password: string }): Promise<void> {
  const answer = await ask("POST", `${account}/password/change`, details);
  // 401 means: changed, now sign in with it.
  if (answer.status !== 200 && answer.status !== 401) throw refusal(answer);
}
