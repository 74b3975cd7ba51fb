import { useLingui } from "@lingui/react/macro";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, Link, Outlet } from "@tanstack/react-router";
import { asProblem } from "~/api/problem";
import { buttonClass } from "~/components/button";
import { ErrorState } from "~/components/error-state";
import { Toasts } from "~/components/toast";
import { PublicPage } from "~/features/session/public-page";
import { useFocusOnNavigation } from "~/features/shell/use-focus-on-navigation";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: NotFound,
  errorComponent: ({ error, reset }) => <ErrorState error={asProblem(error)} retry={reset} />,
});

function Root() {
  const { t } = useLingui();
  useFocusOnNavigation();
  return (
    <>
      <a href="#main" className="skip">
        {t`Skip to the content`}
      </a>
      <Outlet />
      <Toasts />
    </>
  );
}

/** An address that does not exist, or an organisation the person does not belong to: the two look alike. */
function NotFound() {
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
