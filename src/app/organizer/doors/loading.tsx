import { TablePageSkeleton } from "~/components/table-skeleton";

export default function Loading() {
  return <TablePageSkeleton />;
}
