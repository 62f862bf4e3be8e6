// The JSON nouns that the others are made of, see nouns.ts: times, people, units and what they may, pieces of text.

export type Time = string;
export type Language = "nb" | "en";
export type Group = "member" | "affiliate" | "participant";
export type Role = "member" | "editor" | "moderator" | "administrator";
export type Audience = "public" | "members" | "units";
export type Stance = "for" | "against" | "neutral";

export interface Page<T> {
    items: T[];
    next: string | null;
}

export interface Person {
    id: number;
    name: string;
    groups?: Group[];
}

export interface Account {
    id: number;
    name: string;
    email?: string;
    confirmed?: boolean;
    language?: Language;
}

export interface UnitName {
    id: number;
    name: string;
}

export type UnitKind = "central" | "county" | "municipality" | "branch" | "committee" | "affiliate";

export interface Unit extends UnitName {
    kind: UnitKind;
    parent: number | null;
    affiliated_to: number | null;
    path: string;
    may: { administer: boolean };
    standings?: Standing[];
}

export interface Standing {
    id: number;
    account: Person;
    unit: UnitName;
    role: Role;
    from: Time;
    to: Time | null;
}

export interface Invitation {
    id: number;
    email: string;
    unit: number;
    role: Role;
    expires: Time;
    used: boolean;
}

export interface Me {
    account: Account | null;
    language: Language;
    settings: { open_sign_up: boolean; organisation: string };
    standings: Standing[];
}

export interface Piece {
    text: string;
    mark: "kept" | "deleted" | "inserted";
}
