"use client";

import type { ReactNode } from "react";
import { TableSkeleton } from "~/components/table-skeleton";
import { ErrorState } from "~/components/ui/error-state";
import { Pagination } from "~/components/ui/pagination";
import { listHref, type ListParams } from "./list-params";

type Query<T> = {
  data: { items: readonly T[]; total: number; more?: boolean; page: number; pageCount: number } | undefined;
  isError: boolean;
  isFetching: boolean;
  refetch: () => unknown;
};

/** A list's states around its table: on its way, broken, empty, there; and its pages. */
export function ListFrame<T>({
  query,
  path,
  params,
  empty,
  children,
}: {
  query: Query<T>;
  path: string;
  params: ListParams;
  empty: string;
  children: (items: readonly T[]) => ReactNode;
}) {
  const { data } = query;
  if (!data) {
    if (!query.isError) return <TableSkeleton />;
    return <ErrorState onRetry={() => void query.refetch()} retrying={query.isFetching} />;
  }
  if (data.items.length === 0) return <p className="text-ink-soft py-8">{empty}</p>;
  return (
    <>
      <p className="text-ink-soft mb-2 text-sm" role="status">
        {data.more
          ? `More than ${data.total.toLocaleString("en-IN")}: narrow them`
          : `${data.total.toLocaleString("en-IN")} in all`}
      </p>
      {children(data.items)}
      <div className="mt-6">
        <Pagination
          page={data.page}
          pageCount={data.pageCount}
          hrefFor={(page) => listHref(path, { ...params, page })}
        />
      </div>
    </>
  );
}
