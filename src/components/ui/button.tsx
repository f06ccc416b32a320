import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps } from "react";
import { cn } from "~/lib/utils";
import { Spinner } from "./spinner";

/** Class names of a button, for the rare element that cannot be one. */
export const buttonVariants = cva(
  "rounded-control relative inline-flex shrink-0 items-center justify-center gap-2 font-medium whitespace-nowrap transition-colors select-none disabled:pointer-events-none disabled:opacity-55 aria-disabled:pointer-events-none aria-disabled:opacity-55 [&_svg]:shrink-0 [&_svg:not([class*='size-'])]:size-4.5",
  {
    variants: {
      variant: {
        primary: "bg-accent text-accent-ink hover:bg-accent-hover",
        secondary: "border-line-strong bg-raised text-ink hover:bg-surface hover:border-ink-soft border",
        ghost: "text-ink hover:bg-surface",
        danger: "bg-danger text-danger-ink hover:bg-danger-hover",
        link: "text-accent-text decoration-accent-text/40 hover:decoration-accent-text underline underline-offset-4",
      },
      size: {
        sm: "touch-target h-9 px-3 text-sm",
        md: "h-11 px-4 text-base",
        lg: "h-13 px-6 text-lg",
        icon: "size-11",
        "icon-sm": "touch-target size-9",
      },
    },
    compoundVariants: [{ variant: "link", class: "h-auto! px-0!" }],
    defaultVariants: { variant: "primary", size: "md" },
  },
);

export type ButtonProps = ComponentProps<"button"> &
  VariantProps<typeof buttonVariants> & {
    /** Render the single child (a Link) with the button's looks. */
    asChild?: boolean;
    /** Shows a spinner over the label, keeps the width, refuses clicks. */
    loading?: boolean;
  };

/** Says what happens: "Hold 3 seats". One primary in a view. */
export function Button({
  className,
  variant,
  size,
  asChild,
  loading = false,
  disabled,
  children,
  type,
  ...props
}: ButtonProps) {
  const classes = cn(buttonVariants({ variant, size }), className);
  if (asChild) {
    return (
      <Slot.Root className={classes} {...props}>
        {children}
      </Slot.Root>
    );
  }
  return (
    <button
      className={cn(classes, loading && "aria-disabled:opacity-100!")}
      type={type ?? "button"}
      disabled={disabled}
      aria-busy={loading || undefined}
      {...props}
      // Not disabled: a button that works keeps the focus of whoever pressed it.
      {...(loading && { "aria-disabled": true, onClick: refuse })}
    >
      {/* The label stays in the layout and in the accessible name, so nothing jumps. */}
      <span className={cn("inline-flex items-center gap-2", loading && "opacity-0")}>{children}</span>
      {loading && (
        <span className="absolute inset-0 grid place-items-center">
          <Spinner />
        </span>
      )}
    </button>
  );
}

function refuse(event: { preventDefault: () => void; stopPropagation: () => void }): void {
  event.preventDefault();
  event.stopPropagation();
}
