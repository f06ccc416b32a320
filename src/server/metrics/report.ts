import { AggregatorRegistry, type MetricObjectWithValues, type MetricValue } from "prom-client";

/** What one process has counted. */
export type Report = MetricObjectWithValues<MetricValue<string>>[];

/** Several processes' reports as one: counts are added up, and the longest line is the line. */
export function addUp(reports: Report[]): Promise<string> {
  return AggregatorRegistry.aggregate(reports).metrics();
}

/** What stays of processes that have ended: their counts, or else a new one's would look like a fall; not how they stood. */
export async function countsOf(reports: Report[]): Promise<Report> {
  const counts = reports.map((report) => report.filter(({ type }) => `${type}` !== "gauge"));
  return (await AggregatorRegistry.aggregate(counts).getMetricsAsJSON()) as Report;
}
