import { createFileRoute } from "@tanstack/react-router";
import { TokensSection } from "~/features/settings/tokens";

export const Route = createFileRoute("/$org/settings/tokens")({ component: TokensSection });
