"use client";

import { Bell, BellRing, Heart } from "lucide-react";
import { useEffect, useEffectEvent, useRef } from "react";
import { Button } from "~/components/ui/button";
import { afterSignIn } from "~/lib/after-sign-in";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { useSignIn } from "~/lib/use-sign-in";
import { api, type RouterInputs } from "~/trpc/react";

type Wish = Pick<RouterInputs["saved"]["keep"], "saved" | "remind">;

/** Keeps an event in mind; before its sale, also asks to be told when it opens. Whoever is not signed in does so on the way. */
export function SaveEvent({ eventId, signedIn, notYetOnSale }: { eventId: string; signedIn: boolean; notYetOnSale: boolean }) {
  const utils = api.useUtils();
  const path = `/events/${eventId}`;
  const signIn = useSignIn(path);
  const { data: now = { saved: false, remind: false }, isSuccess } = api.saved.of.useQuery({ eventId }, { enabled: signedIn });
  const keep = api.saved.keep.useMutation({
    onSuccess: (kept, wish) => {
      utils.saved.of.setData({ eventId }, kept);
      void utils.saved.list.invalidate();
      if (wish.remind) toast.success("We will write to you when sales open.");
    },
  });

  function change(wish: Wish): void {
    if (!signedIn) return signIn("save", wish);
    keep.mutate(
      { eventId, ...wish },
      {
        onError: (error) => {
          const refusal = refusalOf(error);
          if (refusal.code === "UNAUTHORIZED") signIn("save", wish);
          else toast.error(refusal.message);
        },
      },
    );
  }

  const back = useRef(false);
  const goOn = useEffectEvent(() => {
    const wish = afterSignIn.take(path) as Wish | null;
    if (wish) change(wish);
  });
  useEffect(() => {
    if (!isSuccess || back.current) return;
    back.current = true;
    goOn();
  }, [isSuccess]);

  return (
    <>
      {notYetOnSale && (
        <Button
          variant="secondary"
          aria-pressed={now.remind}
          loading={keep.isPending && keep.variables.remind !== now.remind}
          onClick={() => change({ saved: true, remind: !now.remind })}
        >
          {now.remind ? <BellRing aria-hidden /> : <Bell aria-hidden />}
          {now.remind ? "We will tell you" : "Tell me when sales open"}
        </Button>
      )}
      <Button
        variant="secondary"
        aria-pressed={now.saved}
        loading={keep.isPending && keep.variables.saved !== now.saved}
        onClick={() => change({ saved: !now.saved, remind: false })}
      >
        <Heart aria-hidden className={now.saved ? "fill-accent text-accent" : ""} /> {now.saved ? "Saved" : "Save"}
      </Button>
    </>
  );
}
