"use client";

import { debounce, useQueryStates } from "nuqs";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { listParams } from "./list-params";

/** The list's filters in the address bar. */
export function useListParams() {
  return useQueryStates(listParams, { history: "push" });
}

/** Search and one filter over a list, both in the address bar. */
export function ListControls({
  placeholder,
  filter,
  options,
}: {
  placeholder: string;
  filter: string;
  options: readonly (readonly [string, string])[];
}) {
  const [params, setParams] = useListParams();
  return (
    <div className="mb-4 grid gap-3 sm:grid-cols-[minmax(0,20rem)_12rem]">
      <Field label="Search">
        <Input
          type="search"
          placeholder={placeholder}
          defaultValue={params.search}
          onChange={(event) =>
            void setParams(
              { search: event.target.value, page: 1 },
              { history: "replace", limitUrlUpdates: debounce(350) },
            )
          }
        />
      </Field>
      <Field label={filter}>
        <Select
          value={params.only}
          onChange={(event) => void setParams({ only: event.target.value, page: 1 })}
        >
          <option value="">All</option>
          {options.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      </Field>
    </div>
  );
}
