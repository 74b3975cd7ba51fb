import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { createFileRoute, Link, useRouter } from "@tanstack/react-router";
import { useEffect, useRef, useState } from "react";
import { api } from "~/api/client";
import { meOptions } from "~/api/me";
import { asProblem } from "~/api/problem";
import { readSession, signOut } from "~/api/session";
import { Button, buttonClass } from "~/components/button";
import { FormProblem } from "~/features/session/form-problem";
import { PublicPage } from "~/features/session/public-page";
import { SignInForm } from "~/features/session/sign-in-form";
import { SignUpForm } from "~/features/session/sign-up-form";
import { roleNames } from "~/lib/role-names";
import { useFormat } from "~/lib/use-format";

export const Route = createFileRoute("/join/$token")({
  loader: async ({ context, params: { token } }) => {
    const [invitation, state] = await Promise.all([
      api.send("get", "/api/invitations/look/", { params: { query: { token } } }),
      readSession().catch(() => "out" as const),
    ]);
    const me = state === "in" ? await context.queryClient.fetchQuery(meOptions()) : null;
    return { invitation, signedInAs: me?.email ?? null };
  },
  component: Join,
  errorComponent: ({ error }) => <GoneInvitation message={asProblem(error).message} />,
});

function GoneInvitation({ message }: { message: string }) {
  const { t } = useLingui();
  return (
    <PublicPage title={t`This invitation cannot be opened`} lead={message}>
      <p>{t`Ask whoever invited you for a new one.`}</p>
      <Link to="/" className={buttonClass()}>{t`Go to Carillon`}</Link>
    </PublicPage>
  );
}

function Join() {
  const { t } = useLingui();
  const format = useFormat();
  const { token } = Route.useParams();
  const { invitation, signedInAs } = Route.useLoaderData();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [hasAccount, setHasAccount] = useState(invitation.has_account);
  const accept = useMutation(
    api.mutationOptions("post", "/api/invitations/accept/", {
      onSuccess: async ({ slug }) => {
        await queryClient.refetchQueries({ queryKey: meOptions().queryKey });
        await queryClient.fetchQuery({ ...meOptions(), staleTime: 0 });
        await router.navigate({ href: `/${slug}/today` });
      },
    }),
  );
  const join = () => accept.mutate({ body: { token } });

  const organisation = invitation.organisation;
  const roles = format.list(invitation.roles.map((role) => (roleNames[role] ? t(roleNames[role]) : role)));
  const lead = t`${organisation} invites you as: ${roles}.`;
  const isInvited = signedInAs?.toLowerCase() === invitation.email.toLowerCase();

  // A person who has just signed in or signed up came to join: no second press.
  const hasEntered = useRef(false);
  useEffect(() => {
    if (hasEntered.current && isInvited && accept.isIdle) join();
  });
  const entered = () => {
    hasEntered.current = true;
    void router.invalidate();
  };

  if (signedInAs) {
    return (
      <PublicPage title={t`Join ${organisation}`} lead={lead}>
        <FormProblem message={accept.error?.message} />
        {!isInvited && <p>{t`You are signed in as ${signedInAs}; the invitation was sent to ${invitation.email}.`}</p>}
        <Button look="primary" wide onClick={join} busy={accept.isPending} disabled={!isInvited}>
          {t`Join ${organisation}`}
        </Button>
        {!isInvited && (
          <Button
            wide
            onClick={() => void signOut().then(() => router.invalidate())}
          >{t`Sign out and use the other address`}</Button>
        )}
      </PublicPage>
    );
  }
  return (
    <PublicPage title={t`Join ${organisation}`} lead={lead}>
      {hasAccount ? (
        <SignInForm knownEmail={invitation.email} onIn={entered} />
      ) : (
        <SignUpForm invitedEmail={invitation.email} invitation={token} onIn={entered} />
      )}
      <Button look="plain" onClick={() => setHasAccount(!hasAccount)}>
        {hasAccount ? t`I have no account yet` : t`I have an account already`}
      </Button>
    </PublicPage>
  );
}
