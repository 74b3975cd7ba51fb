import { useLingui } from "@lingui/react/macro";
import type { ReactNode } from "react";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { ChannelPill } from "~/components/channel-pill";
import { Dialog } from "~/components/dialog";
import { useFormat } from "~/lib/use-format";
import { Chip } from "./chip";
import type { Campaign } from "./desk";
import { chosen, type FilterName, filterCount, NO_CAMPAIGN, toggled, unfiltered } from "./filter";
import styles from "./filters.module.css";
import type { CalendarSearch, SearchChange } from "./search";
import { SearchBox } from "./search-box";
import { useStateGroupWords } from "./state-words";

interface Props {
  isOpen: boolean;
  onClose: () => void;
  search: CalendarSearch;
  onSearch: (change: SearchChange) => void;
  channels: readonly { id: string; network: string; name: string }[];
  campaigns: readonly Campaign[];
  people: readonly { id: string; name: string }[];
}

/** What the calendar shows and what it leaves out; every choice takes effect at once and is in the address. */
export function Filters({ isOpen, onClose, search, onSearch, channels, campaigns, people }: Props) {
  const { t } = useLingui();
  const format = useFormat();
  const { languages } = useOrganisation();
  const groups = useStateGroupWords();
  const isOn = (name: FilterName, value: string) => chosen(search, name).includes(value);
  const flip = (name: FilterName, value: string) => () => onSearch((now) => toggled(now, name, value));
  const chip = (name: FilterName, value: string, label: ReactNode, colour?: string) => (
    <Chip key={value} isChosen={isOn(name, value)} onToggle={flip(name, value)} colour={colour}>
      {label}
    </Chip>
  );
  return (
    <Dialog
      isOpen={isOpen}
      onClose={onClose}
      title={t`Filter`}
      actions={
        <>
          <Button look="quiet" onClick={() => onSearch(unfiltered)} disabled={filterCount(search) === 0}>
            {t`Show everything`}
          </Button>
          <Button look="primary" onClick={onClose}>{t`Done`}</Button>
        </>
      }
    >
      <div className={styles.filters}>
        <SearchBox q={search.q} onChange={(q) => onSearch((now) => ({ ...now, q }))} always />
        <Group title={t`Channels`}>
          {channels.map(({ id, network, name }) => (
            <ChannelPill
              key={id}
              network={network}
              name={name}
              isChosen={isOn("channel", id)}
              onChange={flip("channel", id)}
            />
          ))}
        </Group>
        <Group title={t`Campaigns`}>
          {campaigns.map(({ id, name, colour }) => chip("campaign", id, name, colour))}
          {chip("campaign", NO_CAMPAIGN, t`No campaign`)}
        </Group>
        <Group title={t`State`}>{groups.map(([value, words]) => chip("state", value, words))}</Group>
        <Group title={t`Also shown`}>
          <Chip
            isChosen={search.elsewhere !== "no"}
            onToggle={() => onSearch((now) => ({ ...now, elsewhere: now.elsewhere === "no" ? undefined : "no" }))}
          >
            {t`Posts made elsewhere`}
          </Chip>
        </Group>
        {languages.length > 1 && (
          <Group title={t`Language`}>
            {languages.map((code) => chip("language", code, format.languageName(code)))}
          </Group>
        )}
        {people.length > 1 && (
          <Group title={t`Written by`}>{people.map(({ id, name }) => chip("author", id, name))}</Group>
        )}
      </div>
    </Dialog>
  );
}

function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset>
      <legend className={styles.title}>{title}</legend>
      <div className={styles.options}>{children}</div>
    </fieldset>
  );
}
