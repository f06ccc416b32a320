import type { Metadata } from "next";
import { HousePage } from "~/components/house-page";

export const metadata: Metadata = { title: "No such seat" };

export default function NotFound() {
  return (
    <HousePage
      code="404"
      title="This row isn't on the plan"
      actions={[
        { href: "/events", label: "See what's on" },
        { href: "/", label: "Go to the start" },
      ]}
    >
      The page may have moved, the event may have been taken down, or the address has a slip of the finger in
      it.
    </HousePage>
  );
}
