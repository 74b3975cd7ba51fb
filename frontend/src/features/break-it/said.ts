import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { networkName } from "~/components/network-mark";
import { useFormat } from "~/lib/use-format";
import type { Happening } from "./queries";

const blows = new Set([
  "worker-killed",
  "worker-frozen",
  "broker-wiped",
  "facebook-fails",
  "answers-cut",
  "token-revoked",
]);
const good = new Set(["worker-back", "hands-settled", "answers-found", "signed-in-again", "all-out"]);

/** Return how an event looks: a blow, something that came right, or news. */
export function toneOf(code: string): "blow" | "good" | "news" {
  return blows.has(code) ? "blow" : good.has(code) ? "good" : "news";
}

/** Return what puts an event into words. */
export function useSaid(): (event: Happening) => string {
  const { t } = useLingui();
  const format = useFormat();
  return ({ code, params }) => {
    const count = (name: string) => Number(params[name] ?? 0);
    const posts = count("posts");
    const seconds = format.number(count("seconds"));
    const channel = String(params.channel ?? "");
    const network = networkName(String(params.network ?? ""));
    switch (code) {
      case "begun":
        return t`${posts} posts are approved. One goes out each second.`;
      case "worker-killed":
        return plural(posts, {
          0: "Worker killed. No post was in its hands.",
          one: "Worker killed. One post was in its hands: nobody knows whether it is online.",
          other: "Worker killed. # posts were in its hands: nobody knows whether they are online.",
        });
      case "worker-frozen":
        return plural(posts, {
          0: `Worker frozen for ${seconds} s.`,
          one: `Worker frozen for ${seconds} s, with one post in its hands.`,
          other: `Worker frozen for ${seconds} s, with # posts in its hands.`,
        });
      case "worker-back":
        return t`A new worker is at work, ${seconds} s after the blow.`;
      case "hands-settled":
        return count("person") === 0
          ? plural(count("online"), {
              one: "The post that was in its hands has come to its end: it is online, once.",
              other: "The # posts that were in its hands have come to their end: online, each once.",
            })
          : plural(count("person"), {
              one: "What was in its hands has come to its end. One post asks a person to look.",
              other: "What was in its hands has come to its end. # posts ask a person to look.",
            });
      case "broker-wiped":
        return t`Queue emptied. What is due is in the database, so nothing is forgotten.`;
      case "facebook-fails":
        return t`Facebook will publish the next ${posts} posts and answer “error 500” all the same.`;
      case "answers-cut":
        return t`X will publish the next ${posts} posts and cut the line before it answers.`;
      case "answers-lost":
        return plural(posts, {
          one: "The answer about one post is lost. Carillon does not send it again: it looks whether it is there.",
          other:
            "The answers about # posts are lost. Carillon does not send them again: it looks whether they are there.",
        });
      case "answers-found":
        return plural(posts, {
          one: "One post with a lost answer is cleared up: it is online, once.",
          other: "# posts with a lost answer are cleared up: they are online, each once.",
        });
      case "person-asked":
        return plural(posts, {
          one: "Of one post Carillon could not make sure. It asks a person, instead of guessing.",
          other: "Of # posts Carillon could not make sure. It asks a person, instead of guessing.",
        });
      case "token-revoked":
        return t`The sign-in of “${channel}” is revoked; its next call will hear of it.`;
      case "sign-in-lost":
        return t`${network} no longer takes the sign-in of “${channel}”. Its posts wait; none is thrown away.`;
      case "signed-in-again":
        return t`“${channel}” is signed in again. What waited goes out now.`;
      case "all-out":
        return count("person") === 0
          ? t`All ${count("planned")} posts have arrived; ${count("on_wall")} stand on the wall.`
          : t`All ${count("planned")} posts have come to their end: ${count("on_wall")} stand on the wall, a person is asked about ${count("person")}.`;
      default:
        return code;
    }
  };
}
