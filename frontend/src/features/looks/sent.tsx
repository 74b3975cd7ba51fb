import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { Panel } from "~/components/panel";
import { Thumb } from "~/components/thumb";
import { When } from "~/components/when";
import styles from "./looks.module.css";
import type { Delivery } from "./model";

/** What went to the network, as it was frozen when its time came. */
export function Sent({ delivery }: { delivery: Delivery }) {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  return (
    <Panel
      title={t`What we sent`}
      aside={
        <Link to={`/${slug}/posts/${delivery.post}` as string} className={styles.open}>
          {t`Open the post`}
        </Link>
      }
      padded
    >
      <div className={styles.stack}>
        <p className={styles.facts}>
          <NetworkMark network={delivery.network} />
          <span>{delivery.channel_name}</span>
          <span>
            <Trans>
              planned for <When at={delivery.planned_at} />
            </Trans>
          </span>
        </p>
        {delivery.sent.map((text, part) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a thread stand in their order
          <p key={part} className={styles.text}>
            {text}
          </p>
        ))}
        {delivery.link && (
          <a href={delivery.link} target="_blank" rel="noreferrer" className={styles.link}>
            <Icon name="link" size={14} />
            {delivery.link}
          </a>
        )}
        {delivery.pictures.length > 0 && (
          <ul className={styles.pictures}>
            {delivery.pictures.map(({ asset, alt }) => (
              <li key={asset}>
                <Thumb asset={asset} size={72} />
                <span className="only-read">{alt || t`Picture without a description`}</span>
              </li>
            ))}
          </ul>
        )}
      </div>
    </Panel>
  );
}
