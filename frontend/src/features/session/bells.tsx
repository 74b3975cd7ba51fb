const bells = [
  { x: 40, y: 92, size: 92 },
  { x: 150, y: 108, size: 74 },
  { x: 240, y: 96, size: 60 },
  { x: 314, y: 116, size: 48 },
  { x: 374, y: 100, size: 38 },
];

/** Five bells on a beam, the largest ringing. */
export function Bells() {
  return (
    <svg
      aria-hidden="true"
      viewBox="0 0 440 260"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M0 40h440M0 52h440" opacity=".55" />
      {bells.map(({ x, y, size }, index) => {
        const middle = x + size / 2;
        return (
          <g key={x} transform={index === 0 ? `rotate(9 ${middle} 52)` : undefined}>
            <path d={`M${middle} 52V${y}`} />
            <path
              d={`M${x} ${y + size * 0.92}c${size * 0.12}-${size * 0.1} ${size * 0.16}-${size * 0.24} ${size * 0.18}-${size * 0.46}c${size * 0.02}-${size * 0.28} ${size * 0.12}-${size * 0.46} ${size * 0.32}-${size * 0.46}s${size * 0.3} ${size * 0.18} ${size * 0.32} ${size * 0.46}c${size * 0.02} ${size * 0.22} ${size * 0.06} ${size * 0.36} ${size * 0.18} ${size * 0.46}z`}
              fill={index === 0 ? "currentColor" : "none"}
              fillOpacity={index === 0 ? 0.14 : 0}
            />
            <path
              d={`M${middle - size * 0.09} ${y + size * 0.92}a${size * 0.09} ${size * 0.1} 0 0 0 ${size * 0.18} 0`}
            />
          </g>
        );
      })}
      <path d="M28 214c8 8 18 13 29 15M18 226c10 11 24 18 39 20" opacity=".6" />
    </svg>
  );
}
