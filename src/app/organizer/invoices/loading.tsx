import { PageHeader } from "~/components/page-header";
import { SellerSkeleton } from "~/features/organizer/seller-skeleton";

export default function Loading() {
  return (
    <>
      <PageHeader title="Invoices" />
      <SellerSkeleton />
    </>
  );
}
