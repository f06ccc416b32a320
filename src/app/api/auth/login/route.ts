// Stands here by name, so that it wins over NextAuth's catch-all.
export { DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT } from "../../[...path]/route";
