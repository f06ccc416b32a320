"use client";

import { useState } from "react";
import { ConfirmDialog } from "~/components/ui/alert-dialog";
import { Button } from "~/components/ui/button";
import { Dialog, DialogActions, DialogClose, DialogContent, DialogTrigger } from "~/components/ui/dialog";
import { DropdownMenu, DropdownMenuContent, DropdownMenuItem, DropdownMenuLabel, DropdownMenuSeparator, DropdownMenuTrigger } from "~/components/ui/dropdown-menu";
import { Popover, PopoverContent, PopoverTrigger } from "~/components/ui/popover";
import { Sheet, SheetContent, SheetTrigger } from "~/components/ui/sheet";
import { toast } from "~/lib/toast";
import { Row, Showcase } from "./showcase";

/** What opens over the page. */
export function Floats() {
  const [asking, setAsking] = useState(false);
  return (
    <>
      <Showcase name="Dialog">
        <Row>
          <Dialog>
            <DialogTrigger asChild>
              <Button variant="secondary">Open the dialog</Button>
            </DialogTrigger>
            <DialogContent title="Your time ran out" description="Two seats are free again. You can hold them once more.">
              <p>Front tables, row B, seats 7 and 8.</p>
              <DialogActions>
                <DialogClose asChild>
                  <Button variant="secondary">Choose others</Button>
                </DialogClose>
                <Button>Hold 2 seats again</Button>
              </DialogActions>
            </DialogContent>
          </Dialog>
        </Row>
      </Showcase>
      <Showcase name="AlertDialog">
        <Row>
          <ConfirmDialog
            open={asking}
            onOpenChange={setAsking}
            trigger={<Button variant="secondary">Open the question</Button>}
            title="Cancel this booking?"
            description="Row C seats 4 and 5 go back on sale at once, and the tickets stop being valid."
            confirmLabel="Cancel, get ₹2,655 back"
            cancelLabel="Keep booking"
            onConfirm={() => setAsking(false)}
          />
        </Row>
      </Showcase>
      <Showcase name="DropdownMenu">
        <Row>
          <DropdownMenu>
            <DropdownMenuTrigger asChild>
              <Button variant="secondary">Open the menu</Button>
            </DropdownMenuTrigger>
            <DropdownMenuContent align="start">
              <DropdownMenuLabel>Signed in as Asha Rao</DropdownMenuLabel>
              <DropdownMenuSeparator />
              <DropdownMenuItem>Profile</DropdownMenuItem>
              <DropdownMenuItem disabled>Not now</DropdownMenuItem>
              <DropdownMenuItem tone="danger">Take down</DropdownMenuItem>
            </DropdownMenuContent>
          </DropdownMenu>
        </Row>
      </Showcase>
      <Showcase name="Popover">
        <Row>
          <Popover>
            <PopoverTrigger asChild>
              <Button variant="secondary">Open the popover</Button>
            </PopoverTrigger>
            <PopoverContent aria-label="Best available">How many seats, and up to which price?</PopoverContent>
          </Popover>
        </Row>
      </Showcase>
      <Showcase name="Sheet">
        <Row>
          {(["right", "left", "bottom"] as const).map((side) => (
            <Sheet key={side}>
              <SheetTrigger asChild>
                <Button variant="secondary">Open the drawer, {side}</Button>
              </SheetTrigger>
              <SheetContent title="Your order" side={side} footer={<Button className="w-full">Pay ₹1,180</Button>}>
                <p>Two seats, ₹1,180 with GST.</p>
              </SheetContent>
            </Sheet>
          ))}
        </Row>
      </Showcase>
      <Showcase name="Toaster">
        <Row>
          <Button variant="secondary" onClick={() => toast.success("Saved.", { description: "You find it behind your avatar." })}>
            Say that it went well
          </Button>
          <Button variant="secondary" onClick={() => toast.error("That did not work. Please try again.")}>
            Say that it did not
          </Button>
        </Row>
      </Showcase>
    </>
  );
}
