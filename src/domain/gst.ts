/** GST state codes (the first two digits of a GSTIN) and the states' names. */
export const gstStates: Record<string, string> = {
  "01": "Jammu and Kashmir", "02": "Himachal Pradesh", "03": "Punjab", "04": "Chandigarh", "05": "Uttarakhand",
  "06": "Haryana", "07": "Delhi", "08": "Rajasthan", "09": "Uttar Pradesh", "10": "Bihar", "11": "Sikkim",
  "12": "Arunachal Pradesh", "13": "Nagaland", "14": "Manipur", "15": "Mizoram", "16": "Tripura", "17": "Meghalaya",
  "18": "Assam", "19": "West Bengal", "20": "Jharkhand", "21": "Odisha", "22": "Chhattisgarh", "23": "Madhya Pradesh",
  "24": "Gujarat", "26": "Dadra and Nagar Haveli and Daman and Diu", "27": "Maharashtra", "29": "Karnataka", "30": "Goa",
  "31": "Lakshadweep", "32": "Kerala", "33": "Tamil Nadu", "34": "Puducherry", "35": "Andaman and Nicobar Islands",
  "36": "Telangana", "37": "Andhra Pradesh", "38": "Ladakh", "97": "Other Territory",
};

/** Where an event may be held, as GST names places of supply: the states, and abroad. */
export const placesOfSupply: Record<string, string> = { ...gstStates, "96": "Outside India" };

const SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

/** The check character of a GSTIN's first fourteen: weights 1 and 2 in turn, base 36, digits of each product added. */
export function gstinCheck(first14: string): string {
  const sum = [...first14].reduce((total, sign, index) => {
    const product = SIGNS.indexOf(sign) * (index % 2 === 0 ? 1 : 2);
    return total + Math.floor(product / 36) + (product % 36);
  }, 0);
  return SIGNS[(36 - (sum % 36)) % 36]!;
}

/** Whether this is a GSTIN: state, PAN, number of the registration, "Z", check character. */
export function isGstin(text: string): boolean {
  if (!/^\d{2}[A-Z]{5}\d{4}[A-Z][1-9A-Z]Z[0-9A-Z]$/.test(text)) return false;
  return text.slice(0, 2) in gstStates && gstinCheck(text.slice(0, 14)) === text[14];
}

export type TaxParts = { cgstPaise: number; sgstPaise: number; igstPaise: number };

/**
 * A supply's GST by whom it is owed to: half to the centre and half to the state where seller and place of supply
 * share one, else all of it integrated. The place of supply of an event's admission is where it is held
 * (IGST Act, section 12(6)). An odd paisa goes to the state.
 */
export function splitGst(taxPaise: number, sellerState: string, placeOfSupply: string): TaxParts {
  if (sellerState !== placeOfSupply) return { cgstPaise: 0, sgstPaise: 0, igstPaise: taxPaise };
  const cgstPaise = Math.floor(taxPaise / 2);
  return { cgstPaise, sgstPaise: taxPaise - cgstPaise, igstPaise: 0 };
}
