import { createFileRoute } from "@tanstack/react-router";
import { PeopleSection } from "~/features/settings/people";

export const Route = createFileRoute("/$org/settings/people")({ component: PeopleSection });
