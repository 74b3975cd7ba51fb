import {
  QueryCache,
  QueryClient,
  queryOptions as toQueryOptions,
  type UseMutationOptions,
} from "@tanstack/react-query";
import createClient, { type FetchResponse, type MaybeOptionalInit } from "openapi-fetch";
import type { HttpMethod, PathsWithMethod, RequiredKeysOf } from "openapi-typescript-helpers";
import { organisationOf } from "./organisation";
import { asProblem, lostOnTheWay, type Problem, problemOf } from "./problem";
import { noteAnswer } from "./reach";
import type { paths } from "./schema.gen";

/** The same for every organisation: asked without X-Organisation and kept once. */
const everywhere = new Set<string>([
  "/api/about/",
  "/api/break-it/",
  "/api/me/",
  "/api/me/telling/",
  "/api/networks/",
  "/api/organisations/",
  "/api/tokens/",
  "/api/invitations/look/",
  "/api/invitations/accept/",
  "/api/invitations/join/",
]);

export function csrfToken(): string {
  return document.cookie.match(/(?:^|; )csrftoken=([^;]+)/)?.[1] ?? "";
}

/** Ask the server; every answer that is not 2xx is thrown as a Problem. Send If-Match, Idempotency-Key in `headers`. */
export const client = createClient<paths>({ baseUrl: location.origin, credentials: "same-origin" });

client.use({
  onRequest({ request, schemaPath }) {
    const organisation = organisationOf();
    if (organisation && !everywhere.has(schemaPath)) request.headers.set("X-Organisation", organisation);
    if (request.method !== "GET") request.headers.set("X-CSRFToken", csrfToken());
    request.headers.set("Accept-Language", document.documentElement.lang);
  },
  async onResponse({ response }) {
    noteAnswer(response);
    if (!response.ok) throw await problemOf(response);
  },
  onError({ error }) {
    return lostOnTheWay(error);
  },
});

type Init<Method extends HttpMethod, Path extends PathsWithMethod<paths, Method>> = MaybeOptionalInit<
  paths[Path],
  Method
>;
type InitArgument<I> = RequiredKeysOf<I> extends never ? [init?: I] : [init: I];
export type Answer<Method extends HttpMethod, Path extends PathsWithMethod<paths, Method>> = NonNullable<
  FetchResponse<Required<paths[Path]>[Method] & Record<string, unknown>, object, "application/json">["data"]
>;

async function send<Method extends HttpMethod, Path extends PathsWithMethod<paths, Method>>(
  method: Method,
  path: Path,
  init?: unknown,
): Promise<Answer<Method, Path>> {
  // The client's own generics cannot be followed through a variable method; the signatures above and below carry the types.
  const request = client.request as (m: string, p: string, i: unknown) => Promise<{ data?: unknown; error?: unknown }>;
  const { data, error } = await request(method, path, init).catch((thrown: unknown) => ({
    data: undefined,
    error: thrown,
  }));
  if (error !== undefined) throw lostOnTheWay(error);
  return data as Answer<Method, Path>;
}

export const api = {
  /** `useQuery(api.queryOptions("get", "/api/posts/", { params: { query: { q: "rent" } } }))`; errors are Problems. */
  queryOptions<Path extends PathsWithMethod<paths, "get">>(
    method: "get",
    path: Path,
    ...[init]: InitArgument<Init<"get", Path>>
  ) {
    return toQueryOptions<Answer<"get", Path>, Problem>({
      queryKey: init === undefined ? [method, path] : [method, path, init],
      queryFn: ({ signal }) => send(method, path, { ...(init as object | undefined), signal }),
    });
  },

  /** `useMutation(api.mutationOptions("post", "/api/posts/{id}/submit/", { onSuccess }))`; mutate() takes the init. */
  mutationOptions<Method extends "post" | "put" | "patch" | "delete", Path extends PathsWithMethod<paths, Method>>(
    method: Method,
    path: Path,
    options?: Omit<UseMutationOptions<Answer<Method, Path>, Problem, Init<Method, Path>>, "mutationFn">,
  ): UseMutationOptions<Answer<Method, Path>, Problem, Init<Method, Path>> {
    return { ...options, mutationFn: (init) => send(method, path, init) };
  },

  /** Ask once, outside a component. */
  send<Method extends HttpMethod, Path extends PathsWithMethod<paths, Method>>(
    method: Method,
    path: Path,
    ...[init]: InitArgument<Init<Method, Path>>
  ): Promise<Answer<Method, Path>> {
    return send(method, path, init);
  },

  /** Everything read from addresses that start so is asked again: `api.refresh(queryClient, "/api/posts/")`. */
  refresh(client: QueryClient, ...starts: string[]): Promise<void> {
    return client.invalidateQueries({
      predicate: ({ queryKey: [, path] }) => typeof path === "string" && starts.some((start) => path.startsWith(start)),
    });
  },
};

/** One cache for all organisations: a key is the address asked plus the organisation it was asked for, so that no answer shows in another. */
export function createQueryClient(onSignedOut: () => void): QueryClient {
  return new QueryClient({
    queryCache: new QueryCache({ onError: (error) => asProblem(error).status === 401 && onSignedOut() }),
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        gcTime: 30 * 60_000,
        retry: (failures, error) => failures < 2 && asProblem(error).status >= 500,
        // The service worker answers from what was read last, so a query is worth asking offline too.
        networkMode: "always",
        queryKeyHashFn: (key) => {
          const path = String(key[1]);
          return JSON.stringify([everywhere.has(path) ? null : organisationOf(), ...key]);
        },
      },
      mutations: { networkMode: "always" },
    },
  });
}
