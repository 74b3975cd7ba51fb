import { AdminsNote } from "../admins-note";
import { AwayPanel } from "./away-panel";
import { PatiencePanel } from "./patience-panel";
import { PracticePanel } from "./practice-panel";
import { RoutesPanel } from "./routes-panel";
import { TryOut } from "./try-out";

/** Who says yes to what, who stands in for whom, and what an organisation allows itself. */
export default function Approvals() {
  return (
    <>
      <AdminsNote />
      <RoutesPanel />
      <TryOut />
      <AwayPanel />
      <PatiencePanel />
      <PracticePanel />
    </>
  );
}
