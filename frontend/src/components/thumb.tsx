import { useOrganisation } from "~/api/me";

/** The picture of a post, small and square. Decorative: its words stand beside it. */
export function Thumb({ asset, size, className }: { asset: string; size: number; className?: string | undefined }) {
  const { slug } = useOrganisation();
  return (
    <img
      className={className}
      src={`/api/assets/${asset}/file/?kind=thumb&organisation=${encodeURIComponent(slug)}`}
      alt=""
      width={size}
      height={size}
      loading="lazy"
      decoding="async"
      draggable={false}
      style={{ flex: "none", objectFit: "cover", borderRadius: 4, background: "var(--sunken)" }}
    />
  );
}
