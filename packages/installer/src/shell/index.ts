export { quote, quoteWord } from "./quote.ts";
