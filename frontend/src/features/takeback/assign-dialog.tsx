import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Select } from "~/components/field";
import { toastProblem } from "~/components/toast";
import type { TakeBackChannel } from "./model";

interface Props {
  channel: TakeBackChannel;
  onClose: () => void;
  onDone: () => unknown;
}

/** Somebody else does it by hand; they get the link by e-mail. */
export function AssignDialog({ channel, onClose, onDone }: Props) {
  const { t } = useLingui();
  const people = useQuery(api.queryOptions("get", "/api/members/")).data?.results ?? [];
  const [person, setPerson] = useState(channel.assigned ?? "");
  const assign = useMutation(
    api.mutationOptions("post", "/api/takeback-channels/{id}/assign/", {
      onSuccess: onClose,
      onError: toastProblem,
      onSettled: onDone,
    }),
  );
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={t`Who does it on ${channel.channel_name}?`}
      width="narrow"
      actions={
        <>
          <Button look="quiet" onClick={onClose}>{t`Cancel`}</Button>
          <Button
            look="primary"
            busy={assign.isPending}
            disabled={!person || person === channel.assigned}
            onClick={() => assign.mutate({ params: { path: { id: channel.id } }, body: { person } })}
          >
            {t`Ask this person`}
          </Button>
        </>
      }
    >
      <Select
        label={t`Person`}
        hint={t`They get an e-mail with the link, and find it on Today.`}
        value={person}
        onChange={(event) => setPerson(event.target.value)}
      >
        {people.map(({ user_id, name, email }) => (
          <option key={user_id} value={user_id}>
            {name || email}
          </option>
        ))}
      </Select>
    </Dialog>
  );
}
