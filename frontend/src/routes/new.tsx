import { useLingui } from "@lingui/react/macro";
import { createFileRoute, Link } from "@tanstack/react-router";
import { requireMe } from "~/features/session/gate";
import { NewOrganisationForm } from "~/features/session/new-organisation-form";
import { PublicPage } from "~/features/session/public-page";

export const Route = createFileRoute("/new")({
  beforeLoad: async ({ context, location }) => ({ me: await requireMe(context.queryClient, location) }),
  component: NewOrganisation,
});

function NewOrganisation() {
  const { t } = useLingui();
  const { me } = Route.useRouteContext();
  const hasOthers = me.organisations.length > 0;
  return (
    <PublicPage
      title={t`A new organisation`}
      lead={
        hasOthers
          ? t`It keeps its own channels, people, posts and money.`
          : t`You will be its administrator and can invite others.`
      }
      below={hasOthers && <Link to="/">{t`Back`}</Link>}
    >
      <NewOrganisationForm />
    </PublicPage>
  );
}
