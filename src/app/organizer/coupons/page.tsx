import type { Metadata } from "next";
import { createLoader, parseAsInteger, type SearchParams } from "nuqs/server";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { CouponDialog } from "~/features/coupons/coupon-dialog";
import { CouponTable } from "~/features/coupons/coupon-table";
import { requireOrganizer } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Coupons" };

const loadQuery = createLoader({ page: parseAsInteger.withDefault(1) });

export default async function CouponsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const page = Math.max(1, (await loadQuery(searchParams)).page);
  const user = await requireOrganizer("/organizer/coupons");
  const isAdmin = user.role === "ADMIN";
  await api.coupon.list.prefetch({ page, limit: 20 });
  return (
    <HydrateClient>
      <PageHeader
        title="Coupons"
        actions={<CouponDialog isAdmin={isAdmin} trigger={<Button>New coupon</Button>} />}
      />
      <CouponTable page={page} isAdmin={isAdmin} />
    </HydrateClient>
  );
}
