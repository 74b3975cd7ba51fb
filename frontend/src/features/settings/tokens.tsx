import { Trans, useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { ConfirmDialog } from "~/components/confirm-dialog";
import { CopyField } from "~/components/copy-field";
import { Empty } from "~/components/empty";
import { ErrorState } from "~/components/error-state";
import { Icon } from "~/components/icon";
import { Panel } from "~/components/panel";
import { SkeletonList } from "~/components/skeleton";
import { toast, toastProblem } from "~/components/toast";
import { useFormat } from "~/lib/use-format";
import { SectionHeader } from "./frame";
import { firstCall, type Token } from "./model";
import { NewTokenDialog } from "./new-token-dialog";
import styles from "./parts.module.css";

/** The person's own API tokens. */
export function TokensSection() {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const { data, error, isPending, refetch } = useQuery(api.queryOptions("get", "/api/tokens/"));
  const [isMaking, setMaking] = useState(false);
  const [leaving, setLeaving] = useState<Token>();
  const make = (
    <Button look="primary" icon="plus" onClick={() => setMaking(true)}>
      {t`New token`}
    </Button>
  );
  const isEmpty = data?.results.length === 0;
  return (
    <>
      <SectionHeader title={t`API tokens`} actions={!isEmpty && make} />
      <p className="muted">
        {t`With a token, a program acts as you, with your roles, in all your organisations. Keep it like a password.`}
      </p>
      <Panel title={t`Your tokens`}>
        {isPending && <SkeletonList rows={2} />}
        {error && !data && <ErrorState error={error} retry={() => void refetch()} />}
        {isEmpty && (
          <Empty icon="key" title={t`No token yet`} action={make}>
            {t`Make one for each program, so that you can revoke them one by one.`}
          </Empty>
        )}
        <ul>
          {data?.results.map((token) => (
            <TokenRow key={token.id} token={token} onRevoke={() => setLeaving(token)} />
          ))}
        </ul>
      </Panel>
      <Panel title={t`How to use it`} padded>
        <div className={styles.stack}>
          <CopyField
            label={t`A first call: your posts`}
            value={firstCall({ origin: location.origin, slug: organisation.slug, token: "crl_…" })}
            lines
          />
          <p>
            <Trans>
              Everything the screens do, the API does too:{" "}
              <a href="/api/docs/" target="_blank" rel="noreferrer">
                all calls, to read and to try
              </a>
              .
            </Trans>{" "}
            <Icon name="out" size={12} className={styles.inline} />
          </p>
        </div>
      </Panel>
      {isMaking && <NewTokenDialog onClose={() => setMaking(false)} />}
      {leaving && <RevokeDialog token={leaving} onClose={() => setLeaving(undefined)} />}
    </>
  );
}

function TokenRow({ token, onRevoke }: { token: Token; onRevoke: () => void }) {
  const { t } = useLingui();
  const format = useFormat();
  const made = format.date(token.created_at, "short");
  const used = token.last_used_at && format.relative(token.last_used_at);
  const name = token.name || t`Without a name`;
  return (
    <li className={styles.row}>
      <Icon name="key" />
      <div className={styles.who}>
        <h3>{name}</h3>
        <p className="small muted">{used ? t`Made ${made}, last used ${used}` : t`Made ${made}, never used`}</p>
      </div>
      <div className={styles.acts}>
        <Button size="small" look="danger" onClick={onRevoke} aria-label={t`Revoke ${name}`}>{t`Revoke`}</Button>
      </div>
    </li>
  );
}

function RevokeDialog({ token, onClose }: { token: Token; onClose: () => void }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const revoke = useMutation(
    api.mutationOptions("delete", "/api/tokens/{id}/", {
      onError: toastProblem,
      onSuccess: () => toast(t`The token is revoked.`),
      onSettled: () => {
        onClose();
        void api.refresh(queryClient, "/api/tokens/");
      },
    }),
  );
  return (
    <ConfirmDialog
      isOpen
      danger
      onClose={onClose}
      onConfirm={() => revoke.mutate({ params: { path: { id: token.id } } })}
      busy={revoke.isPending}
      title={t`Revoke ${token.name || t`this token`}?`}
      confirm={t`Revoke`}
    >
      <p>{t`Programs that use it are refused from this moment on. This cannot be undone.`}</p>
    </ConfirmDialog>
  );
}
