import { useLingui } from "@lingui/react/macro";
import { Avatar } from "~/components/avatar";
import { Icon } from "~/components/icon";
import { NetworkMark } from "~/components/network-mark";
import { When } from "~/components/when";
import { linkOf, picturesOf, textsOf } from "../model";
import { nameOf, type PreviewProps } from "./channel";
import { Pictures } from "./pictures";
import styles from "./preview.module.css";
import { Short } from "./short";
import { Words } from "./words";

/** The post as its readers will meet it on that network, at full width and with nothing left out. */
export function Preview(props: PreviewProps) {
  const { network, first_comment } = props.placement;
  const Drawn = network === "instagram" ? Instagram : network === "twitter" ? Short : Page;
  return (
    <>
      <Drawn {...props} />
      {first_comment && <FirstComment said={first_comment} name={nameOf(props)} />}
    </>
  );
}

function FirstComment({ said, name }: { said: string; name: string }) {
  const { t } = useLingui();
  return (
    <div className={styles.comment} role="note" aria-label={t`First comment`}>
      <strong>{name}</strong>
      <Words text={said} foldAt={0} />
    </div>
  );
}

function Author({ props, words }: { props: PreviewProps; words?: string | undefined }) {
  const { placement } = props;
  const name = nameOf(props);
  return (
    <header className={styles.author}>
      <Avatar name={name} picture={props.channel?.avatar_url} size={38} />
      <span className={styles.names}>
        <span className={styles.name}>{name}</span>
        <span className={styles.under}>
          {words && <span>{words}</span>}
          {placement.planned_at && <When at={placement.planned_at} show="both" />}
        </span>
      </span>
      <NetworkMark network={placement.network} size={18} />
    </header>
  );
}

/** Facebook, and any network without a drawing of its own: words above, pictures below, a link as a card. */
function Page(props: PreviewProps) {
  const { t } = useLingui();
  const { placement, versions } = props;
  const pictures = picturesOf(placement, versions);
  return (
    <article className={styles.preview}>
      <Author props={props} />
      {textsOf(placement, versions).map((text, part) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no name but their place
        <Words key={part} text={text} foldAt={placement.fold_at} />
      ))}
      <Pictures pictures={pictures} layout="grid" />
      {pictures.length === 0 && <LinkCard link={linkOf(placement, versions)} />}
      <footer className={styles.acts} aria-hidden="true">
        <span>
          <Icon name="like" />
          {t`Like`}
        </span>
        <span>
          <Icon name="comment" />
          {t`Comment`}
        </span>
        <span>
          <Icon name="share" />
          {t`Share`}
        </span>
      </footer>
    </article>
  );
}

function Instagram(props: PreviewProps) {
  const { placement, versions, channel } = props;
  const handle = channel?.handle.replace(/^@/, "") || nameOf(props);
  return (
    <article className={styles.preview}>
      <header className={styles.author}>
        <Avatar name={nameOf(props)} picture={channel?.avatar_url} size={32} />
        <span className={styles.names}>
          <span className={styles.name}>{handle}</span>
        </span>
        <NetworkMark network="instagram" size={18} />
      </header>
      <Pictures pictures={picturesOf(placement, versions)} layout="one" />
      <div className={styles.marks} aria-hidden="true">
        <Icon name="heart" size={22} />
        <Icon name="comment" size={22} />
        <Icon name="send" size={22} />
        <span className={styles.gap} />
        <Icon name="bookmark" size={22} />
      </div>
      {textsOf(placement, versions).map((text, part) => (
        <Words
          // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text have no name but their place
          key={part}
          text={text}
          foldAt={placement.fold_at}
          lead={<strong className={styles.handle}>{handle}</strong>}
        />
      ))}
      {placement.planned_at && (
        <p className={styles.time}>
          <When at={placement.planned_at} show="both" />
        </p>
      )}
    </article>
  );
}

function LinkCard({ link }: { link: string }) {
  if (!URL.canParse(link)) return null;
  const { hostname, pathname } = new URL(link);
  return (
    <div className={styles.link}>
      <span className={styles.under}>{hostname.replace(/^www\./, "")}</span>
      <span className={styles.path}>{decodeURI(pathname)}</span>
    </div>
  );
}
