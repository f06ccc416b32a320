/** A QR code, black on white with its quiet zone; `label` says what it is for. */
export function QrPicture({ qr: { size, path }, label }: { qr: { size: number; path: string }; label: string }) {
  return (
    <svg
      viewBox={`-4 -4 ${size + 8} ${size + 8}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="w-full"
    >
      <rect x={-4} y={-4} width={size + 8} height={size + 8} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
