"use client";

import "./globals.css";
import { HousePage } from "~/components/house-page";
import { Button } from "~/components/ui/button";
import { fontVariables } from "./fonts";

/** Shown when even the root layout fails, so it brings its own html and body. */
export default function GlobalError({ reset }: { error: Error & { digest?: string }; reset: () => void }) {
  return (
    <html lang="en-IN" className={fontVariables}>
      <body>
        <title>Aisle is out for a moment</title>
        <main>
          <HousePage
            code="500"
            title="The house lights went out"
            actions={[]}
            primary={
              <Button size="lg" onClick={reset}>
                Try again
              </Button>
            }
          >
            Aisle could not start this page. Wait a moment and try again; bookings already made are safe.
          </HousePage>
        </main>
      </body>
    </html>
  );
}
