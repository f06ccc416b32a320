import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { StartError } from "~/cli/start-error";

/** DATA_DIR as an absolute path; made when it is not there. @throws StartError where it can't be written. */
export async function openDataDir(dataDir = process.env.DATA_DIR || ".data"): Promise<string> {
  const folder = path.resolve(dataDir);
  const probe = path.join(folder, `.probe-${process.pid}`);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(probe, "");
    await rm(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    throw new StartError(
      `DATA_DIR ${folder} can't be written to (${code}): let this user write there, or set DATA_DIR to another folder.`,
    );
  }
  return folder;
}

/** What a machine of its own needs and nobody typed in; kept between starts, readable by its owner alone. */
export type LocalSecrets = { nextauthSecret: string; ticketSecret: string; jwtSecret: string; cronSecret: string; databasePassword: string };

/** Reads the secrets of this data folder, and makes those that are missing. */
export async function localSecrets(dataDir: string): Promise<LocalSecrets> {
  const file = path.join(dataDir, "secrets.json");
  const kept = await readJson<Partial<LocalSecrets>>(file);
  const fresh = () => randomBytes(32).toString("base64url");
  const secrets = { nextauthSecret: fresh(), ticketSecret: fresh(), jwtSecret: fresh(), cronSecret: fresh(), databasePassword: fresh(), ...kept };
  await writePrivate(file, secrets);
  return secrets;
}

/** A JSON file's content, or undefined where there is none that can be read. */
export async function readJson<T>(file: string): Promise<T | undefined> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as T;
  } catch {
    return undefined;
  }
}

/** Writes JSON that only this user may read (mode 600). */
export async function writePrivate(file: string, content: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(file, 0o600);
}
