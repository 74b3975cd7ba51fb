import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, redirect, useRouter } from "@tanstack/react-router";
import { meOptions } from "~/api/me";
import { isSignUpOpen, readSession } from "~/api/session";
import { homeOf } from "~/features/session/gate";
import { PublicPage } from "~/features/session/public-page";
import { SignInForm } from "~/features/session/sign-in-form";

export const Route = createFileRoute("/sign-in")({
  validateSearch: ({ next }: Record<string, unknown>): { next?: string } => (typeof next === "string" ? { next } : {}),
  beforeLoad: async ({ context, search }) => {
    const state = await readSession().catch(() => "out" as const);
    if (state !== "in") return;
    const me = await context.queryClient.ensureQueryData(meOptions());
    throw redirect({ href: homeOf(me, search.next) });
  },
  loader: () => isSignUpOpen(),
  component: SignIn,
});

function SignIn() {
  const { t } = useLingui();
  const { next } = Route.useSearch();
  const isOpen = Route.useLoaderData();
  const router = useRouter();
  const queryClient = useQueryClient();
  const enter = async () => {
    queryClient.clear();
    const me = await queryClient.fetchQuery(meOptions());
    await router.navigate({ href: homeOf(me, next) });
  };
  return (
    <PublicPage
      title={t`Sign in`}
      below={
        <>
          <Link to="/reset">{t`Forgot your password?`}</Link>
          {isOpen && <Link to="/sign-up">{t`Create an account`}</Link>}
        </>
      }
    >
      <SignInForm onIn={() => void enter()} />
    </PublicPage>
  );
}
