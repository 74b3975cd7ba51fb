import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { api } from "~/api/client";
import { useMay } from "~/api/me";
import { networkName } from "~/components/network-mark";
import { toast, toastProblem } from "~/components/toast";
import { type Contact, ContactDialog } from "./contact-dialog";
import { Shelf } from "./shelf";

/** People and organisations that posts name. */
export function AddressBook() {
  const { t } = useLingui();
  const mayPlan = useMay()("plan");
  const queryClient = useQueryClient();
  const { data, error, refetch } = useQuery(api.queryOptions("get", "/api/contacts/"));
  const [editing, setEditing] = useState<Contact | "new">();
  const refresh = () => void api.refresh(queryClient, "/api/contacts/");
  const around = { onSettled: refresh, onError: toastProblem };
  const again = useMutation(api.mutationOptions("post", "/api/contacts/", around));
  const remove = useMutation(api.mutationOptions("delete", "/api/contacts/{id}/", around));
  const drop = (row: Contact) => {
    const { id, ...body } = row;
    const undo = () => again.mutate({ body });
    remove.mutate(
      { params: { path: { id } } },
      { onSuccess: () => toast(t`${row.name} is no longer in the address book`, { undo }) },
    );
  };
  return (
    <>
      <Shelf
        rows={data?.results}
        error={error}
        retry={() => void refetch()}
        onAdd={mayPlan ? () => setEditing("new") : undefined}
        onEdit={mayPlan ? setEditing : undefined}
        onRemove={mayPlan ? drop : undefined}
        addWord={t`Add a contact`}
        empty={t`Nobody is in the address book yet`}
        emptyHint={t`Add the people and organisations that you often name, with their handle on each network. In a text, type @ and choose: each channel puts in its own.`}
        about={({ key, note, handles }) => (
          <>
            <span className="muted">
              {`{@${key}}`}
              {note && ` · ${note}`}
            </span>
            <span className="muted">
              {Object.entries(handles ?? {})
                .map(([network, handle]) => `${networkName(network)} @${handle}`)
                .join(" · ")}
            </span>
          </>
        )}
      />
      {editing && (
        <ContactDialog
          row={editing === "new" ? null : editing}
          onClose={() => setEditing(undefined)}
          onSaved={refresh}
        />
      )}
    </>
  );
}
