import type { Metadata } from "next";
import Link from "next/link";
import { PageHeader } from "~/components/page-header";
import { webhookTypes } from "~/domain/webhook-types";
import { CodeBlock } from "~/features/api-docs/code-block";

export const metadata: Metadata = { title: "Webhooks" };

const MESSAGE = `POST /aisle HTTP/1.1
webhook-id: msg_5b1f0c0e9a4d4b6f8f7c2d1e0a9b8c7d
webhook-timestamp: 1796133840
webhook-signature: v1,K5oZfzN95Z9UVu1EsfQmfVNQhnkZ2pj9o9NDN/H/pI4=

{"type": "booking.confirmed", "timestamp": "2026-12-01T14:04:00.000Z",
 "data": {"bookingId": "5b0f1c9e-6a0d-4b37-9a55-0f5d3f3b7a06", "bookingNumber": "AIS-7K3M9QTD",
          "eventId": "0199f2a4-5d10-7cc0-8a52-6f0c2b7e1a02", "status": "CONFIRMED", "seatCount": 2,
          "finalAmount": 1180, "finalAmountPaise": 118000}}`;

const VERIFY = `import { Webhook } from "standardwebhooks";

app.post("/aisle", express.raw({ type: "application/json" }), (request, response) => {
  const message = new Webhook(process.env.AISLE_WEBHOOK_SECRET).verify(request.body, request.headers);
  if (seenBefore(request.headers["webhook-id"])) return response.sendStatus(204);
  handle(message);
  response.sendStatus(204);
});`;

export default function WebhookDocsPage() {
  return (
    <div className="max-w-3xl">
      <PageHeader title="Webhooks" description="We call an address of yours when something happens to your events." />
      <div className="grid gap-4">
        <p>
          Add an address under{" "}
          <Link href="/organizer/api" className="underline underline-offset-4">
            API and webhooks
          </Link>
          , choose what you want to hear of, and send a test. Messages follow Standard Webhooks, so its libraries check them.
        </p>
        <CodeBlock label="A message">{MESSAGE}</CodeBlock>
        <h2 className="display mt-4 text-2xl">What is told</h2>
        <ul className="grid gap-1 sm:grid-cols-2">
          {webhookTypes.map((type) => (
            <li key={type}>
              <code className="text-sm">{type}</code>
            </li>
          ))}
        </ul>
        <h2 className="display mt-4 text-2xl">Check the signature</h2>
        <p>
          Over the body as it came, before anything reads it. While you change over to a new secret both sign, for a day.
        </p>
        <CodeBlock label="Checking a message">{VERIFY}</CodeBlock>
        <h2 className="display mt-4 text-2xl">Order and repeats</h2>
        <p>
          Each address gets its messages in the order things happened: while one waits to be tried again, those behind it wait too. Answer
          with 2xx within ten seconds. Anything else is tried again after 1, 5, 15 minutes, 1, 3 and 6 hours, then every 12, for three days.
          A message may come twice with the same <code>webhook-id</code>: keep the ids you have handled. 410 switches the address off.
        </p>
        <p>
          We call public addresses alone and follow no redirects. The log shows every message; each can be sent again from there.
        </p>
      </div>
    </div>
  );
}
