import { useLingui } from "@lingui/react/macro";
import { useSyncExternalStore } from "react";
import { Button } from "~/components/button";
import { install, installOffer, onInstallOffer } from "~/lib/install";
import styles from "./install-hint.module.css";
import { deviceOf } from "./model";

/** How Carillon comes to the home screen, as far as this device lets it; nothing where it is already. */
export default function InstallHint() {
  const { t } = useLingui();
  const offer = useSyncExternalStore(onInstallOffer, installOffer);
  const { isInstalled, isApple } = deviceOf(navigator, (query) => matchMedia(query).matches);
  if (isInstalled) return null;
  if (offer) {
    return (
      <section className={styles.hint}>
        <p>{t`Keep Carillon on your home screen: it opens at once, also without a network.`}</p>
        <Button icon="plus" wide onClick={() => void install()}>{t`Install Carillon`}</Button>
      </section>
    );
  }
  if (!isApple) return null;
  return (
    <section className={styles.hint}>
      <p>{t`Keep Carillon on your home screen: press the Share button of your browser, then “Add to Home Screen”.`}</p>
    </section>
  );
}
