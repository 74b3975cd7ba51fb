import { useLingui } from "@lingui/react/macro";
import { useRouter } from "@tanstack/react-router";
import { useMe, useOrganisation } from "~/api/me";
import { Icon } from "~/components/icon";
import { Menu } from "~/components/menu";
import styles from "./organisation-menu.module.css";

/** The organisation on screen, and the way to the others. */
export function OrganisationMenu({ isSlim }: { isSlim: boolean }) {
  const { t } = useLingui();
  const organisation = useOrganisation();
  const router = useRouter();
  const me = useMe();
  const go = (href: string) => void router.navigate({ href });
  return (
    <Menu
      label={t`Organisation`}
      sections={[
        {
          title: t`Your organisations`,
          items: me.organisations.map(({ slug, name }) => ({
            id: slug,
            label: name,
            isChosen: slug === organisation.slug,
            onSelect: () => go(`/${slug}/today`),
          })),
        },
        {
          items: me.may_create_organisation
            ? [{ id: "/new", label: t`New organisation`, icon: "plus", onSelect: () => go("/new") }]
            : [],
        },
      ]}
      trigger={(props) => (
        <button
          type="button"
          {...props}
          className={styles.button}
          aria-label={t`Organisation: ${organisation.name}`}
          title={isSlim ? organisation.name : undefined}
        >
          <span className={styles.bell}>
            <Icon name="bell" />
          </span>
          {!isSlim && (
            <>
              <span className={styles.name}>{organisation.name}</span>
              <Icon name="down" />
            </>
          )}
        </button>
      )}
    />
  );
}
