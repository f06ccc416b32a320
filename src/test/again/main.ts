import { availableParallelism } from "node:os";
import { parseArgs } from "node:util";
import { burn } from "./burn";
import { runBrowser, runVitest, type Run } from "./runs";

/**
 * `npm run test:again -- --times 10 --browser 3`: the same tests over and over while other work burns every core, to
 * find those whose answer depends on the machine. `--only PATTERN` for a part of them, `--calm` without the burning.
 * Ends with 1 where any of them was red.
 */
const { values } = parseArgs({
  options: {
    times: { type: "string", default: "10" },
    browser: { type: "string", default: "0" },
    only: { type: "string" },
    calm: { type: "boolean", default: false },
  },
});

const fire = values.calm ? null : burn(availableParallelism());
const runs: Run[] = [];
try {
  for (const [count, run] of [
    [Number(values.times), runVitest],
    [Number(values.browser), runBrowser],
  ] as const) {
    for (let time = 1; time <= count; time++) {
      const done = await run(values.only);
      runs.push(done);
      console.log(row(done, time));
      for (const name of done.red) console.log(`    red: ${name}`);
    }
  }
} finally {
  fire?.putOut();
}

const red = runs.flatMap((run) => run.red);
const times = (name: string) => red.filter((one) => one === name).length;
console.log(
  `\n${runs.length} runs, ${red.length} red${values.calm ? "" : `, beside ${availableParallelism()} busy processes`}`,
);
for (const name of new Set(red)) console.log(`  ${times(name)} of ${runs.length}: ${name}`);
process.exit(red.length === 0 && runs.length > 0 ? 0 : 1);

function row({ suite, passed, red: failed, seconds }: Run, time: number): string {
  const cells = [
    `${suite} ${time}`.padEnd(12),
    `${passed} passed`.padStart(12),
    `${failed.length} red`.padStart(8),
  ];
  return [...cells, `${Math.round(seconds)} s`.padStart(8)].join("  ");
}
