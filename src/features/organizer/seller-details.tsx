"use client";

import { Alert } from "~/components/ui/alert";
import { ErrorState } from "~/components/ui/error-state";
import { api, type RouterOutputs } from "~/trpc/react";
import { SellerForm } from "./seller-form";
import { SellerSkeleton } from "./seller-skeleton";

export type Seller = RouterOutputs["invoice"]["seller"];

/** Whose name an organizer's invoices carry, and the form that changes it. */
export function SellerDetails() {
  const query = api.invoice.seller.useQuery();
  const seller = query.data;
  if (seller === undefined) {
    if (!query.isError) return <SellerSkeleton />;
    return (
      <ErrorState
        title="Your details did not load"
        onRetry={() => void query.refetch()}
        retrying={query.isFetching}
      />
    );
  }
  return (
    <div className="max-w-2xl">
      {seller ? (
        <Alert tone="success" title="You sell in your own name">
          The numbers of your invoices begin with <span className="figures font-medium">{seller.code}</span>.
          Changes count from now on: what is issued stays as it was.
        </Alert>
      ) : (
        <Alert title="Aisle sells for you">
          Until you give your details, invoices carry Aisle&apos;s name, address and GSTIN.
        </Alert>
      )}
      <SellerForm seller={seller} />
    </div>
  );
}
