import type { Metadata } from "next";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { Container } from "~/components/container";
import { SubNav } from "~/components/sub-nav";
import { standingOf } from "~/domain/permissions";
import { reaches, type Standing } from "~/domain/team";
import { StandingProvider } from "~/components/standing";
import { TeamSwitch } from "~/features/team/team-switch";
import { currentTeamActor } from "~/server/http/page-guards";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { robots: { index: false } };

const pages: { href: string; label: string; least: Standing }[] = [
  { href: "/organizer/dashboard", label: "Dashboard", least: "SELLER" },
  { href: "/organizer/doors", label: "Doors", least: "DOOR" },
  { href: "/organizer/venues", label: "Venues", least: "MANAGER" },
  { href: "/organizer/coupons", label: "Coupons", least: "MANAGER" },
  { href: "/organizer/invoices", label: "Invoices", least: "MANAGER" },
  { href: "/organizer/settlement", label: "Settlement", least: "MANAGER" },
  { href: "/organizer/team", label: "Team", least: "OWNER" },
  { href: "/organizer/api", label: "API", least: "OWNER" },
];

/** The organizer's frame. Each page asks for itself who may see it. */
export default async function OrganizerLayout({ children }: { children: ReactNode }) {
  const actor = await currentTeamActor();
  const standing = actor ? standingOf(actor) : "OWNER";
  if (actor) await api.team.mine.prefetch();
  return (
    <Container className="pb-24">
      <SubNav label="Organizer" items={pages.filter(({ least }) => reaches(standing, least))} />
      <StandingProvider standing={standing}>
        <HydrateClient>
          <TeamSwitch />
        </HydrateClient>
        <NuqsAdapter>{children}</NuqsAdapter>
      </StandingProvider>
    </Container>
  );
}
