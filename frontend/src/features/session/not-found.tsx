import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { buttonClass } from "~/components/button";
import { PublicPage } from "./public-page";

/** An address that does not exist, or an organisation the person does not belong to: the two look alike. */
export function NotFound() {
  const { t } = useLingui();
  return (
    <PublicPage
      title={t`There is nothing here for you`}
      lead={t`Perhaps you are signed in with another address, or are no longer a member.`}
    >
      <Link to="/" className={buttonClass("primary")}>{t`Go to my organisations`}</Link>
    </PublicPage>
  );
}
