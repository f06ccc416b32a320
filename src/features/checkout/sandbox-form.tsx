"use client";

import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { formatPaise } from "~/domain/money";
import type { Outcome, SandboxOrder } from "./use-payment";

/** Razorpay's own test cards (razorpay.com/docs/payments/payments/test-card-details): every one pays. */
const cards = ["4100 2800 0000 1007 (Visa)", "5500 6700 0000 1002 (Mastercard)", "6527 6589 0000 1005 (RuPay)"];
const banks = ["State Bank of India", "HDFC Bank", "ICICI Bank", "Axis Bank"];

/** With these the payment is declined, as Razorpay's test mode documents it: this UPI ID; an OTP under four digits. */
const DECLINED_UPI = "failure@razorpay";
const LEAST_OTP = 4;

/** The bank's form for the way that was chosen, filled with what its test mode takes. Nothing typed here is sent anywhere. */
export function SandboxForm({ order, onAnswer }: { order: SandboxOrder; onAnswer: (outcome: Outcome) => void }) {
  const [upi, setUpi] = useState("success@razorpay");
  const [otp, setOtp] = useState("1234");
  const { method } = order;

  function submit(event: FormEvent): void {
    event.preventDefault();
    const declined = (method === "upi" && upi.trim().toLowerCase() === DECLINED_UPI) || (method === "card" && otp.trim().length < LEAST_OTP);
    onAnswer(declined ? "failure" : "success");
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      {method === "upi" && (
        <Field label="UPI ID" hint="success@razorpay pays, failure@razorpay is declined.">
          <Input value={upi} onChange={(event) => setUpi(event.target.value)} autoComplete="off" inputMode="email" />
        </Field>
      )}
      {method === "card" && (
        <>
          <Field label="Test card">
            <Select>
              {cards.map((card) => (
                <option key={card}>{card}</option>
              ))}
            </Select>
          </Field>
          <Field label="One-time password" hint="Four digits or more pay, fewer are declined.">
            <Input value={otp} onChange={(event) => setOtp(event.target.value)} autoComplete="off" inputMode="numeric" />
          </Field>
        </>
      )}
      {method === "netbanking" && (
        <Field label="Bank">
          <Select>
            {banks.map((bank) => (
              <option key={bank}>{bank}</option>
            ))}
          </Select>
        </Field>
      )}
      <Button type="submit" className="w-full">
        Send {formatPaise(order.amountPaise)}
      </Button>
    </form>
  );
}
