import { useLingui } from "@lingui/react/macro";
import { useNavigate } from "@tanstack/react-router";
import { useMay, useOrganisation } from "~/api/me";
import { openMake } from "~/lib/make";
import type { MenuItem } from "./menu";

/** How a post may begin otherwise than empty; nothing for those who do not write. */
export function useWaysToBegin(): MenuItem[] {
  const { t } = useLingui();
  const { slug } = useOrganisation();
  const navigate = useNavigate();
  const may = useMay();
  if (!may("write")) return [];
  return [
    { id: "template", label: t`New post from a template…`, icon: "copy", onSelect: () => openMake("template") },
    {
      id: "riposte",
      label: t`Start a riposte`,
      hint: t`Answer the news within minutes`,
      icon: "bolt",
      onSelect: () => void navigate({ to: `/${slug}/riposte` as string }),
    },
  ];
}
