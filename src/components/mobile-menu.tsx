"use client";

import { Menu } from "lucide-react";
import { OnDemand } from "~/lib/on-demand";
import type { NavUser } from "./account-menu";
import { Button } from "./ui/button";

const loadSheet = () => import("./mobile-menu-sheet").then((module) => module.MobileMenuSheet);

/** The bar's links on phones, behind a button. */
export function MobileMenu({ user }: { user: NavUser | null }) {
  return (
    <OnDemand load={loadSheet} props={{ user }} popup="dialog">
      {(opener) => (
        <Button variant="ghost" size="icon" aria-label="Menu" className="md:hidden" {...opener}>
          <Menu aria-hidden />
        </Button>
      )}
    </OnDemand>
  );
}
