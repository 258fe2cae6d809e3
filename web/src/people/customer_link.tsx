// A customer's name as a way to the customer.

import { Link } from "@tanstack/react-router";

export function CustomerLink({ id, name }: { id: number; name: string }) {
  return (
    <Link
      to="/customers/$customer"
      params={{ customer: String(id) }}
      className="text-accent-text hover:underline"
    >
      {name}
    </Link>
  );
}
