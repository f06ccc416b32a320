import type { Metadata, Viewport } from "next";
import { DoorScreen } from "~/features/door/door-screen";

type Props = { params: Promise<{ eventId: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { eventId } = await params;
  return { title: "The door", robots: { index: false }, referrer: "no-referrer", manifest: `/door/${eventId}/app.webmanifest` };
}

export const viewport: Viewport = { themeColor: "#160f14", width: "device-width", initialScale: 1 };

/** The same for everybody, so that a phone may keep it: who may open the door is asked by what the page calls. */
export default async function DoorPage({ params }: Props) {
  const { eventId } = await params;
  return <DoorScreen eventId={eventId} />;
}
