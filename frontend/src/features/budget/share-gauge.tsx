import { Trans, useLingui } from "@lingui/react/macro";
import { Gauge } from "~/components/gauge";
import { Money } from "~/components/money";
import { Panel } from "~/components/panel";
import { Tag } from "~/components/tag";
import { VatBasis } from "~/components/vat-basis";
import { useFormat } from "~/lib/use-format";
import type { Figure, Share } from "./model";
import styles from "./share-gauge.module.css";

interface Props {
  figure: Figure;
  shares: { actual: Share; planned: Share };
  /** Per mille. */
  target: number;
  currency: string;
}

/** One of the two digital shares: spent as the gauge, the plan as its inner ring, and what is divided by what. */
export function ShareGauge({ figure, shares, target, currency }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { actual, planned } = shares;
  const title = figure === "paid_media" ? t`Paid media, digital share` : t`All costs, digital share`;
  const what =
    figure === "paid_media"
      ? t`Space and time bought: ads, print, radio, posters`
      : t`With production, staff, events and tools`;
  const share = ({ permille }: Share) => (permille === null ? null : permille / 1000);
  const plan = share(planned);
  return (
    <Panel>
      <div className={styles.face}>
        <header className={styles.head}>
          <h2>{title}</h2>
          <p className={styles.what}>
            {what} (<VatBasis />)
          </p>
        </header>
        <div className={styles.gauge}>
          <Gauge
            label={title}
            share={share(actual)}
            plan={plan}
            target={target / 1000}
            caption={actual.permille === null ? t`nothing spent yet` : t`spent to date`}
          />
        </div>
        <div className={styles.figures}>
          <p className={styles.fraction}>
            <span>
              <Money cents={actual.digital_cents} currency={currency} /> <small>{t`digital, spent`}</small>
            </span>
            <span className="only-read">{t`divided by`}</span>
            <span>
              <Money cents={actual.all_cents} currency={currency} /> <small>{t`all, spent`}</small>
            </span>
          </p>
          <p className={styles.plan}>
            <span className={styles.ring} aria-hidden="true" />
            <span>
              <Trans>
                Plan <strong>{plan === null ? "–" : format.percent(plan)}</strong>
              </Trans>
              <small>
                <Trans>
                  <Money cents={planned.digital_cents} currency={currency} /> of{" "}
                  <Money cents={planned.all_cents} currency={currency} />
                </Trans>
              </small>
            </span>
          </p>
          <Verdict share={actual} target={target} currency={currency} />
        </div>
      </div>
    </Panel>
  );
}

function Verdict({ share, target, currency }: { share: Share; target: number; currency: string }) {
  const { t } = useLingui();
  const format = useFormat();
  if (share.permille === null) return <Tag>{t`Nothing to measure yet`}</Tag>;
  const goal = format.percent(target / 1000, 1);
  if (share.short_cents > 0) {
    const short = format.money(share.short_cents, currency);
    return (
      <span className={styles.verdict}>
        <Tag tone="warn" icon="warning">
          {target === 500 ? t`${short} short of half` : t`${short} short of ${goal}`}
        </Tag>
        <small className={styles.what}>{t`That much would have to move to digital media.`}</small>
      </span>
    );
  }
  return (
    <Tag tone="ok" icon="check">
      {target === 500 ? t`Half or more` : t`Target of ${goal} reached`}
    </Tag>
  );
}
