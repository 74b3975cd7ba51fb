import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { createFileRoute, Link, notFound, Outlet } from "@tanstack/react-router";
import { useMemo } from "react";
import { meOptions, organisationIn, ReaderContext } from "~/api/me";
import { asProblem } from "~/api/problem";
import { buttonClass } from "~/components/button";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { PageHeader } from "~/components/page-header";
import { GapsHost } from "~/features/gaps/host";
import { MakeHost } from "~/features/make/host";
import { MultiplyHost } from "~/features/multiply/host";
import { requireMe } from "~/features/session/gate";
import { Shell } from "~/features/shell/shell";
import { TakeBackHost } from "~/features/takeback/host";

export const Route = createFileRoute("/$org")({
  beforeLoad: async ({ context, location, params }) => {
    const me = await requireMe(context.queryClient, location);
    if (!organisationIn(me, params.org)) throw notFound({ routeId: "__root__" });
  },
  // Another organisation is another world: nothing of the screen's state goes along.
  remountDeps: ({ params }) => params.org,
  component: Frame,
  errorComponent: ({ error, reset }) => <ErrorState error={asProblem(error)} retry={reset} />,
  notFoundComponent: NoScreen,
});

function Frame() {
  const { org } = Route.useParams();
  const { data: me } = useQuery(meOptions());
  const organisation = me && organisationIn(me, org);
  const reader = useMemo(() => me && organisation && { me, organisation }, [me, organisation]);
  // Signed out, or no longer one of them: the way out is being taken.
  if (!reader) return null;
  return (
    <ReaderContext value={reader}>
      <Shell>
        <Outlet />
        <TakeBackHost />
        <GapsHost />
        <MultiplyHost />
        <MakeHost />
      </Shell>
    </ReaderContext>
  );
}

function NoScreen() {
  const { t } = useLingui();
  return (
    <>
      <PageHeader title={t`There is no such page`} />
      <Empty
        icon="find"
        title={t`The address may be mistyped, or what it showed was deleted.`}
        action={<Link to="/" className={buttonClass("primary")}>{t`Go to Today`}</Link>}
      />
    </>
  );
}
