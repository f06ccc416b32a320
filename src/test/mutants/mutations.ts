import ts from "typescript";

/** One small change to a source: what stands between two offsets becomes something else. */
export type Mutation = { start: number; end: number; line: number; from: string; to: string };

const swaps = new Map<ts.SyntaxKind, string[]>([
  [ts.SyntaxKind.LessThanToken, ["<=", ">="]],
  [ts.SyntaxKind.LessThanEqualsToken, ["<", ">"]],
  [ts.SyntaxKind.GreaterThanToken, [">=", "<="]],
  [ts.SyntaxKind.GreaterThanEqualsToken, [">", "<"]],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ["!=="]],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ["==="]],
  [ts.SyntaxKind.AmpersandAmpersandToken, ["||"]],
  [ts.SyntaxKind.BarBarToken, ["&&"]],
  [ts.SyntaxKind.PlusToken, ["-"]],
  [ts.SyntaxKind.MinusToken, ["+"]],
  [ts.SyntaxKind.AsteriskToken, ["/"]],
  [ts.SyntaxKind.SlashToken, ["*"]],
  [ts.SyntaxKind.PercentToken, ["*"]],
]);

const calls = new Map([
  ["Math.min", "Math.max"],
  ["Math.max", "Math.min"],
  ["Math.floor", "Math.ceil"],
  ["Math.ceil", "Math.floor"],
  ["Math.round", "Math.floor"],
]);

const methods = new Map([
  ["some", "every"],
  ["every", "some"],
]);

/** Every mutation of a TypeScript source: conditions, boundaries, arithmetic, numbers, listed words, what is returned. */
export function mutationsOf(source: string): Mutation[] {
  const file = ts.createSourceFile("source.ts", source, ts.ScriptTarget.Latest, true);
  const found: Mutation[] = [];
  const change = (node: ts.Node, to: string) => {
    const start = node.getStart(file);
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    found.push({ start, end: node.end, line, from: source.slice(start, node.end), to });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node)) return;
    if (ts.isBinaryExpression(node))
      for (const to of swaps.get(node.operatorToken.kind) ?? []) change(node.operatorToken, to);
    if (ts.isIfStatement(node) || ts.isWhileStatement(node))
      change(node.expression, `!(${node.expression.getText(file)})`);
    if (ts.isConditionalExpression(node)) change(node.condition, `!(${node.condition.getText(file)})`);
    if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken)
      change(node, node.operand.getText(file));
    if (ts.isCallExpression(node)) {
      const to = calls.get(node.expression.getText(file));
      if (to) change(node.expression, to);
      if (ts.isPropertyAccessExpression(node.expression)) {
        const method = methods.get(node.expression.name.text);
        if (method) change(node.expression.name, method);
      }
    }
    if (ts.isNumericLiteral(node)) change(node, `(${node.getText(file)} + 1)`);
    if (node.kind === ts.SyntaxKind.TrueKeyword) change(node, "false");
    if (node.kind === ts.SyntaxKind.FalseKeyword) change(node, "true");
    // A word in a list of words: a move more or less, a status that is forgotten.
    if (ts.isStringLiteral(node) && ts.isArrayLiteralExpression(node.parent)) change(node, '"(none)"');
    if (ts.isReturnStatement(node) && node.expression) change(node.expression, "undefined as never");
    if (ts.isThrowStatement(node)) change(node, ";");
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

/** The source with one mutation made. */
export function mutated(source: string, { start, end, to }: Mutation): string {
  return source.slice(0, start) + to + source.slice(end);
}
