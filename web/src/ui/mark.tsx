// The mark of the product: two links of a chain.
export function Mark({ size = 28 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} aria-hidden="true" className="shrink-0">
      <rect width="32" height="32" rx="8" className="fill-accent" />
      <g fill="none" strokeWidth="2.6" className="stroke-on-accent">
        <rect x="5.5" y="11" width="13" height="10" rx="5" />
        <path d="M16 11h5.5a5 5 0 0 1 0 10H20" strokeLinecap="round" />
      </g>
    </svg>
  );
}
