export { quote, quoteBytes, quoteWord } from "./quote.ts";
