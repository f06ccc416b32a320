import { standingWords, teamRoles } from "~/domain/team";

/** The roles one may give, the least first, as a select's options. */
export function RoleOptions() {
  return teamRoles.map((role) => (
    <option key={role} value={role}>
      {standingWords[role].name}
    </option>
  ));
}
