import { mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it } from "vitest";
import { classClashes } from "~/test/class-clashes";

const sources = (readdirSync("src", { recursive: true }) as string[])
  .filter((name) => /\.tsx?$/.test(name) && !/\.test\.|^(server|generated|cli|test)\//.test(name))
  .map((name) => path.join("src", name));

it("leaves no class of a component's to the order of the stylesheet", () => {
  expect(sources.length).toBeGreaterThan(200);
  expect(classClashes(sources)).toEqual([]);
});

it("finds a class that is replaced in silence, within a component and from outside", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "classes-"));
  const file = path.join(folder, "box.tsx");
  writeFileSync(
    file,
    `const shape = { wide: "px-6" };
     function Box({ className, on }) { return <div className={cn("px-4 text-ink", on && "text-danger", shape.wide, className)} />; }
     const shown = <Box className="px-0 rounded-full" />;
     const right = <Box className="px-0!" />;`,
  );
  const found = classClashes([file]).map((words) => words.replace(`${file}: `, ""));
  rmSync(folder, { recursive: true });
  expect(found).toEqual([
    "text-ink and text-danger",
    "px-4 and px-6",
    "px-4 and px-0 on Box",
    "px-6 and px-0 on Box",
  ]);
});
