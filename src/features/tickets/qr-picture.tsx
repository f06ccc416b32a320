/** A QR code, black on white with its quiet zone. */
export function QrPicture({ qr: { size, path } }: { qr: { size: number; path: string } }) {
  return (
    <svg
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label="The code that is scanned at the door"
      shapeRendering="crispEdges"
      className="w-full"
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
