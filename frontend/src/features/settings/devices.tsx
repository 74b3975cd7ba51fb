import { useLingui } from "@lingui/react/macro";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { api } from "~/api/client";
import { useOrganisation } from "~/api/me";
import { Button } from "~/components/button";
import { Icon } from "~/components/icon";
import { Note } from "~/components/note";
import { toast, toastProblem } from "~/components/toast";
import { addressHash, forget, mine, type PushState, pushState, subscribe } from "~/lib/push";
import { useFormat } from "~/lib/use-format";
import type { Telling } from "./notices-panel";
import styles from "./parts.module.css";

type Device = Telling["devices"][number];

/** The phones and browsers that show the person's notices; this one can be turned on and off. */
export function Devices({ telling }: { telling: Telling }) {
  const { t } = useLingui();
  const queryClient = useQueryClient();
  const here = useQuery({
    queryKey: ["this browser's notices", telling.devices.map(({ id }) => id)],
    queryFn: async () => {
      const state = await pushState();
      const own = await mine().catch(() => null);
      return { state, hash: own ? await addressHash(own) : "" };
    },
    staleTime: 0,
  });
  const again = () => api.refresh(queryClient, "/api/me/telling/");
  const turnOn = useMutation({
    mutationFn: async () => {
      const made = await subscribe(telling.push_key);
      if (!made) return false;
      const { endpoint, keys } = made.toJSON();
      await api.send("post", "/api/me/devices/", {
        body: { endpoint: endpoint ?? "", keys: { p256dh: keys?.p256dh ?? "", auth: keys?.auth ?? "" } },
      });
      return true;
    },
    onSuccess: (isOn) => isOn && toast(t`Notices are on for this browser.`),
    onError: (error) =>
      error instanceof DOMException
        ? toast(t`This browser could not turn notices on. Please try again.`)
        : toastProblem(error),
    onSettled: () => {
      void again();
      void here.refetch();
    },
  });
  const state = here.data?.state;
  const own = telling.devices.find(({ address_sha256 }) => address_sha256 === here.data?.hash);
  return (
    <div className={styles.stack}>
      <h3 className={styles.legend}>{t`On phones and browsers`}</h3>
      {state && !own && <ThisOne state={state} busy={turnOn.isPending} onTurnOn={() => turnOn.mutate()} />}
      {telling.devices.length > 0 && (
        <ul>
          {telling.devices.map((device) => (
            <DeviceRow key={device.id} device={device} isHere={device === own} onChanged={again} />
          ))}
        </ul>
      )}
      <p className={styles.hint}>
        {t`What needs you appears even when Carillon is closed, and one tap opens it. Only this device can read it: the services in between cannot.`}
      </p>
    </div>
  );
}

function ThisOne({ state, busy, onTurnOn }: { state: PushState; busy: boolean; onTurnOn: () => void }) {
  const { t } = useLingui();
  if (state === "impossible") return <Note>{t`This browser cannot show notices.`}</Note>;
  if (state === "install-first")
    return (
      <Note>{t`On an iPhone or iPad, first put Carillon on the home screen: Share, then Add to Home Screen. Then open it there and come back here.`}</Note>
    );
  if (state === "refused")
    return (
      <Note>{t`You have forbidden notices for this site. Allow them in the browser's settings for this site, then reload the page.`}</Note>
    );
  return (
    <p className={styles.buttons}>
      <Button icon="bell" busy={busy} onClick={onTurnOn}>
        {t`Turn on for this browser`}
      </Button>
    </p>
  );
}

function DeviceRow({ device, isHere, onChanged }: { device: Device; isHere: boolean; onChanged: () => Promise<void> }) {
  const { t } = useLingui();
  const format = useFormat();
  const { slug } = useOrganisation();
  const since = format.date(device.made_at, "short");
  const last = device.shown_at && format.relative(device.shown_at);
  const name = device.name || t`A browser`;
  const tryOut = useMutation(
    api.mutationOptions("post", "/api/me/devices/{id}/try/", {
      onSuccess: () => toast(t`Sent. It should appear in a moment.`),
      onError: toastProblem,
      onSettled: () => void onChanged(),
    }),
  );
  const remove = useMutation({
    mutationFn: async () => {
      await api.send("delete", "/api/me/devices/{id}/", { params: { path: { id: device.id } } });
      if (isHere) await forget();
    },
    onSuccess: () => toast(t`Notices are off for ${name}.`),
    onError: toastProblem,
    onSettled: () => void onChanged(),
  });
  return (
    <li className={styles.row}>
      <Icon name="bell" />
      <div className={styles.who}>
        <h4>
          {name}
          {isHere && <span className="muted"> · {t`this browser`}</span>}
        </h4>
        <p className="small muted">{last ? t`On since ${since}, last notice ${last}` : t`On since ${since}`}</p>
      </div>
      <div className={styles.acts}>
        <Button
          size="small"
          busy={tryOut.isPending}
          aria-label={t`Test: ${name}`}
          onClick={() => tryOut.mutate({ params: { path: { id: device.id } }, body: { organisation: slug } })}
        >
          {t`Test`}
        </Button>
        <Button
          size="small"
          look="danger"
          busy={remove.isPending}
          aria-label={t`Turn off: ${name}`}
          onClick={() => remove.mutate()}
        >
          {t`Turn off`}
        </Button>
      </div>
    </li>
  );
}
