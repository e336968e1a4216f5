const LONGEST_NAME = 253;
/** Any visible ASCII but the backslash, which stands for what is not (RFC 1035 §5.1). */
const LABEL = /^[\x21-\x5b\x5d-\x7e]{1,63}$/;

/** Whether a name can be put into a question: labels of 1 to 63 visible characters, 253 together (RFC 1035 §2.3.4). */
export const isAskableName = (name: string): boolean =>
  name.length <= LONGEST_NAME && name.split(".").every((label) => LABEL.test(label));

/** Lower case, without the final dot: the form in which all names are compared here. */
export const toPlainName = (name: string): string => name.toLowerCase().replace(/\.$/, "");
