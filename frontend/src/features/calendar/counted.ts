import { type PostCard, postCount } from "~/lib/cards";

/** Return how many posts these are and how many cards they take: a post has one for each time and language it goes out in. `elsewhere`: posts made elsewhere, each one of both. */
export const counted = (cards: readonly PostCard[], elsewhere: number): { posts: number; cards: number } => ({
  posts: postCount(cards) + elsewhere,
  cards: cards.length + elsewhere,
});
