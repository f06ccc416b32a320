/** Text for a machine, in a box that scrolls by itself and can be reached by keyboard. */
export function CodeBlock({ label, children }: { label: string; children: string }) {
  return (
    <pre
      tabIndex={0}
      aria-label={label}
      className="bg-surface border-line rounded-control max-h-112 overflow-auto border p-4 text-sm leading-relaxed"
    >
      <code>{children}</code>
    </pre>
  );
}
