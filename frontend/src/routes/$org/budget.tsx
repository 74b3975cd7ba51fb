import { createFileRoute } from "@tanstack/react-router";
import { Budget } from "~/features/budget/budget";
import { budgetSearch } from "~/features/budget/search";

export const Route = createFileRoute("/$org/budget")({ validateSearch: budgetSearch, component: BudgetPage });

function BudgetPage() {
  const search = Route.useSearch();
  const navigate = Route.useNavigate();
  return <Budget search={search} onSearch={(next) => void navigate({ search: next, resetScroll: false })} />;
}
