import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, redirect, useRouter } from "@tanstack/react-router";
import { api } from "~/api/client";
import { meOptions } from "~/api/me";
import { isSignUpOpen, readSession } from "~/api/session";
import { wayIn } from "~/features/session/gate";
import { PublicPage } from "~/features/session/public-page";
import { SignInForm } from "~/features/session/sign-in-form";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next, problem }: Record<string, unknown>): { next?: string; problem?: string } => ({
    ...(typeof next === "string" && { next }),
    ...(typeof problem === "string" && { problem }),
  }),
  beforeLoad: async ({ context, search }) => {
    const state = await readSession().catch(() => "out" as const);
    if (state !== "in") return;
    const me = await context.queryClient.ensureQueryData(meOptions());
    throw redirect(wayIn(me, search.next));
  },
  loader: async ({ context }) => {
    const about = await context.queryClient
      .ensureQueryData(api.queryOptions("get", "/api/about/"))
      .catch(() => undefined);
    if (about?.is_new) throw redirect({ to: "/sign-up" });
    return isSignUpOpen();
  },
  component: SignIn,
});

function SignIn() {
  const { t } = useLingui();
  // A network may send somebody back who is no longer signed in here.
  const { next, problem = "" } = Route.useSearch();
  const words = useQuery({
    ...api.queryOptions("get", "/api/problems/{code}/", { params: { path: { code: problem } } }),
    enabled: problem !== "",
  });
  const isOpen = Route.useLoaderData();
  const { data: about } = useQuery(api.queryOptions("get", "/api/about/"));
  const router = useRouter();
  const queryClient = useQueryClient();
  const enter = async () => {
    queryClient.clear();
    const me = await queryClient.fetchQuery(meOptions());
    await router.navigate(wayIn(me, next));
  };
  return (
    <PublicPage
      title={t`Sign in`}
      lead={words.data?.message}
      below={
        <>
          <Link to="/reset">{t`Forgot your password?`}</Link>
          {isOpen && <Link to="/sign-up">{t`Create an account`}</Link>}
          {about?.is_demo && <Link to="/break-it">{t`Try to break it`}</Link>}
        </>
      }
    >
      <SignInForm onIn={() => void enter()} />
    </PublicPage>
  );
}
