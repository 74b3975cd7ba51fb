import { useLingui } from "@lingui/react/macro";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { Link, useRouter } from "@tanstack/react-router";
import { type Answer, api } from "~/api/client";
import { meOptions } from "~/api/me";
import { signOut } from "~/api/session";
import { Button, buttonClass } from "~/components/button";
import { roleNames } from "~/lib/role-names";
import { useFormat } from "~/lib/use-format";
import { FormProblem } from "./form-problem";
import { PublicPage } from "./public-page";
import { SignInForm } from "./sign-in-form";
import { SignUpForm } from "./sign-up-form";

interface Props {
  token: string;
  invitation: Answer<"post", "/api/invitations/look/">;
  /** E-mail of whoever is signed in, or null. */
  signedInAs: string | null;
}

/** What an invitation is for, and the way in: make an account, sign in, or just join. */
export function Join({ token, invitation, signedInAs }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const router = useRouter();
  const queryClient = useQueryClient();
  const enter = async (slug: string) => {
    await queryClient.fetchQuery({ ...meOptions(), staleTime: 0 });
    await router.navigate({ href: `/${slug}/today` });
  };
  const accept = useMutation(
    api.mutationOptions("post", "/api/invitations/accept/", { onSuccess: ({ slug }) => enter(slug) }),
  );
  const join = () => accept.mutate({ body: { token } });

  const { organisation, email } = invitation;
  const roles = format.list(invitation.roles.map((role) => (roleNames[role] ? t(roleNames[role]) : role)));
  const title = t`Join ${organisation}`;
  const lead = invitation.invited_by
    ? t`${invitation.invited_by} invites you. Your part: ${roles}.`
    : t`You are invited. Your part: ${roles}.`;

  if (signedInAs !== null && signedInAs.toLowerCase() === email.toLowerCase()) {
    return (
      <PublicPage title={title} lead={lead}>
        <FormProblem message={accept.error?.message} />
        <Button look="primary" wide onClick={join} busy={accept.isPending}>{t`Join`}</Button>
      </PublicPage>
    );
  }
  if (signedInAs !== null) {
    return (
      <PublicPage title={title} lead={lead}>
        <p>{t`You are signed in as ${signedInAs}; the invitation was sent to ${email}.`}</p>
        <Button wide onClick={() => void signOut().then(() => router.invalidate())}>
          {t`Sign out and use the other address`}
        </Button>
      </PublicPage>
    );
  }
  return (
    <PublicPage title={title} lead={lead}>
      <FormProblem message={accept.error?.message} />
      {invitation.has_account ? (
        <SignInForm knownEmail={email} onIn={join} />
      ) : (
        <SignUpForm invitation={{ token, email }} onIn={(slug) => void enter(slug ?? "")} />
      )}
    </PublicPage>
  );
}

/** The link was used, is too old, or was never ours. */
export function GoneInvitation({ message }: { message: string }) {
  const { t } = useLingui();
  return (
    <PublicPage title={t`This invitation cannot be opened`} lead={message}>
      <Link to="/" className={buttonClass()}>{t`Go to Carillon`}</Link>
    </PublicPage>
  );
}
