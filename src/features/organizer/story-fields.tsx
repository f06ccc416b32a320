"use client";

import { useWatch } from "react-hook-form";
import { FormField } from "~/components/ui/form";
import { Input } from "~/components/ui/input";
import { Select } from "~/components/ui/select";
import { Textarea } from "~/components/ui/textarea";
import { categoryOrder, categoryWords } from "~/lib/categories";
import type { Form } from "./event-form-type";
import { FormSection } from "./form-section";
import { PictureField } from "./picture-field";

/** What people read of the event, and its pictures. */
export function StoryFields({ form }: { form: Form }) {
  const [imageUrl, bannerUrl] = useWatch({ control: form.control, name: ["imageUrl", "bannerUrl"] });
  const set = (name: "imageUrl" | "bannerUrl") => (url: string | null) =>
    form.setValue(name, url, { shouldDirty: true });
  return (
    <>
      <FormSection title="What is on" hint="What people read before they buy.">
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
