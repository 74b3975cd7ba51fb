import { createFileRoute } from "@tanstack/react-router";
import { Today } from "~/features/today/today";

export const Route = createFileRoute("/$org/today")({ component: Today });
