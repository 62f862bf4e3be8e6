// The few drawings of the page, on a grid of 20, in the colour of the text beside them.

const drawings = {
    sun: "M10 6.500a3.500 3.500 0 1 0 0 7 3.500 3.500 0 0 0 0-7zM10 1.500v2M10 16.500v2M1.500 10h2M16.500 10h2M4 4l1.400 1.400M14.600 14.600L16 16M16 4l-1.400 1.400M5.400 14.600L4 16",
    moon: "M16.500 12A7 7 0 0 1 8 3.500a7 7 0 1 0 8.500 8.500z",
    comment: "M3 4h14v9.500H9l-4 3.500v-3.500H3z",
    plus: "M10 4.500v11M4.500 10h11",
    check: "M4 10.500l4 4 8-9",
    cross: "M5 5l10 10M15 5L5 15",
    up: "M10 16V5M5.500 9.500L10 5l4.500 4.500",
    minus: "M5 10h10",
    more: "M4.500 10h.01M10 10h.01M15.500 10h.01",
    people: "M7.500 9a2.800 2.800 0 1 0 0-5.600 2.800 2.800 0 0 0 0 5.600zM2.500 16.500c0-3 2-5 5-5s5 2 5 5M13 9a2.300 2.300 0 1 0-.5-4.500M14 11.700c2.200.3 3.500 2.200 3.500 4.800",
    list: "M3.500 5.500h13M3.500 10h13M3.500 14.500h8",
    link: "M8.500 11.500l3-3M9 6.500l2-2a3.200 3.200 0 0 1 4.500 4.500l-2 2M11 13.500l-2 2A3.200 3.200 0 0 1 4.500 11l2-2",
    clock: "M10 3a7 7 0 1 0 0 14 7 7 0 0 0 0-14zM10 6v4.200l2.800 1.700",
    right: "M7.500 4.500L13 10l-5.500 5.500",
    menu: "M3 6h14M3 10h14M3 14h14",
    edit: "M4 16l.8-3.500L13.500 3.800l2.700 2.700-8.700 8.700zM12 5.300l2.700 2.700",
    grip: "M7.5 5h.01M12.5 5h.01M7.5 10h.01M12.5 10h.01M7.5 15h.01M12.5 15h.01",
    copy: "M7 7h9v9H7zM4 13V4h9",
    download: "M10 3.500v9M6 9l4 4 4-4M4 16.500h12",
} as const;

export type IconName = keyof typeof drawings;

export function Icon({ name }: { name: IconName }) {
    return (
        <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
            <path d={drawings[name]} />
        </svg>
    );
}
