"use client";

import { useEffect } from "react";
import { HousePage } from "~/components/house-page";
import { Button } from "~/components/ui/button";

export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  useEffect(() => console.error(error), [error]);
  return (
    <HousePage
      code="500"
      title="The house lights flickered"
      actions={[{ href: "/", label: "Go to the start" }]}
      primary={
        <Button size="lg" onClick={reset}>
          Try again
        </Button>
      }
    >
      Something on our side gave way. Seats you hold stay yours until their time runs out, and nothing was
      charged by this page.
      {error.digest && (
        <span className="figures mt-2 block text-sm">If you write to us, name {error.digest}.</span>
      )}
    </HousePage>
  );
}
