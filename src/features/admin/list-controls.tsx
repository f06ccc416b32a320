"use client";

import { debounce, useQueryStates } from "nuqs";
import { Field } from "~/components/ui/field";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { cn } from "~/lib/utils";
import { listParams } from "./list-params";

/** The list's filters in the address bar. */
export function useListParams() {
  return useQueryStates(listParams, { history: "push" });
}

const WIDE = "sm:grid-cols-2 lg:grid-cols-[minmax(0,1fr)_12rem_minmax(0,1fr)_10rem_10rem]";

/** Search and one filter over a list, and for logs who and from when to when; all in the address bar. */
export function ListControls({
  placeholder,
  filter,
  options,
  person = false,
  days = false,
}: {
  placeholder: string;
  filter: string;
  options: readonly (readonly [string, string])[];
  /** Whether one may ask for somebody's entries alone. */
  person?: boolean;
  /** Whether one may ask for some days alone. */
  days?: boolean;
}) {
  const [params, setParams] = useListParams();
  return (
    <div className={cn("mb-4 grid gap-3", person || days ? WIDE : "sm:grid-cols-[minmax(0,20rem)_12rem]")}>
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
      {person && (
        <Field label="Who">
          <Input
            type="search"
            placeholder="Name or mail address"
            defaultValue={params.person}
            onChange={(event) =>
              void setParams({ person: event.target.value, page: 1 }, { history: "replace", limitUrlUpdates: debounce(350) })
            }
          />
        </Field>
      )}
      {days &&
        ([["from", "From"], ["to", "To"]] as const).map(([name, label]) => (
          <Field key={name} label={label}>
            <Input type="date" value={params[name]} onChange={(event) => void setParams({ [name]: event.target.value, page: 1 })} />
          </Field>
        ))}
    </div>
  );
}
