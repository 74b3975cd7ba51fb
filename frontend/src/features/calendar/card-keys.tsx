import { Trans } from "@lingui/react/macro";

export const CARD_KEYS = "card-keys";

/** Read after the name of a card that can be moved. */
export function CardKeys() {
  return (
    <p id={CARD_KEYS} hidden>
      <Trans>
        To move it, press the space bar, choose a place with the arrow keys, and press the space bar again. Escape puts
        it back. X chooses it among others.
      </Trans>
    </p>
  );
}
