"use client";

import Link from "next/link";
import { useWatch, type UseFormReturn } from "react-hook-form";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { categoryOrder, categoryWords } from "~/lib/categories";
import type { EventForm } from "~/schemas/event-form";
import type { RouterOutputs } from "~/trpc/react";
import { FormSection } from "./form-section";
import { PictureField } from "./picture-field";
import { SectionPrices } from "./section-prices";

export type Form = UseFormReturn<EventForm, unknown, EventForm>;
export type UsableVenue = Pick<
  RouterOutputs["venue"]["list"]["items"][number],
  "id" | "name" | "city" | "timeZone"
>;

/** What people read of the event, and its pictures. */
export function StoryFields({ form }: { form: Form }) {
  const [imageUrl, bannerUrl] = useWatch({ control: form.control, name: ["imageUrl", "bannerUrl"] });
  const set = (name: "imageUrl" | "bannerUrl") => (url: string | null) =>
    form.setValue(name, url, { shouldDirty: true });
  return (
    <>
      <FormSection
        title="What is on"
        anchors={["title", "description"]}
        hint="What people read before they buy."
      >
        <FormField form={form} name="title" label="Title" required className="wide">
          {(props) => <Input {...props} />}
        </FormField>
        <FormField form={form} name="subtitle" label="Subtitle" optional className="wide">
          {(props) => <Input {...props} />}
        </FormField>
        <FormField form={form} name="description" label="Description" required className="wide">
          {(props) => <Textarea rows={6} {...props} />}
        </FormField>
        <FormField form={form} name="category" label="Category" required>
          {(props) => (
            <Select {...props}>
              {categoryOrder.map((category) => (
                <option key={category} value={category}>
                  {categoryWords[category].label}
                </option>
              ))}
            </Select>
          )}
        </FormField>
        <FormField form={form} name="artist" label="Artist, team or speaker" optional>
          {(props) => <Input {...props} />}
        </FormField>
        <FormField form={form} name="language" label="Language" optional>
          {(props) => <Input {...props} />}
        </FormField>
        <FormField form={form} name="ageRating" label="Age rating" optional>
          {(props) => <Input placeholder="16+" {...props} />}
        </FormField>
      </FormSection>
      <FormSection
        title="Pictures"
        hint="JPEG, PNG or WebP, 8 MB at most. Without one, we draw a poster from the title."
      >
        <PictureField
          label="Poster"
          hint="Upright, shown in lists."
          value={imageUrl}
          onChange={set("imageUrl")}
        />
        <PictureField
          label="Banner"
          hint="Wide, over the event's page."
          value={bannerUrl}
          onChange={set("bannerUrl")}
        />
      </FormSection>
    </>
  );
}

/** Where and when, in the venue's own time. */
export function PlaceFields({ form, venues }: { form: Form; venues: readonly UsableVenue[] }) {
  const venueId = useWatch({ control: form.control, name: "venueId" });
  const venue = venues.find(({ id }) => id === venueId);
  const zone = venue ? `${venue.city} time (${venue.timeZone}).` : "In the venue's time.";
  return (
    <FormSection
      title="Where and when"
      anchors={["venueId", "startsAt", "endsAt", "onSaleAt", "offSaleAt"]}
      hint={`Times are the venue's own. ${venue ? `Here: ${zone}` : ""}`}
    >
      <FormField
        form={form}
        name="venueId"
        label="Venue"
        required
        className="wide"
        hint={
          <>
            Yours and the shared ones.{" "}
            <Link href="/organizer/venues/create" className="underline underline-offset-4">
              Add a venue
            </Link>
          </>
        }
      >
        {(props) => (
          <Select {...props}>
            <option value="">Choose a venue</option>
            {venues.map(({ id, name, city }) => (
              <option key={id} value={id}>
                {name}, {city}
              </option>
            ))}
          </Select>
        )}
      </FormField>
      <FormField form={form} name="startsAt" label="Starts" required hint={zone}>
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField form={form} name="endsAt" label="Ends" optional>
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField
        form={form}
        name="onSaleAt"
        label="Sales begin"
        optional
        hint="Empty: as soon as it is published."
      >
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
      <FormField form={form} name="offSaleAt" label="Sales end" optional hint="Empty: when the event starts.">
        {(props) => <Input type="datetime-local" {...props} />}
      </FormField>
    </FormSection>
  );
}

/** What a seat costs, in each section. */
export function PriceFields({ form }: { form: Form }) {
  const [venueId, typed] = useWatch({ control: form.control, name: ["venueId", "basePricePaise"] });
  const paise = /^\d{1,7}(\.\d{1,2})?$/.test(typed.trim()) ? Math.round(Number(typed) * 100) : null;
  return (
    <FormSection title="Price" hint="Buyers see the price with 18% GST from the first screen on.">
      <FormField form={form} name="basePricePaise" label="Base price in rupees, before GST" required>
        {(props) => <Input inputMode="decimal" placeholder="499" {...props} />}
      </FormField>
      <div className="wide">
        <SectionPrices venueId={venueId} basePricePaise={paise} />
      </div>
    </FormSection>
  );
}

/** What buyers may do with their tickets and with seats left over. */
export function RuleFields({ form }: { form: Form }) {
  const mayCancel = useWatch({ control: form.control, name: "mayCancel" });
  return (
    <FormSection title="Rules" hint="Each booking keeps the rules it was bought under.">
      <FormField form={form} name="mayCancel" label="May buyers cancel?" className="wide">
        {(props) => (
          <Select {...props}>
            <option value="yes">Yes, until some hours before the start</option>
            <option value="no">No, tickets are final</option>
          </Select>
        )}
      </FormField>
      {mayCancel === "yes" && (
        <>
          <FormField form={form} name="cancelUntilHours" label="Hours before the start">
            {(props) => <Input inputMode="numeric" {...props} />}
          </FormField>
          <FormField form={form} name="cancelRefundBps" label="Percent given back">
            {(props) => <Input inputMode="numeric" {...props} />}
          </FormField>
        </>
      )}
      <FormField
        form={form}
        name="orphanRule"
        label="A choice that leaves one seat alone"
        className="wide"
        hint="A single seat between two taken ones is hard to sell."
      >
        {(props) => (
          <Select {...props}>
            <option value="OFF">Is allowed</option>
            <option value="WARN">Is warned of</option>
            <option value="REFUSE">Is refused</option>
          </Select>
        )}
      </FormField>
    </FormSection>
  );
}
