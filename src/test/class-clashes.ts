import { readFileSync } from "node:fs";
import { extendTailwindMerge } from "tailwind-merge";
import ts from "typescript";

const merge = extendTailwindMerge({
  extend: {
    theme: {
      radius: ["control", "card"],
      shadow: ["float"],
      container: ["page"],
      spacing: ["nav"],
    },
  },
});

/** The class names that an expression may come to, as far as they are written in this file. */
function classesIn(node: ts.Node, known: Map<string, ts.Node>, depth = 0): string[] {
  if (ts.isStringLiteralLike(node)) return node.text.split(/\s+/).filter(Boolean);
  if (ts.isConditionalExpression(node))
    return [node.whenTrue, node.whenFalse].flatMap((part) => classesIn(part, known, depth));
  if (ts.isBinaryExpression(node)) return classesIn(node.right, known, depth);
  if (ts.isElementAccessExpression(node)) return classesIn(node.expression, known, depth);
  if (ts.isIdentifier(node)) {
    const value = known.get(node.text);
    return value && depth < 3 ? classesIn(value, known, depth + 1) : [];
  }
  const found: string[] = [];
  ts.forEachChild(node, (child) => void found.push(...classesIn(child, known, depth)));
  return found;
}

/** Class names of `own` that one of `given` means to replace without saying so by `!`. */
function clashes(own: readonly string[], given: readonly string[]): string[] {
  return [...new Set(given)].flatMap((later) =>
    [...new Set(own)]
      .filter((first) => first !== later && merge(`${first} ${later}`) === later)
      .filter((first) => !(first.endsWith("!") && later.endsWith("!")))
      .map((first) => `${first} and ${later}`),
  );
}

/**
 * Where two class names set one property of one element and only the stylesheet's order decides: within a `cn()`, and
 * between what a component sets itself and what it is given. Reads the sources; answers "file: a and b" for each.
 */
export function classClashes(files: readonly string[]): string[] {
  const own = new Map<string, string[]>();
  const given: { file: string; component: string; classes: string[] }[] = [];
  const found: string[] = [];
  for (const file of files) {
    const source = ts.createSourceFile(
      file,
      readFileSync(file, "utf8"),
      ts.ScriptTarget.Latest,
      true,
      ts.ScriptKind.TSX,
    );
    const known = new Map<string, ts.Node>();
    const visit = (node: ts.Node, component: string) => {
      if (ts.isVariableDeclaration(node) && node.initializer)
        known.set(node.name.getText(), node.initializer);
      if (ts.isJsxAttribute(node) && node.name.getText() === "className" && node.initializer) {
        const tag = node.parent.parent.tagName.getText();
        if (/^[A-Z]/.test(tag))
          given.push({ file, component: tag, classes: classesIn(node.initializer, known) });
      }
      if (ts.isCallExpression(node) && node.expression.getText() === "cn") {
        const parts = node.arguments.map((part) => classesIn(part, known));
        parts.forEach((part, at) =>
          found.push(...clashes(parts.slice(0, at).flat(), part).map((both) => `${file}: ${both}`)),
        );
        if (node.arguments.some((part) => part.getText() === "className"))
          own.set(component, [...(own.get(component) ?? []), ...parts.flat()]);
      }
      const name = ts.isFunctionDeclaration(node) ? node.name?.text : undefined;
      ts.forEachChild(node, (child) => visit(child, name ?? component));
    };
    visit(source, "");
  }
  for (const { file, component, classes } of given)
    found.push(
      ...clashes(own.get(component) ?? [], classes).map((both) => `${file}: ${both} on ${component}`),
    );
  return found;
}
