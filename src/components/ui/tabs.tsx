"use client";

import { createContext, use, useId, useState, type ComponentProps, type KeyboardEvent } from "react";
import { cn } from "~/lib/utils";

const Choice = createContext<{ id: string; value: string; choose: (value: string) => void }>({
  id: "",
  value: "",
  choose: () => undefined,
});

type TabsProps = Omit<ComponentProps<"div">, "defaultValue"> & {
  value?: string;
  defaultValue?: string;
  onValueChange?: (value: string) => void;
};

/**
 * Several views of one thing (the tabs pattern of WAI-ARIA, moved by arrow keys). Written out: the ready-made one is
 * half as heavy as the seat map it stands over.
 */
export function Tabs({ value, defaultValue = "", onValueChange, ...props }: TabsProps) {
  const id = useId();
  const [own, setOwn] = useState(defaultValue);
  const choose = (next: string) => {
    setOwn(next);
    onValueChange?.(next);
  };
  return (
    <Choice value={{ id, value: value ?? own, choose }}>
      <div {...props} />
    </Choice>
  );
}

/** Where a key leads among so many tabs; null for keys that are not the tabs'. */
function target(key: string, at: number, count: number): number | null {
  if (key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowLeft") return (at + count - 1) % count;
  if (key === "Home") return 0;
  return key === "End" ? count - 1 : null;
}

/** The row of tabs. Name it with aria-label. */
export function TabsList({ className, ...props }: ComponentProps<"div">) {
  function onKeyDown(event: KeyboardEvent<HTMLDivElement>) {
    const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>('[role="tab"]:not(:disabled)')];
    const next = target(event.key, tabs.indexOf(event.target as HTMLElement), tabs.length);
    if (next === null) return;
    event.preventDefault();
    tabs[next]?.focus();
    tabs[next]?.click();
  }
  return (
    <div
      role="tablist"
      onKeyDown={onKeyDown}
      className={cn("border-line no-scrollbar flex gap-6 overflow-x-auto border-b", className)}
      {...props}
    />
  );
}

/** One tab. */
export function TabsTrigger({ value, className, ...props }: ComponentProps<"button"> & { value: string }) {
  const choice = use(Choice);
  const active = choice.value === value;
  return (
    <button
      type="button"
      role="tab"
      id={`${choice.id}-tab-${value}`}
      aria-selected={active}
      aria-controls={`${choice.id}-panel-${value}`}
      data-state={active ? "active" : "inactive"}
      tabIndex={active ? 0 : -1}
      onClick={() => choice.choose(value)}
      className={cn(
        "text-ink-soft hover:text-ink data-[state=active]:text-ink data-[state=active]:border-ink -mb-px inline-flex h-11 shrink-0 items-center gap-2 border-b-2 border-transparent font-medium transition-colors focus-visible:outline-offset-[-2px]",
        className,
      )}
      {...props}
    />
  );
}

/** What a tab shows; nothing of it exists while another is chosen. */
export function TabsContent({
  value,
  className,
  children,
  ...props
}: ComponentProps<"div"> & { value: string }) {
  const choice = use(Choice);
  const active = choice.value === value;
  return (
    <div
      role="tabpanel"
      id={`${choice.id}-panel-${value}`}
      aria-labelledby={`${choice.id}-tab-${value}`}
      data-state={active ? "active" : "inactive"}
      hidden={!active}
      tabIndex={0}
      className={cn("pt-6", className)}
      {...props}
    >
      {active && children}
    </div>
  );
}
