import { useLingui } from "@lingui/react/macro";
import { useMe, useOrganisation } from "~/api/me";
import { Avatar } from "~/components/avatar";
import type { IconName } from "~/components/icon";
import { Menu } from "~/components/menu";
import { localeNames, locales } from "~/lib/locale";
import { roleNames } from "~/lib/role-names";
import { setTheme, themes, useTheme } from "~/lib/theme";
import { themeNames } from "~/lib/theme-names";
import { useLanguage } from "./use-language";
import { useSignOut } from "./use-sign-out";
import styles from "./user-menu.module.css";

const themeIcons: Record<keyof typeof themeNames, IconName> = { system: "screen", light: "sun", dark: "moon" };

/** Who is signed in and as what; language, light or dark, sign out. */
export function UserMenu({ isSlim }: { isSlim: boolean }) {
  const { t } = useLingui();
  const me = useMe();
  const { roles } = useOrganisation();
  const theme = useTheme();
  const [language, setLanguage] = useLanguage();
  const signOut = useSignOut();
  const name = me.name || me.email;
  const inWords = roles.map((role) => (roleNames[role] ? t(roleNames[role]) : role)).join(", ");
  return (
    <Menu
      label={t`You`}
      placement="top start"
      sections={[
        {
          title: t`Language`,
          items: locales.map((locale) => ({
            id: locale,
            label: localeNames[locale],
            isChosen: locale === language,
            onSelect: () => setLanguage(locale),
          })),
        },
        {
          title: t`Colours`,
          items: themes.map((each) => ({
            id: each,
            label: t(themeNames[each]),
            icon: themeIcons[each],
            isChosen: each === theme,
            onSelect: () => setTheme(each),
          })),
        },
        { items: [{ id: "sign-out", label: t`Sign out`, icon: "leave", onSelect: () => void signOut() }] },
      ]}
      trigger={(props) => (
        <button type="button" {...props} className={styles.button}>
          <Avatar name={name} />
          <span className="only-read">{t`You`}:</span>
          {!isSlim && (
            <span className={styles.words}>
              {name}
              <span className={styles.roles}>{inWords}</span>
            </span>
          )}
          {isSlim && <span className="only-read">{name}</span>}
        </button>
      )}
    />
  );
}
