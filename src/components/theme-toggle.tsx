"use client";

import { Moon, Sun } from "lucide-react";
import { OnDemand } from "~/lib/on-demand";
import { Button } from "./ui/button";

const loadMenu = () => import("./theme-menu").then((module) => module.ThemeMenu);

/** House lights: up, down, or as the system says. */
export function ThemeToggle() {
  return (
    <OnDemand load={loadMenu} props={{}} popup="menu">
      {(opener) => (
        <Button variant="ghost" size="icon" aria-label="Colour theme" {...opener}>
          <Sun aria-hidden className="dark:hidden" />
          <Moon aria-hidden className="hidden dark:block" />
        </Button>
      )}
    </OnDemand>
  );
}
