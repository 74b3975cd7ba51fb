import { Plural } from "@lingui/react/macro";

/** How many posts a day has and, where that is another number, how many cards: so that what is said is what is seen. */
export function DayCount({ posts, cards }: { posts: number; cards: number }) {
  return (
    <>
      <span>
        <Plural value={posts} one="# post" other="# posts" />
      </span>{" "}
      {cards > posts && (
        <span>
          <Plural value={cards} one="# card" other="# cards" />
        </span>
      )}
    </>
  );
}
