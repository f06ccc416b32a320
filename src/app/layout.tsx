import "./globals.css";
import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { Navbar } from "~/components/navbar";
import { OfflineNote } from "~/components/offline-note";
import { SessionWatch } from "~/components/session-watch";
import { SiteFooter } from "~/components/site-footer";
import { ThemeProvider } from "~/components/theme-provider";
import { Toaster } from "~/components/ui/toaster";
import { env } from "~/env";
import { NotificationBell } from "~/features/notifications/bell";
import { currentUserOrNobody } from "~/server/auth";
import { currentTeamActor } from "~/server/http/page-guards";
import { TRPCReactProvider } from "~/trpc/react";
import { fontVariables } from "./fonts";

export const metadata: Metadata = {
  metadataBase: new URL(env.APP_URL),
  title: { default: "Aisle: tickets for the seat you choose", template: "%s · Aisle" },
  description:
    "Concerts, films, sport, theatre, comedy and conferences across India. Choose your seat on the map, see the whole price, keep it for ten minutes while you decide.",
  applicationName: "Aisle",
  openGraph: { siteName: "Aisle", type: "website", locale: "en_IN" },
};

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcf9f6" },
    { media: "(prefers-color-scheme: dark)", color: "#160f14" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const user = await currentUserOrNobody();
  const team = user ? (await currentTeamActor())?.team?.role : undefined;
  const nonce = (await headers()).get("x-nonce") ?? undefined;
  return (
    <html lang="en-IN" className={fontVariables} suppressHydrationWarning>
      <body className="flex min-h-dvh flex-col">
        <TRPCReactProvider>
          <ThemeProvider nonce={nonce}>
            <a
              href="#main"
              className="bg-ink text-paper rounded-control sr-only z-50 px-4 py-3 font-medium focus:not-sr-only focus:fixed focus:top-3 focus:left-3"
            >
              Skip to the page
            </a>
            <Navbar
              user={user && { name: user.name, role: user.role, team }}
              notifications={<NotificationBell />}
            />
            <main id="main" tabIndex={-1} className="flex-1 outline-none">
              {children}
            </main>
            <SiteFooter />
            <OfflineNote />
            <SessionWatch />
            <Toaster />
          </ThemeProvider>
        </TRPCReactProvider>
      </body>
    </html>
  );
}
