import { Trans } from "@lingui/react/macro";
import { Note } from "~/components/note";
import { useFormat } from "~/lib/use-format";
import type { Card } from "./model";

/** What a yes to a riposte means: it goes out at once, or at its minute; and until when. */
export function RiposteNote({ riposte }: { riposte: NonNullable<Card["riposte"]> }) {
  const format = useFormat();
  const earliest = format.time(riposte.earliest);
  const until = format.time(riposte.until);
  const isLater = Date.parse(riposte.earliest) > Date.now();
  return (
    <Note tone="attention" icon="bolt">
      <p>
        <strong>{riposte.headline}</strong>
      </p>
      <p>
        {isLater ? (
          <Trans>
            With your yes it goes out at {earliest}. After {until} nothing goes out by itself.
          </Trans>
        ) : (
          <Trans>With your yes it goes out at once. After {until} nothing goes out by itself.</Trans>
        )}
      </p>
    </Note>
  );
}
