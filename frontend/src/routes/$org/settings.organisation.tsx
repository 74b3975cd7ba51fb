import { createFileRoute } from "@tanstack/react-router";
import { OrganisationSection } from "~/features/settings/organisation";

export const Route = createFileRoute("/$org/settings/organisation")({ component: OrganisationSection });
