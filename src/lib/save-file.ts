/** Gives the browser a file to save, made here. */
export function saveFile(name: string, content: BlobPart, type: string): void {
  const address = URL.createObjectURL(new Blob([content], { type }));
  const link = Object.assign(document.createElement("a"), { href: address, download: name.replace(/[\\/:*?"<>|]+/g, " ") });
  link.click();
  URL.revokeObjectURL(address);
}
