import { createFileRoute } from "@tanstack/react-router";
import { ImportPage } from "~/features/exchange/import-page";

export const Route = createFileRoute("/$org/import")({ component: ImportPage });
