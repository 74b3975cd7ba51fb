import { createFileRoute } from "@tanstack/react-router";
import { ReviewsOnToday } from "~/features/campaigns/objectives/reviews-on-today";
import { RipostesOnToday } from "~/features/riposte/on-today";
import { LeftToTakeBack } from "~/features/takeback/left-to-take-back";
import { Today } from "~/features/today/today";

export const Route = createFileRoute("/$org/today")({ component: Screen });

function Screen() {
  return (
    <Today
      left={
        <>
          <RipostesOnToday />
          <ReviewsOnToday />
          <LeftToTakeBack />
        </>
      }
    />
  );
}
