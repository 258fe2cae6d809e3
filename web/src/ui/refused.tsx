// Why a form could not be sent, above its fields. Nothing while there is no reason.

export function Refused({ problem }: { problem: string | undefined }) {
  if (!problem) return null;
  return (
    <p role="alert" className="rounded-lg bg-danger-soft px-3 py-2 text-danger-text">
      {problem}
    </p>
  );
}
