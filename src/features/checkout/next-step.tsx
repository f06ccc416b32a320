import { ArrowRight } from "lucide-react";
import { Button, type ButtonProps } from "~/components/ui/button";
import { countOf } from "~/lib/words";

export type NextStepProps = {
  chosen: number;
  held: number;
  /** A booking of the held seats waits for its payment. */
  waiting: boolean;
  busy: boolean;
  onHold: () => void;
  onPay: () => void;
  /** Both at one press, for whoever needs no time in between; not for whoever has to sign in first. */
  onHoldAndPay?: () => void;
};

/** The one thing to do next: hold what is chosen, else go on to payment. Says which. */
export function NextStep({
  chosen,
  held,
  waiting,
  busy,
  onHold,
  onPay,
  onHoldAndPay: _both,
  ...button
}: NextStepProps & Pick<ButtonProps, "size" | "className">) {
  if (chosen > 0) {
    return (
      <Button loading={busy} onClick={onHold} {...button}>
        {held > 0 ? `Hold ${chosen} more` : `Hold ${countOf(chosen, "seat")}`}
      </Button>
    );
  }
  return (
    <Button loading={busy} disabled={held === 0} onClick={onPay} {...button}>
      {held === 0 ? "Choose seats" : waiting ? "Back to payment" : "Go to payment"}
      {held > 0 && <ArrowRight aria-hidden />}
    </Button>
  );
}
