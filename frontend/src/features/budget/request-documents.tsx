import { useDocumentsOfRequest } from "~/api/documents";
import { useMay, useMe } from "~/api/me";
import { Documents } from "~/components/documents";
import { isUndecided, type Request } from "./model";

/** The offers and other files of a request: who asks adds and removes them until it is decided. */
export function RequestDocuments({ request }: { request: Request }) {
  const may = useMay();
  const me = useMe();
  const { data } = useDocumentsOfRequest(request.id);
  const isTheirs = may("keep_money") || (may("ask_money") && request.asked_by === me.id);
  return (
    <Documents
      documents={data ?? []}
      place={{ request: request.id }}
      mayAdd={isTheirs && request.state !== "withdrawn"}
      mayRemove={isTheirs && isUndecided(request)}
    />
  );
}
