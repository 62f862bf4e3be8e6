// Words about the supporters that an amendment needs.
export const supportersNb = {
    "amendment.supportersMissing": "trenger 1 støtte til før det tas opp|trenger {n} støtter til før det tas opp",
} as const;
