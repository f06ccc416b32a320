import { Alert } from "~/components/ui/alert";
import type { SignInReason } from "~/lib/local-path";

const words: Record<SignInReason, { title: string; text: string }> = {
  hold: { title: "One step before we hold your seats", text: "We keep your choice in mind, and hold the seats as soon as you are signed in." },
  ended: { title: "Your session has ended", text: "Sign in and you are back where you were, with your seats and your step." },
  pay: { title: "Your session has ended", text: "Sign in and you are back at your payment. What you hold stays yours while its time runs." },
  ask: { title: "Sign in to ask the organizer", text: "The answer comes to your email address. The organizer is not told it." },
  save: { title: "Sign in to keep this event", text: "It is on your list, or on our list of whom to tell, as soon as you are signed in." },
};

/** Why one stands at this door, and what happens behind it. */
export function WhySignIn({ reason }: { reason: SignInReason }) {
  const { title, text } = words[reason];
  return (
    <Alert title={title} className="mb-6">
      {text}
    </Alert>
  );
}
