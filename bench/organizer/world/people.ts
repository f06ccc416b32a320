const first = `'{Asha,Ravi,Meera,Kabir,Zoya,Arjun,Nila,Farhan,Ishaan,Tara,Veena,Imran,Leela,Rohan,Sana,Dev,Anika,Joseph,Maya,Vikram}'::text[]`;
const last = `'{Rao,Iyer,Khan,Mehta,Das,Nair,Kapoor,Bose,Pillai,Gill,Menon,Joshi,Sen,Patil,Fernandes,Reddy,Shah,Chopra,Kulkarni,Naidu}'::text[]`;
const name = `(${first})[1 + n % 20] || ' ' || (${last})[1 + (n / 20) % 20]`;

/** An admin, twenty organizers, twenty thousand buyers who came over two years. */
export const people = [
  `INSERT INTO "User" (id, name, email, "passwordHash", role, "updatedAt") VALUES ('bw-admin', 'Admin', 'bw-admin@aisle.test', '-', 'ADMIN', now())`,
  `INSERT INTO "User" (id, name, email, "passwordHash", role, "updatedAt")
   SELECT 'bw-organizer-' || n, ${name}, 'bw-organizer-' || n || '@aisle.test', '-', 'ORGANIZER', now() FROM generate_series(1, 20) n`,
  `INSERT INTO "User" (id, name, email, "passwordHash", "createdAt", "updatedAt")
   SELECT 'bw-buyer-' || n, ${name}, lower(replace(${name}, ' ', '.')) || n || '@mail.test', '-', now() - (20001 - n) * interval '52 minutes', now()
     FROM generate_series(1, 20000) n`,
];
