import { expect, it } from "vitest";
import { AppError } from "~/domain/errors";
import { csvAnswer } from "./csv-answer";

const request = new Request("http://localhost/api/a.csv");

it("streams the pieces in their order, the first asked from outside and the others as our own", async () => {
  const asked: { api: unknown; cursor?: number }[] = [];
  const answer = await csvAnswer<number>(request, (api, cursor) => {
    asked.push({ api, cursor });
    const at = cursor ?? 0;
    return Promise.resolve({ fileName: `${at}.csv`, csv: `${at}\r\n`, nextCursor: at === 2 ? null : at + 1 });
  });
  expect(answer.headers.get("content-disposition")).toBe('attachment; filename="0.csv"');
  expect(answer.headers.get("content-type")).toBe("text/csv; charset=utf-8");
  expect(await answer.text()).toBe("0\r\n1\r\n2\r\n");
  expect(asked.map(({ cursor }) => cursor)).toEqual([undefined, 1, 2]);
  expect(asked[0]!.api).not.toBe(asked[1]!.api);
  expect(asked[1]!.api).toBe(asked[2]!.api);
});

it("says why there is none", async () => {
  const answer = await csvAnswer<string>(request, () => Promise.reject(new AppError("FORBIDDEN", "This is another organizer's.")));
  expect([answer.status, await answer.text()]).toEqual([403, "This is another organizer's."]);
});
