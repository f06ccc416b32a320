"use client";

import { LogOut } from "lucide-react";
import Link from "next/link";
import { useState } from "react";
import { PageHeader } from "~/components/page-header";
import { Button } from "~/components/ui/button";
import { EmptyState } from "~/components/ui/empty-state";
import { ErrorState } from "~/components/ui/error-state";
import { refusalOf } from "~/lib/api-error";
import { loginPath } from "~/lib/local-path";
import { signOut } from "~/lib/session-client";
import { api } from "~/trpc/react";
import { DetailsForm } from "./details-form";
import { MessageChoices } from "./message-choices";
import { PasswordForm } from "./password-form";
import { ProfileSection } from "./profile-section";
import { ProfileSkeleton } from "./profile-skeleton";
import { SecondFactor } from "./second-factor";
import { SessionList } from "./session-list";
import { TaxDetails } from "./tax-details";
import { YourData } from "./your-data";

/** The account of who is signed in: details, password, devices. */
export function Profile() {
  const profile = api.user.profile.useQuery();
  if (profile.isPending) return <ProfileSkeleton />;
  if (!profile.data) {
    const refusal = refusalOf(profile.error);
    if (refusal.code === "UNAUTHORIZED") return <SessionEnded />;
    return (
      <ErrorState
        className="mt-12"
        title="Your profile did not load"
        onRetry={() => void profile.refetch()}
        retrying={profile.isFetching}
      >
        {refusal.message}
      </ErrorState>
    );
  }
  const { name, email, bookingCount } = profile.data;
  return (
    <>
      <PageHeader
        title={name}
        description={
          <>
            <span className="block break-words">{email}</span>
            <Link href="/my-bookings" className="text-ink underline underline-offset-4">
              {bookingCount === 1 ? "1 booking" : `${bookingCount} bookings`}
            </Link>
          </>
        }
        actions={<SignOutButton />}
      />
      <ProfileSection
        id="details"
        title="Your details"
        description="Your name stands on your tickets. We call only when a show changes at the last minute."
      >
        <DetailsForm profile={profile.data} />
      </ProfileSection>
      <ProfileSection
        id="gst"
        title="Buying for a business"
        description="Registered for GST? Invoices of what you buy from now on name it, so that it can claim the tax."
      >
        <TaxDetails />
      </ProfileSection>
      <ProfileSection
        id="password"
        title="Password"
        description="A new one signs you out on every other device."
      >
        <PasswordForm email={email} />
      </ProfileSection>
      <ProfileSection
        id="second-factor"
        title="Second factor"
        description="A code of an app on your phone, beside your password: then a stolen password opens nothing."
      >
        <SecondFactor />
      </ProfileSection>
      <ProfileSection
        id="sessions"
        title="Where you are signed in"
        description="See a device that is not yours? Sign it out, and change your password."
      >
        <SessionList />
      </ProfileSection>
      <ProfileSection
        id="messages"
        title="Messages"
        description="What concerns your seats, your money and your account always reaches you. The rest is your choice."
      >
        <MessageChoices />
      </ProfileSection>
      <ProfileSection
        id="data"
        title="Your data"
        description="Download all that we keep about you, or delete your account."
      >
        <YourData />
      </ProfileSection>
    </>
  );
}

/** It was ended on another device while this page stood open. */
function SessionEnded() {
  return (
    <EmptyState
      className="mt-12 border-t-0!"
      title="You are signed out"
      action={
        <Button asChild>
          <Link href={loginPath("/profile")}>Sign in again</Link>
        </Button>
      }
    >
      This session was ended, perhaps by you on another device.
    </EmptyState>
  );
}

function SignOutButton() {
  const [leaving, setLeaving] = useState(false);
  return (
    <Button
      variant="secondary"
      loading={leaving}
      onClick={() => {
        setLeaving(true);
        void signOut();
      }}
    >
      <LogOut aria-hidden /> Sign out
    </Button>
  );
}
