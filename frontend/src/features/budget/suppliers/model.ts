import { useQuery } from "@tanstack/react-query";
import { api } from "~/api/client";
import type { components } from "~/api/schema.gen";

export type Supplier = components["schemas"]["SupplierShown"];
export type Account = components["schemas"]["AccountOfSupplier"];
export type Untied = components["schemas"]["UntiedName"];

export const useSuppliers = () => useQuery(api.queryOptions("get", "/api/suppliers/"));

/** "BE68539007547034" → "BE68 5390 0754 7034": as it stands on an invoice. */
export const spaced = (iban: string): string => iban.replace(/(.{4})(?=.)/g, "$1 ");

/** The account numbers in use, those that wait first. */
export const inUse = (accounts: readonly Account[]): Account[] =>
  accounts
    .filter(({ state }) => state !== "retired")
    .sort((one, other) => Number(other.state === "proposed") - Number(one.state === "proposed"));

export const waits = (supplier: Supplier): boolean => supplier.accounts.some(({ state }) => state === "proposed");
