import type { Metadata } from "next";
import { Container } from "~/components/container";
import { Profile } from "~/features/account/profile";
import { api, HydrateClient } from "~/trpc/server";

export const metadata: Metadata = { title: "Profile" };

/** One's own account. */
export default async function ProfilePage() {
  const { profile, sessions, preferences, secondFactor } = api.user;
  await Promise.all([profile, sessions, preferences, secondFactor].map((query) => query.prefetch()));
  return (
    <HydrateClient>
      <Container className="pb-24">
        <Profile />
      </Container>
    </HydrateClient>
  );
}
