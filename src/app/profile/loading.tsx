import { Container } from "~/components/container";
import { ProfileSkeleton } from "~/features/account/profile-skeleton";

export default function Loading() {
  return (
    <Container className="pb-24">
      <ProfileSkeleton />
    </Container>
  );
}
