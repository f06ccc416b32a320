import type { Metadata } from "next";
import { HousePage } from "~/components/house-page";

export const metadata: Metadata = { title: "Not your door" };

export default function Forbidden() {
  return (
    <HousePage
      code="403"
      title="This door is for the crew"
      actions={[
        { href: "/events", label: "See what's on" },
        { href: "/profile", label: "Go to your profile" },
      ]}
    >
      Your account does not open this page. If you run events, ask an admin to make you an organizer.
    </HousePage>
  );
}
