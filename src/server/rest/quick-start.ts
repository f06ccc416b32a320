/** From a stranger to a ticket, as commands for a shell: the page shows them, a test runs them one after another. */
export const quickStart: { title: string; words: string; command: string }[] = [
  {
    title: "Open an account",
    words: "The answer holds an access token for the calls, and a refresh token for the next pair. `field` reads one field of an answer.",
    command: `field() { node -pe "JSON.parse(require('fs').readFileSync(0))$1"; }

curl -s $AISLE/api/auth/register -H 'Content-Type: application/json' \\
  -d '{"name": "Asha Rao", "email": "'$EMAIL'", "password": "monsoon-lantern-42"}' > account.json
TOKEN=$(field .accessToken < account.json)`,
  },
  {
    title: "Find an event and two seats",
    words: "Prices are before tax; `status` says which seats are free now.",
    command: `EVENT=$(curl -s "$AISLE/api/events?sort=date&limit=1" | field .items[0].id)
curl -s $AISLE/api/events/$EVENT/seats > seats.json
SEATS=$(field ".sections.flatMap((s) => s.seats).filter((s) => s.status === 'AVAILABLE').slice(0, 2).map((s) => JSON.stringify(s.id)).join()" < seats.json)`,
  },
  {
    title: "Hold them",
    words: "For ten minutes; nobody else can have them meanwhile.",
    command: `curl -s $AISLE/api/bookings/hold-seats -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -d '{"eventId": "'$EVENT'", "seatIds": ['$SEATS']}' | field .expiresAt`,
  },
  {
    title: "Make the booking",
    words: "The Idempotency-Key makes it safe to send twice: there is one booking, and one answer.",
    command: `BOOKING=$(curl -s $AISLE/api/bookings/create -H "Authorization: Bearer $TOKEN" -H 'Content-Type: application/json' \\
  -H "Idempotency-Key: $EMAIL-1" -d '{"eventId": "'$EVENT'", "seatIds": ['$SEATS']}' | field .bookingId)`,
  },
  {
    title: "Pay",
    words: "In the sandbox no money moves. With Razorpay, open its checkout with the order instead.",
    command: `ORDER=$(curl -s $AISLE/api/bookings/$BOOKING/payment-order -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' -d '{"method": "upi"}' | field .orderId)
PAYMENT=$(curl -s $AISLE/api/bookings/$BOOKING/sandbox-pay -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' -d '{"orderId": "'$ORDER'", "outcome": "success"}' | field .paymentId)`,
  },
  {
    title: "Confirm it",
    words: "The payment is asked of the gateway; what you send is only which one.",
    command: `curl -s $AISLE/api/bookings/$BOOKING/confirm -H "Authorization: Bearer $TOKEN" \\
  -H 'Content-Type: application/json' -d '{"paymentId": "'$PAYMENT'"}' | field .status`,
  },
];
