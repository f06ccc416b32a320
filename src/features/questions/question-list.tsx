"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useState, type FormEvent } from "react";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { Field } from "~/components/ui/field";
import { Skeleton } from "~/components/ui/skeleton";
import { Textarea } from "~/components/ui/textarea";
import { refusalOf } from "~/lib/api-error";
import { formatWhen } from "~/lib/dates";
import { api, type RouterOutputs } from "~/trpc/react";

type Question = RouterOutputs["question"]["list"][number];

/** What was asked about an event, to be answered by its organizer. */
export function QuestionList({ eventId, timeZone }: { eventId: string; timeZone: string }) {
  const query = api.question.list.useQuery({ eventId });
  if (query.isError) return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  if (!query.data) return <Skeleton className="h-40" />;
  if (query.data.length === 0) {
    return (
      <EmptyState icon={MessageCircleQuestion} title="Nobody has asked yet" className="border-t-0! pt-2">
        Questions from the event&apos;s page come here and to your mail.
      </EmptyState>
    );
  }
  return (
    <ul className="border-line max-w-3xl border-t">
      {query.data.map((question) => (
        <li key={question.id} className="border-line border-b py-5">
          <Asked question={question} eventId={eventId} timeZone={timeZone} />
        </li>
      ))}
    </ul>
  );
}

function Asked({ question, eventId, timeZone }: { question: Question; eventId: string; timeZone: string }) {
  const { id, from, text, answer, answeredAt, createdAt } = question;
  return (
    <article aria-label={`Question of ${from}`}>
      <p className="text-ink-soft text-sm">
        <span className="text-ink font-medium wrap-anywhere">{from}</span>, {formatWhen(createdAt, { timeZone })}
      </p>
      <p className="mt-2 max-w-prose wrap-anywhere whitespace-pre-line">{text}</p>
      {answer ? (
        <div className="border-line-strong mt-3 border-l-2 pl-4">
          <p className="text-ink-soft text-sm">You answered{answeredAt && ` ${formatWhen(answeredAt, { timeZone })}`}</p>
          <p className="max-w-prose wrap-anywhere whitespace-pre-line">{answer}</p>
        </div>
      ) : (
        <AnswerForm id={id} eventId={eventId} from={from} />
      )}
    </article>
  );
}

function AnswerForm({ id, eventId, from }: { id: string; eventId: string; from: string }) {
  const [answer, setAnswer] = useState("");
  const utils = api.useUtils();
  const send = api.question.answer.useMutation({ onSuccess: () => utils.question.list.invalidate({ eventId }) });

  function submit(event: FormEvent) {
    event.preventDefault();
    send.mutate({ id, answer });
  }

  return (
    <form onSubmit={submit} className="mt-3 grid max-w-prose gap-3">
      <Field label={`Your answer to ${from}`} hint="It goes to them by mail; your address is not told." error={send.error && refusalOf(send.error).message}>
        <Textarea required maxLength={2_000} rows={3} value={answer} onChange={({ target }) => setAnswer(target.value)} />
      </Field>
      <Button type="submit" size="sm" className="justify-self-start" loading={send.isPending}>
        Send the answer
      </Button>
    </form>
  );
}
