// What no measure of style can rule out, beside every result of it.

/** The limits, as sentences. */
export const Limits = ({ of: limits }: { of: readonly string[] }) => <section class="readings"><h2>Limits</h2><ul>{limits.map((one) => <li>{one}</li>)}</ul></section>;
