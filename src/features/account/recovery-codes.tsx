"use client";

import { Copy, Download } from "lucide-react";
import { Alert } from "~/components/ui/alert";
import { Button } from "~/components/ui/button";
import { toast } from "~/lib/toast";

/** Ten recovery codes, shown this once: to copy or keep as a file. */
export function RecoveryCodes({ codes, onKept }: { codes: string[]; onKept: () => void }) {
  const text = codes.join("\n");
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => toast.success("The codes are copied."),
      () => toast.error("Your browser did not let us copy them. Select them instead."),
    );
  return (
    <div className="grid gap-5">
      <Alert tone="success" title="Keep these now: we show them once">
        Each opens your account once, should your phone be lost. A password manager or a sheet of paper is a good place.
      </Alert>
      <ul aria-label="Recovery codes" className="figures rounded-control bg-surface grid grid-cols-1 gap-x-6 gap-y-2 p-4 font-mono text-sm min-[420px]:grid-cols-2">
        {codes.map((code) => (
          <li key={code} className="select-all">
            {code}
          </li>
        ))}
      </ul>
      <div className="flex flex-wrap gap-2">
        <Button variant="secondary" onClick={() => void copy()}>
          <Copy aria-hidden /> Copy
        </Button>
        <Button asChild variant="secondary">
          <a href={`data:text/plain;charset=utf-8,${encodeURIComponent(`Aisle recovery codes\n\n${text}\n`)}`} download="aisle-recovery-codes.txt">
            <Download aria-hidden /> Save as a file
          </a>
        </Button>
        <Button onClick={onKept}>I have them</Button>
      </div>
    </div>
  );
}
