import { createFileRoute } from "@tanstack/react-router";
import { AboutSection } from "~/features/settings/about";

export const Route = createFileRoute("/$org/settings/about")({ component: AboutSection });
