/** The colour of a campaign, beside its name. */
export function CampaignMark({ colour, size = 9 }: { colour: string | undefined; size?: number }) {
  return (
    <span
      aria-hidden="true"
      style={{
        display: "inline-block",
        flex: "none",
        width: size,
        height: size,
        borderRadius: 2,
        background: colour ?? "var(--campaign-none)",
        boxShadow: "0 0 0 1px color-mix(in srgb, var(--ink) 18%, transparent)",
      }}
    />
  );
}
