import { formatPaise, sumPaise } from "~/domain/money";
import { causeOf } from "~/domain/settlement";

type Refund = { amountPaise: number; status: "PENDING" | "PROCESSING" | "COMPLETED" | "FAILED"; reason: string };

/** Refunds of a payment too many: the booking has its seats all the same. */
export function ofSecondPayments<R extends Refund>(refunds: readonly R[]): R[] {
  return refunds.filter(({ reason }) => causeOf(reason) === "SECOND_PAYMENT");
}

/** What has gone back or is on its way, in sentences; null where nothing has. A payment too many is told by itself. */
export function refundWords(refunds: readonly Refund[]): string | null {
  const standing = refunds.filter(({ status }) => status !== "FAILED");
  const second = ofSecondPayments(standing);
  const others = standing.filter((refund) => !second.includes(refund));
  const sentences = [
    second.length > 0 && `You paid twice: the second payment, ${wayBack(second)}`,
    others.length > 0 && wayBack(others),
  ];
  return sentences.filter(Boolean).join(" ") || null;
}

function wayBack(refunds: readonly Refund[]): string {
  const total = formatPaise(sumPaise(refunds.map(({ amountPaise }) => amountPaise)));
  return refunds.every(({ status }) => status === "COMPLETED")
    ? `${total} went back to the way you paid.`
    : `${total} is on its way back to the way you paid.`;
}
