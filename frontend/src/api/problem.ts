import { t } from "@lingui/core/macro";

/** The status of a Problem that has nothing to do with the server. */
export const DEFECT = -1;

/** What the server refused, in its own words for the reader, or what kept us from reaching it. */
export class Problem extends Error {
  override name = "Problem";
  constructor(
    /** HTTP status; 0 when no answer came, DEFECT when the fault is in this web app. */
    readonly status: number,
    /** Code, such as "text-too-long" or "edited-meanwhile". */
    readonly problem: string,
    message: string,
    readonly params: Record<string, unknown> = {},
    /** Sentences per field. */
    readonly fields: Record<string, string[]> = {},
    /** The whole answer, for codes that carry more (edited-meanwhile has `current`). */
    readonly body: unknown = undefined,
  ) {
    super(message);
  }
}

function wordsOf(value: unknown): string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(wordsOf);
  if (value && typeof value === "object" && "message" in value) return wordsOf(value.message);
  return [];
}

export async function problemOf(response: Response): Promise<Problem> {
  const body: unknown = await response
    .clone()
    .json()
    .catch(() => undefined);
  if (body && typeof body === "object" && "problem" in body) {
    const { problem, message, params, fields } = body as Record<string, unknown>;
    const perField = Object.entries((fields ?? {}) as Record<string, unknown>).map(([name, value]) => [
      name,
      wordsOf(value),
    ]);
    return new Problem(
      response.status,
      String(problem),
      String(message ?? ""),
      (params ?? {}) as Record<string, unknown>,
      Object.fromEntries(perField),
      body,
    );
  }
  return new Problem(response.status, `http-${response.status}`, sentence(response.status), {}, {}, body);
}

function sentence(status: number): string {
  if (status === 401) return t`You are signed out. Sign in again to go on.`;
  if (status === 403) return t`Your role does not allow this.`;
  if (status === 404) return t`This does not exist, or you may not see it.`;
  if (status === 429) return t`Too many tries at once. Wait a minute.`;
  return t`The server could not do this. Try again in a moment.`;
}

export function unreachable(): Problem {
  return new Problem(0, "unreachable", t`Carillon cannot be reached. Check your connection.`);
}

// A screen's own file that did not arrive: each browser words it in its own way, all of them as a TypeError.
const LOST_FILE = /dynamically imported module|importing a module script/i;

/** What was thrown as a Problem: a refusal as it is, a screen that could not be fetched as a lost connection, anything else as a defect of ours. */
export function asProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof TypeError && LOST_FILE.test(error.message)) return unreachable();
  return new Problem(
    DEFECT,
    "defect",
    t`Something went wrong here. Reload the page; nothing you saved is lost.`,
    {},
    {},
    error,
  );
}

/** What fetch() threw as a Problem: its TypeError means that no answer came. */
export function lostOnTheWay(error: unknown): Problem {
  return error instanceof TypeError ? unreachable() : asProblem(error);
}
