import { useLingui } from "@lingui/react/macro";
import type { QueryClient } from "@tanstack/react-query";
import { createRootRouteWithContext, lazyRouteComponent, Outlet } from "@tanstack/react-router";
import { asProblem } from "~/api/problem";
import { ErrorState } from "~/components/error-state";
import { Toasts } from "~/components/toast";
import { useFocusOnNavigation } from "~/features/shell/use-focus-on-navigation";

export const Route = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Root,
  notFoundComponent: lazyRouteComponent(() => import("~/features/session/not-found"), "NotFound"),
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
