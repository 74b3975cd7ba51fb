import { msg } from "@lingui/core/macro";
import type { IconName } from "~/components/icon";

/** The parts of the settings, in order; each is an address of its own below /{organisation}/settings. */
export const sections = [
  {
    path: "organisation",
    name: msg`Organisation`,
    icon: "settings",
    about: msg`Name, languages, time zone, approval`,
  },
  { path: "people", name: msg`People`, icon: "people", about: msg`Who belongs here and may do what` },
  { path: "approvals", name: msg`Approvals`, icon: "check", about: msg`Who says yes to what, and who stands in` },
  { path: "guests", name: msg`Guests and links`, icon: "link", about: msg`Who decides by link, and up to which sum` },
  { path: "words", name: msg`Words`, icon: "quote", about: msg`Address book, hashtags, ready texts, templates` },
  { path: "profile", name: msg`My profile`, icon: "person", about: msg`Name, language, notices, password, colours` },
  { path: "tokens", name: msg`API tokens`, icon: "key", about: msg`Let programs work for you` },
  { path: "about", name: msg`About Carillon`, icon: "info", about: msg`Version, licence, source text` },
] as const satisfies readonly { path: string; name: unknown; icon: IconName; about: unknown }[];
