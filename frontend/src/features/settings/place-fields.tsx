import { useLingui } from "@lingui/react/macro";
import { Checkbox } from "~/components/checkbox";
import { Select } from "~/components/field";
import type { Organisation } from "./model";

const countries =
  "BE LU NL FR DE AT BG CY CZ DK EE ES FI GR HR HU IE IT LT LV MT PL PT RO SE SI SK CH GB IS LI NO".split(
    " ",
  ) as NonNullable<Organisation["country"]>[];
type Community = NonNullable<Organisation["communities"]>[number];

interface Props {
  country: NonNullable<Organisation["country"]>;
  communities: readonly Community[];
  onChange: (change: Partial<Organisation>) => void;
  disabled: boolean;
}

/** Where the organisation is: whose holidays its calendar shows. */
export function PlaceFields({ country, communities, onChange, disabled }: Props) {
  const { t, i18n } = useLingui();
  const names = new Intl.DisplayNames([i18n.locale], { type: "region" });
  const words: Record<Community, string> = {
    Flemish: t`Flemish Community`,
    French: t`French Community`,
    German: t`German-speaking Community`,
  };
  const flip = (one: Community, isOn: boolean) =>
    onChange({ communities: isOn ? [...communities, one] : communities.filter((other) => other !== one) });
  return (
    <>
      <Select
        label={t`Country`}
        hint={t`Its public holidays are in the calendar.`}
        value={country}
        onChange={(event) => onChange({ country: event.target.value as Props["country"] })}
        disabled={disabled}
      >
        {countries.map((code) => (
          <option key={code} value={code}>
            {names.of(code)}
          </option>
        ))}
      </Select>
      {country === "BE" && (
        <fieldset disabled={disabled}>
          <legend>{t`School holidays`}</legend>
          <p className="muted">{t`Of these communities. None chosen: of those that speak your languages.`}</p>
          {(Object.keys(words) as Community[]).map((one) => (
            <Checkbox
              key={one}
              label={words[one]}
              checked={communities.includes(one)}
              onChange={(event) => flip(one, event.target.checked)}
            />
          ))}
        </fieldset>
      )}
    </>
  );
}
