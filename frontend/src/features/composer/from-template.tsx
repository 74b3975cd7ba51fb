import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import { Button } from "~/components/button";
import { Menu } from "~/components/menu";
import { useFormat } from "~/lib/use-format";
import { useComposing } from "./context";
import { hasText } from "./draft";
import { draftFrom } from "./templates";

/** A new post with nothing in it may begin with a template. */
export function FromTemplate({ plannedAt }: { plannedAt: string }) {
  const { t } = useLingui();
  const format = useFormat();
  const { post, draft, edit, isLocked } = useComposing();
  const isNew = !post && !draft.versions.some(({ segments }) => hasText(segments));
  const { data } = useQuery({ ...api.queryOptions("get", "/api/templates/"), enabled: isNew && !isLocked });
  const templates = (data?.results ?? []).filter(({ is_riposte }) => !is_riposte);
  if (!isNew || isLocked || templates.length === 0) return null;
  return (
    <div>
      <Menu
        label={t`Begin with a template`}
        sections={[
          {
            items: templates.map((each) => ({
              id: each.id,
              label: each.name,
              hint: each.first_line,
              onSelect: () => edit(() => draftFrom(each, { local_time: plannedAt, zone: format.zone })),
            })),
          },
        ]}
        trigger={(props) => (
          <Button {...props} look="quiet" icon="copy">
            {t`Begin with a template`}
          </Button>
        )}
      />
    </div>
  );
}
