import { createFileRoute } from "@tanstack/react-router";
import { ProfileSection } from "~/features/settings/profile";

export const Route = createFileRoute("/$org/settings/profile")({ component: ProfileSection });
