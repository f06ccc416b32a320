import type { Metadata } from "next";
import { PageHeader } from "~/components/page-header";
import { env } from "~/env";
import { CodeBlock } from "~/features/api-docs/code-block";
import { quickStart } from "~/server/rest/quick-start";

export const metadata: Metadata = { title: "API quick start" };
export const dynamic = "force-dynamic";

export default function QuickStartPage() {
  const setting = `export AISLE=${env.APP_URL}\nexport EMAIL=asha@example.com`;
  return (
    <div className="max-w-3xl">
      <PageHeader title="Quick start" description="From a stranger to a ticket, with curl and Node alone." />
      <CodeBlock label="Where the shop is, and who you are">{setting}</CodeBlock>
      <ol className="mt-8 grid gap-8">
        {quickStart.map(({ title, words, command }, index) => (
          <li key={title} className="min-w-0">
            <h2 className="display text-xl">
              <span className="figures">{index + 1}.</span> {title}
            </h2>
            <p className="mt-1 mb-3">{words}</p>
            <CodeBlock label={title}>{command}</CodeBlock>
          </li>
        ))}
      </ol>
    </div>
  );
}
