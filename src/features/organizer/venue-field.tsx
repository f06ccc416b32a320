"use client";

import Link from "next/link";
import { useDeferredValue, useState } from "react";
import { useWatch } from "react-hook-form";
import { Field } from "~/components/ui/field";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import type { Form } from "./event-form-type";
import { useVenue, useVenues } from "./use-venues";

/** So many are looked through at a glance; beyond, a search narrows them. */
const AT_A_GLANCE = 20;

/** Where the event takes place: one of one's own venues or of the shared ones, however many there are. */
export function VenueField({ form }: { form: Form }) {
  const [search, setSearch] = useState("");
  const venueId = useWatch({ control: form.control, name: "venueId" });
  const { data: chosen } = useVenue(venueId);
  const { venues, total } = useVenues(useDeferredValue(search.trim().slice(0, 100)));
  const others = venues.filter((venue) => venue.id !== venueId);
  const more = total - venues.length;
  return (
    <>
      {(total > AT_A_GLANCE || search !== "") && (
        <Field
          label="Find a venue"
          optional
          className="wide"
          hint={more > 0 ? `${more.toLocaleString("en-IN")} more: say its name, city or address.` : undefined}
        >
          <Input
            type="search"
            value={search}
            placeholder="Name, city or address"
            onChange={(event) => setSearch(event.target.value)}
          />
        </Field>
      )}
      <FormField
        form={form}
        name="venueId"
        label="Venue"
        required
        className="wide"
        hint={
          <>
            {search !== "" && others.length === 0
              ? "No venue fits these words. "
              : "Yours and the shared ones. "}
            <Link href="/organizer/venues/create" className="underline underline-offset-4">
              Add a venue
            </Link>
          </>
        }
      >
        {(props) => (
          // Held by the form, not by the list: the list may come later than the choice.
          <Select {...props} value={venueId}>
            <option value="">Choose a venue</option>
            {[...(chosen ? [chosen] : []), ...others].map(({ id, name, city }) => (
              <option key={id} value={id}>
                {name}, {city}
              </option>
            ))}
          </Select>
        )}
      </FormField>
    </>
  );
}
