import { useLingui } from "@lingui/react/macro";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, useRouter } from "@tanstack/react-router";
import { api } from "~/api/client";
import { PublicPage } from "~/features/session/public-page";
import { SignUpForm } from "~/features/session/sign-up-form";

export const Route = createFileRoute("/sign-up")({ component: SignUp });

function SignUp() {
  const { t } = useLingui();
  const router = useRouter();
  const queryClient = useQueryClient();
  const { data: about } = useQuery(api.queryOptions("get", "/api/about/"));
  const enter = () => {
    queryClient.clear();
    void router.navigate({ to: "/" });
  };
  return (
    <PublicPage
      title={t`Create an account`}
      lead={
        about?.is_new && t`Nobody has an account here yet. Yours is the first: you set up your organisation with it.`
      }
      below={!about?.is_new && <Link to="/sign-in">{t`I have an account already`}</Link>}
    >
      <SignUpForm onIn={enter} />
    </PublicPage>
  );
}
