import { useLingui } from "@lingui/react/macro";
import { useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, useRouter } from "@tanstack/react-router";
import { PublicPage } from "~/features/session/public-page";
import { SignUpForm } from "~/features/session/sign-up-form";

export const Route = createFileRoute("/sign-up")({ component: SignUp });

function SignUp() {
  const { t } = useLingui();
  const router = useRouter();
  const queryClient = useQueryClient();
  const enter = () => {
    queryClient.clear();
    void router.navigate({ to: "/" });
  };
  return (
    <PublicPage title={t`Create an account`} below={<Link to="/sign-in">{t`I have an account already`}</Link>}>
      <SignUpForm onIn={enter} />
    </PublicPage>
  );
}
