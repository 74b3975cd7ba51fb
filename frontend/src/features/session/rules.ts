import { t } from "@lingui/core/macro";
import * as v from "valibot";

export const email = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(() => t`Give your e-mail address.`),
  v.email(() => t`This does not look like an e-mail address.`),
);

export const password = v.pipe(
  v.string(),
  v.nonEmpty(() => t`Give your password.`),
);

export const newPassword = v.pipe(
  v.string(),
  v.minLength(10, () => t`Use at least 10 characters.`),
);

export const personName = v.pipe(
  v.string(),
  v.trim(),
  v.nonEmpty(() => t`Tell us your name.`),
  v.maxLength(120),
);
