"use client";

import { Ticket } from "lucide-react";
import { useState } from "react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { Countdown } from "~/components/ui/countdown";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Price } from "~/components/ui/price";
import { Progress } from "~/components/ui/progress";
import { Skeleton, SkeletonRegion } from "~/components/ui/skeleton";
import { StarRating } from "~/components/ui/star-rating";
import { Stat } from "~/components/ui/stat";
import { Row, Showcase } from "./showcase";

const tones = ["info", "success", "warning", "danger"] as const;

/** What is said and shown. */
export function Notices() {
  return (
    <>
      <Showcase name="Alert">
        {tones.map((tone) => (
          <Alert key={tone} tone={tone} title="Two seats are held for you">
            They are yours until the countdown ends.
          </Alert>
        ))}
        <Alert action={<Button size="sm" variant="secondary">Undo</Button>}>With something to do.</Alert>
      </Showcase>
      <Showcase name="EmptyState">
        <EmptyState icon={Ticket} title="Nothing planned yet" action={<Button>See what&apos;s on</Button>}>
          Seats you book are listed here until the event is over.
        </EmptyState>
      </Showcase>
      <Showcase name="ErrorState">
        <ErrorState onRetry={() => undefined} />
        <ErrorState onRetry={() => undefined} retrying />
      </Showcase>
      <Showcase name="Skeleton">
        <SkeletonRegion label="Something is on its way" className="grid max-w-md gap-3">
          <Skeleton className="h-8 w-2/3" />
          <Skeleton className="h-20" />
        </SkeletonRegion>
      </Showcase>
      <Showcase name="Countdown">
        <Countdowns />
      </Showcase>
      <Showcase name="Price">
        <Row>
          <Price paise={11_800} size="sm" />
          <Price paise={94_400} from />
          <Price paise={5_31_000} size="lg" note="incl. GST" />
          <Price paise={12_39_000_00} size="xl" />
        </Row>
      </Showcase>
      <Showcase name="Progress">
        <div className="grid max-w-md gap-3">
          <Progress value={0.1} label="A tenth" />
          <Progress value={0.6} label="More than half" tone="success" />
          <Progress value={0.85} label="Nearly all" tone="warning" />
          <Progress value={1} label="All" tone="danger" />
        </div>
      </Showcase>
      <Showcase name="StarRating">
        <Row>
          <StarRating value={4.3} count={7} />
          <StarRating value={2} />
          <StarRating value={5} count={1} />
        </Row>
      </Showcase>
      <Showcase name="Stat">
        <dl className="grid items-start gap-6 sm:grid-cols-2 lg:grid-cols-3">
          <Stat label="Sold" value="1,204" note="of 2,400" />
          <Stat label="Taken in" value="₹4,81,600" href="#Stat" />
        </dl>
      </Showcase>
    </>
  );
}

const SECOND_MS = 1_000;

function Countdowns() {
  const [opened] = useState(() => Date.now());
  return (
    <Row>
      <Countdown until={new Date(opened + 598 * SECOND_MS)} label="Plenty of time" className="text-xl" />
      <Countdown until={new Date(opened + 118 * SECOND_MS)} label="Two minutes" className="text-xl" />
      <Countdown until={new Date(opened)} label="Time is up" className="text-xl" />
    </Row>
  );
}
