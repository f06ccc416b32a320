import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";
import { env } from "~/env";
import { Actions } from "~/features/gallery/actions";
import { Fields } from "~/features/gallery/fields";
import { Floats } from "~/features/gallery/floats";
import { Notices } from "~/features/gallery/notices";
import { Showcase } from "~/features/gallery/showcase";
import { Ways } from "~/features/gallery/ways";
import { SeatLegend } from "~/features/seat-map/seat-legend";
import { api } from "~/trpc/server";

export const metadata: Metadata = { title: "The kit", robots: { index: false } };
// What the environment says is not known to the build.
export const dynamic = "force-dynamic";

/** Every component of the kit in each of its states, to be looked at; on somebody's own machine alone. */
export default async function GalleryPage() {
  if (!env.AISLE_LOCAL && env.NODE_ENV === "production") notFound();
  const { items } = await api.event.list({ page: 1, limit: 1 });
  return (
    <Container>
      <PageHeader title="The kit" description="Each component in each of its states. This page exists on your own machine alone." />
      <Actions />
      <Fields />
      <Notices />
      <Floats />
      <Ways event={items[0]} />
      <Showcase name="Seats">
        <SeatLegend flags={7} />
      </Showcase>
    </Container>
  );
}
