import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link, useRouter } from "@tanstack/react-router";
import { isResetKeyGood } from "~/api/session";
import { buttonClass } from "~/components/button";
import { toast } from "~/components/toast";
import { NewPasswordForm } from "~/features/session/new-password-form";
import { PublicPage } from "~/features/session/public-page";

export const Route = createFileRoute("/reset/$key")({
  loader: ({ params }) => isResetKeyGood(params.key),
  component: ResetKey,
});

function ResetKey() {
  const { t } = useLingui();
  const { key } = Route.useParams();
  const isGood = Route.useLoaderData();
  const router = useRouter();
  const done = (isIn: boolean) => {
    toast(t`Your new password is saved.`);
    void router.navigate({ to: isIn ? "/" : "/sign-in" });
  };
  if (!isGood) {
    return (
      <PublicPage title={t`This link no longer works`} lead={t`It was used already, or is too old. Ask for a new one.`}>
        <Link to="/reset" className={buttonClass("primary")}>{t`Send a new link`}</Link>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t`Choose a new password`}>
      <NewPasswordForm resetKey={key} onDone={done} />
    </PublicPage>
  );
}
