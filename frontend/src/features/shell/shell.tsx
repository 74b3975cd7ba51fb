import { useQueryClient } from "@tanstack/react-query";
import { useMatches } from "@tanstack/react-router";
import { lazy, type ReactNode, Suspense, useEffect, useMemo, useState } from "react";
import { useMe, useOrganisation } from "~/api/me";
import { listen } from "~/lib/events";
import { rememberOrganisation } from "~/lib/last-organisation";
import { StopContext } from "~/lib/stop-context";
import { holdTyped } from "~/lib/typed-ahead";
import { ownZone, PlaceContext } from "~/lib/use-format";
import { useIsWide } from "~/lib/use-media";
import { BottomBar } from "./bottom-bar";
import { OfflineBanner } from "./offline-banner";
import { Rail } from "./rail";
import styles from "./shell.module.css";
import { StopBanner } from "./stop-banner";
import { useKeyboard } from "./use-keyboard";
import { useShellCommands } from "./use-shell-commands";

const Palette = lazy(() => import("./palette").then(({ Palette }) => ({ default: Palette })));
const KeysSheet = lazy(() => import("./keys-sheet").then(({ KeysSheet }) => ({ default: KeysSheet })));
const StopDialog = lazy(() => import("./stop-dialog").then(({ StopDialog }) => ({ default: StopDialog })));
const LiftDialog = lazy(() => import("./lift-dialog").then(({ LiftDialog }) => ({ default: LiftDialog })));

/** Rail or bottom bar, and the screen. A route says `staticData: { frame: "wide" }` to get the slim rail, no bottom bar and no margins. */
export function Shell({ children }: { children: ReactNode }) {
  const organisation = useOrganisation();
  const me = useMe();
  const queryClient = useQueryClient();
  const isWide = useMatches({ select: (matches) => matches.some(({ staticData }) => staticData.frame === "wide") });
  const isLaptop = useIsWide();
  const [isFinding, setFinding] = useState(false);
  const [areKeysShown, setKeysShown] = useState(false);
  const [asking, setAsking] = useState<"stop" | "lift" | null>(null);
  const doors = useMemo(() => ({ stop: () => setAsking("stop"), lift: () => setAsking("lift") }), []);
  const { slug, time_zone: zone, currency } = organisation;

  useEffect(() => {
    rememberOrganisation(slug);
    return listen({ organisation: slug, queryClient });
  }, [slug, queryClient]);

  const find = () => {
    holdTyped();
    setFinding(true);
  };
  useShellCommands({ onFind: () => (isFinding ? setFinding(false) : find()), onKeys: () => setKeysShown(true) });
  useKeyboard();
  return (
    <PlaceContext value={{ zone, currency, ownZone: me.time_zone || ownZone() }}>
      <StopContext value={doors}>
        <div className={styles.shell}>
          {isLaptop && <Rail isSlim={isWide} onFind={find} />}
          <div className={styles.canvas}>
            <OfflineBanner />
            <StopBanner />
            <main id="main" className={isWide ? styles.wide : styles.main}>
              {children}
            </main>
          </div>
          {!isLaptop && !isWide && <BottomBar onFind={find} />}
        </div>
        <Suspense fallback={null}>
          {isFinding && <Palette isOpen onClose={() => setFinding(false)} />}
          {areKeysShown && <KeysSheet onClose={() => setKeysShown(false)} />}
          {asking === "stop" && <StopDialog onClose={() => setAsking(null)} />}
          {asking === "lift" && <LiftDialog onClose={() => setAsking(null)} />}
        </Suspense>
      </StopContext>
    </PlaceContext>
  );
}
