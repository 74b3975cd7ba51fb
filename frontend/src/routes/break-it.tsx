import { createFileRoute } from "@tanstack/react-router";
import { BreakIt } from "~/features/break-it/break-it";

export const Route = createFileRoute("/break-it")({ component: BreakIt });
