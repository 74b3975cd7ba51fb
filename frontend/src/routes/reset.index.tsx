import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { PublicPage } from "~/features/session/public-page";
import { ResetRequestForm } from "~/features/session/reset-request-form";

export const Route = createFileRoute("/reset/")({ component: Reset });

function Reset() {
  const { t } = useLingui();
  return (
    <PublicPage
      title={t`Choose a new password`}
      lead={t`We send you a link by e-mail.`}
      below={<Link to="/sign-in">{t`Back to sign-in`}</Link>}
    >
      <ResetRequestForm />
    </PublicPage>
  );
}
