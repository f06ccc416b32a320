import { posterSize, type PosterVariant } from "~/posters/poster";
import { cn } from "~/lib/utils";

/** An event's picture: the organizer's, or else the one we draw. */
export function posterSrc(
  event: { id: string; imageUrl?: string | null },
  variant: PosterVariant = "poster",
): string {
  const own = event.imageUrl?.startsWith("/api/uploads/") ? event.imageUrl : null;
  return own ?? `/posters/${event.id}/${variant}.svg`;
}

/**
 * An event's poster. Beside its title it is decoration; standing alone it needs `alt`.
 * `eager` for what is on the first screen.
 */
export function Poster({
  event,
  variant = "poster",
  alt = "",
  eager = false,
  className,
}: {
  event: { id: string; imageUrl?: string | null };
  variant?: PosterVariant;
  alt?: string;
  eager?: boolean;
  className?: string;
}) {
  const { width, height } = posterSize(variant);
  return (
    // next/image neither takes drawings nor hosts it was not told of; ours need no resizing.
    // eslint-disable-next-line @next/next/no-img-element
    <img
      src={posterSrc(event, variant)}
      alt={alt}
      width={width}
      height={height}
      loading={eager ? "eager" : "lazy"}
      fetchPriority={eager ? "high" : undefined}
      decoding="async"
      style={{ aspectRatio: `${width} / ${height}` }}
      className={cn("bg-surface rounded-card h-auto w-full object-cover", className)}
    />
  );
}
