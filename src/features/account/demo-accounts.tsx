import { Button } from "~/components/ui/button";

type Account = { email: string; password: string };

const PASSWORD = "aisle-demo-1";
const people = [
  { who: "Buyer", email: "buyer@aisle.test" },
  { who: "Organizer", email: "organizer@aisle.test" },
  { who: "Admin", email: "admin@aisle.test" },
];

/** The three people of the demo, each a press away. Only where the demo runs. */
export function DemoAccounts({ onChoose }: { onChoose: (account: Account) => void }) {
  return (
    <section aria-labelledby="demo-accounts" className="border-line mt-8 border-t pt-6">
      <h2 id="demo-accounts" className="font-medium">
        Just looking around?
      </h2>
      <p className="text-ink-soft mt-1 text-sm">
        This is the demo on your own machine. Its people all have the password{" "}
        <code className="text-ink">{PASSWORD}</code>.
      </p>
      <ul className="mt-4 grid gap-2">
        {people.map(({ who, email }) => (
          <li key={email}>
            <Button
              variant="secondary"
              className="w-full justify-start!"
              onClick={() => onChoose({ email, password: PASSWORD })}
            >
              {who} <span className="text-ink-soft font-normal">{email}</span>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
