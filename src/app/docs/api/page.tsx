import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { EndpointEntry } from "~/features/api-docs/endpoint-entry";
import { reference, refusalCodes } from "~/server/rest/reference";

export const metadata: Metadata = { title: "API reference" };
// The examples name the shop's own address, which the build does not know.
export const dynamic = "force-dynamic";

export default function ApiReferencePage() {
  const groups = reference();
  return (
    <>
      <PageHeader
        title="API reference"
        description="Events, seats, bookings and payments for programs of your own."
        actions={
          <Button asChild variant="secondary">
            <a href="/api/openapi.json">OpenAPI 3.1</a>
          </Button>
        }
      />
      <div className="grid max-w-prose gap-3">
        <p>
          JSON in, JSON out. Money is in rupees with two decimals, and beside each amount stands the same in whole paise. Instants are
          ISO 8601 in UTC. Lists come in pages: <code>?page=1&amp;limit=10</code>.
        </p>
        <p>
          Say who you are with <code>Authorization: Bearer</code>: an access token from signing in, or an organizer&rsquo;s API key.
          Each POST and PUT takes an <code>Idempotency-Key</code>: sent again within 24 hours it has one effect and one answer.
        </p>
        <p>
          A refusal is a problem (RFC 9457): branch on its <code>appCode</code>, show people its <code>detail</code>. Where an answer has
          an <code>ETag</code>, send it as <code>If-None-Match</code> and get 304 while nothing has changed.
        </p>
      </div>
      <nav aria-label="Contents" className="mt-8 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {groups.map(({ tag, rows }) => (
          <div key={tag}>
            <p className="font-semibold">{tag}</p>
            <ul>
              {rows.map(({ id, summary }) => (
                <li key={id}>
                  <a href={`#${id}`} className="text-ink-soft hover:text-ink inline-block py-1 underline-offset-4 hover:underline">
                    {summary}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      {groups.map(({ tag, rows }) => (
        <section key={tag} aria-label={tag} className="mt-12">
          <h2 className="display mb-4 text-2xl">{tag}</h2>
          {rows.map((row) => (
            <EndpointEntry key={row.id} entry={row} />
          ))}
        </section>
      ))}
      <section aria-labelledby="codes" className="mt-12">
        <h2 id="codes" className="display mb-4 text-2xl">
          Codes of refusals
        </h2>
        <ul className="grid gap-x-6 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
          {refusalCodes().map(({ code, status }) => (
            <li key={code} id={code} className="scroll-mt-24 text-sm">
              <code>{code}</code> <span className="text-ink-soft figures">{status}</span>
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}
