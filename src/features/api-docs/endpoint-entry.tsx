import { Badge } from "~/components/ui/badge";
import { CodeBlock } from "./code-block";

type Field = { name: string; place: string; type: string; required: boolean; about: string | null };
export type Entry = {
  id: string;
  method: string;
  path: string;
  summary: string;
  description: string | null;
  who: string;
  fields: Field[];
  status: number;
  request: string;
  answer: string | null;
  refusals: { code: string; status: number }[];
};

/** One address of the API: what it takes, an example, what it answers. */
export function EndpointEntry({ entry }: { entry: Entry }) {
  const { id, method, path, summary, description, who, fields, status, request, answer, refusals } = entry;
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="border-line scroll-mt-24 border-t py-8">
      <h3 id={`${id}-title`} className="display text-xl">
        {summary}
      </h3>
      <p className="mt-2 flex flex-wrap items-center gap-2">
        <Badge tone={method === "GET" ? "neutral" : "outline"}>{method}</Badge>
        <code className="text-sm break-all">{path}</code>
      </p>
      {description && (
        <p className="mt-3 max-w-prose">
          {description.split("`").map((part, index) => (index % 2 === 1 ? <code key={index}>{part}</code> : part))}
        </p>
      )}
      <p className="text-ink-soft mt-2 text-sm">{who}</p>
      {fields.length > 0 && (
        <dl className="mt-4 grid gap-x-6 gap-y-3 sm:grid-cols-2">
          {fields.map((field) => (
            <div key={field.name}>
              <dt className="text-sm">
                <code className="font-semibold">{field.name}</code>{" "}
                <span className="text-ink-soft">
                  {field.place}
                  {!field.required && ", optional"}
                </span>
              </dt>
              <dd className="text-ink-soft text-sm break-words">
                {field.type}
                {field.about && `. ${field.about}`}
              </dd>
            </div>
          ))}
        </dl>
      )}
      <div className="mt-5 grid gap-4 lg:grid-cols-2">
        <div className="min-w-0">
          <p className="mb-1 text-sm font-medium">Example</p>
          <CodeBlock label={`${summary}: request`}>{request}</CodeBlock>
        </div>
        <div className="min-w-0">
          <p className="mb-1 text-sm font-medium">Answer {status}</p>
          {answer ? <CodeBlock label={`${summary}: answer`}>{answer}</CodeBlock> : <p className="text-ink-soft text-sm">Nothing more.</p>}
        </div>
      </div>
      <p className="text-ink-soft mt-3 text-sm break-words">
        Refusals: {refusals.map(({ code, status: refused }) => `${code} (${refused})`).join(", ")}.
      </p>
    </section>
  );
}
