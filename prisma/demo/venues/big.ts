import type { DemoSection, DemoVenue } from "../types";
import { anglesOf, centred, seatNames, wedge } from "./shapes";

const FLOOR_BLOCKS = ["A", "B", "C", "D", "E", "F", "G", "H", "I"];
const FLOOR_PRICES = [35_000, 24_000, 18_000];

const floor: DemoSection[] = FLOOR_BLOCKS.map((letter, index) => {
  const [column, band] = [index % 3, Math.floor(index / 3)];
  return {
    name: `Floor ${letter}`,
    rowCount: 15,
    seatsPerRow: 18,
    priceMultiplierBps: FLOOR_PRICES[band] ?? 10_000,
    layout: { shape: "straight", x: (column - 1) * 202, y: -240 + band * 174 },
  };
});

const BOWL = 264;

/** Blocks 101 to 116 and 201 to 216: the four in the middle look straight at the stage. */
const bowl: DemoSection[] = anglesOf(16, BOWL).flatMap((angle, index) => {
  const facing = index >= 5 && index <= 10;
  const besideStage = index === 0 || index === 15;
  const number = String(index + 1).padStart(2, "0");
  const nearStage = (last: number) => (index === 0 ? [1, 5] : [last - 4, last]) as [number, number];
  return [
    wedge({
      name: `Lower 1${number}`,
      angle,
      span: BOWL / 16,
      radius: 430,
      rows: 17,
      gangway: 1.5,
      priceMultiplierBps: facing ? 16_000 : 12_500,
      layout: {
        accessible: facing ? ["A1", "A4"] : [],
        companion: facing ? ["A2", "A3"] : [],
        restrictedView: besideStage ? seatNames("ABCDEF", ...nearStage(11)) : [],
      },
    }),
    wedge({
      name: `Upper 2${number}`,
      angle,
      span: BOWL / 16,
      radius: 645,
      rows: 21,
      gangway: 2,
      priceMultiplierBps: facing ? 8_000 : 6_500,
      layout: { restrictedView: besideStage ? seatNames("ABCDEFGH", ...nearStage(16)) : [] },
    }),
  ];
});

const stand: DemoSection[] = anglesOf(8, 66).flatMap((angle, index) => {
  const behindWicket = index >= 2 && index <= 5;
  const block = { angle, span: 66 / 8 };
  return [
    wedge({
      ...block,
      name: `L${index + 1}`,
      radius: 1_700,
      rows: 18,
      gangway: 2,
      priceMultiplierBps: behindWicket ? 15_000 : 10_000,
      layout: { accessible: ["R1", "R4"], companion: ["R2", "R3"] },
    }),
    wedge({
      ...block,
      name: `Box ${index + 1}`,
      radius: 1_905,
      rows: 2,
      gangway: 12,
      priceMultiplierBps: 45_000,
      layout: { growth: 0, aisles: [] },
    }),
    wedge({
      ...block,
      name: `U${index + 1}`,
      radius: 1_950,
      rows: 19,
      gangway: 2,
      priceMultiplierBps: behindWicket ? 11_000 : 7_000,
      layout: {
        restrictedView: index === 0 ? seatNames("QRS", 1, 6) : index === 7 ? seatNames("QRS", 25, 30) : [],
      },
    }),
  ];
});

const inOrder = (sections: DemoSection[], ...starts: string[]) =>
  starts.flatMap((start) => sections.filter((section) => section.name.startsWith(start)));

export const big: DemoVenue[] = [
  {
    key: "deccan-dome",
    name: "Deccan Dome",
    address: "Survey 91, Outer Ring Road, Gachibowli, Hyderabad 500032",
    city: "Hyderabad",
    stateCode: "36",
    latitude: 17.4401,
    longitude: 78.3489,
    amenities: [
      "Wheelchair places",
      "Hearing loop",
      "Food court",
      "First aid",
      "Parking",
      "Near a metro station",
    ],
    owner: null,
    bestRows: "front",
    decorations: [centred("stage", [0, -345], [420, 130], "Stage")],
    sections: [...floor, ...inOrder(bowl, "Lower", "Upper")],
  },
  {
    key: "sahyadri-ground",
    name: "Sahyadri Ground, East Stand",
    address: "Gate 4, Parvati Paytha Road, Pune 411009",
    city: "Pune",
    stateCode: "27",
    latitude: 18.5024,
    longitude: 73.8478,
    amenities: ["Wheelchair places", "Family blocks", "Drinking water", "First aid", "Bicycle stands"],
    owner: null,
    bestRows: "middle",
    decorations: [centred("pitch", [0, 1_300], [1_200, 460], "Ground")],
    sections: inOrder(stand, "L", "Box", "U"),
  },
];
