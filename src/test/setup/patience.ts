import { stretchPatience } from "../harness/patience";

stretchPatience();
