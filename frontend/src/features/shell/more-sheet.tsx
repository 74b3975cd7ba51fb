import { useLingui } from "@lingui/react/macro";
import { Link } from "@tanstack/react-router";
import { lazy, Suspense } from "react";
import { useMay, useMe, useOrganisation } from "~/api/me";
import { useStops } from "~/api/stops";
import { Button } from "~/components/button";
import { Dialog } from "~/components/dialog";
import { Select } from "~/components/field";
import { Icon, type IconName } from "~/components/icon";
import { Segmented } from "~/components/segmented";
import { Count } from "~/components/tag";
import { type Locale, localeNames, locales } from "~/lib/locale";
import { useStopDoors } from "~/lib/stop-context";
import { setTheme, themes, useTheme } from "~/lib/theme";
import { themeNames } from "~/lib/theme-names";
import styles from "./more-sheet.module.css";
import { useScreens } from "./screens";
import { useLanguage } from "./use-language";
import { useSignOut } from "./use-sign-out";

const InstallHint = lazy(() => import("~/features/phone/install-hint"));
const inBar = new Set(["today", "calendar", "decisions"]);

interface Props {
  onClose: () => void;
  onFind: () => void;
  onNotices: () => void;
  unread: number | undefined;
}

/** What the phone's bar has no room for: the other screens, the organisations, the person's choices. */
export function MoreSheet({ onClose, onFind, onNotices, unread }: Props) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const me = useMe();
  const may = useMay();
  const stops = useStops().data;
  const doors = useStopDoors();
  const screens = useScreens().filter(({ path }) => !inBar.has(path));
  const theme = useTheme();
  const [language, setLanguage] = useLanguage();
  const signOut = useSignOut();
  const row = (href: string, icon: IconName, words: string, isHere = false) => (
    <li key={href}>
      <Link to={href as string} className={styles.row} onClick={onClose} aria-current={isHere || undefined}>
        <Icon name={icon} size={20} />
        {words}
        {isHere && <Icon name="check" className={styles.here} />}
      </Link>
    </li>
  );
  return (
    <Dialog isOpen onClose={onClose} title={organisation.name}>
      <ul className={styles.list}>
        <li>
          <button type="button" className={styles.row} onClick={onFind}>
            <Icon name="find" size={20} />
            {t`Find`}
          </button>
        </li>
        <li>
          <button type="button" className={styles.row} onClick={onNotices}>
            <Icon name="bell" size={20} />
            {t`Notices`}
            <span className={styles.count}>
              <Count value={unread} />
            </span>
          </button>
        </li>
        {screens.map(({ path, name, icon }) => row(`/${organisation.slug}/${path}`, icon, t(name)))}
      </ul>
      <Suspense fallback={null}>
        <InstallHint />
      </Suspense>
      {may("repair") && stops && (
        <Button
          look="danger"
          icon={stops.stopped_at === null ? "hold" : "send"}
          wide
          className={styles.stop}
          onClick={() => {
            onClose();
            if (stops.stopped_at === null) doors.stop();
            else doors.lift();
          }}
        >
          {stops.stopped_at === null ? t`Stop everything that goes out` : t`Let posts go out again`}
        </Button>
      )}
      <h3 className={styles.title}>{t`Your organisations`}</h3>
      <ul className={styles.list}>
        {me.organisations.map(({ slug, name }) => row(`/${slug}/today`, "bell", name, slug === organisation.slug))}
        {me.may_create_organisation && row("/new", "plus", t`New organisation`)}
      </ul>
      <h3 className={styles.title}>{me.name || me.email}</h3>
      <div className={styles.choices}>
        <Select label={t`Language`} value={language} onChange={(event) => setLanguage(event.target.value as Locale)}>
          {locales.map((locale) => (
            <option key={locale} value={locale}>
              {localeNames[locale]}
            </option>
          ))}
        </Select>
        <Segmented
          label={t`Colours`}
          wide
          value={theme}
          onChange={setTheme}
          options={themes.map((each) => ({ value: each, label: t(themeNames[each]) }))}
        />
        <Button icon="leave" wide onClick={() => void signOut()}>{t`Sign out`}</Button>
      </div>
    </Dialog>
  );
}
