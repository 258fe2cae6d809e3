// What an answer foretells, a line each.

export function Lines({ lines }: { lines: string[] }) {
  return (
    <ul className="mt-1 list-disc space-y-0.5 pl-5">
      {lines.map((line) => (
        <li key={line} className="[overflow-wrap:anywhere]">
          {line}
        </li>
      ))}
    </ul>
  );
}
