"use client";

import { Plus } from "lucide-react";
import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "~/components/ui/table";
import { formatPaise } from "~/domain/money";
import { allIn } from "~/domain/tax";
import { refusalOf } from "~/lib/api-error";
import { toast } from "~/lib/toast";
import { countOf } from "~/lib/words";
import { api, type RouterOutputs } from "~/trpc/react";
import { CategoryDialog } from "./category-dialog";
import { usePricesChanged } from "./use-prices-changed";

export type Category = RouterOutputs["pricing"]["list"]["categories"][number];

/** An event's price categories, and how one makes them. */
export function CategoryList({ eventId, categories, taxBps }: { eventId: string; categories: readonly Category[]; taxBps?: number }) {
  return (
    <div className="mt-6 mb-2">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h3 className="font-medium">Price categories</h3>
        <CategoryDialog
          eventId={eventId}
          trigger={
            <Button variant="secondary" size="sm">
              <Plus aria-hidden className="size-4" /> New category
            </Button>
          }
        />
      </div>
      {categories.length === 0 ? (
        <p className="text-ink-soft mt-2 text-sm">None yet: every seat costs what its section does. Make one, choose seats below, and set their price.</p>
      ) : (
        <Table caption="Price categories" className="mt-2 [&_.wide-only]:max-sm:hidden">
          <TableHead>
            <TableRow>
              <TableHeader>Category</TableHeader>
              <TableHeader numeric>Seats</TableHeader>
              <TableHeader numeric className="wide-only">
                Before tax
              </TableHeader>
              <TableHeader numeric>Buyers pay</TableHeader>
              <TableHeader>
                <span className="sr-only">Change</span>
              </TableHeader>
            </TableRow>
          </TableHead>
          <TableBody>
            {categories.map((category) => (
              <TableRow key={category.id}>
                <TableCell>
                  <span className="font-medium">{category.name}</span>
                  {category.otherPriceCount > 0 && (
                    <span className="text-ink-soft block text-sm">{countOf(category.otherPriceCount, "seat")} still at another price: held when it changed</span>
                  )}
                </TableCell>
                <TableCell numeric>{category.seatCount.toLocaleString("en-IN")}</TableCell>
                <TableCell numeric className="wide-only">
                  {formatPaise(category.pricePaise)}
                </TableCell>
                <TableCell numeric className="font-semibold">
                  {formatPaise(allIn(category.pricePaise, taxBps))}
                </TableCell>
                <TableCell className="text-right">
                  <span className="inline-flex flex-col items-end sm:flex-row sm:gap-1">
                    <CategoryDialog
                      eventId={eventId}
                      category={category}
                      trigger={
                        <Button variant="ghost" size="sm" aria-label={`Change ${category.name}`}>
                          Change
                        </Button>
                      }
                    />
                    <RemoveCategory eventId={eventId} category={category} />
                  </span>
                </TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
      )}
    </div>
  );
}

function RemoveCategory({ eventId, category }: { eventId: string; category: Category }) {
  const [open, setOpen] = useState(false);
  const changed = usePricesChanged(eventId);
  const remove = api.pricing.removeCategory.useMutation({
    onSuccess: async () => {
      await changed();
      toast.success(`${category.name} is gone.`);
    },
    onError: (error) => void toast.error(refusalOf(error).message),
    onSettled: () => setOpen(false),
  });
  return (
    <ConfirmDialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button variant="ghost" size="sm" aria-label={`Remove ${category.name}`}>
          Remove
        </Button>
      }
      title={`Remove ${category.name}`}
      description="Its seats cost what their sections do again. What is held or sold keeps its price."
      confirmLabel="Remove category"
      cancelLabel="Keep it"
      pending={remove.isPending}
      onConfirm={() => remove.mutate({ eventId, id: category.id })}
    />
  );
}
