"use client";

import { keepPreviousData } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { Badge } from "~/components/ui/badge";
import { Button } from "~/components/ui/button";
import { ErrorState } from "~/components/ui/error-state";
import { Skeleton } from "~/components/ui/skeleton";
import { StarRating } from "~/components/ui/star-rating";
import { formatDay } from "~/lib/dates";
import { api, type RouterOutputs } from "~/trpc/react";
import { Histogram } from "./histogram";

// For the few who were there, and for who may answer or take down.
const OwnReview = dynamic(() => import("./own-review").then((module) => module.OwnReview));
const ReplyForm = dynamic(() => import("./reply-form").then((module) => module.ReplyForm));
const TakeDown = dynamic(() => import("./take-down").then((module) => module.TakeDown));

const STEP = 10;
const MOST = 100;

/** What people who were there said, what it comes to, and one's own word among it. */
export function Reviews({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const [limit, setLimit] = useState(STEP);
  const query = api.review.list.useQuery({ eventId, limit }, { placeholderData: keepPreviousData });
  const list = query.data;
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  if (!list) return <ReviewsSkeleton />;
  return (
    <div className="grid gap-6">
      {list.average !== null && (
        <div className="flex flex-wrap items-center gap-x-10 gap-y-4">
          <StarRating value={list.average} count={list.total} className="text-base!" />
          <Histogram counts={list.histogram} />
        </div>
      )}
      {(list.mayReview || list.own?.removedAt) && <OwnReview eventId={eventId} list={list} />}
      {list.items.length === 0 ? (
        <p className="text-ink-soft">Nobody has written yet. Reviews come from people who were there.</p>
      ) : (
        <ul className="border-line border-t">
          {list.items.map((review) => (
            <Review
              key={review.id}
              review={review}
              eventId={eventId}
              timeZone={timeZone}
              mayReply={list.mayReply}
              mayTakeDown={list.mayTakeDown}
            />
          ))}
        </ul>
      )}
      {list.total > list.items.length && limit < MOST && (
        <Button
          variant="secondary"
          className="justify-self-start"
          loading={query.isFetching}
          onClick={() => setLimit(limit + STEP)}
        >
          Show more reviews
        </Button>
      )}
    </div>
  );
}

function Review({
  review,
  eventId,
  timeZone,
  mayReply,
  mayTakeDown,
}: {
  review: RouterOutputs["review"]["list"]["items"][number];
  eventId: string;
  timeZone: string;
  mayReply: boolean;
  mayTakeDown: boolean;
}) {
  return (
    <li className="border-line border-b py-5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <span className="font-medium wrap-anywhere">{review.author}</span>
        {review.mine && <Badge>You</Badge>}
        <StarRating value={review.rating} />
        <time dateTime={review.createdAt.toISOString()} className="text-ink-soft text-sm">
          {formatDay(review.createdAt, { timeZone })}
        </time>
      </div>
      {review.comment && <p className="mt-2 max-w-prose wrap-anywhere whitespace-pre-line">{review.comment}</p>}
      {review.reply && (
        <div className="border-line-strong mt-3 border-l-2 pl-4">
          <p className="text-ink-soft text-sm">The organizer answered</p>
          <p className="max-w-prose wrap-anywhere whitespace-pre-line">{review.reply}</p>
        </div>
      )}
      {(mayReply || mayTakeDown) && (
        <div className="flex flex-wrap gap-x-6">
          {mayReply && <ReplyForm eventId={eventId} reviewId={review.id} reply={review.reply} />}
          {mayTakeDown && <TakeDown eventId={eventId} reviewId={review.id} author={review.author} />}
        </div>
      )}
    </li>
  );
}

function ReviewsSkeleton() {
  return (
    <div role="status" aria-busy="true" className="grid gap-3">
      <span className="sr-only">Reviews are loading</span>
      <Skeleton className="h-5 w-40" />
      <Skeleton className="h-20" />
      <Skeleton className="h-20" />
    </div>
  );
}
