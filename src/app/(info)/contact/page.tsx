import type { Metadata } from "next";
import { env } from "~/env";
import { Contact } from "~/features/info/contact";

export const metadata: Metadata = { title: "Contact", description: "How to reach Aisle about a booking, a refund, or selling with us.", alternates: { canonical: "/contact" } };

export default function ContactPage() {
  return <Contact address={/<(.+)>/.exec(env.MAIL_FROM)?.[1] ?? env.MAIL_FROM} />;
}
