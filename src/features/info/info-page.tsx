import type { ReactNode } from "react";
import { Container } from "~/components/container";
import { PageHeader } from "~/components/page-header";

/** A page of words: a title, what it is about in a sentence, and its parts, each with an address of its own. */
export function InfoPage({ title, description, children }: { title: string; description: string; children: ReactNode }) {
  return (
    <Container>
      <PageHeader title={title} description={description} />
      <div className="max-w-prose space-y-10 pb-8">{children}</div>
    </Container>
  );
}

/** One part: its heading and what stands below it. */
export function InfoPart({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section id={title.toLowerCase().replace(/\W+/g, "-").replace(/^-|-$/g, "")} className="scroll-mt-24">
      <h2 className="display text-2xl">{title}</h2>
      <div className="mt-3 space-y-3 [&_a]:underline [&_a]:underline-offset-4 [&_ul]:list-disc [&_ul]:space-y-1.5 [&_ul]:pl-5">{children}</div>
    </section>
  );
}
