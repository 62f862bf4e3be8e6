import { request } from "./request.ts";
import type { Tallies } from "./tally_nouns.ts";

export const fetchTallies = (consultation: number) =>
    request<Tallies>("GET", `/api/consultations/${consultation}/tallies`);
export const exportAddress = (consultation: number, format: "csv" | "xlsx" | "jsonl") =>
    `/api/consultations/${consultation}/answers/export?format=${format}`;
