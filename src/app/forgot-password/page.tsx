import type { Metadata } from "next";
import { AuthPage } from "~/features/account/auth-page";
import { BackToSignIn } from "~/features/account/back-to-sign-in";
import { ForgotPasswordForm } from "~/features/account/forgot-password-form";

export const metadata: Metadata = { title: "Forgotten password" };

/** Where one asks for a link to choose another password. */
export default function ForgotPasswordPage() {
  return (
    <AuthPage title="Forgot your password?" footer={<BackToSignIn />}>
      <ForgotPasswordForm />
    </AuthPage>
  );
}
