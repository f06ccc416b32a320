"use client";

import { useRef, useState, useSyncExternalStore } from "react";
import { refusalOf } from "~/lib/api-error";
import { useSignIn } from "~/lib/use-sign-in";
import { tabStorage } from "~/lib/tab-storage";
import { api, type RouterInputs, type RouterOutputs } from "~/trpc/react";
import { openRazorpay } from "./razorpay";

export type Method = RouterInputs["payment"]["createOrder"]["method"];
type Order = RouterOutputs["payment"]["createOrder"];
/** An order that the test bank is asked to pay, and how. */
export type SandboxOrder = Order & { method: Method };
type Answer = { orderId: string; paymentId: string; signature: string };
export type Outcome = RouterInputs["payment"]["sandboxPay"]["outcome"];

/**
 * One payment from the button to the server's word: order, the bank's dialog, confirmation. A second press while
 * one is under way does nothing. `waiting` outlives a reload: the bank was paid and has not answered.
 */
export function usePayment({ bookingId, buyerName }: { bookingId: string; buyerName: string }) {
  const utils = api.useUtils();
  const signIn = useSignIn(`/payment/${bookingId}`);
  const key = `aisle:waiting:${bookingId}`;
  const busy = useRef(false);
  const [step, setStep] = useState<"idle" | "ordering" | "confirming">("idle");
  const [sandbox, setSandbox] = useState<SandboxOrder | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [waiting, setWaitingState] = useState(false);
  // The server knows nothing of this tab: the first picture must be the server's, or React throws both away.
  const waitedBefore = useSyncExternalStore(never, () => tabStorage.read(key) === true, () => false);
  const createOrder = api.payment.createOrder.useMutation();
  const sandboxPay = api.payment.sandboxPay.useMutation();
  const confirm = api.booking.confirm.useMutation();
  const refresh = () => utils.booking.byId.invalidate({ bookingId });

  function setWaiting(value: boolean): void {
    setWaitingState(value);
    tabStorage.write(key, value || null);
  }

  /** Runs one step at a time; what goes wrong becomes the sentence under the button. */
  async function run(name: "ordering" | "confirming", method: Method, work: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setStep(name);
    setError(null);
    try {
      await work();
    } catch (failure) {
      const refusal = refusalOf(failure);
      // Money may be on its way already: then the page waits for the bank's word, and asks for no second payment.
      if (refusal.code === "UNAUTHORIZED") return signIn("pay", tabStorage.read(key) === true ? undefined : { pay: method });
      setError(refusal.message);
      setWaiting(false);
      void refresh();
    } finally {
      busy.current = false;
      setStep("idle");
    }
  }

  async function confirmWith(answer: Answer): Promise<void> {
    try {
      await confirm.mutateAsync({ bookingId, ...answer });
      setWaiting(false);
    } catch (failure) {
      const { code } = refusalOf(failure);
      if (code !== "PAYMENT_PENDING" && code !== "UNAUTHORIZED") throw failure;
      setWaiting(true);
      if (code === "UNAUTHORIZED") throw failure;
    }
    await refresh();
  }

  return {
    step,
    error,
    sandbox,
    waiting: waiting || waitedBefore,
    pay: (method: Method) =>
      run("ordering", method, async () => {
        const order = await createOrder.mutateAsync({ bookingId, method });
        const { orderId } = order;
        // A coupon that covers everything leaves no bank to ask.
        if (order.amountPaise === 0) return confirmWith({ orderId, paymentId: orderId, signature: "free" });
        if (order.gateway === "sandbox") return setSandbox({ ...order, method });
        const answer = await openRazorpay({ order, method, name: buyerName });
        if (answer) await confirmWith(answer);
      }),
    answerSandbox: async (outcome: Outcome) => {
      if (!sandbox) return;
      const { orderId, method } = sandbox;
      await run("confirming", method, async () => {
        setSandbox(null);
        await confirmWith(await sandboxPay.mutateAsync({ orderId, method, outcome }));
      });
    },
    leaveSandbox: () => {
      setSandbox(null);
      setError("You left the bank's page before paying. Nothing was charged.");
    },
    stopWaiting: () => setWaiting(false),
  };
}
export type Payment = ReturnType<typeof usePayment>;

/** A tab's own storage tells nobody of its changes; what this hook writes, it draws by its own state. */
function never(): () => void {
  return () => undefined;
}
